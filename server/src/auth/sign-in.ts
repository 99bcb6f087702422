import type { SignInInput } from '@portico/contract/auth.ts';
import type { Deps } from '../deps.ts';
import { DomainError } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import { emailForm } from '../domain/text.ts';
import { record } from '../events/event-log.ts';
import type { WriteDb } from '../storage/store.ts';
import { memoryOf } from './auth-memory.ts';
import { admit, afterProof, mayEnter, type Outcome } from './finish-sign-in.ts';
import { findIdentity, findIdentityByEmail, isKnownDevice, type IdentityRow } from './identity-store.ts';
import { actingAs } from './open-session.ts';
import { backTo } from './page-door.ts';
import type { ReturnPlace } from './return-place.ts';
import { startChallenge } from './start-challenge.ts';
import { accountOf, signInBuckets, type Visit } from './visit.ts';

export const wrongCredentials = (): DomainError => new DomainError('wrong_credentials', 'This address and password do not belong together. Try again, or have a code mailed to you.');

/** With e-mail and password, on a page. An unknown address costs the same time and gets the same answer. */
export async function signIn(deps: Deps, scope: Scope, visit: Visit, input: SignInInput): Promise<Outcome> {
  const { throttle } = memoryOf(deps);
  const emailNorm = emailForm(input.email);
  const { identity, isKnown, back } = await deps.store.read(async (db) => {
    const found = await findIdentityByEmail(db, scope, 'contact', emailNorm);
    return { identity: found?.disabled ? undefined : found, isKnown: await isKnownDevice(db, scope, found?.id ?? '', visit.deviceHash), back: await backTo(db, scope, visit, input.returnTo) };
  });
  const buckets = signInBuckets(visit, accountOf('contact', scope.businessId, emailNorm), isKnown);
  throttle.take(buckets, deps.now());
  const isRight = await deps.hasher.verify(identity?.passwordHash ?? null, input.password);
  if (!isRight || !identity) {
    noteFailure(deps, identity ? actingAs(identity) : scope, identity?.id ?? null);
    throw wrongCredentials();
  }
  throttle.forgive(buckets);
  const outcome = await deps.store.write((tx) => afterPassword(deps, tx, visit, identity, back));
  if (!outcome) throw wrongCredentials();
  return outcome;
}

/** Undefined when the account changed while the password was being checked. */
export async function afterPassword(deps: Deps, tx: WriteDb, visit: Visit, checked: IdentityRow, back?: ReturnPlace): Promise<Outcome | undefined> {
  const identity = await findIdentity(tx, checked, checked.id);
  if (!identity || identity.passwordHash !== checked.passwordHash || !(await mayEnter(tx, identity))) return undefined;
  if (identity.totpSecret !== null) return afterProof(deps, tx, visit, identity, 'password');
  if (await isKnownDevice(tx, identity, identity.id, visit.deviceHash)) return admit(deps, tx, visit, identity, 'password');
  return { status: 'challenge', challenge: await startChallenge(deps, tx, visit, { businessId: identity.businessId, identityId: identity.id, next: 'code', method: 'password', back }) };
}

/** Written behind the answer, so that its time does not tell whether the address is known. */
export function noteFailure(deps: Deps, scope: Scope, identityId: string | null): void {
  void deps.store.write((tx) => record(deps, tx, scope, { type: 'identity.sign_in_failed', subjectId: identityId, payload: { method: 'password' } }))
    .catch((error: unknown) => deps.log.error({ err: error }, 'a failed sign-in could not be noted'));
}
