import type { Deps } from '../deps.ts';
import { DomainError } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import { hashOf, sameText } from '../domain/tokens.ts';
import type { RequestFacts } from '../http/route.ts';
import { memoryOf } from './auth-memory.ts';
import { readCredential } from './console-cookie.ts';
import { assertConsolePage } from './console-visit.ts';
import { sessionEnd } from './credential-rules.ts';
import { findStaffSession, touchSession, type SessionRow } from './session-store.ts';
import { totpRequired } from './totp-rules.ts';

const notSignedIn = (): DomainError => new DomainError('not_signed_in', 'Sign in first.');
const touchEveryMs = 60_000;

/** Somebody who still has to add an authenticator app passes only with `settingUp`. */
export async function identifyStaff(deps: Deps, request: RequestFacts, settingUp = false): Promise<Scope> {
  const credential = readCredential(deps, request.header('cookie'));
  if (!credential) throw notSignedIn();
  assertConsolePage(deps, request);
  const found = await deps.store.read((db) => findStaffSession(db, credential, credential.sessionId, deps.now()));
  if (!found || !sameText(found.session.secretHash, hashOf(credential.secret))) throw notSignedIn();
  if (found.mustAddTotp && !settingUp) throw totpRequired();
  const { session, role } = found;
  touch(deps, session);
  return Object.freeze({
    businessId: session.businessId, role, actor: `staff:${session.identityId}`, staffId: session.identityId, sessionId: session.id, provenAt: session.provenAt,
  });
}

/** At most once a minute, and behind the answer: nobody waits for it, and losing one changes nothing. */
function touch(deps: Deps, session: SessionRow): void {
  const now = deps.now();
  const { touching } = memoryOf(deps);
  if (now - session.lastUsedAt < touchEveryMs || touching.has(session.id)) return;
  touching.add(session.id);
  void deps.store.write((tx) => touchSession(tx, session, now, sessionEnd('staff', session.createdAt, now)))
    .catch((error: unknown) => deps.log.warn({ err: error }, 'the use of a session could not be noted'))
    .finally(() => touching.delete(session.id));
}
