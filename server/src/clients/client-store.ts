import { and, asc, eq, gt, inArray, isNull, notExists, or, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '../domain/scope.ts';
import { prepared, preparedList, type ReadDb, type WriteDb } from '../storage/store.ts';
import { clientMerges, clients, contacts } from './tables.ts';

export type ClientRow = typeof clients.$inferSelect;
export type ContactRow = typeof contacts.$inferSelect;

const value = sql.placeholder;

export interface ContactWithClient {
  readonly id: string;
  readonly clientId: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly timeZone: string | null;
  readonly lang: string | null;
  readonly clientName: string;
}

const contactQuery = prepared<{ businessId: string; id: string }, ContactWithClient[]>((db) => db
  .select({ id: contacts.id, clientId: contacts.clientId, name: contacts.name, email: contacts.email, phone: contacts.phone, timeZone: contacts.timeZone, lang: contacts.lang, clientName: clients.name })
  .from(contacts).innerJoin(clients, and(eq(clients.businessId, contacts.businessId), eq(clients.id, contacts.clientId)))
  .where(and(eq(contacts.businessId, value('businessId')), eq(contacts.id, value('id')))));
const byEmailQuery = prepared<{ businessId: string; emailNorm: string }, ContactRow[]>((db) => db.select().from(contacts)
  .where(and(eq(contacts.businessId, value('businessId')), eq(contacts.emailNorm, value('emailNorm')))));

export async function findContact(db: ReadDb, scope: Scope, id: string): Promise<ContactWithClient | undefined> {
  return (await contactQuery(db, { businessId: scope.businessId, id }))[0];
}

export async function findContactByEmail(db: ReadDb, scope: Scope, emailNorm: string): Promise<ContactRow | undefined> {
  return (await byEmailQuery(db, { businessId: scope.businessId, emailNorm }))[0];
}

/** Not merged into another account, and not erased. */
const isStanding = (db: ReadDb): SQL | undefined => and(isNull(clients.erasedAt), notExists(db.select({ id: clientMerges.fromId }).from(clientMerges)
  .where(and(eq(clientMerges.businessId, clients.businessId), eq(clientMerges.fromId, clients.id)))));

export async function findClient(db: ReadDb, scope: Scope, id: string): Promise<ClientRow | undefined> {
  const [row] = await db.select().from(clients).where(and(eq(clients.businessId, scope.businessId), eq(clients.id, id), isStanding(db)));
  return row;
}

export const contactsOf = (db: ReadDb, scope: Scope, clientIds: readonly string[]): Promise<ContactRow[]> => clientIds.length === 0 ? Promise.resolve([]) :
  db.select().from(contacts).where(and(eq(contacts.businessId, scope.businessId), inArray(contacts.clientId, [...clientIds]))).orderBy(asc(contacts.createdAt), asc(contacts.id)).execute();

export interface ClientFilter {
  /** In search form. */
  readonly search: string;
  readonly archived: boolean;
  readonly after: { readonly searchText: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** By name. The search looks at names, addresses and numbers of the client and its contacts. */
export function clientsPage(db: ReadDb, scope: Scope, filter: ClientFilter): Promise<ClientRow[]> {
  const conditions: (SQL | undefined)[] = [eq(clients.businessId, scope.businessId), eq(clients.archived, filter.archived), isStanding(db)];
  for (const word of filter.search.split(/\s+/).filter(Boolean)) conditions.push(sql`${clients.searchText} like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`} escape '\\'`);
  if (filter.after) conditions.push(or(gt(clients.searchText, filter.after.searchText), and(eq(clients.searchText, filter.after.searchText), gt(clients.id, filter.after.id))));
  return db.select().from(clients).where(and(...conditions)).orderBy(asc(clients.searchText), asc(clients.id)).limit(filter.limit).execute();
}

export async function insertClient(tx: WriteDb, row: ClientRow): Promise<void> {
  await tx.insert(clients).values(row);
}

export async function updateClient(tx: WriteDb, scope: Scope, id: string, change: Partial<ClientRow>): Promise<void> {
  if (Object.keys(change).length > 0) await tx.update(clients).set(change).where(and(eq(clients.businessId, scope.businessId), eq(clients.id, id)));
}

export async function insertContact(tx: WriteDb, row: ContactRow): Promise<void> {
  await tx.insert(contacts).values(row);
}

export async function updateContact(tx: WriteDb, scope: Scope, id: string, change: Partial<ContactRow>): Promise<void> {
  if (Object.keys(change).length > 0) await tx.update(contacts).set(change).where(and(eq(contacts.businessId, scope.businessId), eq(contacts.id, id)));
}

const namedRows = preparedList<{ businessId: string }, { id: string; name: string }>((db, ids) => db.select({ id: clients.id, name: clients.name }).from(clients).where(and(eq(clients.businessId, value('businessId')), inArray(clients.id, ids))));

/** The names of clients that exist, by id. */
export async function clientNames(db: ReadDb, scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await namedRows(db, [...new Set(ids)], { businessId: scope.businessId });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Names of contacts and of their clients, for lists of bookings. */
export async function namesOf(db: ReadDb, scope: Scope, contactIds: readonly string[]): Promise<Map<string, { client: string; contact: string }>> {
  const ids = [...new Set(contactIds)];
  if (ids.length === 0) return new Map();
  const rows = await db.select({ id: contacts.id, contact: contacts.name, client: clients.name }).from(contacts)
    .innerJoin(clients, and(eq(clients.businessId, contacts.businessId), eq(clients.id, contacts.clientId)))
    .where(and(eq(contacts.businessId, scope.businessId), inArray(contacts.id, ids)));
  return new Map(rows.map(({ id, contact, client }) => [id, { contact, client }]));
}
