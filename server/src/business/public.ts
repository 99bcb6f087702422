import type { Deps } from '../deps.ts';
import { DomainError, notFound } from '../domain/errors.ts';
import { visitorScope, type Scope } from '../domain/scope.ts';
import type { MailBusiness } from '../effects/mail-blocks.ts';
import type { RequestFacts } from '../http/route.ts';
import { findBusinessByKey, isRegistered, isRegisteredAnywhere, type BusinessRow } from './business-store.ts';

export { allBusinesses, findBusiness, findBusinessByKey, isRegistered, totpPolicy, type BusinessRow, type TotpPolicy } from './business-store.ts';
export { toBusinessPage } from './business-view.ts';

/** The business of a path, for a visitor whose page is registered. A request without an Origin is no page's. */
export async function identifyVisitor(deps: Deps, key: string, request: RequestFacts): Promise<Scope> {
  const business = await deps.store.read((db) => findBusinessByKey(db, key));
  if (!business) throw notFound();
  await requireRegistered(deps, business.id, request.origin);
  return visitorScope(business.id);
}

/** Refuses pages that the owner has not named, with words for the owner. */
export async function requireRegistered(deps: Deps, businessId: string, origin: string | undefined): Promise<void> {
  if (origin === undefined || origin === deps.config.publicOrigin) return;
  if (origin !== 'null' && (await deps.store.read((db) => isRegistered(db, businessId, origin)))) return;
  throw new DomainError('origin_not_allowed', `This page's address (${origin.slice(0, 200)}) is not registered. The owner can add it in the console under Settings, Embed.`);
}

export const isKnownOrigin = (deps: Deps, origin: string): Promise<boolean> => deps.store.read((db) => isRegisteredAnywhere(db, origin));

export const hostedUrl = (deps: Pick<Deps, 'config'>, business: BusinessRow): string => `${deps.config.publicUrl}/p/${business.key}`;

/** An item on the owner's own page, or on the hosted page while the owner has named none: `#portal/bookings/…`. */
export const portalLink = (deps: Pick<Deps, 'config'>, business: BusinessRow, hash: string): string =>
  `${(business.portalUrl ?? hostedUrl(deps, business)).replace(/#.*$/, '')}${hash}`;

/** The same for what is only done where its clients sign in. */
export const doorLink = (deps: Pick<Deps, 'config'>, business: BusinessRow, hash: string): string =>
  portalLink(deps, business.signInOn === 'hosted' ? { ...business, portalUrl: null } : business, hash);

/** How mails of this business are headed. */
export const letterhead = (deps: Pick<Deps, 'config'>, business: BusinessRow): MailBusiness => ({
  name: business.name,
  accent: business.accent,
  url: business.portalUrl ?? hostedUrl(deps, business),
  ...(business.logoUrl !== null && { logoUrl: business.logoUrl }),
  ...(business.address !== null && { address: business.address }),
});
