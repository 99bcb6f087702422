import type { FoundDocument, SearchResults, SearchQuery } from '@portico/contract/documents/search.ts';
import type { Deps } from '../../deps.ts';
import { requireClient, requireStaff, type Scope } from '../../domain/scope.ts';
import { DamagedFile } from '../../effects/files/file-cipher.ts';
import type { ReadDb } from '../../storage/store.ts';
import { KeyUnavailable, openFileKey } from '../client-keys.ts';
import { findVersionById } from '../document-store.ts';
import { readerFor, toSummaries } from '../document-view.ts';
import { presentIndexKey } from './index-document.ts';
import { findText, type TextRow } from './index-store.ts';
import { cutPassage, type Range } from './passage-rules.ts';
import { contentFrom, unpackPlaces } from './position-rules.ts';
import { adjacent, readQuery, type Group } from './query-rules.ts';
import { documentsByIds, matching, placesIn, type Asked } from './search-store.ts';
import { openText } from './text-cipher.ts';
import type { IndexKey } from './word-hash.ts';
import { wordsOf } from './words-of.ts';

/** Among so many, the best, is looked for words side by side. */
const mostCandidates = 300;

export function searchOwnDocuments(deps: Deps, scope: Scope, query: SearchQuery): Promise<SearchResults> {
  const { clientId, contactId } = requireClient(scope);
  return search(deps, scope, { clientId, contactId }, query);
}

export function searchDocuments(deps: Deps, scope: Scope, query: SearchQuery): Promise<SearchResults> {
  requireStaff(scope);
  return search(deps, scope, 'staff', query);
}

type Hits = ReadonlyMap<string, readonly number[]>;

function search(deps: Deps, scope: Scope, who: Asked['for'], query: SearchQuery): Promise<SearchResults> {
  const groups = readQuery(query.q);
  if (groups.length === 0) return Promise.resolve({ items: [] });
  return deps.store.read(async (db) => {
    const hits = await findHits(db, scope, presentIndexKey(deps, scope.businessId), groups, who, query.limit);
    const rows = await documentsByIds(db, scope, [...hits.keys()], scope.contactId);
    const summaries = await toSummaries(db, scope, rows, await readerFor(db, scope, deps.now(), query.lang));
    const items: FoundDocument[] = [];
    for (const document of summaries) items.push(await withPassage(deps, db, scope, document, hits.get(document.id) ?? []));
    return { items };
  });
}

/** Best first: which documents, and at which places. */
async function findHits(db: ReadDb, scope: Scope, key: IndexKey, groups: readonly Group[], who: Asked['for'], limit: number): Promise<Hits> {
  const hashed = groups.map((group) => group.map(({ stem, beginning }) => [key.hash('stem', stem), ...(beginning === undefined ? [] : [key.hash('beginning', beginning)])]));
  const hasPhrase = hashed.some((group) => group.length > 1);
  const ids = await matching(db, scope, { words: hashed.flat(), for: who, limit: hasPhrase ? mostCandidates : limit });
  const places = new Map<string, Map<number, number[]>>();
  for (const { documentId, hash, places: packed } of await placesIn(db, scope, hashed.flat(2), ids)) {
    const ofDocument = places.get(documentId) ?? new Map<number, number[]>();
    places.set(documentId, ofDocument.set(hash, unpackPlaces(packed)));
  }
  const hits = new Map<string, number[]>();
  for (const id of ids) {
    const found = hashed.map((group) => adjacent(group.map((hashes) => new Set(hashes.flatMap((hash) => places.get(id)?.get(hash) ?? [])))).flatMap((at) => group.map((_, index) => at + index)));
    if (hits.size < limit && found.every((group) => group.length > 0)) hits.set(id, [...new Set(found.flat())].sort((a, b) => a - b));
  }
  return hits;
}

async function withPassage(deps: Deps, db: ReadDb, scope: Scope, document: FoundDocument['document'], places: readonly number[]): Promise<FoundDocument> {
  const row = await findText(db, scope, document.id);
  const words = [...wordsOf(document.name)];
  const nameMarks = places.map((place) => words[place]).filter((word) => word !== undefined).map(({ start, end }) => ({ start, end }));
  const isSearchable = row !== undefined && row.reach !== 'name';
  return { document, nameMarks, passage: row && isSearchable ? await passageOf(deps, db, scope, row, places.filter((place) => place >= contentFrom)) : null, isSearchable, whyNot: scope.role === 'client' ? '' : row?.why ?? '' };
}

/** Null when nothing was found inside, and when what it was cut from does not open. */
async function passageOf(deps: Deps, db: ReadDb, scope: Scope, row: TextRow, places: readonly number[]): Promise<FoundDocument['passage']> {
  if (places.length === 0) return null;
  const version = await findVersionById(db, scope, row.versionId);
  if (!version) return null;
  try {
    const { text, bounds } = openText(await openFileKey(deps, db, version), row.sealed);
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
