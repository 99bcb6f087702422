import { fileKind } from './file-kind.ts';
import { plainText } from './plain-text.ts';
import { Unreadable } from './unreadable.ts';

export interface FileText {
  readonly text: string;
  /** There are pages without words. */
  readonly hasPictures: boolean;
}

/** The text of a file, by what its content says it is. Runs in a child process only. Throws `Unreadable`. */
export async function fileText(bytes: Uint8Array, isText: boolean): Promise<FileText> {
  const kind = fileKind(bytes, isText);
  // Loading the reader of PDFs takes longer than reading most files.
  if (kind === 'pdf') {
    const { hasWords, openPdf, pdfTexts } = await import('./pdf-text.ts');
    const texts = [...pdfTexts(await openPdf(bytes))];
    return { text: texts.join('\n'), hasPictures: !texts.every(hasWords) };
  }
  if (kind === 'office') return { text: (await import('./office-text.ts')).officeText(bytes), hasPictures: false };
  if (kind === 'text') return { text: plainText(bytes), hasPictures: false };
  if (kind === 'picture') return { text: '', hasPictures: true };
  throw new Unreadable('unknown_kind');
}
