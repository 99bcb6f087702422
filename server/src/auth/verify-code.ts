import type { VerifyCodeInput } from '@portico/contract/auth.ts';
import type { Deps } from '../deps.ts';
import { hashOf, sameText } from '../domain/tokens.ts';
import { findOpenChallenge, spendTry, type ChallengeRow } from './challenge-store.ts';
import { codeHash } from './credential-rules.ts';
import { finishCode, wrongCode, type Outcome } from './finish-sign-in.ts';
import type { Within } from './identity-store.ts';
import type { Visit } from './visit.ts';

/** Does this step wait for what is given, and did this very device begin it? */
export const isOwnStep = (challenge: ChallengeRow | undefined, visit: Visit, next: ChallengeRow['next']): challenge is ChallengeRow =>
  challenge?.next === next && challenge.kind === visit.kind && challenge.jkt !== null && sameText(challenge.jkt, visit.holder);

/** The six digits from the mail. Wrong ones cost a try, so nothing here may throw inside the transaction. */
export async function verifyCode(deps: Deps, scope: Within, visit: Visit, input: VerifyCodeInput): Promise<Outcome> {
  const idHash = hashOf(input.challengeId);
  const key = deps.config.keys.codes.reveal();
  const outcome = await deps.store.write(async (tx) => {
    if (!isOwnStep(await findOpenChallenge(tx, scope, idHash, deps.now()), visit, 'code')) return undefined;
    const challenge = await spendTry(tx, scope, idHash, deps.now());
    if (!challenge?.codeHash || !sameText(challenge.codeHash, codeHash(key, idHash, input.code))) return undefined;
    return finishCode(deps, tx, visit, challenge);
  });
  if (!outcome) throw wrongCode();
  return outcome;
}
