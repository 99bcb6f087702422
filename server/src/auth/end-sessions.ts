import type { SessionList } from '@portico/contract/auth.ts';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { DomainError, notFound } from '../domain/errors.ts';
import { systemScope, type Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { Standing } from '../events/live-hub.ts';
import type { WriteDb } from '../storage/store.ts';
import { endAll, endAllOfOrigin, endOne, findContactSession, findStaffSession, renameSession, sessionsOf } from './session-store.ts';

export interface Person {
  readonly identityId: string;
  readonly sessionId: string;
}

/** The first line of what people do with their own account. */
export function requirePerson(scope: Scope): Person {
  const identityId = scope.contactId ?? scope.staffId;
  if (!identityId || !scope.sessionId) throw new DomainError('not_signed_in', 'Sign in first.');
  return { identityId, sessionId: scope.sessionId };
}

const iso = (instant: number): string => new Date(instant).toISOString();

export async function listSessions(deps: Deps, scope: Scope): Promise<z.infer<typeof SessionList>> {
  const { identityId, sessionId } = requirePerson(scope);
  const rows = await deps.store.read((db) => sessionsOf(db, scope, identityId, deps.now()));
  return {
    items: rows.map((row) => ({
      id: row.id, current: row.id === sessionId, createdAt: iso(row.createdAt), lastUsedAt: iso(row.lastUsedAt), expiresAt: iso(row.expiresAt), origin: row.origin, device: row.device,
    })),
  };
}

/** Ends one of one's own sessions. Its next request is refused: nothing is cached. */
export async function endSession(deps: Deps, tx: WriteDb, scope: Scope, id: string): Promise<void> {
  const { identityId } = requirePerson(scope);
  if (!(await endOne(tx, scope, identityId, id, deps.now()))) throw notFound();
  await note(deps, tx, scope, identityId, 1, false);
}

export const signOut = (deps: Deps, tx: WriteDb, scope: Scope): Promise<void> => endSession(deps, tx, scope, requirePerson(scope).sessionId);

export async function endAllSessions(deps: Deps, tx: WriteDb, scope: Scope): Promise<void> {
  const { identityId } = requirePerson(scope);
  await note(deps, tx, scope, identityId, await endAll(tx, scope, identityId, deps.now()), true);
}

const note = (deps: Deps, tx: WriteDb, scope: Scope, identityId: string, sessions: number, everywhere: boolean): Promise<void> =>
  record(deps, tx, scope, { type: 'identity.signed_out', subjectId: identityId, clientId: scope.clientId ?? null, payload: { sessions, everywhere } });

/** For streams that outlive their request: does the session still hold, and may it still listen? */
export async function sessionStanding(deps: Deps, scope: Scope): Promise<Standing> {
  const { sessionId } = scope;
  if (!sessionId) return 'ended';
  const find = scope.role === 'client' ? findContactSession : findStaffSession;
  const found = await deps.store.read((db) => find(db, scope, sessionId, deps.now()));
  if (!found) return 'ended';
  return found.mustAddTotp ? 'paused' : 'welcome';
}

/**
 * An access token names its person's account, so after a move to another one it must end at once, and so must open
 * streams. Nobody is signed out: the page gets a new token, and the session a new name that the old ones do not know.
 */
export async function endAccessOf(deps: Deps, tx: WriteDb, scope: Scope, identityIds: readonly string[]): Promise<void> {
  for (const identityId of identityIds) {
    for (const session of await sessionsOf(tx, scope, identityId, deps.now())) await renameSession(tx, scope, session.id, deps.newId());
  }
}

/** A page that is no longer the business's must not go on speaking for its clients. */
export async function endSessionsOfOrigin(deps: Deps, tx: WriteDb, businessId: string, origin: string): Promise<void> {
  const sessions = await endAllOfOrigin(tx, businessId, origin, deps.now());
  if (sessions > 0) await record(deps, tx, systemScope(businessId), { type: 'identity.signed_out', subjectId: null, payload: { sessions, everywhere: true } });
}
