import type { FoundDocument, SearchResults, SearchQuery } from '@portico/contract/documents/search.ts';
import type { Deps } from '../../deps.ts';
import { requireClient, requireStaff, type Scope } from '../../domain/scope.ts';
import { DamagedFile } from '../../effects/files/file-cipher.ts';
import type { ReadDb } from '../../storage/store.ts';
import { fileKeysFor, KeyUnavailable } from '../client-keys.ts';
import { findVersionById, type DocumentWithRight } from '../document-store.ts';
import { readerFor, toSummaries } from '../document-view.ts';
import type { Who } from './candidate-store.ts';
import { presentIndexKey } from './index-document.ts';
import { findText, type ShownText } from './index-store.ts';
import { matching } from './matching.ts';
import { cutPassage, type Range } from './passage-rules.ts';
import { contentFrom, unpackPlaces } from './position-rules.ts';
import { adjacent, beginningOf, readQuery, type Group } from './query-rules.ts';
import { documentsByIds, placesIn } from './search-store.ts';
import { openText } from './text-cipher.ts';
import type { IndexKey } from './word-hash.ts';
import { wordsOf } from './words-of.ts';

/** Among so many at one go is looked for words side by side. */
const phrasePage = 128;
/** Reading the rows of so many takes a millisecond or two. */
const step = 2000;

export function searchOwnDocuments(deps: Deps, scope: Scope, query: SearchQuery): Promise<SearchResults> {
  const { clientId, contactId } = requireClient(scope);
  return search(deps, scope, { clientId, contactId }, query);
}

export function searchDocuments(deps: Deps, scope: Scope, query: SearchQuery): Promise<SearchResults> {
  requireStaff(scope);
  return search(deps, scope, 'staff', query);
}

type KeyOf = ReturnType<typeof fileKeysFor>;

/** Which documents, best first, and at which places. */
interface Hit { readonly row: DocumentWithRight; readonly places: readonly number[] }

function search(deps: Deps, scope: Scope, who: Who, query: SearchQuery): Promise<SearchResults> {
  const groups = readQuery(query.q);
  if (groups.length === 0) return Promise.resolve({ items: [] });
  return deps.store.read(async (db) => {
    const hits = await findHits(db, scope, presentIndexKey(deps, scope.businessId), groups, who, query.limit);
    const summaries = await toSummaries(db, scope, hits.map(({ row }) => row), await readerFor(db, scope, deps.now(), query.lang));
    const keyOf = fileKeysFor(deps, db);
    const items: FoundDocument[] = [];
    for (const [index, document] of summaries.entries()) items.push(await withPassage(deps, db, scope, keyOf, document, hits[index]?.places ?? []));
    return { items };
  });
}

async function findHits(db: ReadDb, scope: Scope, key: IndexKey, groups: readonly Group[], who: Who, limit: number): Promise<Hit[]> {
  const hashed = groups.map((group) => group.map(({ stem, beginning }) => [key.hash('stem', stem), ...(beginning === undefined ? [] : [key.hash('beginning', beginning)])]));
  const named = groups.flat().map((word) => [key.hash('beginning', beginningOf(word))]);
  const page = hashed.some((group) => group.length > 1) ? phrasePage : limit;
  const hits: Hit[] = [];
  for await (const ids of matching(db, scope.businessId, { words: hashed.flat(), named, for: who, page, step })) {
    const found = await sideBySide(db, scope, hashed, ids);
    for (const row of await documentsByIds(db, scope, [...found.keys()].slice(0, page), scope.contactId)) {
      // A client's are chosen by what they may see; of the archived ones staff see none.
      if (!row.archived && hits.length < limit) hits.push({ row, places: found.get(row.id) ?? [] });
    }
    if (hits.length >= limit) break;
  }
  return hits;
}

/** Those in which the words of every group stand side by side, and where. */
async function sideBySide(db: ReadDb, scope: Scope, groups: readonly (readonly (readonly number[])[])[], ids: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>> {
  const places = new Map(ids.map((id) => [id, new Map<number, number[]>()]));
  for (const hash of new Set(groups.flat(2))) {
    for (const { documentId, places: packed } of await placesIn(db, scope, hash, ids)) places.get(documentId)?.set(hash, unpackPlaces(packed));
  }
  const found = new Map<string, number[]>();
  for (const id of ids) {
    const at = groups.map((group) => adjacent(group.map((hashes) => new Set(hashes.flatMap((hash) => places.get(id)?.get(hash) ?? [])))).flatMap((start) => group.map((_, index) => start + index)));
    if (at.every((group) => group.length > 0)) found.set(id, [...new Set(at.flat())].sort((a, b) => a - b));
  }
  return found;
}

async function withPassage(deps: Deps, db: ReadDb, scope: Scope, keyOf: KeyOf, document: FoundDocument['document'], places: readonly number[]): Promise<FoundDocument> {
  const row = await findText(db, scope, document.id);
  const words = [...wordsOf(document.name)];
  const nameMarks = places.map((place) => words[place]).filter((word) => word !== undefined).map(({ start, end }) => ({ start, end }));
  const isSearchable = row !== undefined && row.reach !== 'name';
  return { document, nameMarks, passage: row && isSearchable ? await passageOf(deps, db, scope, keyOf, row, places.filter((place) => place >= contentFrom)) : null, isSearchable, whyNot: scope.role === 'client' ? '' : row?.why ?? '' };
}

/** Null when nothing was found inside, and when what it was cut from does not open. */
async function passageOf(deps: Deps, db: ReadDb, scope: Scope, keyOf: KeyOf, row: ShownText, places: readonly number[]): Promise<FoundDocument['passage']> {
  if (places.length === 0) return null;
  const version = await findVersionById(db, scope, row.versionId);
  if (!version) return null;
  try {
    const { text, bounds } = openText(await keyOf(version), row.sealed);
    return cutPassage(text, rangesOf(bounds, new Set(places.map((place) => place - contentFrom))));
  } catch (error) {
    if (!(error instanceof DamagedFile || error instanceof KeyUnavailable)) throw error;
    deps.log.error({ versionId: version.id, err: error }, 'the text of a document cannot be opened');
    return null;
  }
}

function rangesOf(bounds: readonly number[], places: ReadonlySet<number>): Range[] {
  const ranges: Range[] = [];
  for (let [index, end] = [0, 0]; index < bounds.length; index += 2) {
    const start = end + (bounds[index] ?? 0);
    end = start + (bounds[index + 1] ?? 0);
    if (places.has(index / 2)) ranges.push({ start, end });
  }
  return ranges;
}
