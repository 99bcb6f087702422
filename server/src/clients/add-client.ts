import { ensureContactIdentity } from '../auth/public.ts';
import type { Deps } from '../deps.ts';
import { DomainError } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import { emailForm, searchForm } from '../domain/text.ts';
import { record } from '../events/event-log.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import { contactsOf, findClient, findContactByEmail, insertClient, insertContact, updateClient, updateContact, type ContactRow } from './client-store.ts';
import { contactsThatCame } from './merge-store.ts';

export interface NewContact {
  readonly name: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly lang?: string | undefined;
}

export interface ClientPerson {
  readonly clientId: string;
  readonly contactId: string;
}

/** An account and its first person. The address must be new here: the same person twice would split the history. */
export async function addClientWithContact(deps: Deps, tx: WriteDb, scope: Scope, contact: NewContact, via: 'guest' | 'staff' | 'import', account: { name?: string; kind?: 'person' | 'company'; note?: string } = {}): Promise<ClientPerson> {
  const clientId = await addAccount(deps, tx, scope, { name: account.name ?? contact.name, kind: account.kind ?? 'person', note: account.note ?? '' }, via);
  return { clientId, contactId: await addContact(deps, tx, scope, clientId, contact) };
}

export async function addAccount(deps: Deps, tx: WriteDb, scope: Scope, account: { name: string; kind: 'person' | 'company'; note: string }, via: 'guest' | 'staff' | 'import'): Promise<string> {
  const id = deps.newId();
  await insertClient(tx, { businessId: scope.businessId, id, ...account, searchText: searchForm(account.name), archived: false, erasedAt: null, createdAt: deps.now() });
  await record(deps, tx, scope, { type: 'client.added', subjectId: id, clientId: id, payload: { name: account.name, via } });
  return id;
}

export async function addContact(deps: Deps, tx: WriteDb, scope: Scope, clientId: string, contact: NewContact): Promise<string> {
  const emailNorm = contact.email === undefined ? null : emailForm(contact.email);
  if (emailNorm !== null) await requireNewAddress(tx, scope, emailNorm);
  const row: ContactRow = {
    businessId: scope.businessId, clientId, id: deps.newId(), name: contact.name, email: contact.email ?? null, emailNorm, phone: contact.phone ?? null,
    timeZone: contact.timeZone ?? null, lang: contact.lang ?? null, createdAt: deps.now(),
  };
  await insertContact(tx, row);
  await refreshSearch(tx, scope, clientId);
  if (contact.email !== undefined) await ensureContactIdentity(deps, tx, scope, { contactId: row.id, email: contact.email });
  await record(deps, tx, scope, { type: 'contact.added', subjectId: row.id, clientId, payload: { contactId: row.id, name: row.name } });
  return row.id;
}

export async function requireNewAddress(tx: WriteDb, scope: Scope, emailNorm: string, except = ''): Promise<void> {
  const known = await findContactByEmail(tx, scope, emailNorm);
  if (!known || known.id === except) return;
  const client = await findClient(tx, scope, known.clientId);
  throw new DomainError('conflict', `${known.name} already has this address, as a contact of ${client?.name ?? 'another client'}.`, { fields: [{ field: 'email', message: 'This address belongs to another client.' }] });
}

/** Keeps what the search looks at in step with the names, addresses and numbers. */
export async function refreshSearch(tx: WriteDb, scope: Scope, clientId: string): Promise<void> {
  const client = await findClient(tx, scope, clientId);
  if (!client) return;
  const people = await contactsOf(tx, scope, [clientId]);
  const words = people.flatMap((one) => [one.name, one.email ?? '', (one.phone ?? '').replaceAll(/\D/g, '')]);
  await updateClient(tx, scope, clientId, { searchText: searchForm([client.name, ...words].join(' ')).slice(0, 1000) });
}

/** Whoever books with an address: a client that is known here, or a new one. A known one's data is not touched. */
export async function findOrAddGuest(deps: Deps, tx: WriteDb, scope: Scope, guest: NewContact & { email: string }): Promise<ClientPerson & { isNew: boolean }> {
  const known = await findContactByEmail(tx, scope, emailForm(guest.email));
  if (!known) return { ...(await addClientWithContact(deps, tx, scope, guest, 'guest')), isNew: true };
  if (known.phone === null && guest.phone !== undefined) await updateContact(tx, scope, known.id, { phone: guest.phone });
  return { clientId: known.clientId, contactId: known.id, isNew: false };
}

/** Whom to book for when only the account is named: the first contact of its own, before those that a merge brought. */
export async function mainContact(tx: ReadDb, scope: Scope, clientId: string): Promise<ClientPerson | undefined> {
  const client = await findClient(tx, scope, clientId);
  if (!client) return undefined;
  const people = await contactsOf(tx, scope, [clientId]);
  const came = await contactsThatCame(tx, scope, clientId);
  const main = people.find(({ id }) => !came.has(id)) ?? people[0];
  return main && { clientId, contactId: main.id };
}

/** What somebody's page says about them: the zone of this time, and the language while none is known. */
export async function rememberPage(tx: WriteDb, scope: Scope, contact: { id: string; timeZone: string | null; lang: string | null }, page: { timeZone: string; lang?: string | undefined }): Promise<void> {
  await updateContact(tx, scope, contact.id, {
    ...(contact.timeZone !== page.timeZone && { timeZone: page.timeZone }), ...(contact.lang === null && page.lang !== undefined && { lang: page.lang }),
  });
}
