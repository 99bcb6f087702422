import type { ConfirmResetInput } from '@portico/contract/auth.ts';
import { findBusiness } from '../business/public.ts';
import { findContact } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import { hashOf } from '../domain/tokens.ts';
import { record } from '../events/event-log.ts';
import type { ReadDb } from '../storage/store.ts';
import { endEverything } from './contact-identity.ts';
import { assertGoodPassword } from './credential-rules.ts';
import { deadLink, proveMailbox } from './finish-sign-in.ts';
import { findIdentity, updateIdentity, type IdentityRow, type Within } from './identity-store.ts';
import { consumeToken, findOpenToken } from './mailed-token-store.ts';
import { actingAs } from './open-session.ts';
import type { IdentityKind } from './tables.ts';

/** A new password, and everybody out. It signs nobody in, and an authenticator app stays as it is. */
export async function confirmReset(deps: Deps, scope: Within, kind: IdentityKind, input: ConfirmResetInput): Promise<void> {
  const { identity } = await deps.store.read((db) => openReset(deps, db, scope, kind, input.token));
  const business = await deps.store.read((db) => findBusiness(db, scope.businessId));
  assertGoodPassword(input.password, { email: identity.email, businessName: business?.name ?? '' });
  const passwordHash = await deps.hasher.hash(input.password);
  await deps.store.write(async (tx) => {
    const found = await openReset(deps, tx, scope, kind, input.token);
    if (!(await consumeToken(tx, scope, found.tokenId, deps.now()))) throw deadLink();
    await proveMailbox(deps, tx, found.identity, true);
    await endEverything(deps, tx, found.identity);
    await updateIdentity(tx, scope, found.identity.id, { passwordHash });
    const clientId = kind === 'contact' ? (await findContact(tx, actingAs(found.identity), found.identity.id))?.clientId ?? null : null;
    await record(deps, tx, actingAs(found.identity), { type: 'identity.password_set', subjectId: found.identity.id, clientId, payload: { how: 'reset' } });
  });
}

async function openReset(deps: Deps, db: ReadDb, scope: Within, kind: IdentityKind, token: string): Promise<{ tokenId: string; identity: IdentityRow }> {
  const found = await findOpenToken(db, scope, hashOf(token), ['reset'], deps.now());
  const identity = found && await findIdentity(db, scope, found.identityId);
  if (!found || !identity || identity.disabled || identity.kind !== kind) throw deadLink();
  return { tokenId: found.id, identity };
}
