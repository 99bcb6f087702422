import type { Deps } from '../deps.ts';
import { conflict } from '../domain/errors.ts';
import { hashOf } from '../domain/tokens.ts';
import { findOpenChallengeByLink } from './challenge-store.ts';
import { deadLink, finishCode, type Outcome } from './finish-sign-in.ts';
import type { Within } from './identity-store.ts';
import { isOwnStep } from './verify-code.ts';
import type { Visit } from './visit.ts';

/** The link from the mail. It signs in only the device that asked: a forwarded or scanned mail opens nothing. */
export async function verifyLink(deps: Deps, scope: Within, visit: Visit, { token }: { readonly token: string }): Promise<Outcome> {
  const linkHash = hashOf(token);
  const challenge = await deps.store.read((db) => findOpenChallengeByLink(db, scope, linkHash, deps.now()));
  if (!challenge || challenge.kind !== visit.kind) throw deadLink();
  if (!isOwnStep(challenge, visit, 'code')) throw conflict('This link works only in the browser where you asked for it. Type the six digits from the mail there.', 'other_browser');
  const outcome = await deps.store.write((tx) => finishCode(deps, tx, visit, challenge));
  if (!outcome) throw deadLink();
  return outcome;
}
