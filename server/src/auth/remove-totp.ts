import { findBusiness } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { conflict, notFound } from '../domain/errors.ts';
import { requireFresh, type Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { WriteDb } from '../storage/store.ts';
import { requirePerson } from './end-sessions.ts';
import { findIdentity, updateIdentity } from './identity-store.ts';
import { endAll } from './session-store.ts';
import { needsTotp } from './totp-rules.ts';

export async function removeTotp(deps: Deps, tx: WriteDb, scope: Scope): Promise<void> {
  const { identityId, sessionId } = requirePerson(scope);
  requireFresh(scope, deps.now());
  const identity = await findIdentity(tx, scope, identityId);
  const business = await findBusiness(tx, scope.businessId);
  if (!identity || !business) throw notFound();
  if (identity.totpSecret === null) return;
  if (needsTotp(business.totpRequired, identity.kind)) throw conflict(`${business.name} requires an authenticator app. To change phones, set up the new one instead: it replaces this one.`);
  await updateIdentity(tx, scope, identityId, { totpSecret: null, totpPending: null, recoveryCodes: [] });
  await endAll(tx, scope, identityId, deps.now(), sessionId);
  await record(deps, tx, scope, { type: 'identity.totp_removed', subjectId: identityId, clientId: scope.clientId ?? null, payload: {} });
}
