import { and, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { Scope } from '../domain/scope.ts';
import { preparedList, type ReadDb, type WriteDb } from '../storage/store.ts';
import { clientMerges, clients, contacts } from './tables.ts';

/** What stands where a name was. */
export const erasedName = 'Erased client';

/** The rows stay, because bookings and invoices refer to them; nothing of a person stays in them. */
export async function blankClients(tx: WriteDb, { businessId }: Scope, ids: readonly string[], erasedAt: number): Promise<void> {
  await tx.update(clients).set({ name: erasedName, searchText: '', note: '', archived: true, erasedAt }).where(and(eq(clients.businessId, businessId), inArray(clients.id, [...ids])));
  await tx.update(contacts).set({ name: erasedName, email: null, emailNorm: null, phone: null, timeZone: null, lang: null }).where(and(eq(contacts.businessId, businessId), inArray(contacts.clientId, [...ids])));
  await tx.update(clientMerges).set({ noteBefore: '' }).where(and(eq(clientMerges.businessId, businessId), or(inArray(clientMerges.intoId, [...ids]), inArray(clientMerges.fromId, [...ids]))));
}

const erasedRows = preparedList<{ businessId: string }, { id: string }>((db, ids) => db.select({ id: clients.id }).from(clients)
  .where(and(eq(clients.businessId, sql.placeholder('businessId')), inArray(clients.id, ids), isNotNull(clients.erasedAt))));

/** Which of them were erased. */
export const erasedAmong = async (db: ReadDb, { businessId }: Scope, ids: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set((await erasedRows(db, [...new Set(ids)], { businessId })).map(({ id }) => id));
