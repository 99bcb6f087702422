import { fileLink } from '../api/documents.ts';
import { sentenceOf } from '../api/problem-error.ts';
import { toast } from '../ui/toasts.ts';

/** Leads the browser to the file, which it saves: a signed address that lives for a minute. */
export async function saveDocument(id: string, version?: number): Promise<void> {
  try {
    const { url, name } = await fileLink(id, version);
    Object.assign(globalThis.document.createElement('a'), { href: url, download: name }).click();
  } catch (error) {
    toast({ text: sentenceOf(error), tone: 'refused' });
  }
}
