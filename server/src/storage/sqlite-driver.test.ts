import Sqlite from 'better-sqlite3';
import { and, eq, gte, inArray, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/sqlite-proxy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boolean, instant, json, table, text } from './columns.ts';
import { asyncDrizzle } from './sqlite-driver.ts';
import { prepared, preparedList, preparedWrite, refusalOf, type ReadDb } from './store.ts';

const pets = table('pets', { id: text('id').notNull(), owner: text('owner'), tame: boolean('tame').notNull(), born: instant('born').notNull(), tricks: json<readonly string[]>('tricks').notNull() });
const owners = table('owners', { id: text('id').notNull(), name: text('name').notNull() });

const value = sql.placeholder;
const connection = new Sqlite(':memory:');
let alive = true;
const ours = asyncDrizzle(connection, () => { if (!alive) throw new Error('the handle is dead'); });
/** Drizzle's own way, slow and right. */
const theirs = drizzle(async (query, params, method) => {
  const statement = connection.prepare<unknown[]>(query);
  if (!statement.reader) statement.run(...params);
  return { rows: statement.reader ? (method === 'get' ? statement.raw(true).get(...params) : statement.raw(true).all(...params)) as unknown[] : [] };
});

beforeAll(async () => {
  connection.exec('CREATE TABLE pets (id TEXT PRIMARY KEY, owner TEXT, tame INTEGER, born INTEGER, tricks TEXT); CREATE TABLE owners (id TEXT PRIMARY KEY, name TEXT)');
  await ours.insert(owners).values({ id: 'o1', name: 'Ann' });
  await ours.insert(pets).values([{ id: 'p1', owner: 'o1', tame: true, born: 5, tricks: ['sit'] }, { id: 'p2', owner: null, tame: false, born: 6, tricks: [] }]);
});
afterAll(() => connection.close());

const queries: Readonly<Record<string, (db: ReadDb) => { execute(): Promise<unknown> }>> = {
  'whole rows': (db) => db.select().from(pets).orderBy(pets.id),
  'chosen columns': (db) => db.select({ tame: pets.tame, what: pets.tricks }).from(pets).orderBy(pets.id),
  'rows in rows': (db) => db.select({ pet: pets, owner: { name: owners.name, more: owners.id } }).from(pets).innerJoin(owners, eq(owners.id, pets.owner)),
  'a side that may be missing': (db) => db.select({ pet: pets, owner: owners }).from(pets).leftJoin(owners, eq(owners.id, pets.owner)).orderBy(pets.id),
  'expressions with a decoder': (db) => db.select({ count: sql<string>`count(*)`.mapWith(String), named: sql<number>`max(${pets.born})`.as('named') }).from(pets),
  'no rows': (db) => db.select().from(pets).where(eq(pets.id, 'p9')),
};

describe('a query over our driver', () => {
  it.each(Object.entries(queries))('gives what drizzle gives: %s', async (_name, build) => {
    expect(await build(ours).execute()).toEqual(await build(theirs).execute());
  });

  it('fills in values by name, each time anew, encoded as its column says where it writes', async () => {
    const add = preparedWrite<{ id: string; tame: boolean; tricks: readonly string[] }>((tx) => tx.insert(pets).values({ id: value('id'), owner: null, tame: value('tame'), born: 7, tricks: value('tricks') }));
    const find = prepared<{ id: string; from: number }, { tame: boolean; tricks: readonly string[] }[]>((db) => db.select({ tame: pets.tame, tricks: pets.tricks }).from(pets).where(sql`${eq(pets.id, value('id'))} and ${pets.born} >= ${value('from')}`));
    await add(ours, { id: 'p3', tame: true, tricks: ['roll', 'beg'] });
    await add(ours, { id: 'p4', tame: false, tricks: [] });
    expect(await find(ours, { id: 'p3', from: 0 })).toEqual([{ tame: true, tricks: ['roll', 'beg'] }]);
    expect(await find(ours, { id: 'p4', from: 7 })).toEqual([{ tame: false, tricks: [] }]);
    expect(await find(ours, { id: 'p4', from: 8 })).toEqual([]);
    await expect(find(ours, { id: 'p4' } as never)).rejects.toThrow('No value for placeholder "from"');
  });

  it('asks about a list of any length, each once', async () => {
    const find = preparedList<{ from: number }, { id: string }>((db, ids) => db.select({ id: pets.id }).from(pets).where(and(inArray(pets.id, ids), gte(pets.born, value('from')))).orderBy(pets.id));
    const wanted = ['p1', 'p2', 'p7', 'p8', 'p9'];
    for (let length = 0; length <= wanted.length; length += 1) expect((await find(ours, wanted.slice(0, length), { from: 0 })).map(({ id }) => id)).toEqual(['p1', 'p2'].slice(0, length));
    expect(await find(ours, wanted, { from: 6 })).toEqual([{ id: 'p2' }]);
  });

  it('says what the database refused, and answers what a write returns', async () => {
    const add = preparedWrite<{ id: string; name: string }>((tx) => tx.insert(owners).values({ id: value('id'), name: value('name') }));
    await add(ours, { id: 'o2', name: 'Bob' });
    expect(refusalOf(await add(ours, { id: 'o2', name: 'Bob' }).catch((error: unknown) => error))).toBe('unique');
    expect(await ours.delete(owners).where(eq(owners.id, 'o2')).returning()).toEqual([{ id: 'o2', name: 'Bob' }]);
  });

  it('is refused on a dead handle, prepared or not', async () => {
    const all = prepared<Record<string, never>, unknown[]>((db) => db.select().from(owners));
    await all(ours, {});
    alive = false;
    await expect(all(ours, {})).rejects.toMatchObject({ cause: { message: 'the handle is dead' } });
    await expect(ours.select().from(owners).execute()).rejects.toMatchObject({ cause: { message: 'the handle is dead' } });
    await expect(ours.insert(owners).values({ id: 'x', name: 'x' }).execute()).rejects.toMatchObject({ cause: { message: 'the handle is dead' } });
    alive = true;
  });
});
