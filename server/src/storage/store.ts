import { sql, type Placeholder } from 'drizzle-orm';
import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import { memoryOf } from './read-memory.ts';

export type ReadDb = Pick<SqliteRemoteDatabase, 'select' | 'selectDistinct' | 'with' | '$count'>;
export type WriteDb = ReadDb & Pick<SqliteRemoteDatabase, 'insert' | 'update' | 'delete'>;

/** The only two ways to the data. */
export interface Store {
  /** Reads on their own connection: never waits for writers, never sees half a transaction. */
  read<Result>(work: (db: ReadDb) => Promise<Result>): Promise<Result>;
  /**
   * One transaction, all or nothing. `work` must await nothing but the database: every other writer is waiting.
   * The handle is dead after the transaction; a write inside a write is refused.
   */
  write<Result>(work: (tx: WriteDb) => Promise<Result>): Promise<Result>;
  /** Called after every commit. Returns how to stop. */
  onCommit(listener: () => void): () => void;
  /** Lets the database look at how its tables have grown, so that it goes on choosing the right index. Cheap: call it now and then. */
  tune(): Promise<void>;
  /** Resolves when the database answers and accepts a write. */
  check(): Promise<void>;
  /** One consistent copy while running, at `path`. Resolves to its size in bytes. */
  backUp(path: string): Promise<number>;
  /** Finishes the queued writes, then closes. */
  close(): Promise<void>;
}

export type DbErrorKind = 'overlap' | 'exhausted' | 'unique' | 'foreign_key' | 'check' | 'busy' | 'other';

/** A refusal by the database, in words that do not depend on which database it is. */
export class DbError extends Error {
  readonly kind: DbErrorKind;
  constructor(kind: DbErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DbError';
    this.kind = kind;
  }
}

/** What the database refused, however deep drizzle has wrapped it; undefined for other errors. */
export function refusalOf(error: unknown): DbErrorKind | undefined {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof DbError) return at.kind;
  return undefined;
}

interface Preparable<Rows> {
  prepare(): { execute(values?: Record<string, unknown>): Promise<Rows> };
}

/**
 * A query that is built once per connection: drizzle's builder costs more than SQLite's work.
 * Name its values with `sql.placeholder('name')`; they are sent as given, so JSON must be text already.
 */
export function prepared<Values extends Record<string, unknown>, Rows>(build: (db: ReadDb) => Preparable<Rows>): (db: ReadDb, values: Values) => Promise<Rows> {
  const built = new WeakMap<object, ReturnType<Preparable<Rows>['prepare']>>();
  return (db, values) => {
    let query = built.get(db);
    if (!query) built.set(db, (query = build(db).prepare()));
    return query.execute(values);
  };
}

/**
 * The same for what every request asks and few change: answered from memory until the next commit of anything, except
 * inside a transaction. The rows are shared by all who ask: nobody may change them.
 */
export function remembered<Values extends Record<string, unknown>, Rows>(build: (db: ReadDb) => Preparable<Rows>): (db: ReadDb, values: Values) => Promise<Rows> {
  const ask = prepared<Values, Rows>(build);
  return (db, values) => memoryOf(db)?.recall(ask, values, () => ask(db, values)) ?? ask(db, values);
}

/**
 * The same for a question about a list (`inArray(column, list)`): one query for each length, rounded up to a power of two;
 * the last value is asked for again in the places that are left. Without values nothing is asked.
 */
export function preparedList<Values extends Record<string, unknown>, Row>(build: (db: ReadDb, list: Placeholder[]) => Preparable<Row[]>): (db: ReadDb, list: readonly (string | number)[], values: Values) => Promise<Row[]> {
  const byLength = new Map<number, (db: ReadDb, values: Record<string, unknown>) => Promise<Row[]>>();
  return (db, list, values) => {
    const last = list.at(-1);
    if (last === undefined) return Promise.resolve([]);
    const length = 2 ** Math.ceil(Math.log2(list.length));
    let query = byLength.get(length);
    if (!query) byLength.set(length, (query = prepared((on) => build(on, Array.from({ length }, (_, index) => sql.placeholder(`listed${index}`))))));
    const all: Record<string, unknown> = { ...values };
    for (let index = 0; index < length; index += 1) all[`listed${index}`] = list[index] ?? last;
    return query(db, all);
  };
}

/** The same for a writing statement. */
export function preparedWrite<Values extends Record<string, unknown>, Rows = unknown>(build: (tx: WriteDb) => Preparable<Rows>): (tx: WriteDb, values: Values) => Promise<Rows> {
  return prepared(build as (db: ReadDb) => Preparable<Rows>);
}
