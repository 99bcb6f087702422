import { sql } from 'drizzle-orm';
import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import type { WriteDb } from './store.ts';

/**
 * Until this transaction commits, rows may point at rows that are about to move too; the commit checks them all. For two
 * tables whose composite keys name each other's owner. (PostgreSQL: the same keys DEFERRABLE, SET CONSTRAINTS ALL DEFERRED.)
 */
export async function deferReferences(tx: WriteDb): Promise<void> {
  await (tx as SqliteRemoteDatabase).run(sql`PRAGMA defer_foreign_keys = ON`);
}
