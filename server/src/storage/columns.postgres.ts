import * as pg from 'drizzle-orm/pg-core';
import type { sqliteColumns } from './columns.ts';

const bytea = pg.customType<{ data: Buffer; driverData: Uint8Array }>({ dataType: () => 'bytea', fromDriver: (bytes) => Buffer.from(bytes) });

/** The same words for PostgreSQL. Every word must exist and give the same JavaScript values; `columns.isolated.test.ts` checks. */
export const postgresColumns = {
  table: pg.pgTable,
  text: (name: string) => pg.text(name),
  integer: (name: string) => pg.bigint(name, { mode: 'number' }),
  boolean: (name: string) => pg.boolean(name),
  instant: (name: string) => pg.bigint(name, { mode: 'number' }),
  json: <Value>(name: string) => pg.jsonb(name).$type<Value>(),
  bytes: (name: string) => bytea(name),
  primaryKey: pg.primaryKey,
  foreignKey: pg.foreignKey,
  unique: pg.unique,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  check: pg.check,
} satisfies Record<keyof typeof sqliteColumns, unknown>;
