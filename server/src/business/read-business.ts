import type { BusinessPage, BusinessSettings } from '@portico/contract/business.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { findBusiness, findBusinessByKey, originsOf, type BusinessRow } from './business-store.ts';
import { toBusinessPage, toBusinessSettings } from './business-view.ts';

export async function readBusinessPage(deps: Deps, scope: Scope): Promise<BusinessPage> {
  return toBusinessPage(deps.config, await theBusiness(deps, scope));
}

export async function readBusinessSettings(deps: Deps, scope: Scope): Promise<BusinessSettings> {
  requireStaff(scope);
  return toBusinessSettings(deps.config, await theBusiness(deps, scope), await deps.store.read((db) => originsOf(db, scope.businessId)));
}

/** For the hosted page, which knows only the key. */
export const businessForPage = (deps: Deps, key: string): Promise<BusinessRow | undefined> => deps.store.read((db) => findBusinessByKey(db, key));

async function theBusiness(deps: Deps, scope: Scope): Promise<BusinessRow> {
  const business = await deps.store.read((db) => findBusiness(db, scope.businessId));
  if (!business) throw notFound();
  return business;
}
