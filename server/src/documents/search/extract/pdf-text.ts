import type { PDFiumDocument } from '@hyzyla/pdfium';
import { limits } from './limits.ts';
import { pdfium } from '../../preview/render/codecs.ts';
import { Unreadable } from './unreadable.ts';

/** Opens a PDF. Throws `Unreadable`. */
export async function openPdf(bytes: Uint8Array): Promise<PDFiumDocument> {
  return await (await pdfium()).loadDocument(bytes).catch((error: unknown) => {
    throw new Unreadable(error instanceof Error && /password/i.test(error.message) ? 'locked' : 'damaged');
  });
}

/** The text of each page until there is enough. */
export function* pdfTexts(pdf: PDFiumDocument): Generator<string> {
  for (let [index, length] = [0, 0]; index < pdf.getPageCount() && length <= limits.textChars; index += 1) {
    const text = asWritten(pdf.getPage(index).getText());
    length += text.length;
    yield text;
  }
}

/**
 * Words that were broken at the end of a line are whole again (PDFium says U+FFFE for such a hyphen, but not for each).
 * Lam and alef are one sign in most fonts, and it comes turned round: where Arabic never has that, it is turned back.
 */
export const asWritten = (text: string): string => text.replaceAll(/\ufffe\s*|(?<=\p{L})[\u00ad\u2010]\s*\n(?=\p{Ll})/gu, '')
  .replaceAll(/\u0627([\u0623\u0625\u0622])\u0644(?=\p{L})/gu, '\u0627\u0644$1').replaceAll(/(?<![\p{L}\p{M}])\u0627\u0644(?![\p{L}\p{M}])/gu, '\u0644\u0627').replaceAll('\r\n', '\n');

/** More than a number that a scanner stamped on the page. */
export const hasWords = (text: string): boolean => (text.match(/\p{L}{2,}|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0) > 2;
