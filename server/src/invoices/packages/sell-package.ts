import type { BuyPackageInput, ClientPackage } from '@portico/contract/invoices/packages.ts';
import { findBusiness } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { todayIn } from '../../domain/civil-dates.ts';
import { DAY } from '../../domain/civil-time.ts';
import { invalidField, notFound } from '../../domain/errors.ts';
import { requireClient, requireStaff, type Scope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import type { WriteDb } from '../../storage/store.ts';
import { addDraft, requireDraft } from '../draft-invoice.ts';
import { issue } from '../issue-invoice.ts';
import { balanceOf } from '../ledger-store.ts';
import { activate } from './activate-package.ts';
import { findProduct, insertPackage, packagesOf, type PackageRow, type Product } from './package-store.ts';
import { readClientPackage } from './read-packages.ts';

/** How long an order of a client may stay unpaid. */
const orderStandsMs = 3 * DAY;

/** The owner sells a package: its sessions are there at once, the invoice is paid whenever it is. */
export async function sellPackage(deps: Deps, tx: WriteDb, scope: Scope, clientId: string, { productId, lang }: BuyPackageInput): Promise<ClientPackage> {
  requireStaff(scope);
  const product = await findProduct(tx, scope, productId);
  if (!product) throw notFound();
  if (product.archived) throw invalidField('productId', 'Choose a package that you still offer.');
  const row = await invoicePackage(deps, tx, scope, { clientId, product, lang, dueOn: null });
  await activate(deps, tx, scope, row);
  return readClientPackage(deps, tx, scope, row.id, lang);
}

/**
 * A client buys one: its sessions are there when its invoice is paid, or at once where the owner chose so; then it is due as
 * any invoice. Asking again while it is not paid gives the same order, so nobody has two on credit.
 */
export async function buyPackage(deps: Deps, tx: WriteDb, scope: Scope, { productId, lang }: BuyPackageInput): Promise<ClientPackage> {
  const { clientId } = requireClient(scope);
  const product = await findProduct(tx, scope, productId);
  if (!product || product.archived || !product.onSale) throw notFound();
  const standing = await standingOrder(tx, scope, clientId, product);
  if (standing) return readClientPackage(deps, tx, scope, standing.id, lang);
  const business = await findBusiness(tx, scope.businessId);
  if (!business) throw notFound();
  const row = await invoicePackage(deps, tx, scope, { clientId, product, lang, dueOn: product.usableAtOnce ? null : todayIn(business.timeZone, deps.now()) });
  await record(deps, tx, scope, { type: 'package.ordered', subjectId: row.id, clientId, payload: { packageId: row.id, name: row.name, sessions: row.sessions, invoiceId: row.invoiceId } });
  if (product.usableAtOnce) await activate(deps, tx, scope, row);
  else await enqueue(deps, tx, { businessId: scope.businessId, kind: 'package.lapse', payload: { packageId: row.id }, runAt: deps.now() + orderStandsMs, dedupeKey: `package.lapse:${row.id}` });
  return readClientPackage(deps, tx, scope, row.id, lang);
}

/** The same, ordered and not paid; one whose offer changed since is another thing. */
async function standingOrder(tx: WriteDb, scope: Scope, clientId: string, product: Product): Promise<PackageRow | undefined> {
  for (const { row } of await packagesOf(tx, scope, clientId)) {
    const waits = row.activatedAt === null || product.usableAtOnce;
    if (row.productId !== product.id || !waits || row.cancelled || row.endedAt !== null || row.priceMinor !== product.priceMinor || row.sessions !== product.sessions) continue;
    if ((await balanceOf(tx, scope, row.invoiceId)).dueMinor > 0) return row;
  }
  return undefined;
}

async function invoicePackage(deps: Deps, tx: WriteDb, scope: Scope, sale: { clientId: string; product: Product; lang: string | undefined; dueOn: string | null }): Promise<PackageRow> {
  const { clientId, product, lang, dueOn } = sale;
  const id = deps.newId();
  const invoiceId = await addDraft(deps, tx, scope, {
    clientId, lines: [{ description: product.name, quantityMilli: 1000, unitPriceMinor: product.priceMinor, discount: null, taxIncluded: product.taxIncluded, taxIds: [...product.taxIds] }], ...(lang !== undefined && { lang }), dueOn,
  }, { kind: 'package', id });
  await issue(deps, tx, scope, await requireDraft(tx, scope, invoiceId));
  const row: PackageRow = {
    businessId: scope.businessId, clientId, id, productId: product.id, name: product.name, sessions: product.sessions, priceMinor: product.priceMinor, validDays: product.validDays,
    serviceIds: product.serviceIds, invoiceId, expiresOn: null, activatedAt: null, cancelled: false, endedAt: null, boughtAt: deps.now(),
  };
  await insertPackage(tx, row);
  return row;
}
