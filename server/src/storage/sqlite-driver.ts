import type Sqlite from 'better-sqlite3';
import { NoopCache } from 'drizzle-orm/cache/core';
import { is } from 'drizzle-orm/entity';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { NoopLogger } from 'drizzle-orm/logger';
import { Param, Placeholder, type Query } from 'drizzle-orm/sql';
import { SQLiteAsyncDialect, type SelectedFieldsOrdered, type SQLiteExecuteMethod } from 'drizzle-orm/sqlite-core';
import { RemotePreparedQuery, SQLiteRemoteSession, SqliteRemoteDatabase, type RemoteCallback } from 'drizzle-orm/sqlite-proxy';
import { rowMapper } from './row-mapper.ts';
import { toDbError } from './sqlite-errors.ts';

type Db = SqliteRemoteDatabase<Record<string, never>>;
type Values = Record<string, unknown>;

/** What a query needs of its connection. */
interface Connected {
  /** Throws when the handle may not be used (any more). */
  assertAlive(): void;
  statement(text: string): Sqlite.Statement<unknown[], unknown[]>;
}

/**
 * Drizzle's asynchronous proxy driver over better-sqlite3, with its two slow steps worked out once for each prepared
 * query instead of for each call: where a value goes, and how a row becomes an object.
 */
export function asyncDrizzle(connection: Sqlite.Database, assertAlive: () => void): Db {
  const dialect = new SQLiteAsyncDialect();
  return new SqliteRemoteDatabase('async', dialect, new Session({ assertAlive, statement: statementsOf(connection) }, dialect), undefined);
}

const logger = new NoopLogger();
const cache = new NoopCache();

class Session extends SQLiteRemoteSession<Record<string, never>, Record<string, never>> {
  readonly #connected: Connected;
  readonly #client: RemoteCallback;
  constructor(connected: Connected, dialect: SQLiteAsyncDialect) {
    const client: RemoteCallback = async (text, params, method) => ({ rows: rowsOf(connected, connected.statement(text), params, method) });
    super(client, dialect, undefined);
    this.#connected = connected;
    this.#client = client;
  }
  override prepareQuery(...[query, fields, method, arrays, mapper]: Parameters<SQLiteRemoteSession<Record<string, never>, Record<string, never>>['prepareQuery']>): DirectQuery {
    return new DirectQuery(this.#connected, this.#client, query, fields, method, arrays, mapper);
  }
}

class DirectQuery extends RemotePreparedQuery {
  /** Set by drizzle after a join: false for a table that may be missing from the row. */
  declare joinsNotNullableMap?: Readonly<Record<string, boolean>>;
  readonly #connected: Connected;
  readonly #bind: (values: Values) => unknown[];
  readonly #text: string;
  readonly #map: ((row: unknown[]) => unknown) | undefined;
  #statement: Sqlite.Statement<unknown[], unknown[]> | undefined;

  constructor(connected: Connected, client: RemoteCallback, query: Query, fields: SelectedFieldsOrdered | undefined, method: SQLiteExecuteMethod, arrays: boolean, mapper: ((rows: unknown[][]) => unknown) | undefined) {
    super(client, query, logger, cache, undefined, undefined, fields, method, arrays, mapper);
    this.#connected = connected;
    this.#text = query.sql;
    this.#bind = binderOf(query.params);
    this.#map = fields && !mapper ? rowMapper(fields) : undefined;
  }
  override async run(values: Values = {}): Promise<{ rows: unknown[] }> {
    return { rows: this.#rows(values) };
  }
  override async all(values: Values = {}): Promise<unknown> {
    const map = this.#map;
    if (!map || this.#mayMiss()) return super.all(values);
    return this.#rows(values).map(map);
  }
  #rows(values: Values): unknown[][] {
    const params = this.#bind(values);
    try {
      return rowsOf(this.#connected, (this.#statement ??= this.#connected.statement(this.#text)), params, 'all');
    } catch (error) {
      throw new DrizzleQueryError(this.#text, params, error as Error);
    }
  }
  #mayMiss(): boolean {
    return Object.values(this.joinsNotNullableMap ?? {}).includes(false);
  }
}

function rowsOf(connected: Connected, statement: Sqlite.Statement<unknown[], unknown[]>, params: unknown[], method: string): unknown[][] {
  connected.assertAlive();
  try {
    if (statement.reader) return method === 'get' ? statement.get(...params) as unknown[][] : statement.all(...params);
    statement.run(...params);
    return [];
  } catch (error) {
    throw toDbError(error);
  }
}

/** Fills in the values that `sql.placeholder` named. */
function binderOf(params: readonly unknown[]): (values: Values) => unknown[] {
  const places = params.map((param) => {
    if (is(param, Placeholder)) return { name: param.name, encode: undefined, value: undefined };
    if (is(param, Param) && is(param.value, Placeholder)) return { name: param.value.name, encode: param.encoder, value: undefined };
    return { name: undefined, encode: undefined, value: param };
  });
  return (values) => places.map(({ name, encode, value }) => {
    if (name === undefined) return value;
    if (!(name in values)) throw new Error(`No value for placeholder "${name}" was provided`);
    return encode ? encode.mapToDriverValue(values[name]) : values[name];
  });
}

const mostStatements = 500;

/** Compiled statements by text; the oldest goes when there are too many. */
function statementsOf(connection: Sqlite.Database): Connected['statement'] {
  const known = new Map<string, Sqlite.Statement<unknown[], unknown[]>>();
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    const statement = prepareRaw(connection, text);
    if (known.size >= mostStatements) known.delete(known.keys().next().value as string);
    known.set(text, statement);
    return statement;
  };
}

function prepareRaw(connection: Sqlite.Database, text: string): Sqlite.Statement<unknown[], unknown[]> {
  try {
    const statement = connection.prepare<unknown[], unknown[]>(text);
    return statement.reader ? statement.raw(true) : statement;
  } catch (error) {
    throw toDbError(error);
  }
}
