import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { WriteDb } from '../storage/store.ts';
import { refreshSearch } from './add-client.ts';
import { findClient, findContact, updateClient, updateContact } from './client-store.ts';

/** What somebody says their own name is. A person's account that bore the same name follows; a company's never does. */
export async function setContactName(deps: Deps, tx: WriteDb, scope: Scope, contactId: string, name: string): Promise<void> {
  const contact = await findContact(tx, scope, contactId);
  if (!contact || contact.name === name) return;
  await updateContact(tx, scope, contactId, { name });
  const client = await findClient(tx, scope, contact.clientId);
  if (client?.kind === 'person' && client.name === contact.name) await updateClient(tx, scope, client.id, { name });
  await refreshSearch(tx, scope, contact.clientId);
  await record(deps, tx, scope, { type: 'contact.changed', subjectId: contactId, clientId: contact.clientId, payload: { contactId, fields: ['name'] } });
}
