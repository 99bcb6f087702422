import type { TotpStart } from '@portico/contract/auth.ts';
import { renderSVG } from 'uqr';
import type { z } from 'zod';
import { findBusiness } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../domain/errors.ts';
import { requireFresh, type Scope } from '../domain/scope.ts';
import type { WriteDb } from '../storage/store.ts';
import { requirePerson } from './end-sessions.ts';
import { findIdentity, updateIdentity } from './identity-store.ts';
import { sealTotp } from './second-factor.ts';
import { newTotpSecret, totpUri } from './totp-rules.ts';

/** A seed for an authenticator app. It counts for nothing until a code from it has come back. */
export async function startTotp(deps: Deps, tx: WriteDb, scope: Scope): Promise<z.infer<typeof TotpStart>> {
  const { identityId } = requirePerson(scope);
  requireFresh(scope, deps.now());
  const identity = await findIdentity(tx, scope, identityId);
  const business = await findBusiness(tx, scope.businessId);
  if (!identity || !business) throw notFound();
  const secret = newTotpSecret(deps.randomBytes);
  await updateIdentity(tx, scope, identityId, { totpPending: sealTotp(deps, identity, secret) });
  const uri = totpUri(secret, identity.email, business.name);
  return { secret, uri, qrSvg: renderSVG(uri, { border: 2 }) };
}
