import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Scope } from '../../domain/scope.ts';
import type { ReadDb } from '../../storage/store.ts';
import { isOpenTo, rightOfContact, withRight, type DocumentWithRight } from '../document-store.ts';
import { documentRights, documents } from '../tables.ts';
import { documentTexts, documentWords } from './tables.ts';

type Of = Pick<Scope, 'businessId'>;

export interface Asked {
  /** For each word, the hashes that will do. */
  readonly words: readonly (readonly number[])[];
  /** A client's contact finds what they may see; staff find all. */
  readonly for: { readonly clientId: string; readonly contactId: string } | 'staff';
  readonly limit: number;
}

/** Documents that hold every word, best first: by words of the name, then by how often, then the newest. */
export async function matching(db: ReadDb, { businessId }: Of, asked: Asked): Promise<string[]> {
  const byBest = [desc(sql`sum(${documentWords.inName})`), desc(sql`sum(${documentWords.hits})`), desc(documentWords.documentId)];
  const query = db.select({ id: documentWords.documentId }).from(documentWords)
    .innerJoin(documents, and(eq(documents.businessId, documentWords.businessId), eq(documents.id, documentWords.documentId)))
    .leftJoin(documentRights, rightOfContact(asked.for === 'staff' ? '' : asked.for.contactId))
    .where(and(
      eq(documentWords.businessId, businessId), inArray(documentWords.hash, asked.words.flat()),
      asked.for === 'staff' ? eq(documents.archived, false) : and(eq(documents.clientId, asked.for.clientId), isNotNull(documents.current), isOpenTo)))
    .groupBy(documentWords.documentId)
    .having(and(...asked.words.map((hashes) => sql`max(case when ${inArray(documentWords.hash, [...hashes])} then 1 else 0 end) = 1`)));
  return (await query.orderBy(...byBest).limit(asked.limit)).map(({ id }) => id);
}

export interface Placed { readonly documentId: string; readonly hash: number; readonly places: Buffer }

export const placesIn = (db: ReadDb, { businessId }: Of, hashes: readonly number[], documentIds: readonly string[]): Promise<Placed[]> => documentIds.length === 0 ? Promise.resolve([])
  : db.select({ documentId: documentWords.documentId, hash: documentWords.hash, places: documentWords.places }).from(documentWords)
    .where(and(eq(documentWords.businessId, businessId), inArray(documentWords.hash, [...hashes]), inArray(documentWords.documentId, [...documentIds]))).execute();

export async function documentsByIds(db: ReadDb, { businessId }: Of, ids: readonly string[], contactId: string | undefined): Promise<DocumentWithRight[]> {
  if (ids.length === 0) return [];
  const rows = await db.select(withRight).from(documents).leftJoin(documentRights, rightOfContact(contactId ?? '')).where(and(eq(documents.businessId, businessId), inArray(documents.id, [...ids])));
  const known = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => known.get(id)).filter((row) => row !== undefined);
}

/** Of all businesses: documents that open and are not in the index under this master key. */
export const notIndexedWith = (db: ReadDb, masterId: string, after: string, limit: number): Promise<{ businessId: string; id: string }[]> =>
  db.select({ businessId: documents.businessId, id: documents.id }).from(documents)
    .leftJoin(documentTexts, and(eq(documentTexts.businessId, documents.businessId), eq(documentTexts.documentId, documents.id), eq(documentTexts.masterId, masterId)))
    .where(and(isNotNull(documents.current), isNull(documentTexts.documentId), gt(documents.id, after))).orderBy(asc(documents.id)).limit(limit).execute();
