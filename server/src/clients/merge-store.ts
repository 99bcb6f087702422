import { and, eq, inArray } from 'drizzle-orm';
import type { Scope } from '../domain/scope.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import type { ClientRow } from './client-store.ts';
import { clientMerges, clients, contacts } from './tables.ts';

export type MergeRow = typeof clientMerges.$inferSelect;

export async function findMerge(db: ReadDb, { businessId }: Scope, fromId: string): Promise<MergeRow | undefined> {
  const [row] = await db.select().from(clientMerges).where(and(eq(clientMerges.businessId, businessId), eq(clientMerges.fromId, fromId)));
  return row;
}

/** An account and all that were merged into it, and into those. */
export async function withAbsorbed(db: ReadDb, { businessId }: Scope, clientId: string): Promise<readonly string[]> {
  const ids = [clientId];
  for (const id of ids) {
    const rows = await db.select({ fromId: clientMerges.fromId }).from(clientMerges).where(and(eq(clientMerges.businessId, businessId), eq(clientMerges.intoId, id)));
    ids.push(...rows.map((row) => row.fromId));
  }
  return ids;
}

/** The contacts that came into an account with another one. */
export async function contactsThatCame(db: ReadDb, { businessId }: Scope, intoId: string): Promise<ReadonlySet<string>> {
  const rows = await db.select({ contactIds: clientMerges.contactIds }).from(clientMerges).where(and(eq(clientMerges.businessId, businessId), eq(clientMerges.intoId, intoId)));
  return new Set(rows.flatMap((row) => row.contactIds));
}

/** The row itself, merged away or not. */
export async function findMergedAway(db: ReadDb, { businessId }: Scope, id: string): Promise<ClientRow | undefined> {
  const [row] = await db.select().from(clients).where(and(eq(clients.businessId, businessId), eq(clients.id, id)));
  return row;
}

export async function insertMerge(tx: WriteDb, row: MergeRow): Promise<void> {
  await tx.insert(clientMerges).values(row);
}

export async function deleteMerge(tx: WriteDb, { businessId, fromId }: MergeRow): Promise<void> {
  await tx.delete(clientMerges).where(and(eq(clientMerges.businessId, businessId), eq(clientMerges.fromId, fromId)));
}

/** Their bookings must follow in the same transaction. */
export async function moveContacts(tx: WriteDb, { businessId }: Scope, contactIds: readonly string[], clientId: string): Promise<void> {
  await tx.update(contacts).set({ clientId }).where(and(eq(contacts.businessId, businessId), inArray(contacts.id, [...contactIds])));
}
