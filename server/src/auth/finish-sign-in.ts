import type { Challenge } from '@portico/contract/auth.ts';
import { findContact } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import { DomainError } from '../domain/errors.ts';
import type { WriteDb } from '../storage/store.ts';
import { memoryOf } from './auth-memory.ts';
import { useChallenge, type ChallengeRow } from './challenge-store.ts';
import { endEverything } from './contact-identity.ts';
import { findIdentity, updateIdentity, type IdentityRow } from './identity-store.ts';
import { actingAs, openSession, type OpenedSession } from './open-session.ts';
import { findStaff } from './staff-store.ts';
import { startChallenge } from './start-challenge.ts';
import { accountOf, forgiveMail, type Visit } from './visit.ts';

/** Signed in, or one more step to go. */
export type Outcome =
  | { readonly status: 'signed_in'; readonly session: OpenedSession }
  | { readonly status: 'challenge'; readonly challenge: Challenge };

/** One sentence for everything that can be wrong with a code, so that it tells nothing. */
export const wrongCode = (): DomainError => new DomainError('wrong_credentials', 'This code is wrong or no longer works. Check the newest one, or start again.');
export const deadLink = (): DomainError => new DomainError('not_found', 'This link no longer works. Ask for a new one.');

/** May this person come in at all? Staff only once they have accepted, and while they work here. */
export async function mayEnter(tx: WriteDb, identity: IdentityRow | undefined): Promise<boolean> {
  if (!identity || identity.disabled) return false;
  return identity.kind === 'contact' || (await findStaff(tx, identity, identity.id))?.staff.status === 'active';
}

/** A step was right: it is used up, the mailbox is proven, and the next step or the session follows. Undefined: too late. */
export async function finishCode(deps: Deps, tx: WriteDb, visit: Visit, challenge: ChallengeRow): Promise<Outcome | undefined> {
  const identity = challenge.identityId === null ? undefined : await findIdentity(tx, challenge, challenge.identityId);
  if (!identity || !(await mayEnter(tx, identity))) return undefined;
  if (!(await useChallenge(tx, challenge, challenge.idHash, deps.now()))) return undefined;
  // Whoever reads the mail was meant to ask for it.
  forgiveMail(memoryOf(deps).throttle, visit, accountOf(identity.kind, identity.businessId, identity.emailNorm));
  return afterProof(deps, tx, visit, await proveMailbox(deps, tx, identity, challenge.method === 'mail'), challenge.method);
}

/** The first factor was right. An authenticator app is asked for whenever there is one. */
export async function afterProof(deps: Deps, tx: WriteDb, visit: Visit, identity: IdentityRow, method: string): Promise<Outcome> {
  if (identity.totpSecret === null) return admit(deps, tx, visit, identity, method);
  return { status: 'challenge', challenge: await startChallenge(deps, tx, visit, { businessId: identity.businessId, identityId: identity.id, next: 'totp', method }) };
}

export async function admit(deps: Deps, tx: WriteDb, visit: Visit, identity: IdentityRow, method: string): Promise<Outcome> {
  const clientId = identity.kind === 'contact' ? (await findContact(tx, actingAs(identity), identity.id))?.clientId ?? null : null;
  if (identity.kind === 'contact' && clientId === null) throw deadLink();
  return { status: 'signed_in', session: await openSession(deps, tx, visit, identity, { method, clientId }) };
}

/**
 * The mailbox has answered. When that alone is what lets somebody in, everything that was set before anybody had
 * proven it goes: whoever typed a stranger's address first must not keep a key (security.md 3.5).
 */
export async function proveMailbox(deps: Deps, tx: WriteDb, identity: IdentityRow, isOnlyProof: boolean): Promise<IdentityRow> {
  if (identity.emailProven) return identity;
  const removes = isOnlyProof && (identity.passwordHash !== null || identity.totpSecret !== null);
  const change = { emailProven: true, ...(removes && { passwordHash: null, totpSecret: null, totpPending: null, recoveryCodes: [] }) };
  if (removes) await endEverything(deps, tx, identity);
  await updateIdentity(tx, identity, identity.id, change);
  return { ...identity, ...change };
}
