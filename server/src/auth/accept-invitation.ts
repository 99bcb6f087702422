import type { AcceptInvitationInput, InvitationPreview } from '@portico/contract/auth.ts';
import { findBusiness } from '../business/public.ts';
import { findContact, setContactName } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import { conflict } from '../domain/errors.ts';
import { hashOf } from '../domain/tokens.ts';
import { record } from '../events/event-log.ts';
import type { ReadDb } from '../storage/store.ts';
import { assertGoodPassword } from './credential-rules.ts';
import { afterProof, deadLink, proveMailbox, type Outcome } from './finish-sign-in.ts';
import { findIdentity, setFirstPassword, type IdentityRow, type Within } from './identity-store.ts';
import { consumeToken, findOpenToken } from './mailed-token-store.ts';
import { actingAs } from './open-session.ts';
import { findStaff, updateStaff } from './staff-store.ts';
import type { IdentityKind } from './tables.ts';
import type { Visit } from './visit.ts';

interface Invitation extends InvitationPreview {
  readonly tokenId: string;
  readonly identity: IdentityRow;
}

/** Looking consumes nothing: mail scanners look too. */
export async function lookAtInvitation(deps: Deps, scope: Within, kind: IdentityKind, token: string): Promise<InvitationPreview> {
  return deps.store.read((db) => openInvitation(deps, db, scope, kind, token));
}

/** Sets the first password and signs in. Never replaces a password that was proven to be this mailbox's. */
export async function acceptInvitation(deps: Deps, scope: Within, visit: Visit, input: AcceptInvitationInput): Promise<Outcome> {
  const invitation = await deps.store.read((db) => openInvitation(deps, db, scope, visit.kind, input.token));
  assertGoodPassword(input.password, invitation);
  const passwordHash = await deps.hasher.hash(input.password);
  return deps.store.write(async (tx) => {
    const { identity, tokenId } = await openInvitation(deps, tx, scope, visit.kind, input.token);
    if (!(await consumeToken(tx, scope, tokenId, deps.now()))) throw deadLink();
    const proven = await proveMailbox(deps, tx, identity, true);
    if (!(await setFirstPassword(tx, scope, identity.id, passwordHash))) throw conflict('You have a password already. Sign in with it, or ask for a new one.', 'has_password');
    if (identity.kind === 'staff') await updateStaff(tx, scope, identity.id, { status: 'active', ...(input.name !== undefined && { name: input.name }) });
    if (identity.kind === 'contact' && input.name !== undefined) await setContactName(deps, tx, actingAs(identity), identity.id, input.name);
    const clientId = identity.kind === 'contact' ? (await findContact(tx, actingAs(identity), identity.id))?.clientId ?? null : null;
    await record(deps, tx, actingAs(identity), { type: 'identity.password_set', subjectId: identity.id, clientId, payload: { how: 'invitation' } });
    return afterProof(deps, tx, visit, { ...proven, passwordHash }, 'invitation');
  });
}

async function openInvitation(deps: Deps, db: ReadDb, scope: Within, kind: IdentityKind, token: string): Promise<Invitation> {
  const found = await findOpenToken(db, scope, hashOf(token), ['invitation'], deps.now());
  const identity = found && await findIdentity(db, scope, found.identityId);
  const business = await findBusiness(db, scope.businessId);
  if (!found || !business || !identity || identity.disabled || identity.kind !== kind) throw deadLink();
  const name = kind === 'staff' ? (await findStaff(db, scope, identity.id))?.staff.name : (await findContact(db, actingAs(identity), identity.id))?.name;
  return { tokenId: found.id, identity, email: identity.email, name: name ?? '', businessName: business.name };
}
