import type { Scope } from '../domain/scope.ts';
import { emailForm } from '../domain/text.ts';
import type { WriteDb } from '../storage/store.ts';
import { refreshSearch } from './add-client.ts';
import { findContact, updateContact } from './client-store.ts';

/** After a login's address has changed, its contact's follows. */
export async function setContactEmail(tx: WriteDb, scope: Scope, contactId: string, email: string): Promise<void> {
  const contact = await findContact(tx, scope, contactId);
  if (!contact) return;
  await updateContact(tx, scope, contactId, { email, emailNorm: emailForm(email) });
  await refreshSearch(tx, scope, contact.clientId);
}
