import type { Challenge } from '@portico/contract/auth.ts';
import type { Deps } from '../deps.ts';
import { hashOf, tokenFor } from '../domain/tokens.ts';
import { enqueue } from '../jobs/enqueue.ts';
import type { WriteDb } from '../storage/store.ts';
import { insertChallenge, type ChallengeRow } from './challenge-store.ts';
import { codeTries, lifetimes } from './credential-rules.ts';
import type { ReturnPlace } from './return-place.ts';
import type { Visit } from './visit.ts';

export interface NewChallenge {
  readonly businessId: string;
  /** Null for an address that nobody has: the answer and the work are the same. */
  readonly identityId: string | null;
  readonly next: 'code' | 'totp';
  /** The first factor: `password`, `mail`, `invitation`. */
  readonly method: string;
  readonly lang?: string | undefined;
  readonly back?: ReturnPlace | undefined;
  /** A link without a code, for the other businesses of the same address. */
  readonly linkOnly?: boolean;
  /** Left out when the business does not exist: made up for an unknown address at the console. */
  readonly mail?: boolean;
}

/**
 * Begins the next step of a sign-in, which only this device can finish. The code is made when its mail is: a job
 * does both, so the time of the answer says nothing about the address.
 */
export async function startChallenge(deps: Deps, tx: WriteDb, visit: Pick<Visit, 'kind' | 'holder'>, given: NewChallenge): Promise<Challenge> {
  const { businessId, identityId, next, method } = given;
  const now = deps.now();
  const challengeId = tokenFor(businessId, deps.randomBytes);
  const expiresAt = now + lifetimes.challenge;
  const row: ChallengeRow = {
    businessId, idHash: hashOf(challengeId), identityId, kind: visit.kind, next, codeHash: null, linkHash: null, jkt: visit.holder, triesLeft: codeTries, method, expiresAt, usedAt: null,
  };
  await insertChallenge(tx, row);
  if (next === 'code' && given.mail !== false) await mailCode(deps, tx, row, given.lang, given.linkOnly ?? false, given.back);
  return { challengeId, next, expiresAt: new Date(expiresAt).toISOString() };
}

export const mailCodeJob = 'auth.mail_code';

export async function mailCode(deps: Deps, tx: WriteDb, row: Pick<ChallengeRow, 'businessId' | 'idHash'>, lang: string | undefined, linkOnly: boolean, back?: ReturnPlace): Promise<void> {
  await enqueue(deps, tx, { businessId: row.businessId, kind: mailCodeJob, payload: { challenge: row.idHash, lang: lang ?? null, linkOnly, page: back?.page ?? null, about: back?.about ?? '' }, maxAttempts: 3 });
}
