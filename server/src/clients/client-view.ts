import type { Client } from '@portico/contract/clients.ts';
import { accessOfContacts } from '../auth/public.ts';
import { bookingSummaries } from '../bookings/public.ts';
import { notFound } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import type { ReadDb } from '../storage/store.ts';
import { contactsOf, findClient, type ClientRow } from './client-store.ts';

const iso = (instant: number | null | undefined): string | null => instant === null || instant === undefined ? null : new Date(instant).toISOString();

/** Accounts with their people and what the owner asks first: when next, when last, how often. */
export async function toClients(db: ReadDb, scope: Scope, rows: readonly ClientRow[], now: number): Promise<Client[]> {
  const ids = rows.map((row) => row.id);
  const people = await contactsOf(db, scope, ids);
  const access = await accessOfContacts(db, scope, people.map((one) => one.id));
  const summaries = await bookingSummaries(db, scope, ids, now);
  return rows.map((row) => ({
    id: row.id, kind: row.kind, name: row.name, note: row.note, archived: row.archived, createdAt: new Date(row.createdAt).toISOString(),
    contacts: people.filter((one) => one.clientId === row.id).map((one) => ({
      id: one.id, name: one.name, email: one.email, phone: one.phone, access: access.get(one.id)?.access ?? 'none', lastSeenAt: iso(access.get(one.id)?.lastSeenAt),
    })),
    nextBookingAt: iso(summaries.get(row.id)?.nextAt), lastBookingAt: iso(summaries.get(row.id)?.lastAt), bookingCount: summaries.get(row.id)?.count ?? 0,
  }));
}

export async function readClient(db: ReadDb, scope: Scope, id: string, now: number): Promise<Client> {
  const row = await findClient(db, scope, id);
  if (!row) throw notFound();
  const [client] = await toClients(db, scope, [row], now);
  return client as Client;
}
