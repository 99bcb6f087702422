import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { asc, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clients } from '../clients/tables.ts';
import { eventCursors } from '../events/tables.ts';
import { migrationsFolder } from '../open-deps.ts';
import { migrate } from './migrate.ts';
import { assertSound } from './sound-copy.ts';
import { openSqlite } from './sqlite.ts';
import { refusalOf, type Store, type WriteDb } from './store.ts';

let folder: string;
let path: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-store-'));
  path = join(folder, 'portico.db');
  migrate(path, migrationsFolder);
  store = openSqlite(path, { busyTimeoutMs: 20 });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const add = async (tx: WriteDb, reader: string): Promise<void> => { await tx.insert(eventCursors).values({ reader, position: 0 }); };
const readers = (): Promise<string[]> => store.read(async (db) => (await db.select().from(eventCursors).orderBy(asc(eventCursors.reader))).map((row) => row.reader));
interface Raw { all(query: unknown): Promise<unknown[][]> }
const raw = (tx: WriteDb): Raw => tx as unknown as Raw;

describe('a write', () => {
  it('is seen by readers entirely, and only once it is done', async () => {
    const during: string[][] = [];
    await store.write(async (tx) => {
      await add(tx, 'a');
      during.push(await readers());
      await add(tx, 'b');
      during.push(await readers());
    });
    expect(during).toEqual([[], []]);
    expect(await readers()).toEqual(['a', 'b']);
  });

  it('leaves nothing behind when it throws, passes the error on, and does not stop the next', async () => {
    const mine = new Error('mine');
    const failed = store.write(async (tx) => { await add(tx, 'a'); throw mine; });
    const next = store.write((tx) => add(tx, 'b'));
    await expect(failed).rejects.toBe(mine);
    await next;
    expect(await readers()).toEqual(['b']);
  });

  it('leaves nothing behind when the database refuses the second half', async () => {
    const failed = store.write(async (tx) => { await add(tx, 'a'); await add(tx, 'a'); });
    expect(refusalOf(await failed.catch((error: unknown) => error))).toBe('unique');
    expect(await readers()).toEqual([]);
  });

  it('waits its turn: writers run one after another, in order', async () => {
    const steps: string[] = [];
    const one = (name: string, queries: number) => store.write(async (tx) => {
      steps.push(`${name} begins`);
      for (let count = 0; count < queries; count += 1) await add(tx, `${name}${count}`);
      steps.push(`${name} ends`);
    });
    await Promise.all([one('a', 9), one('b', 1), one('c', 3)]);
    expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('inside a write is refused instead of waiting for itself for ever', async () => {
    await store.write(async (tx) => {
      await expect(store.write((inner) => add(inner, 'inner'))).rejects.toThrow('would wait for itself');
      await add(tx, 'outer');
    });
    expect(await readers()).toEqual(['outer']);
  });

  it('may begin where another has just ended', async () => {
    await store.write((tx) => add(tx, 'a')).then(() => store.write((tx) => add(tx, 'b')));
    expect(await readers()).toEqual(['a', 'b']);
  });

  it('runs a query that its work only returns', async () => {
    await store.write((tx) => tx.insert(eventCursors).values({ reader: 'a', position: 0 }));
    expect(await readers()).toEqual(['a']);
  });

  it('ends its handle with itself', async () => {
    const kept: WriteDb[] = [];
    await store.write(async (tx) => { kept.push(tx); });
    await expect(add(kept[0] as WriteDb, 'late')).rejects.toMatchObject({ cause: { message: 'a transaction handle was used outside its transaction' } });
    await store.write(async (tx) => { kept.push(tx); throw new Error('undone'); }).catch(() => undefined);
    await expect(add(kept[1] as WriteDb, 'late')).rejects.toThrow();
    expect(await readers()).toEqual([]);
  });

  it('is told once it is safe, never when it was undone, and to nobody who has stopped listening', async () => {
    const told: string[][] = [];
    const stop = store.onCommit(() => void readers().then((found) => told.push(found)));
    await store.write((tx) => add(tx, 'a'));
    await store.write(async (tx) => { await add(tx, 'b'); throw new Error('undone'); }).catch(() => undefined);
    await store.check();
    stop();
    await store.write((tx) => add(tx, 'c'));
    await store.check();
    expect(told).toEqual([['a']]);
  });

  it('says that another process is writing, and works again when that is done', async () => {
    const other = new Sqlite(path);
    other.exec('BEGIN IMMEDIATE');
    expect(refusalOf(await store.write((tx) => add(tx, 'a')).catch((error: unknown) => error))).toBe('busy');
    other.exec('COMMIT');
    other.close();
    await store.write((tx) => add(tx, 'b'));
    expect(await readers()).toEqual(['b']);
  });

  it('survives a power cut once it is acknowledged: synchronous is FULL, asked again after a write', async () => {
    const level = await store.write(async (tx) => { await add(tx, 'a'); return raw(tx).all(sql`pragma synchronous`); });
    expect(level).toEqual([[2]]);
    await expect(store.check()).resolves.toBeUndefined();
  });
});

describe('a read', () => {
  it('cannot write', async () => {
    await expect(store.read((db) => add(db as WriteDb, 'a'))).rejects.toMatchObject({ cause: { message: expect.stringContaining('readonly') } });
  });

  it('does not wait for a writer', async () => {
    await store.write(async (tx) => {
      await add(tx, 'a');
      expect(await readers()).toEqual([]);
    });
  });
});

it('holds foreign keys: a row cannot belong to a business that does not exist', async () => {
  const orphan = { businessId: 'nobody', id: 'x', kind: 'person' as const, name: '', searchText: '', note: '', archived: false, createdAt: 0 };
  expect(refusalOf(await store.write((tx) => tx.insert(clients).values(orphan)).catch((error: unknown) => error))).toBe('foreign_key');
});

it('copies itself while it is written to, into a whole database', async () => {
  await store.write((tx) => add(tx, 'before'));
  const copy = join(folder, 'copy.db');
  const [bytes] = await Promise.all([store.backUp(copy), store.write((tx) => add(tx, 'during'))]);
  expect(bytes).toBeGreaterThan(10_000);
  expect(() => assertSound(copy)).not.toThrow();
  const restored = openSqlite(copy);
  expect((await restored.read((db) => db.select().from(eventCursors))).map((row) => row.reader)).toContain('before');
  await restored.close();
  writeFileSync(copy, 'no database at all, only words. '.repeat(200));
  expect(() => assertSound(copy)).toThrow();
});

it('finishes what was queued before it closes', async () => {
  const queued = ['a', 'b', 'c'].map((reader) => store.write((tx) => add(tx, reader)));
  await store.close();
  await Promise.all(queued);
  store = openSqlite(path);
  expect(await readers()).toEqual(['a', 'b', 'c']);
});
