import { findBusiness } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../domain/errors.ts';
import { requireFresh, type Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import { assertGoodPassword } from './credential-rules.ts';
import { requirePerson } from './end-sessions.ts';
import { findIdentity, updateIdentity } from './identity-store.ts';
import { deleteTokensOf } from './mailed-token-store.ts';
import { endAll } from './session-store.ts';

/** Every other session ends: whoever learned the old password may be in one of them. */
export async function changePassword(deps: Deps, scope: Scope, { password }: { readonly password: string }): Promise<void> {
  const { identityId, sessionId } = requirePerson(scope);
  requireFresh(scope, deps.now());
  const [identity, business] = await deps.store.read(async (db) => [await findIdentity(db, scope, identityId), await findBusiness(db, scope.businessId)] as const);
  if (!identity || !business) throw notFound();
  assertGoodPassword(password, { email: identity.email, businessName: business.name });
  const passwordHash = await deps.hasher.hash(password);
  await deps.store.write(async (tx) => {
    await updateIdentity(tx, scope, identityId, { passwordHash });
    await deleteTokensOf(tx, scope, identityId, ['reset', 'invitation']);
    await endAll(tx, scope, identityId, deps.now(), sessionId);
    await record(deps, tx, scope, { type: 'identity.password_set', subjectId: identityId, clientId: scope.clientId ?? null, payload: { how: 'changed' } });
  });
}
