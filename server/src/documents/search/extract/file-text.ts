import { fileKind } from './file-kind.ts';
import { plainText } from './plain-text.ts';
import { Unreadable } from './unreadable.ts';

/** The text of a file, by what its content says it is. Runs in a child process only. Throws `Unreadable`. */
export async function fileText(bytes: Uint8Array, isText: boolean): Promise<string> {
  const kind = fileKind(bytes, isText);
  // Loading the reader of PDFs takes longer than reading most files.
  if (kind === 'pdf') {
    const { openPdf, pdfTexts } = await import('./pdf-text.ts');
    return [...pdfTexts(await openPdf(bytes))].join('\n');
  }
  if (kind === 'office') return (await import('./office-text.ts')).officeText(bytes);
  if (kind === 'text') return plainText(bytes);
  throw new Unreadable('unknown_kind');
}
