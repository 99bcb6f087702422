import { and, eq, sql } from 'drizzle-orm';
import type { Scope } from '../../domain/scope.ts';
import { prepared, preparedWrite, type ReadDb, type WriteDb } from '../../storage/store.ts';
import { documentTexts, documentWords } from './tables.ts';

export type TextRow = typeof documentTexts.$inferSelect;
export type WordRow = typeof documentWords.$inferSelect;
type Of = Pick<Scope, 'businessId'>;

const value = sql.placeholder;
const insertWord = preparedWrite<WordRow>((tx) => tx.insert(documentWords).values({
  businessId: value('businessId'), hash: value('hash'), documentId: value('documentId'), inName: value('inName'), hits: value('hits'), places: value('places'),
}));
const deleteWord = preparedWrite<{ businessId: string; hash: number; documentId: string }>((tx) => tx.delete(documentWords)
  .where(and(eq(documentWords.businessId, value('businessId')), eq(documentWords.hash, value('hash')), eq(documentWords.documentId, value('documentId')))));
const ofDocument = and(eq(documentTexts.businessId, value('businessId')), eq(documentTexts.documentId, value('documentId')));
const shownRow = prepared<{ businessId: string; documentId: string }, ShownText[]>((db) => db.select({ versionId: documentTexts.versionId, reach: documentTexts.reach, why: documentTexts.why, sealed: documentTexts.sealed }).from(documentTexts).where(ofDocument));
const hashesRow = prepared<{ businessId: string; documentId: string }, Pick<TextRow, 'hashes'>[]>((db) => db.select({ hashes: documentTexts.hashes }).from(documentTexts).where(ofDocument));

/** What results are shown with; the hashes beside it are half as long again. */
export type ShownText = Pick<TextRow, 'versionId' | 'reach' | 'why' | 'sealed'>;

export async function findText(db: ReadDb, { businessId }: Of, documentId: string): Promise<ShownText | undefined> {
  return (await shownRow(db, { businessId, documentId }))[0];
}

/** Takes a document out of the index, with what was read from it. */
export async function deleteIndexRows(tx: WriteDb, { businessId }: Of, documentId: string): Promise<void> {
  const [text] = await hashesRow(tx, { businessId, documentId });
  if (!text) return;
  for (let at = 0; at < text.hashes.length; at += 6) await deleteWord(tx, { businessId, hash: text.hashes.readUIntBE(at, 6), documentId });
  await tx.delete(documentTexts).where(and(eq(documentTexts.businessId, businessId), eq(documentTexts.documentId, documentId)));
}

export async function insertIndexRows(tx: WriteDb, text: Omit<TextRow, 'hashes'>, words: readonly Pick<WordRow, 'hash' | 'inName' | 'hits' | 'places'>[]): Promise<void> {
  const { businessId, documentId } = text;
  const hashes = Buffer.alloc(words.length * 6);
  for (const [index, { hash }] of words.entries()) hashes.writeUIntBE(hash, index * 6, 6);
  await tx.insert(documentTexts).values({ ...text, hashes });
  for (const word of words) await insertWord(tx, { businessId, documentId, ...word });
}
