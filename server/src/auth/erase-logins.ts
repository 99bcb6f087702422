import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import type { WriteDb } from '../storage/store.ts';
import { endEverything } from './contact-identity.ts';
import { deleteIdentity, identitiesOf } from './identity-store.ts';
import { deleteSessionsOf } from './session-store.ts';

/** Logins of contacts go with all that belongs to them: open pages are out with their next request. Answers the addresses they had. */
export async function eraseLogins(deps: Deps, tx: WriteDb, scope: Scope, contactIds: readonly string[]): Promise<readonly string[]> {
  const found = (await identitiesOf(tx, scope, contactIds)).filter(({ kind }) => kind === 'contact');
  for (const identity of found) {
    await endEverything(deps, tx, identity);
    await deleteSessionsOf(tx, scope, identity.id);
    await deleteIdentity(tx, scope, identity.id);
  }
  return found.map(({ email }) => email).filter(Boolean);
}
