import type { Deps } from '../deps.ts';
import { DomainError } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import type { RequestFacts } from '../http/route.ts';
import { readAccessToken } from './access-token.ts';
import { checkProof } from './check-proof.ts';
import { findContactSession } from './session-store.ts';
import { totpRequired } from './totp-rules.ts';

const notSignedIn = (): DomainError => new DomainError('not_signed_in', 'Sign in first.');

/**
 * Who signed this request: proof, token and session must all belong to one key and one page. Writes nothing.
 * Somebody who still has to add an authenticator app passes only with `settingUp`.
 */
export async function identifyClient(deps: Deps, request: RequestFacts, settingUp = false): Promise<Scope> {
  const token = /^DPoP ([^\s,]{1,400})$/i.exec(request.header('authorization') ?? '')?.[1];
  if (token === undefined) throw notSignedIn();
  const jkt = await checkProof(deps, request, token);
  const now = deps.now();
  const grant = readAccessToken(deps.config.keys.access.reveal(), token, jkt);
  if (!grant || grant.expiresAt <= now) throw notSignedIn();
  const found = await deps.store.read((db) => findContactSession(db, grant, grant.sessionId, now));
  if (!found || found.session.jkt !== jkt) throw notSignedIn();
  const { session } = found;
  // Browsers leave Origin out only on reads of a page's own origin: the hosted page.
  if ((request.origin ?? deps.config.publicOrigin) !== session.origin) {
    throw new DomainError('origin_not_allowed', 'You are signed in on another page. Sign in on this one.');
  }
  if (found.mustAddTotp && !settingUp) throw totpRequired();
  return Object.freeze({
    businessId: session.businessId, role: 'client', actor: `contact:${session.identityId}`, clientId: grant.clientId, contactId: session.identityId,
    sessionId: session.id, provenAt: session.provenAt,
  });
}
