import * as lite from 'drizzle-orm/sqlite-core';

/**
 * The column kit: the only words that `tables.ts` files use, so that one declaration can serve two databases.
 * SQLite's types are canonical; `columns.postgres.ts` gives the same words for PostgreSQL and is checked against these.
 * Instants are epoch milliseconds, money is integer minor units, JSON is decoded here.
 */
export const sqliteColumns = {
  table: lite.sqliteTable,
  text: (name: string) => lite.text(name),
  integer: (name: string) => lite.integer(name),
  boolean: (name: string) => lite.integer(name, { mode: 'boolean' }),
  instant: (name: string) => lite.integer(name),
  json: <Value>(name: string) => lite.text(name, { mode: 'json' }).$type<Value>(),
  bytes: (name: string) => lite.blob(name, { mode: 'buffer' }),
  primaryKey: lite.primaryKey,
  foreignKey: lite.foreignKey,
  unique: lite.unique,
  index: lite.index,
  uniqueIndex: lite.uniqueIndex,
  check: lite.check,
};

export const { table, text, integer, boolean, instant, json, bytes, primaryKey, foreignKey, unique, index, uniqueIndex, check } = sqliteColumns;
