import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addClientWithContact } from '../../clients/public.ts';
import { testBusiness, otherOrigin, type TestBusiness } from '../../test-support/people.ts';
import { testWorld, type TestWorld } from '../../test-support/test-world.ts';
import { insertDocument } from '../document-store.ts';
import type { Who } from './candidate-store.ts';
import { insertIndexRows, type WordRow } from './index-store.ts';
import { matching, type Asked } from './matching.ts';
import { setRight } from '../right-store.ts';

/** Words of a made-up index: each document holds number n when its own number, scrambled, says so. */
interface Paper { readonly id: string; readonly clientId: string; readonly archived: boolean; readonly words: ReadonlyMap<number, Pick<WordRow, 'inName' | 'hits'>> }

const papers = 60;
const [common, half, rare, beginning, absent] = [11, 22, 33, 44, 55];

let world: TestWorld;
let at: TestBusiness;
let mine: { clientId: string; contactId: string };
let theirs: typeof mine;
let all: Paper[];

async function fill(of: TestBusiness, clients: readonly string[]): Promise<Paper[]> {
  const { deps } = world;
  const { businessId } = of.scope;
  return deps.store.write(async (tx) => {
    const made: Paper[] = [];
    for (let n = 0; n < papers; n += 1) {
      world.advance(1);
      const clientId = clients[n % clients.length] ?? '';
      const words = new Map<number, Pick<WordRow, 'inName' | 'hits'>>([[common, { inName: n % 13 === 5 ? 1 : 0, hits: 1 + (n * 7) % 5 }]]);
      if (n % 13 === 5) words.set(beginning, { inName: 1, hits: 1 });
      if (n % 2 === 0) words.set(half, { inName: 0, hits: 1 + (n * 3) % 4 });
      if (n % 20 === 3) words.set(rare, { inName: 0, hits: 2 });
      const paper = { id: deps.newId(), clientId, archived: n % 17 === 0, words };
      made.push(paper);
      await insertDocument(tx, { businessId, clientId, id: paper.id, name: `${n}`, searchText: '', category: 'reports', projectId: null, current: 1, latest: 1, by: 'staff', archived: paper.archived, level: 'view', download: true, createdAt: deps.now(), changedAt: deps.now() });
      await insertIndexRows(tx, { businessId, clientId, documentId: paper.id, versionId: 'v', masterId: 'm', reach: 'whole', why: '', sealed: Buffer.alloc(0), indexedAt: deps.now() }, [...words].map(([hash, counts]) => ({ hash, ...counts, places: Buffer.alloc(0) })));
    }
    return made;
  });
}

beforeAll(async () => {
  world = await testWorld();
  at = await testBusiness(world);
  const someone = (name: string): Promise<typeof mine> => world.deps.store.write((tx) => addClientWithContact(world.deps, tx, at.scope, { name, email: `${name}@mail.example` }, 'staff'));
  [mine, theirs] = [await someone('a'), await someone('b')];
  all = await fill(at, [mine.clientId, theirs.clientId]);
  // The same words elsewhere: whatever leaks would be found.
  const other = await testBusiness(world, { origin: otherOrigin });
  const { clientId } = await world.deps.store.write((tx) => addClientWithContact(world.deps, tx, other.scope, { name: 'C', email: 'c@mail.example' }, 'staff'));
  await fill(other, [clientId]);
});
afterAll(() => world.close());

async function pages(asked: Pick<Asked, 'words'> & Partial<Asked>): Promise<string[][]> {
  return world.deps.store.read(async (db) => {
    const got: string[][] = [];
    for await (const ids of matching(db, at.scope.businessId, { named: asked.words, for: 'staff', page: 4, step: 1000, ...asked })) got.push([...ids]);
    return got;
  });
}

/** What is asked for, gone through one by one. */
function best(words: readonly (readonly number[])[], who: Who): string[] {
  const sum = ({ words: own }: Paper, column: 'inName' | 'hits'): number => words.flat().reduce((total, hash) => total + (own.get(hash)?.[column] ?? 0), 0);
  return all.filter((paper) => words.every((hashes) => hashes.some((hash) => paper.words.has(hash))) && (who === 'staff' || (paper.clientId === who.clientId && !paper.archived)))
    .sort((a, b) => sum(b, 'inName') - sum(a, 'inName') || sum(b, 'hits') - sum(a, 'hits') || (a.id < b.id ? 1 : -1)).map(({ id }) => id);
}

const asks = [[[common]], [[half]], [[common], [half]], [[half], [common], [rare]], [[common, beginning]], [[half], [common, beginning]], [[common], [absent]], [[absent]]];

describe('documents that hold every word', () => {
  it.each(asks)('come best first, page after page: %j %j %j', async (...words) => {
    for (const who of ['staff', mine, theirs] as const) expect((await pages({ words, for: who })).flat()).toEqual(best(words, who));
  });

  it.each(asks)('come all, and once, where there are too many to look through at one go: %j %j %j', async (...words) => {
    for (const who of ['staff', mine] as const) {
      const got = (await pages({ words, for: who, step: 6 })).flat();
      expect([...got].sort()).toEqual(best(words, who).sort());
    }
  });

  it('come with those first that are named so, and then from the newest on, where there are too many', async () => {
    const got = (await pages({ words: [[common]], named: [[beginning]], step: 6 })).flat();
    const named = all.filter(({ words }) => words.has(beginning)).map(({ id }) => id);
    expect(got.slice(0, named.length).sort()).toEqual(named.sort());
    const rest = all.map(({ id }) => id).filter((id) => !named.includes(id)).reverse();
    expect(got.slice(named.length, named.length + 4).every((id) => rest.slice(0, 8).includes(id))).toBe(true);
  });

  it('are not those that a contact may not see', async () => {
    const [closed = ''] = best([[common]], mine);
    await world.deps.store.write((tx) => setRight(tx, { businessId: at.scope.businessId, clientId: mine.clientId, documentId: closed, contactId: mine.contactId, level: 'none', download: false }));
    for (const step of [1000, 40, 6]) expect((await pages({ words: [[common]], for: mine, step })).flat()).not.toContain(closed);
  });
});
