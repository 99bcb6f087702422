import { readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { getTableName, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as everything from '../storage/all-tables.ts';
import { staffCaller, testBusiness, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';

/** Every table that knows a client has a row of two clients in it; one is erased. README says what becomes of each. */
type Row = Readonly<Record<string, unknown>>;
type Config = ReturnType<typeof getTableConfig>;

const configs = Object.values(everything).filter((value) => is(value, SQLiteTable)).map((table) => getTableConfig(table as SQLiteTable));
const known = new Map(configs.map((config) => [config.name, config]));
const owners = ['client_id', 'contact_id', 'identity_id'];
const namesSomebody = ({ name, columns }: Config): boolean => ['clients', 'client_merges', 'identities'].includes(name) || columns.some((column) => owners.includes(column.name));
const personal = configs.filter(namesSomebody);

const decisions = new Map([...readFileSync(new URL('../../README.md', import.meta.url), 'utf8').matchAll(/^\| `([a-z_]+)` \| (gone|blanked|stays) \|/gm)].map(([, name, what]) => [name ?? '', what ?? '']));

/** Where any text would mean something else: nothing may be left to settle, and nothing lies in the future. */
const settled: Readonly<Record<string, Row>> = {
  subscriptions: { state: 'ended' }, invoices: { stage: 'void' }, client_packages: { cancelled: 1 }, payment_attempts: { state: 'succeeded' }, refunds: { state: 'succeeded' },
  bookings: { status: 'done', cancel_reason: 'secret' }, identities: { kind: 'contact', disabled: 0 }, sessions: { kind: 'contact' }, clients: { archived: 0, erased_at: null }, package_entries: { change: 1, kind: 'corrected' },
  document_reviews: { state: 'approved' }, mailed_tokens: { purpose: 'invitation' },
};

let world: TestWorld;
let at: TestBusiness;
let db: Sqlite.Database;
let serial = 0;

beforeEach(async () => {
  world = await testWorld({ PORTICO_LOG: 'error' });
  at = await testBusiness(world);
  db = new Sqlite(world.config.databasePath);
  db.pragma('foreign_keys = OFF');
  db.pragma('ignore_check_constraints = ON');
});
afterEach(async () => {
  db.close();
  await world.close();
});

/** A row in every table that names somebody, and in what those refer to. Every text holds the word `secret`. */
function populate(): Map<string, Row> {
  const made = new Map<string, Row>();
  const fill = (config: Config): Row => {
    const there = made.get(config.name);
    if (there) return there;
    if (config.name === 'businesses') return db.prepare('SELECT * FROM businesses WHERE id = ?').get(at.business.id) as Row;
    serial += 1;
    const row: Record<string, unknown> = Object.fromEntries(config.columns.map((column) => [column.name, valueFor(column)]));
    for (const key of config.foreignKeys) {
      const { columns, foreignTable, foreignColumns } = key.reference();
      const target = known.get(getTableName(foreignTable));
      if (!target || target.name === config.name) continue;
      const parent = fill(target);
      columns.forEach((column, index) => { row[column.name] = parent[foreignColumns[index]?.name ?? '']; });
    }
    const { id: clientId } = config.name === 'clients' ? row : fill(known.get('clients') as Config);
    const { id: contactId } = config.name === 'contacts' || config.name === 'clients' ? row : fill(known.get('contacts') as Config);
    const own = new Map<string, unknown>([['business_id', at.business.id], ...config.name === 'clients' ? [] : [['client_id', clientId] as const], ...['clients', 'contacts'].includes(config.name) ? [] : [['contact_id', contactId] as const, ['identity_id', contactId] as const]]);
    for (const [name, value] of own) if (name in row) row[name] = value;
    if (config.name === 'identities') row['id'] = contactId;
    if (config.name === 'client_merges') row['into_id'] = clientId;
    Object.assign(row, settled[config.name]);
    if (config.name === 'client_merges') row['from_id'] = world.deps.newId();
    db.prepare(`INSERT INTO ${config.name} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row).map((name) => `@${name}`).join(', ')})`).run(row);
    made.set(config.name, row);
    return row;
  };
  for (const config of personal) fill(config);
  return made;
}

function valueFor(column: Config['columns'][number]): unknown {
  const [type, kind] = [column.getSQLType(), column.dataType];
  if (/^(.*_)?id$/.test(column.name)) return world.deps.newId();
  if (type === 'blob') return Buffer.from(`secret ${String(serial).padStart(5, '0')}`);
  if (kind === 'json') return '[]';
  return type === 'integer' ? serial : `secret ${serial}`;
}

const everyRow = (): Map<string, Row[]> => new Map(configs.map(({ name }) => [name, db.prepare(`SELECT * FROM ${name}`).all() as Row[]]));
const ownedBy = (rows: ReadonlyMap<string, readonly Row[]>, name: string, made: ReadonlyMap<string, Row>): readonly Row[] => {
  const mine = made.get(name) ?? {};
  const keys = known.get(name)?.primaryKeys[0]?.columns.map((column) => column.name) ?? ['id'];
  return (rows.get(name) ?? []).filter((row) => keys.every((key) => row[key] === mine[key]));
};

describe('every table that knows a client', () => {
  it('has its decision in the README', () => {
    expect(personal.map(({ name }) => name).filter((name) => !decisions.has(name))).toEqual([]);
    expect([...decisions.keys()].filter((name) => !known.has(name))).toEqual([]);
  });

  it('keeps to it, and another client is untouched', async () => {
    const [gone, other] = [populate(), populate()];
    const { id, name } = gone.get('clients') as { id: string; name: string };
    const owner = await staffCaller(world, at);
    const before = everyRow();
    const answer = await owner('POST', `/v1/console/clients/${id}/erase`, { name });
    expect([answer.status, answer.status === 200 ? '' : await answer.text()]).toEqual([200, '']);
    const after = everyRow();

    const wrong: string[] = [];
    for (const [table, what] of decisions) {
      const [was, is] = [ownedBy(before, table, gone), ownedBy(after, table, gone)];
      if (was.length !== 1) wrong.push(`${table}: not tried`);
      if (what === 'gone' && is.length > 0) wrong.push(`${table}: still there`);
      if (what === 'stays' && JSON.stringify(was) !== JSON.stringify(is)) wrong.push(`${table}: changed`);
      if (what === 'blanked' && (is.length !== 1 || JSON.stringify(was) === JSON.stringify(is))) wrong.push(`${table}: not blanked`);
      for (const row of other.has(table) ? [before] : []) if (JSON.stringify(ownedBy(row, table, other)) !== JSON.stringify(ownedBy(after, table, other))) wrong.push(`${table}: the other client's changed`);
    }
    expect(wrong).toEqual([]);
    for (const [table, column] of [['clients', 'name'], ['clients', 'note'], ['clients', 'search_text'], ['contacts', 'name'], ['contacts', 'email'], ['contacts', 'email_norm'], ['contacts', 'phone'], ['client_merges', 'note_before'], ['bookings', 'note'], ['bookings', 'cancel_reason'], ['bookings', 'link_hash'],
      ['client_keys', 'sealed_key'], ['client_keys', 'text_key'], ['payment_methods', 'customer_ref'], ['payment_methods', 'method_ref'], ['payment_methods', 'last4'], ['payment_attempts', 'url'], ['payment_attempts', 'return_url'], ['plan_requests', 'note'], ['plan_requests', 'answer'], ['review_items', 'text'], ['review_items', 'resolution']] as const) {
      expect(`${table}.${column} ${String(ownedBy(after, table, gone)[0]?.[column])}`).not.toContain('secret');
    }
  });
});
