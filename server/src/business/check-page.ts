import type { CheckPageInput, PageCheck } from '@portico/contract/embed-check.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { findBusiness, originsOf } from './business-store.ts';
import { judgePage } from './embed-rules.ts';

/** Looks at the owner's page from outside, and says why nothing shows. What it read is never passed on. */
export async function checkPage(deps: Deps, scope: Scope, { address }: CheckPageInput): Promise<PageCheck> {
  requireStaff(scope, 'member');
  const [business, origins] = await deps.store.read(async (db) => [await findBusiness(db, scope.businessId), await originsOf(db, scope.businessId)] as const);
  if (!business) throw notFound();
  const page = await deps.pages.fetch(address);
  if (typeof page === 'string') return { address, tags: [], findings: [{ code: page, weight: 'problem', facts: { host: hostOf(address) } }] };
  return { address: page.address, ...judgePage(page, { business: business.key, publicUrl: deps.config.publicUrl, origins }) };
}

const hostOf = (address: string): string => URL.parse(/^https?:\/\//i.test(address) ? address : `https://${address}`)?.host ?? address.slice(0, 80);
