import { and, asc, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Scope } from '../../domain/scope.ts';
import { preparedList, type ReadDb } from '../../storage/store.ts';
import { rightOfContact, withRight, type DocumentWithRight } from '../document-store.ts';
import { documentRights, documents } from '../tables.ts';
import { documentTexts, documentWords } from './tables.ts';

type Of = Pick<Scope, 'businessId'>;
const value = sql.placeholder;

export interface Placed { readonly documentId: string; readonly places: Buffer }

const placedRows = preparedList<{ businessId: string; hash: number }, Placed>((db, ids) => db.select({ documentId: documentWords.documentId, places: documentWords.places }).from(documentWords)
  .where(and(eq(documentWords.businessId, value('businessId')), eq(documentWords.hash, value('hash')), inArray(documentWords.documentId, ids))));
const rowsWithRight = preparedList<{ businessId: string; contactId: string }, DocumentWithRight>((db, ids) => db.select(withRight).from(documents).leftJoin(documentRights, rightOfContact(value('contactId')))
  .where(and(eq(documents.businessId, value('businessId')), inArray(documents.id, ids))));

/** Where a word stands in these documents. */
export const placesIn = (db: ReadDb, { businessId }: Of, hash: number, documentIds: readonly string[]): Promise<Placed[]> => placedRows(db, documentIds, { businessId, hash });

/** In their order. */
export async function documentsByIds(db: ReadDb, { businessId }: Of, ids: readonly string[], contactId: string | undefined): Promise<DocumentWithRight[]> {
  const known = new Map((await rowsWithRight(db, ids, { businessId, contactId: contactId ?? '' })).map((row) => [row.id, row]));
  return ids.map((id) => known.get(id)).filter((row) => row !== undefined);
}

/** Of all businesses: documents that open and are not in the index under this master key. */
export const notIndexedWith = (db: ReadDb, masterId: string, after: string, limit: number): Promise<{ businessId: string; id: string }[]> =>
  db.select({ businessId: documents.businessId, id: documents.id }).from(documents)
    .leftJoin(documentTexts, and(eq(documentTexts.businessId, documents.businessId), eq(documentTexts.documentId, documents.id), eq(documentTexts.masterId, masterId)))
    .where(and(isNotNull(documents.current), isNull(documentTexts.documentId), gt(documents.id, after))).orderBy(asc(documents.id)).limit(limit).execute();
