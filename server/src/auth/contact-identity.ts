import { findBusiness } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import { emailForm } from '../domain/text.ts';
import { record } from '../events/event-log.ts';
import { queueMail } from '../notifications/public.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import { emailMovedLetter } from './address-letters.ts';
import { deleteChallengesOf } from './challenge-store.ts';
import { findIdentity, forgetDevices, identitiesOf, insertIdentity, updateIdentity, type IdentityRow } from './identity-store.ts';
import { deleteTokensOf, invitedAmong } from './mailed-token-store.ts';
import { endAll } from './session-store.ts';

const everyPurpose = ['invitation', 'reset', 'confirm_old_email', 'confirm_new_email'] as const;

export const freshIdentity = (businessId: string, id: string, kind: IdentityRow['kind'], email: string, createdAt: number): IdentityRow => ({
  businessId, id, kind, email, emailNorm: emailForm(email), emailProven: false, passwordHash: null, totpSecret: null, totpPending: null, totpLastStep: 0,
  recoveryCodes: [], disabled: false, lastSeenAt: null, createdAt,
});

/** A contact with an address may sign in by mailed code. One that has an identity keeps all of it. */
export async function ensureContactIdentity(deps: Deps, tx: WriteDb, scope: Scope, { contactId, email }: { readonly contactId: string; readonly email: string }): Promise<void> {
  if (await findIdentity(tx, scope, contactId)) return;
  await insertIdentity(tx, freshIdentity(scope.businessId, contactId, 'contact', email, deps.now()));
}

/**
 * The business has changed a contact's address. Whoever had the old mailbox is out at once: sessions, links, codes and
 * known devices end, and what was set before counts as unproven until the new mailbox answers. Null: no login.
 */
export async function moveIdentityEmail(deps: Deps, tx: WriteDb, scope: Scope, contactId: string, email: string | null, lang: string | null = null): Promise<void> {
  const identity = await findIdentity(tx, scope, contactId);
  if (!identity) {
    if (email !== null) await ensureContactIdentity(deps, tx, scope, { contactId, email });
    return;
  }
  if (email !== null && emailForm(email) === identity.emailNorm && !identity.disabled) return updateIdentity(tx, scope, contactId, { email });
  await endEverything(deps, tx, identity);
  // A freed address must be free for another contact.
  const moved = email === null ? { email: '', emailNorm: `none:${contactId}`, disabled: true } : { email, emailNorm: emailForm(email), disabled: false };
  await updateIdentity(tx, scope, contactId, { ...moved, emailProven: false });
  await record(deps, tx, scope, { type: 'identity.email_changed', subjectId: contactId, payload: {} });
  const business = await findBusiness(tx, scope.businessId);
  if (business && identity.lastSeenAt !== null && identity.email) {
    await queueMail(deps, tx, { businessId: scope.businessId, to: { address: identity.email }, ...emailMovedLetter(deps, business, { lang }) });
  }
}

/** Sessions, open sign-ins, links in mails and known devices of one person. */
export async function endEverything(deps: Pick<Deps, 'now'>, tx: WriteDb, identity: IdentityRow): Promise<void> {
  await endAll(tx, identity, identity.id, deps.now());
  await deleteTokensOf(tx, identity, identity.id, everyPurpose);
  await deleteChallengesOf(tx, identity, identity.id);
  await forgetDevices(tx, identity, identity.id);
}

/** For secrets that live outside sessions, such as calendar addresses: does their owner still have a login here? */
export async function hasLogin(db: ReadDb, scope: Pick<Scope, 'businessId'>, identityId: string): Promise<boolean> {
  return (await findIdentity(db, scope, identityId))?.disabled === false;
}

export interface ContactAccess {
  readonly access: 'none' | 'invited' | 'active';
  readonly lastSeenAt: number | null;
}

export async function accessOfContacts(db: ReadDb, scope: Scope, contactIds: readonly string[]): Promise<ReadonlyMap<string, ContactAccess>> {
  const found = await identitiesOf(db, scope, contactIds);
  const invited = await invitedAmong(db, scope, found.map((identity) => identity.id));
  return new Map(found.map((identity) => [identity.id, { access: accessOf(identity, invited), lastSeenAt: identity.lastSeenAt }]));
}

function accessOf(identity: IdentityRow, invited: ReadonlySet<string>): ContactAccess['access'] {
  if (identity.disabled) return 'none';
  if (identity.lastSeenAt !== null || identity.passwordHash !== null) return 'active';
  return invited.has(identity.id) ? 'invited' : 'none';
}
