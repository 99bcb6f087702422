import type { Deps } from '../deps.ts';
import { visitorScope, type Scope } from '../domain/scope.ts';
import { hashOf, tokenFor } from '../domain/tokens.ts';
import { record } from '../events/event-log.ts';
import type { RequestFacts } from '../http/route.ts';
import type { WriteDb } from '../storage/store.ts';
import { sessionCookie } from './console-cookie.ts';
import { markedVisit } from './console-visit.ts';
import { sessionEnd } from './credential-rules.ts';
import { isKnownDevice, rememberDevice, updateIdentity, type IdentityRow } from './identity-store.ts';
import { insertSession } from './session-store.ts';
import type { Visit } from './visit.ts';

export interface OpenedSession {
  readonly businessId: string;
  readonly sessionId: string;
  readonly clientId: string | null;
  readonly jkt: string | null;
  /** The page's refresh token, or the secret in the console's cookie. */
  readonly secret: string;
}

/** Somebody who has not signed in yet, acting on their own account: may do nothing, but is named in the log. */
export const actingAs = ({ businessId, kind, id }: Pick<IdentityRow, 'businessId' | 'kind' | 'id'>): Scope =>
  Object.freeze({ ...visitorScope(businessId), actor: `${kind}:${id}` });

/** The last step of every way in. From now on this device is a known one. */
export async function openSession(deps: Deps, tx: WriteDb, visit: Visit, identity: Pick<IdentityRow, 'businessId' | 'kind' | 'id'>, how: { readonly method: string; readonly clientId: string | null }): Promise<OpenedSession> {
  const { businessId } = identity;
  const now = deps.now();
  const sessionId = deps.newId();
  const secret = identity.kind === 'contact' ? tokenFor(businessId, deps.randomBytes) : Buffer.from(deps.randomBytes(32)).toString('base64url');
  const newDevice = !(await isKnownDevice(tx, identity, identity.id, visit.deviceHash));
  await insertSession(tx, {
    businessId, id: sessionId, identityId: identity.id, kind: identity.kind, secretHash: hashOf(secret), jkt: visit.jkt, origin: visit.origin, device: visit.device,
    createdAt: now, lastUsedAt: now, expiresAt: sessionEnd(identity.kind, now, now), provenAt: now, endedAt: null,
  });
  await rememberDevice(tx, identity, identity.id, visit.deviceHash, now);
  await updateIdentity(tx, identity, identity.id, { lastSeenAt: now });
  await record(deps, tx, actingAs(identity), { type: 'identity.signed_in', subjectId: identity.id, clientId: how.clientId, payload: { method: how.method, newDevice } });
  return { businessId, sessionId, clientId: how.clientId, jkt: visit.jkt, secret };
}

/** Signs somebody in who has just proven who they are by other means, such as starting a business. Returns `Set-Cookie` values. */
export async function startConsoleSession(deps: Deps, tx: WriteDb, who: { readonly businessId: string; readonly identityId: string; readonly request: RequestFacts; readonly method?: string }): Promise<readonly string[]> {
  const visit = markedVisit(deps, who.request);
  const opened = await openSession(deps, tx, visit, { businessId: who.businessId, kind: 'staff', id: who.identityId }, { method: who.method ?? 'sign_up', clientId: null });
  return [sessionCookie(deps, opened), visit.markCookie];
}
