import Sqlite from 'better-sqlite3';
import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventCursors } from '../events/tables.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { giveMemory, memoryOf } from './read-memory.ts';
import { remembered, type WriteDb } from './store.ts';

let world: TestWorld;
beforeEach(async () => { world = await testWorld(); });
afterEach(() => world.close());

const cursor = remembered<{ reader: string }, { position: number }[]>((db) => db.select({ position: eventCursors.position }).from(eventCursors).where(eq(eventCursors.reader, sql.placeholder('reader'))));
const read = async (reader = 'a'): Promise<number | undefined> => (await world.deps.store.read((db) => cursor(db, { reader })))[0]?.position;
const put = (position: number, reader = 'a') => async (tx: WriteDb): Promise<void> => { await tx.insert(eventCursors).values({ reader, position }).onConflictDoUpdate({ target: eventCursors.reader, set: { position } }); };
const write = (position: number, reader?: string): Promise<void> => world.deps.store.write(put(position, reader));

describe('what is remembered between two commits', () => {
  it('is the same rows, which nobody may change', async () => {
    await write(1);
    const [first, second] = await world.deps.store.read(async (db) => [await cursor(db, { reader: 'a' }), await cursor(db, { reader: 'a' })]);
    expect(second).toBe(first);
    expect(() => { Object.assign(first?.[0] ?? {}, { position: 2 }); }).toThrow(TypeError);
    expect(() => { first?.push({ position: 3 }); }).toThrow(TypeError);
  });

  it('is forgotten with our own commit, and with that of another process\'s connection', async () => {
    await write(1);
    expect(await read()).toBe(1);
    await write(2);
    expect(await read()).toBe(2);
    const other = new Sqlite(world.config.databasePath);
    other.prepare('update event_cursors set position = 3 where reader = ?').run('a');
    other.close();
    expect(await read()).toBe(3);
  });

  it('is kept apart by what was asked for', async () => {
    await write(1);
    await write(2, 'b');
    expect([await read('a'), await read('b'), await read('c'), await read('a')]).toEqual([1, 2, undefined, 1]);
  });

  it('is not what a transaction sees, which reads what it has written itself', async () => {
    await write(1);
    await read();
    await world.deps.store.write(async (tx) => {
      await put(2)(tx);
      expect((await cursor(tx, { reader: 'a' }))[0]?.position).toBe(2);
      // Not committed yet: whoever reads meanwhile sees what was.
      expect(await read()).toBe(1);
    });
    expect(await read()).toBe(2);
  });

  it('does not keep what was read before a commit and came after it', async () => {
    const [db, ask] = [{}, {}];
    let version = 1;
    giveMemory(db, () => version);
    const memory = memoryOf(db);
    const slow = Promise.withResolvers<string>();
    const early = memory?.recall(ask, {}, () => slow.promise);
    version = 2;
    await memory?.recall({}, {}, async () => 'something else, at the new version');
    slow.resolve('old');
    expect(await early).toBe('old');
    expect(await memory?.recall(ask, {}, async () => 'new')).toBe('new');
  });

  it('is never older than the last commit that was acknowledged, whatever is read and written at once', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('read', 'write'), { minLength: 2, maxLength: 30 }), async (acts) => {
      let acknowledged = 0;
      await write(0);
      await Promise.all(acts.map(async (act, at) => {
        if (act === 'write') {
          await write(at + 1);
          acknowledged = Math.max(acknowledged, at + 1);
          return;
        }
        const known = acknowledged;
        expect(await read()).toBeGreaterThanOrEqual(known);
      }));
    }), { numRuns: 40 });
  });
});
