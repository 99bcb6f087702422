import { findBusiness, hostedUrl } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { DomainError } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import type { RequestFacts } from '../http/route.ts';
import type { ReadDb } from '../storage/store.ts';
import type { Within } from './identity-store.ts';
import { returnPlace, type ReturnPlace } from './return-place.ts';
import { pageVisit, type Visit } from './visit.ts';

/**
 * A page where somebody begins to sign in. An owner whose page is full of other people's scripts can choose that
 * nobody types a password there: then only the hosted page is a door.
 */
export async function pageDoor(deps: Deps, scope: Scope, request: RequestFacts): Promise<Visit> {
  const visit = await pageVisit(deps, request);
  const business = await deps.store.read((db) => findBusiness(db, scope.businessId));
  if (business?.signInOn === 'hosted' && visit.origin !== deps.config.publicOrigin) {
    throw new DomainError('forbidden', `${business.name} has its clients sign in at ${hostedUrl(deps, business)}.`);
  }
  return visit;
}

/** Where the mail's link leads back. */
export async function backTo(db: ReadDb, { businessId }: Within, { origin }: Visit, returnTo: string | undefined): Promise<ReturnPlace> {
  const business = await findBusiness(db, businessId);
  return returnPlace(returnTo, origin, business?.portalUrl ?? null);
}
