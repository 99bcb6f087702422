import { getDocumentProxy } from 'unpdf';
import { limits } from './limits.ts';
import { inReadingOrder } from './right-to-left.ts';
import { Unreadable } from './unreadable.ts';

/** The text of a PDF, page after page until there is enough. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(bytes, { stopAtErrors: false }).catch((error: unknown) => {
    throw new Unreadable(error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged');
  });
  let text = '';
  for (let number = 1; number <= pdf.numPages && text.length <= limits.textChars; number += 1) {
    const page = await pdf.getPage(number);
    for (const item of (await page.getTextContent()).items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
    text += '\n';
    page.cleanup();
  }
  return text.split('\n').map(inReadingOrder).join('\n');
}
