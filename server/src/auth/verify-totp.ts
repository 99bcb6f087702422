import type { VerifyTotpInput } from '@portico/contract/auth.ts';
import type { Deps } from '../deps.ts';
import { hashOf } from '../domain/tokens.ts';
import { memoryOf } from './auth-memory.ts';
import { findOpenChallenge, spendTry, useChallenge } from './challenge-store.ts';
import { admit, mayEnter, wrongCode, type Outcome } from './finish-sign-in.ts';
import { findIdentity, type Within } from './identity-store.ts';
import { actingAs } from './open-session.ts';
import { takeSecondFactor } from './second-factor.ts';
import type { Bucket } from './throttle.ts';
import { isOwnStep } from './verify-code.ts';
import type { Visit } from './visit.ts';

export const totpBucket = (scope: Within, identityId: string): Bucket => ({ kind: 'totp', who: `${scope.businessId}:${identityId}` });

/** The last step where an authenticator app is on. Tries are limited for each sign-in and for each person. */
export async function verifyTotp(deps: Deps, scope: Within, visit: Visit, input: VerifyTotpInput): Promise<Outcome> {
  const idHash = hashOf(input.challengeId);
  const { throttle } = memoryOf(deps);
  const asked = await deps.store.read((db) => findOpenChallenge(db, scope, idHash, deps.now()));
  if (!isOwnStep(asked, visit, 'totp') || asked.identityId === null) throw wrongCode();
  const buckets = [totpBucket(scope, asked.identityId)];
  throttle.take(buckets, deps.now());
  // A wrong code costs a try, so nothing in here may throw.
  const outcome = await deps.store.write(async (tx) => {
    const challenge = await spendTry(tx, scope, idHash, deps.now());
    const identity = challenge?.identityId ? await findIdentity(tx, scope, challenge.identityId) : undefined;
    if (!challenge || !identity || !(await mayEnter(tx, identity))) return undefined;
    if (!(await takeSecondFactor(deps, tx, actingAs(identity), identity, input))) return undefined;
    if (!(await useChallenge(tx, scope, idHash, deps.now()))) return undefined;
    return admit(deps, tx, visit, identity, `${challenge.method}+${input.code === undefined ? 'recovery_code' : 'totp'}`);
  });
  if (!outcome) throw wrongCode();
  throttle.forgive(buckets);
  return outcome;
}
