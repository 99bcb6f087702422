import type { AddClientInput, AddContactInput, ChangeClientInput, ChangeContactInput, Client } from '@portico/contract/clients.ts';
import { holdInvitation, moveIdentityEmail } from '../auth/public.ts';
import type { Deps } from '../deps.ts';
import { invalidField, notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { emailForm } from '../domain/text.ts';
import { record } from '../events/event-log.ts';
import type { WriteDb } from '../storage/store.ts';
import { addAccount, addContact, refreshSearch, requireNewAddress } from './add-client.ts';
import { findClient, findContact, updateClient, updateContact, type ContactWithClient } from './client-store.ts';
import { readClient } from './client-view.ts';

export async function addClient(deps: Deps, tx: WriteDb, scope: Scope, input: AddClientInput): Promise<Client> {
  requireStaff(scope);
  const id = await addAccount(deps, tx, scope, { name: input.name, kind: input.kind, note: input.note }, 'staff');
  await addContact(deps, tx, scope, id, input.contact ?? { name: input.name });
  return readClient(tx, scope, id, deps.now());
}

export async function changeClient(deps: Deps, tx: WriteDb, scope: Scope, id: string, input: ChangeClientInput): Promise<Client> {
  requireStaff(scope);
  if (!(await findClient(tx, scope, id))) throw notFound();
  await updateClient(tx, scope, id, Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)));
  if (input.name !== undefined) await refreshSearch(tx, scope, id);
  await record(deps, tx, scope, { type: 'client.changed', subjectId: id, clientId: id, payload: { fields: Object.keys(input) } });
  return readClient(tx, scope, id, deps.now());
}

export async function addContactTo(deps: Deps, tx: WriteDb, scope: Scope, clientId: string, input: AddContactInput): Promise<Client> {
  requireStaff(scope);
  if (!(await findClient(tx, scope, clientId))) throw notFound();
  await addContact(deps, tx, scope, clientId, input);
  return readClient(tx, scope, clientId, deps.now());
}

export async function changeContact(deps: Deps, tx: WriteDb, scope: Scope, clientId: string, contactId: string, input: ChangeContactInput): Promise<Client> {
  requireStaff(scope);
  const { lang } = await contactOf(tx, scope, clientId, contactId);
  if (input.email !== undefined) {
    const emailNorm = input.email === null ? null : emailForm(input.email);
    if (emailNorm !== null) await requireNewAddress(tx, scope, emailNorm, contactId);
    await updateContact(tx, scope, contactId, { email: input.email, emailNorm });
    await moveIdentityEmail(deps, tx, scope, contactId, input.email, lang);
  }
  await updateContact(tx, scope, contactId, { ...(input.name !== undefined && { name: input.name }), ...(input.phone !== undefined && { phone: input.phone }) });
  await refreshSearch(tx, scope, clientId);
  await record(deps, tx, scope, { type: 'contact.changed', subjectId: contactId, clientId, payload: { contactId, fields: Object.keys(input) } });
  return readClient(tx, scope, clientId, deps.now());
}

/** Mails an invitation to set a password. A newer one ends the older. */
export async function inviteContact(deps: Deps, tx: WriteDb, scope: Scope, clientId: string, contactId: string): Promise<Client> {
  requireStaff(scope);
  const contact = await contactOf(tx, scope, clientId, contactId);
  if (contact.email === null) throw invalidField('email', 'Add an e-mail address first.');
  await invite(deps, tx, scope, contact);
  return readClient(tx, scope, clientId, deps.now());
}

export async function invite(deps: Deps, tx: WriteDb, scope: Scope, contact: ContactWithClient): Promise<void> {
  await holdInvitation(deps, tx, scope, contact.id);
  await record(deps, tx, scope, { type: 'contact.invited', subjectId: contact.id, clientId: contact.clientId, payload: { contactId: contact.id, invitationId: contact.id, lang: contact.lang } });
}

async function contactOf(tx: WriteDb, scope: Scope, clientId: string, contactId: string): Promise<ContactWithClient> {
  const contact = await findContact(tx, scope, contactId);
  if (!contact || contact.clientId !== clientId) throw notFound();
  return contact;
}
