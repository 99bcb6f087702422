import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { WriteDb } from '../storage/store.ts';
import { recoveryHash } from './credential-rules.ts';
import { replaceRecoveryCodes, takeTotpStep, type IdentityRow } from './identity-store.ts';
import { seal, unseal } from '../domain/sealed-secret.ts';
import { acceptedStep } from './totp-rules.ts';

export interface SecondFactor {
  readonly code?: string | undefined;
  readonly recoveryCode?: string | undefined;
}

const ownerOf = (identity: Pick<IdentityRow, 'businessId' | 'id'>): string => `totp:${identity.businessId}:${identity.id}`;

export const sealTotp = (deps: Deps, identity: IdentityRow, secret: string): string => seal(deps.config.keys.seal.reveal(), ownerOf(identity), secret, deps.randomBytes);
export const openTotp = (deps: Deps, identity: IdentityRow, sealed: string): string => unseal(deps.config.keys.seal.reveal(), ownerOf(identity), sealed);

/** A code of the authenticator app, or a recovery code: each works once, however many ask at the same time. */
export async function takeSecondFactor(deps: Deps, tx: WriteDb, scope: Scope, identity: IdentityRow, given: SecondFactor): Promise<boolean> {
  if (given.recoveryCode !== undefined) return takeRecoveryCode(deps, tx, scope, identity, given.recoveryCode);
  if (given.code === undefined || identity.totpSecret === null) return false;
  const step = acceptedStep(openTotp(deps, identity, identity.totpSecret), given.code, deps.now(), identity.totpLastStep);
  return step !== undefined && takeTotpStep(tx, identity, identity.id, step);
}

async function takeRecoveryCode(deps: Deps, tx: WriteDb, scope: Scope, identity: IdentityRow, typed: string): Promise<boolean> {
  const hash = recoveryHash(typed);
  const before = identity.recoveryCodes;
  const after = before.filter((one) => one !== hash);
  if (after.length === before.length || !(await replaceRecoveryCodes(tx, identity, identity.id, before, after))) return false;
  await record(deps, tx, scope, { type: 'identity.recovery_code_used', subjectId: identity.id, clientId: scope.clientId ?? null, payload: { left: after.length } });
  return true;
}
