import type { Deps } from '../deps.ts';
import { conflict, invalidField } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import { memoryOf } from './auth-memory.ts';
import { newRecoveryCodes, recoveryHash } from './credential-rules.ts';
import { requirePerson } from './end-sessions.ts';
import { findIdentity, updateIdentity } from './identity-store.ts';
import { openTotp } from './second-factor.ts';
import { endAll } from './session-store.ts';
import { acceptedStep } from './totp-rules.ts';
import { totpBucket } from './verify-totp.ts';

/** The app works: from now on it is asked for. Returns the recovery codes, which are shown this once. */
export async function confirmTotp(deps: Deps, scope: Scope, { code }: { readonly code: string }): Promise<{ recoveryCodes: string[] }> {
  const { identityId, sessionId } = requirePerson(scope);
  const { throttle } = memoryOf(deps);
  const buckets = [totpBucket(scope, identityId)];
  throttle.take(buckets, deps.now());
  const recoveryCodes = await deps.store.write(async (tx) => {
    const identity = await findIdentity(tx, scope, identityId);
    if (!identity?.totpPending) throw conflict('Start again: show the code for the app first.', 'totp_not_started');
    const step = acceptedStep(openTotp(deps, identity, identity.totpPending), code, deps.now(), 0);
    if (step === undefined) throw invalidField('code', 'This is not the code that the app shows now. Wait for the next one.', 'wrong_code');
    const codes = newRecoveryCodes(deps.randomBytes);
    await updateIdentity(tx, scope, identityId, { totpSecret: identity.totpPending, totpPending: null, totpLastStep: step, recoveryCodes: codes.map(recoveryHash) });
    await endAll(tx, scope, identityId, deps.now(), sessionId);
    await record(deps, tx, scope, { type: 'identity.totp_added', subjectId: identityId, clientId: scope.clientId ?? null, payload: {} });
    return [...codes];
  });
  throttle.forgive(buckets);
  return { recoveryCodes };
}
