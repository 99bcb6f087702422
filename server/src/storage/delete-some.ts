import { getTableName, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { WriteDb } from './store.ts';

/**
 * Deletes at most `limit` rows, told apart by `keys`: the table's primary key. Every other writer waits for a
 * transaction, so what may be many goes in several. Answers how many went.
 */
export async function deleteSome(tx: WriteDb, table: SQLiteTable, keys: readonly SQLiteColumn[], where: SQL | undefined, limit: number): Promise<number> {
  if (!where) throw new Error(`deleting from ${getTableName(table)} needs a condition`);
  const key = sql.join([...keys], sql`, `);
  const gone = await tx.delete(table).where(sql`(${key}) in (select ${key} from ${table} where ${where} limit ${limit})`).returning({ gone: sql<number>`1` });
  return gone.length;
}
