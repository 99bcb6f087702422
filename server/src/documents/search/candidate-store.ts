import { aliasedTable, and, count, desc, eq, gte, inArray, isNotNull, lt, sql, type Placeholder, type SQL } from 'drizzle-orm';
import { prepared, type ReadDb } from '../../storage/store.ts';
import { isOpenTo, rightOfContact } from '../document-store.ts';
import { documentRights, documents } from '../tables.ts';
import { documentWords } from './tables.ts';

/** A client's contact finds what they may see; staff find all. */
export type Who = { readonly clientId: string; readonly contactId: string } | 'staff';

/** One or two hashes, either of which will do. */
export type Hashes = readonly number[];

/** Before every id, and after. */
export const [first, last] = ['', '~'];

const value = sql.placeholder;
const isOf = (hash: Placeholder): SQL | undefined => and(eq(documentWords.businessId, value('businessId')), eq(documentWords.hash, hash));
type OfWord = { businessId: string; hash: number };
type Counting = { businessId: string; most: number };

const someRows = prepared<OfWord & Counting, { found: number }[]>((db) => db.select({ found: count() }).from(db.select({ id: documentWords.documentId }).from(documentWords).where(isOf(value('hash'))).limit(value('most')).as('some')));
const someOfClient = prepared<Counting & { clientId: string }, { found: number }[]>((db) => db.select({ found: count() }).from(db.select({ id: documents.id }).from(documents)
  .where(and(eq(documents.businessId, value('businessId')), eq(documents.clientId, value('clientId')))).limit(value('most')).as('some')));
const nthBefore = prepared<OfWord & { before: string; step: number }, { id: string }[]>((db) => db.select({ id: documentWords.documentId }).from(documentWords)
  .where(and(isOf(value('hash')), lt(documentWords.documentId, value('before')))).orderBy(desc(documentWords.documentId)).limit(1).offset(value('step')));

/** How many documents hold a word; counts no further than it must. */
export async function countHolding(db: ReadDb, businessId: string, hashes: Hashes, most: number): Promise<number> {
  let found = 0;
  for (const hash of hashes) found += (await someRows(db, { businessId, hash, most }))[0]?.found ?? 0;
  return found;
}

export const countOwned = async (db: ReadDb, businessId: string, clientId: string, most: number): Promise<number> => (await someOfClient(db, { businessId, clientId, most }))[0]?.found ?? 0;

/** From where on there are about `step` documents older than `before` to look through; `first` when that is all. */
export async function stepStart(db: ReadDb, businessId: string, hashes: Hashes, before: string, step: number): Promise<string> {
  let start = first;
  for (const hash of hashes) {
    const [row] = await nthBefore(db, { businessId, hash, before, step });
    if (row && row.id > start) start = row.id;
  }
  return start;
}

export interface Look {
  /** Rarest first: it is gone through, and the others are looked up for each of its documents. */
  readonly words: readonly Hashes[];
  /** From this document on, and before that one. */
  readonly from: string;
  readonly before: string;
  readonly limit: number;
  readonly offset: number;
  /** A client with few documents: they are gone through. */
  readonly isByOwner: boolean;
}

const looks = new Map<string, ReturnType<typeof prepared<Record<string, unknown>, { id: string }[]>>>();

/** Documents that hold every word, best first: by words of the name, then by how often, then the newest. Of staff's, archived ones are still among them. */
export async function bestHolding(db: ReadDb, businessId: string, who: Who, { words, from, before, limit, offset, isByOwner }: Look): Promise<string[]> {
  const shape = `${who === 'staff' ? 'all' : isByOwner ? 'owner' : 'client'} ${words.map((hashes) => hashes.length).join('')}`;
  let look = looks.get(shape);
  if (!look) looks.set(shape, (look = prepared((on) => lookOf(on, words.map((hashes) => hashes.length), who !== 'staff', isByOwner))));
  const hashes = Object.fromEntries(words.flatMap((of, word) => of.map((hash, index) => [`hash${word}.${index}`, hash])));
  return (await look(db, { businessId, from, before, limit, offset, ...hashes, ...(who !== 'staff' && who) })).map(({ id }) => id);
}

/** Cross joins, since SQLite keeps their order: without statistics it would begin with whatever it likes. */
function lookOf(db: ReadDb, lengths: readonly number[], isForClient: boolean, isByOwner: boolean) {
  const tables = lengths.map((_, index) => aliasedTable(documentWords, `word${index}`));
  const rarest = tables[0] ?? documentWords;
  const id = isByOwner ? documents.id : rarest.documentId;
  const inWords = tables.map((word, index) => and(
    eq(word.businessId, value('businessId')), inArray(word.hash, Array.from({ length: lengths[index] ?? 1 }, (_, nth) => value(`hash${index}.${nth}`))),
    index === 0 && !isByOwner ? and(gte(word.documentId, value('from')), lt(word.documentId, value('before'))) : eq(word.documentId, id)));
  const isOwn = and(eq(documents.businessId, value('businessId')), eq(documents.clientId, value('clientId')));
  // A document has two rows of a word that may be either of two, and then each row of the others comes twice.
  const sumOf = (column: 'inName' | 'hits'): SQL => sql.join(tables.map((word, index) => lengths[index] === 1 ? sql`max(${word[column]})` : sql`sum(${word[column]})`), sql` + `);
  const sources = isByOwner ? [documents, ...tables] : isForClient ? [rarest, documents, ...tables.slice(1)] : tables;
  const query = db.select({ id }).from(sources[0] ?? rarest).$dynamic();
  for (const source of sources.slice(1)) query.crossJoin(source);
  if (isForClient) query.leftJoin(documentRights, rightOfContact(value('contactId')));
  return query.where(and(...inWords, ...(isForClient ? [isOwn, eq(documents.id, id), isNotNull(documents.current), isOpenTo] : [])))
    .groupBy(id).orderBy(desc(sql`(${sumOf('inName')})`), desc(sql`(${sumOf('hits')})`), desc(id)).limit(value('limit')).offset(value('offset'));
}
