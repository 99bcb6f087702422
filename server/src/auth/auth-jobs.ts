import { findBusiness } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { systemScope } from '../domain/scope.ts';
import { hashOf, tokenFor } from '../domain/tokens.ts';
import type { RunJob } from '../jobs/worker.ts';
import { queueMail } from '../notifications/public.ts';
import { codeLetter, resetLetter } from './account-letters.ts';
import { resetJob } from './ask-reset.ts';
import { findOpenChallenge, setChallengeSecrets } from './challenge-store.ts';
import { codeHash, newCode } from './credential-rules.ts';
import { proofMethod } from './prove-again.ts';
import { findIdentity } from './identity-store.ts';
import { issueToken } from './issue-token.ts';
import { languageOf } from './language-of.ts';
import { mailCodeJob } from './start-challenge.ts';

const textOrNull = (given: unknown): string | null => (typeof given === 'string' ? given : null);

/** Makes the code and its mail in one transaction. Run twice, the newer mail is the one that counts. */
const mailTheCode: RunJob = (deps, job, payload) => deps.store.write(async (tx) => {
  const scope = { businessId: job.businessId };
  const challenge = await findOpenChallenge(tx, scope, String(payload['challenge']), deps.now());
  const identity = challenge?.identityId ? await findIdentity(tx, scope, challenge.identityId) : undefined;
  const business = await findBusiness(tx, job.businessId);
  if (!challenge || !identity || identity.disabled || !business) return;
  const isProof = challenge.method === proofMethod;
  const code = payload['linkOnly'] === true ? null : newCode(deps.randomBytes);
  const token = isProof ? null : tokenFor(job.businessId, deps.randomBytes);
  const secrets = { codeHash: code && codeHash(deps.config.keys.codes.reveal(), challenge.idHash, code), linkHash: token && hashOf(token) };
  await setChallengeSecrets(tx, scope, challenge.idHash, secrets, deps.now());
  const letter = codeLetter(deps, business, { kind: identity.kind, code, token, purpose: isProof ? 'proof' : 'sign_in', back: { page: textOrNull(payload['page']) ?? undefined, about: textOrNull(payload['about']) ?? '' }, lang: await languageOf(tx, systemScope(job.businessId), identity) ?? textOrNull(payload['lang']) });
  await queueMail(deps, tx, { businessId: job.businessId, to: { address: identity.email }, ...letter, sort: 'secret' });
});

const mailTheReset: RunJob = (deps: Deps, job, payload) => deps.store.write(async (tx) => {
  const scope = { businessId: job.businessId };
  const identityId = textOrNull(payload['identityId']);
  const identity = identityId === null ? undefined : await findIdentity(tx, scope, identityId);
  const business = await findBusiness(tx, job.businessId);
  if (!identity || identity.disabled || !business) return;
  const { token } = await issueToken(deps, tx, scope, { identityId: identity.id, purpose: 'reset' });
  const letter = resetLetter(deps, business, { kind: identity.kind, token, lang: await languageOf(tx, systemScope(job.businessId), identity) ?? textOrNull(payload['lang']) });
  await queueMail(deps, tx, { businessId: job.businessId, to: { address: identity.email }, ...letter, sort: 'secret' });
});

export const authJobs: Readonly<Record<string, RunJob>> = { [mailCodeJob]: mailTheCode, [resetJob]: mailTheReset };
