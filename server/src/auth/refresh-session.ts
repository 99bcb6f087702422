import { findContact } from '../clients/public.ts';
import type { SessionTokens } from '@portico/contract/auth.ts';
import type { Deps } from '../deps.ts';
import { DomainError } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import { hashOf } from '../domain/tokens.ts';
import { accessToken } from './access-token.ts';
import { lifetimes, sessionEnd } from './credential-rules.ts';
import type { OpenedSession } from './open-session.ts';
import { findSessionBySecret, touchSession } from './session-store.ts';
import type { Visit } from './visit.ts';

/** A new access token. The refresh token does not rotate: it is worthless without the page's key, and rotating signs out whoever has two tabs. */
export async function refreshSession(deps: Deps, scope: Scope, visit: Visit, { refreshToken }: { readonly refreshToken: string }): Promise<SessionTokens> {
  const now = deps.now();
  const session = await deps.store.read((db) => findSessionBySecret(db, scope, hashOf(refreshToken), now));
  const isOwn = session?.kind === 'contact' && session.jkt === visit.jkt && session.origin === visit.origin;
  const contact = session && isOwn ? await deps.store.read((db) => findContact(db, scope, session.identityId)) : undefined;
  if (!session || !contact) throw new DomainError('not_signed_in', 'This sign-in is over. Sign in again.');
  await deps.store.write((tx) => touchSession(tx, session, now, sessionEnd('contact', session.createdAt, now)));
  return renewed(deps, { businessId: session.businessId, sessionId: session.id, clientId: contact.clientId, jkt: session.jkt });
}

export const tokensOf = (deps: Deps, session: OpenedSession): SessionTokens => ({ ...renewed(deps, session), refreshToken: session.secret });

function renewed(deps: Deps, { businessId, sessionId, clientId, jkt }: Omit<OpenedSession, 'secret'>): SessionTokens {
  if (clientId === null || jkt === null) throw new Error('only a page gets tokens');
  const grant = { businessId, sessionId, clientId, expiresAt: deps.now() + lifetimes.accessToken };
  return { sessionId, accessToken: accessToken(deps.config.keys.access.reveal(), grant, jkt), expiresIn: lifetimes.accessToken / 1000 };
}
