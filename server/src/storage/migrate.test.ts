import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrationsFolder } from '../open-deps.ts';
import { migrate } from './migrate.ts';
import { openSqlite } from './sqlite.ts';

const committed = readdirSync(migrationsFolder).filter((name) => name.endsWith('.sql')).sort();
const [firstMigration = ''] = committed;
let data: string;
let path: string;
let folder: string;

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'portico-migrate-'));
  path = join(data, 'portico.db');
  folder = join(data, 'migrations');
  mkdirSync(folder);
  for (const name of committed) copyFileSync(new URL(name, migrationsFolder), join(folder, name));
});
afterEach(() => rmSync(data, { recursive: true }));

const folderUrl = (): URL => pathToFileURL(`${folder}/`);
const add = (name: string, text: string): void => writeFileSync(join(folder, name), text);

function inside<Result>(work: (db: Sqlite.Database) => Result): Result {
  const db = new Sqlite(path);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

const tablesOf = (db: Sqlite.Database): string[] => db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'migrations' ORDER BY name").pluck().all() as string[];
const triggersOf = (db: Sqlite.Database): string[] => db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name").pluck().all() as string[];

interface Column { readonly name: string; readonly type: string }

/** Where the order of numbers matters to a check. */
const order: Readonly<Record<string, number>> = { busy_from: 1, starts_at: 2, ends_at: 3, busy_until: 4, weekday: 1, start_minute: 1, end_minute: 2 };

/** Two rows in every table: all texts the same within a row, so that every reference finds its target. */
function populate(db: Sqlite.Database): void {
  db.pragma('foreign_keys = OFF');
  db.exec('BEGIN');
  for (const table of tablesOf(db)) {
    const columns = db.pragma(`table_info(${table})`) as Column[];
    // Blocked time must not lie where the bookings are.
    const later = table === 'blocks' ? 100 : 0;
    for (const [index, text] of ['ann', 'bob — Zoë 🌿'].entries()) {
      const values = columns.map(({ name, type }) => type.toLowerCase() === 'integer' ? (order[name] ?? columns.length + index) + later : text);
      db.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`).run(...values);
    }
  }
  db.exec('COMMIT');
  expect(db.pragma('foreign_key_check')).toEqual([]);
}

type Rows = Readonly<Record<string, readonly unknown[]>>;
/** Every row as it was, without columns that came later. */
const rowsOf = (db: Sqlite.Database, columns: Readonly<Record<string, readonly string[]>>): Rows => Object.fromEntries(Object.entries(columns)
  .map(([table, names]) => [table, db.prepare(`SELECT ${names.map((name) => `"${name}"`).join(', ')} FROM ${table} ORDER BY 1, 2`).all()]));
const columnsOf = (db: Sqlite.Database): Record<string, string[]> => Object.fromEntries(tablesOf(db).map((table) => [table, (db.pragma(`table_info(${table})`) as Column[]).map(({ name }) => name)]));

const ourTriggers = [...readFileSync(new URL('./objects.sql', import.meta.url), 'utf8').matchAll(/CREATE TRIGGER (\w+)/g)].map(([, name]) => name).sort();

/** As the first version made it; its triggers were made again by every later start. */
function makeFirstVersion(): void {
  const text = readFileSync(join(folder, firstMigration), 'utf8');
  inside((db) => {
    db.exec(`BEGIN; ${text}; CREATE TABLE migrations (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL); COMMIT`);
    db.prepare('INSERT INTO migrations VALUES (?, ?)').run(firstMigration, createHash('sha256').update(text).digest('hex'));
  });
}

describe('a populated database of the first version', () => {
  beforeEach(() => {
    makeFirstVersion();
    inside(populate);
  });

  it('comes to the newest with every row intact, whole, and with its triggers', async () => {
    const columns = inside(columnsOf);
    expect(Object.keys(columns).length).toBeGreaterThan(20);
    const before = inside((db) => rowsOf(db, columns));
    for (const rows of Object.values(before)) expect(rows).toHaveLength(2);

    expect(migrate(path, migrationsFolder).applied).toEqual(committed.slice(1));
    expect(inside((db) => rowsOf(db, columns))).toEqual(before);
    expect(inside(triggersOf)).toEqual(ourTriggers);
    expect(inside((db) => [db.pragma('integrity_check', { simple: true }), db.pragma('foreign_key_check')])).toEqual(['ok', []]);
    expect(migrate(path, migrationsFolder).applied).toEqual([]);

    const store = openSqlite(path);
    await store.check();
    await store.close();
  });

  it('has the same tables, columns and indexes afterwards as one that began with the newest', () => {
    const schema = (db: Sqlite.Database): unknown => db.prepare("SELECT type, name, tbl_name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name").all();
    migrate(path, migrationsFolder);
    const [old, oldColumns] = [inside(schema), inside(columnsOf)];
    rmSync(path);
    migrate(path, migrationsFolder);
    expect(old).toEqual(inside(schema));
    expect(oldColumns).toEqual(inside(columnsOf));
  });

  it('still refuses an overlap and a changed event', () => {
    migrate(path, migrationsFolder);
    inside((db) => {
      const { names, row } = { names: (db.pragma('table_info(bookings)') as Column[]).map(({ name }) => name), row: db.prepare('SELECT * FROM bookings').get() as Record<string, unknown> };
      const clash = { ...row, id: 'clash', link_hash: 'another' };
      expect(() => db.prepare(`INSERT INTO bookings VALUES (${names.map((name) => `@${name}`).join(', ')})`).run(clash)).toThrow('overlap');
      expect(() => db.exec("UPDATE events SET payload = '{}'")).toThrow('append-only');
      expect(() => db.exec('DELETE FROM events')).toThrow('append-only');
    });
  });

  it('keeps its triggers when a table is built anew, which drops them', () => {
    const columns = inside((db) => (db.pragma('table_info(events)') as Column[]).map(({ name, type }) => `${name} ${type}`)).join(', ');
    migrate(path, folderUrl());
    add('9999_rebuild.sql', `CREATE TABLE new_events (${columns}); INSERT INTO new_events SELECT * FROM events; DROP TABLE events; ALTER TABLE new_events RENAME TO events;`);
    migrate(path, folderUrl());
    expect(inside(triggersOf)).toEqual(ourTriggers);
  });

  it('is left as it was by a migration that fails half-way, which runs once it is mended', () => {
    migrate(path, folderUrl());
    add('9999_half.sql', 'CREATE TABLE half (a TEXT);\n--> statement-breakpoint\nINSERT INTO nowhere VALUES (1);');
    expect(() => migrate(path, folderUrl())).toThrow('no such table: nowhere');
    expect(inside(tablesOf)).not.toContain('half');
    add('9999_half.sql', 'CREATE TABLE half (a TEXT);');
    expect(migrate(path, folderUrl()).applied).toEqual(['9999_half.sql']);
  });

  it('is not served when a migration has torn rows from what they belong to', () => {
    add('9999_torn.sql', "DELETE FROM clients WHERE id = 'ann';");
    expect(() => migrate(path, folderUrl())).toThrow('rows point at rows that do not exist');
  });
});

describe('a database that does not fit', () => {
  beforeEach(() => { migrate(path, folderUrl()); });

  it('of a newer version is refused, naming what is unknown', () => {
    add('9999_future.sql', 'CREATE TABLE future (a TEXT);');
    migrate(path, folderUrl());
    expect(() => migrate(path, migrationsFolder)).toThrow('This database was written by a newer version (migration 9999_future.sql): update Portico.');
  });

  it('whose migration was changed after it had run is refused, naming the file', () => {
    add(firstMigration, 'CREATE TABLE other (a TEXT);');
    expect(() => migrate(path, folderUrl())).toThrow(`Migration ${firstMigration} was changed after it had run: restore its committed text.`);
    expect(inside(tablesOf)).not.toContain('other');
  });
});
