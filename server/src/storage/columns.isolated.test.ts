import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import Sqlite from 'better-sqlite3';
import { generateDrizzleJson, generateMigration, generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import { getTableConfig as pgConfig, PgTable } from 'drizzle-orm/pg-core';
import { getTableConfig as liteConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

/**
 * PostgreSQL is a promise (DESIGN 5). Kept so far: every table, declared once, is the same through both kits, can be
 * made in a real PostgreSQL, and gives back the same JavaScript values. The stores do not run there yet.
 */
type Module = Readonly<Record<string, unknown>>;
const lite = tablesIn(await import('./all-tables.ts'), (value) => is(value, SQLiteTable)) as ReadonlyMap<string, SQLiteTable>;
vi.resetModules();
vi.doMock('./columns.ts', async () => (await import('./columns.postgres.ts')).postgresColumns);
const postgresModule: Module = await import('./all-tables.ts');
vi.doUnmock('./columns.ts');
const postgres = tablesIn(postgresModule, (value) => is(value, PgTable)) as ReadonlyMap<string, PgTable>;

function tablesIn(module: Module, isTable: (value: unknown) => boolean): ReadonlyMap<string, unknown> {
  return new Map(Object.values(module).filter(isTable).map((table) => [getTableName(table as SQLiteTable), table]));
}

/** PostgreSQL's kit brings its own kind for bytes, and no other. */
const valuesOf = (dataType: string): string => (dataType === 'custom' ? 'buffer' : dataType);

/** What both say about themselves in the same words; `config` is one of the two. */
function shapeOf(config: ReturnType<typeof pgConfig> | ReturnType<typeof liteConfig>) {
  const names = (columns: readonly unknown[]): string[] => columns.map((column) => (column as { name: string }).name);
  return {
    name: config.name,
    columns: config.columns.map((column) => ({ name: column.name, values: valuesOf(column.dataType), notNull: column.notNull, hasDefault: column.hasDefault })),
    primaryKeys: config.primaryKeys.map((key) => names(key.columns)),
    foreignKeys: config.foreignKeys.map((key) => {
      const { columns, foreignTable, foreignColumns } = key.reference();
      return { columns: names(columns), table: getTableName(foreignTable), foreignColumns: names(foreignColumns) };
    }),
    indexes: config.indexes.map(({ config: index }) => ({ name: index.name, columns: names(index.columns), unique: index.unique })),
    uniques: config.uniqueConstraints.map((key) => names(key.columns)),
    checks: config.checks.map((check) => check.name),
  };
}

describe('every table', () => {
  it('is in the list that migrations are made of', () => {
    const files = readdirSync(new URL('..', import.meta.url), { recursive: true }).map(String).filter((name) => name.endsWith('/tables.ts'));
    const list = readFileSync(new URL('./all-tables.ts', import.meta.url), 'utf8');
    expect(files.length).toBeGreaterThan(7);
    expect(files.filter((file) => !list.includes(`'../${file}'`))).toEqual([]);
    expect(postgres.size).toBe(lite.size);
    expect([...postgres.keys()]).toEqual([...lite.keys()]);
  });

  it.each([...lite.keys()])('%s: same columns, values, keys, indexes and checks through both kits', (name) => {
    const [ours, theirs] = [lite.get(name), postgres.get(name)];
    if (!ours || !theirs) throw new Error('missing');
    expect(shapeOf(pgConfig(theirs))).toEqual(shapeOf(liteConfig(ours)));
  });
});

const beyond31Bits = 1_795_000_000_123;

/** A row that has something of every kind in it. All texts are the same, so that every reference finds its target. */
function sampleRow(table: SQLiteTable): Record<string, unknown> {
  const valueOf = (dataType: string): unknown => {
    if (dataType === 'boolean') return true;
    if (dataType === 'json') return { 'Zoë': ['🌿', null, 1.5, { deep: false }] };
    if (dataType === 'number') return beyond31Bits;
    if (dataType === 'buffer') return Buffer.from([0, 1, 127, 128, 255]);
    return 'Zoë O’Brien 🌿 — שלום';
  };
  return Object.fromEntries(Object.entries(getTableColumns(table)).map(([key, { dataType }]) => [key, valueOf(dataType)]));
}

/** The newest tables in an empty SQLite, without the triggers that guard what may be written. */
async function emptySqlite(path: string): Promise<Store> {
  const file = new Sqlite(path);
  for (const statement of await generateSQLiteMigration(await generateSQLiteDrizzleJson({}), await generateSQLiteDrizzleJson(Object.fromEntries(lite)))) file.exec(statement);
  file.close();
  return openSqlite(path);
}

interface Raw { run(query: string): Promise<unknown> }

describe('in a real PostgreSQL', () => {
  let server: PGlite;
  let sqlite: Store;
  let statements: string[];
  const folder = mkdtempSync(join(tmpdir(), 'portico-kits-'));

  beforeAll(async () => {
    [server, sqlite] = [await PGlite.create(), await emptySqlite(join(folder, 'kits.db'))];
    statements = await generateMigration(generateDrizzleJson({}), generateDrizzleJson(Object.fromEntries(postgres)));
  }, 120_000);
  afterAll(async () => {
    await server.close();
    await sqlite.close();
    rmSync(folder, { recursive: true });
  });

  it('every table can be made, holds a row of each kind, and gives back what SQLite gives back', async () => {
    // References last: they then check the rows that are there. What a row may say is not the question here.
    const isReference = (statement: string): boolean => statement.includes('FOREIGN KEY');
    for (const statement of statements.filter((one) => !isReference(one))) await server.exec(statement);
    for (const table of postgres.values()) for (const { name } of pgConfig(table).checks) await server.exec(`ALTER TABLE "${getTableName(table)}" DROP CONSTRAINT "${name}"`);
    const db = drizzle(server);
    const expected = Object.fromEntries([...lite].map(([name, table]) => [name, [sampleRow(table)]]));
    const fromPostgres: Record<string, unknown> = {};
    for (const [name, table] of postgres) {
      await db.insert(table).values(expected[name] as never);
      fromPostgres[name] = await db.select().from(table);
    }
    expect(fromPostgres).toEqual(expected);
    for (const statement of statements.filter(isReference)) await server.exec(statement);

    const fromSqlite: Record<string, unknown> = {};
    await sqlite.write(async (tx) => {
      for (const pragma of ['ignore_check_constraints', 'defer_foreign_keys']) await (tx as unknown as Raw).run(`PRAGMA ${pragma} = ON`);
      for (const [name, table] of lite) {
        await tx.insert(table).values(expected[name] as never);
        fromSqlite[name] = await tx.select().from(table);
      }
    });
    expect(fromSqlite).toEqual(expected);
  }, 60_000);

  it('a reference to another business is refused, as in SQLite', async () => {
    await expect(server.exec("INSERT INTO business_origins (business_id, origin) VALUES ('nobody', 'https://a.example')")).rejects.toThrow('foreign key');
  });
});
