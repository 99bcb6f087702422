import type { DocumentCategory } from '@portico/contract/documents/kinds.ts';
import PdfDocument from 'pdfkit';
import type { Deps } from '../deps.ts';
import { DAY } from '../domain/civil-time.ts';
import type { Scope } from '../domain/scope.ts';
import { fileDocument } from '../documents/public.ts';

/** A paper that the business has shared with its first client. */
export interface DemoPaper {
  readonly daysAgo: number;
  readonly name: string;
  readonly category: DocumentCategory;
  readonly note: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** Papers of the past, by the same verbs as ever, with their clock turned back. */
export async function seedDocuments(deps: Deps, scope: Scope, clientId: string, papers: readonly DemoPaper[]): Promise<void> {
  for (const { daysAgo, name, category, note, title, paragraphs } of papers) {
    const then: Deps = { ...deps, now: () => deps.now() - daysAgo * DAY };
    await fileDocument(then, scope, { clientId, name, category, note }, await drawn(title, paragraphs));
  }
}

async function drawn(title: string, paragraphs: readonly string[]): Promise<Buffer> {
  const pdf = new PdfDocument({ size: 'A4', margin: 72, info: { Title: title } });
  const pieces: Buffer[] = [];
  const ended = new Promise<void>((done) => { pdf.on('data', (piece: Buffer) => pieces.push(piece)).once('end', done); });
  pdf.font('Helvetica-Bold').fontSize(18).text(title).moveDown();
  for (const text of paragraphs) pdf.font('Helvetica').fontSize(11).text(text, { lineGap: 3 }).moveDown();
  pdf.end();
  await ended;
  return Buffer.concat(pieces);
}
