import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import { addClientWithContact } from '../src/clients/public.ts';
import { newFileKey, openFileKey } from '../src/documents/client-keys.ts';
import { insertDocument, insertVersion, type DocumentRow, type VersionRow } from '../src/documents/document-store.ts';
import { saidOf, type Said } from '../src/documents/search/extract/said.ts';
import { presentIndexKey } from '../src/documents/search/index-document.ts';
import { indexRows } from '../src/documents/search/index-rows.ts';
import { insertIndexRows, type WordRow } from '../src/documents/search/index-store.ts';
import { sealText } from '../src/documents/search/text-cipher.ts';
import type { IndexKey } from '../src/documents/search/word-hash.ts';
import type { Scope } from '../src/domain/scope.ts';
import { testBusiness } from '../src/test-support/people.ts';
import type { TestWorld } from '../src/test-support/test-world.ts';

/** One business with documents, each of some 500 words. */
export interface Stock {
  readonly owner: Scope;
  readonly client: Scope;
  readonly documents: number;
}

type Words = Extract<Said, { words: unknown }>;
export interface Text {
  readonly name: string;
  readonly text: string;
  readonly read: Words;
}

const syllables = ['ba', 'ke', 'li', 'mo', 'nu', 'par', 'ser', 'tin', 'vol', 'dan', 'gre', 'hos', 'jim', 'kol', 'wun', 'zef'];
/** The word of a rank: the first ones are common, as in any language. */
export const wordOf = (rank: number): string => [...(rank + 4096).toString(16)].map((digit) => syllables[Number.parseInt(digit, 16)]).join('');

/** Chance that is the same in every run. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

const vocabulary = 20_000;

export function texts(count: number): Text[] {
  const chance = dice(count);
  // Zipf: how often a word is used falls with its rank.
  const word = (): string => wordOf(Math.floor(vocabulary ** chance()) - 1);
  return Array.from({ length: count }, (_, index) => {
    const text = Array.from({ length: 500 }, word).join(' ');
    const read = saidOf(text);
    if (!('text' in read)) throw new Error('nothing was read');
    return { name: `${wordOf(Math.floor(chance() * vocabulary))} ${word()} ${2020 + (index % 7)}.pdf`, text, read };
  });
}

const clients = 50;

/** Documents as they are after they came and were read; the rows of the index go into the file in its own order. */
export async function stock(world: TestWorld, number: number, all: readonly Text[]): Promise<Stock> {
  const { deps } = world;
  const { scope: owner } = await testBusiness(world, { origin: `https://b${number}.example` });
  const { businessId } = owner;
  const people = await deps.store.write(async (tx) => {
    const made: { clientId: string; contactId: string }[] = [];
    for (let n = 0; n < clients; n += 1) made.push(await addClientWithContact(deps, tx, owner, { name: `Client ${n}`, email: `c${n}@b${number}.example` }, 'staff'));
    return made;
  });
  const key = remembering(presentIndexKey(deps, businessId));
  const rows: WordRow[] = [];
  for (let first = 0; first < all.length; first += 1000) {
    await deps.store.write(async (tx) => {
      for (const [index, { name, read }] of all.slice(first, first + 1000).entries()) {
        world.advance(1);
        const clientId = people[(first + index) % clients]?.clientId ?? '';
        const document: DocumentRow = {
          businessId, clientId, id: deps.newId(), name, searchText: ` ${name}`, category: 'reports', projectId: null, current: 1, latest: 1, by: 'staff', archived: false, level: 'view', download: true, createdAt: deps.now(), changedAt: deps.now(),
        };
        const id = deps.newId();
        const version: VersionRow = {
          businessId, clientId, documentId: document.id, number: 1, id, name, mediaType: 'application/pdf', isActive: false, size: 40_000, sha256: '', note: '', state: 'available', refusal: null, place: 'store', fileName: id,
          sealedKey: await newFileKey(deps, tx, owner, clientId, id), actor: owner.actor, createdAt: deps.now(),
        };
        await insertDocument(tx, document);
        await insertVersion(tx, version);
        const sealed = sealText(await openFileKey(deps, tx, version), read, deps.randomBytes(12));
        await insertIndexRows(tx, { businessId, clientId, documentId: document.id, versionId: id, masterId: key.masterId, sealed, indexedAt: deps.now(), reach: 'whole', why: '' }, []);
        for (const row of indexRows(key, name, '', read.words)) rows.push({ businessId, documentId: document.id, ...row });
      }
    });
  }
  write(world, rows);
  const own = people[7] ?? { clientId: '', contactId: '' };
  return { owner, documents: all.length, client: { businessId, role: 'client', actor: `contact:${own.contactId}`, ...own } };
}

/** The words of other businesses, so that the table is as large as it would be: rows of one that is there, under names that nobody asks for. */
export function fill(world: TestWorld, { owner }: Stock, times: number): void {
  const db = open(world);
  const copy = db.prepare('INSERT INTO document_words SELECT ?, hash, document_id, in_name, hits, places FROM document_words WHERE business_id = ? ORDER BY hash, document_id');
  for (let n = 0; n < times; n += 1) copy.run(`${owner.businessId.slice(0, 23)}${n + 100}`, owner.businessId);
  db.close();
}

/** A word is hashed once for a business, not once for each document. */
function remembering(key: IndexKey): IndexKey {
  const known = new Map<string, number>();
  return {
    masterId: key.masterId,
    hash(kind, word) {
      const name = `${kind} ${word}`;
      const hash = known.get(name) ?? key.hash(kind, word);
      known.set(name, hash);
      return hash;
    },
  };
}

function open({ config }: TestWorld): Sqlite.Database {
  const db = new Sqlite(join(config.dataDir, 'portico.db'));
  // Nobody needs this file after a power cut.
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -200000');
  return db;
}

function write(world: TestWorld, rows: WordRow[]): void {
  // The documents of one word are in their order already.
  rows.sort((a, b) => a.hash - b.hash);
  const db = open(world);
  const insert = db.prepare('INSERT INTO document_words (business_id, hash, document_id, in_name, hits, places) VALUES (?, ?, ?, ?, ?, ?)');
  db.transaction(() => {
    for (const { businessId, hash, documentId, inName, hits, places } of rows) insert.run(businessId, hash, documentId, inName, hits, places);
  })();
  db.close();
}
