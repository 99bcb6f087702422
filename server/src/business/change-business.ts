import type { BusinessSettings, ChangeBusinessInput } from '@portico/contract/business.ts';
import { endSessionsOfOrigin } from '../auth/public.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { WriteDb } from '../storage/store.ts';
import { findBusiness, originsOf, replaceOrigins, updateBusiness } from './business-store.ts';
import { toBusinessSettings } from './business-view.ts';

/** Changes what is given. Sessions of an origin that is no longer registered end with it. */
export async function changeBusiness(deps: Deps, tx: WriteDb, scope: Scope, input: ChangeBusinessInput): Promise<BusinessSettings> {
  requireStaff(scope, 'admin');
  const { allowedOrigins, ...columns } = input;
  const change = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  await updateBusiness(tx, scope.businessId, change);
  if (allowedOrigins) {
    const before = await originsOf(tx, scope.businessId);
    await replaceOrigins(tx, scope.businessId, allowedOrigins);
    for (const gone of before.filter((origin) => !allowedOrigins.includes(origin))) await endSessionsOfOrigin(deps, tx, scope.businessId, gone);
  }
  const business = await findBusiness(tx, scope.businessId);
  if (!business) throw notFound();
  await record(deps, tx, scope, { type: 'business.changed', subjectId: scope.businessId, payload: { fields: Object.keys(input) } });
  return toBusinessSettings(deps.config, business, await originsOf(tx, scope.businessId));
}
