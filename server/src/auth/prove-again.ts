import type { FreshProofInput } from '@portico/contract/auth.ts';
import type { Deps } from '../deps.ts';
import { conflict, DomainError } from '../domain/errors.ts';
import { freshForMs, type Scope } from '../domain/scope.ts';
import { hashOf, sameText } from '../domain/tokens.ts';
import type { WriteDb } from '../storage/store.ts';
import { memoryOf } from './auth-memory.ts';
import { deleteChallenge, insertChallenge, spendTry, useChallenge } from './challenge-store.ts';
import { codeHash, codeTries, lifetimes } from './credential-rules.ts';
import { requirePerson } from './end-sessions.ts';
import { wrongCode } from './finish-sign-in.ts';
import { findIdentity, type IdentityRow } from './identity-store.ts';
import { takeSecondFactor } from './second-factor.ts';
import { markProven } from './session-store.ts';
import { mailCode } from './start-challenge.ts';
import { totpBucket } from './verify-totp.ts';

export const proofMethod = 'proof';

/** One open proof for each session, found without an id: asking again replaces it. */
const proofId = (sessionId: string): string => hashOf(`proof:${sessionId}`);

/** For somebody without a password or an app. */
export async function mailProofCode(deps: Deps, scope: Scope, lang?: string): Promise<void> {
  const { identityId, sessionId } = requirePerson(scope);
  memoryOf(deps).throttle.take([{ kind: 'mail', who: `proof:${scope.businessId}:${identityId}` }], deps.now());
  await deps.store.write(async (tx) => {
    const identity = await findIdentity(tx, scope, identityId);
    if (!identity) throw wrongCode();
    if (identity.totpSecret !== null) throw conflict('Use the code that your authenticator app shows.', 'use_authenticator');
    const row = {
      businessId: scope.businessId, idHash: proofId(sessionId), identityId, kind: identity.kind, next: 'code' as const, codeHash: null, linkHash: null, jkt: null,
      triesLeft: codeTries, method: proofMethod, expiresAt: deps.now() + lifetimes.challenge, usedAt: null,
    };
    await deleteChallenge(tx, scope, row.idHash);
    await insertChallenge(tx, row);
    await mailCode(deps, tx, row, lang, false);
  });
}

/** Unlocks sensitive acts in this session for some minutes. */
export async function proveAgain(deps: Deps, scope: Scope, input: FreshProofInput): Promise<{ freshUntil: string }> {
  const { identityId, sessionId } = requirePerson(scope);
  const { throttle } = memoryOf(deps);
  const buckets = [totpBucket(scope, identityId)];
  throttle.take(buckets, deps.now());
  const before = await deps.store.read((db) => findIdentity(db, scope, identityId));
  const hash = before?.passwordHash ?? null;
  const hasPassword = input.password !== undefined && (await deps.hasher.verify(hash, input.password));
  // A wrong code costs a try, so nothing in here may throw.
  const isProven = await deps.store.write(async (tx) => {
    const identity = await findIdentity(tx, scope, identityId);
    if (!identity) return false;
    const isRight = input.password === undefined ? await isRightCode(deps, tx, scope, identity, input) : hasPassword && identity.passwordHash === hash;
    if (isRight) await markProven(tx, scope, sessionId, deps.now());
    return isRight;
  });
  if (!isProven) throw input.password === undefined ? wrongCode() : new DomainError('wrong_credentials', 'This is not your password.');
  throttle.forgive(buckets);
  return { freshUntil: new Date(deps.now() + freshForMs).toISOString() };
}

async function isRightCode(deps: Deps, tx: WriteDb, scope: Scope, identity: IdentityRow, input: FreshProofInput): Promise<boolean> {
  if (identity.totpSecret !== null || input.recoveryCode !== undefined) return takeSecondFactor(deps, tx, scope, identity, input);
  const idHash = proofId(scope.sessionId ?? '');
  const challenge = await spendTry(tx, scope, idHash, deps.now());
  if (!challenge?.codeHash || !sameText(challenge.codeHash, codeHash(deps.config.keys.codes.reveal(), idHash, input.code ?? ''))) return false;
  return useChallenge(tx, scope, idHash, deps.now());
}
