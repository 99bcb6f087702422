import type { ClientPackage, PackageBalance, PackageProduct, PackageShop } from '@portico/contract/invoices/packages.ts';
import { bookingNames } from '../../bookings/public.ts';
import { findBusiness } from '../../business/public.ts';
import { clientNames } from '../../clients/public.ts';
import type { Deps } from '../../deps.ts';
import { notFound } from '../../domain/errors.ts';
import { requireClient, requireStaff, type Scope } from '../../domain/scope.ts';
import type { ReadDb } from '../../storage/store.ts';
import type { InvoiceReader } from '../invoice-view.ts';
import { findInvoice } from '../invoice-store.ts';
import { balancesOf } from '../ledger-store.ts';
import { readerFor } from '../read-invoice.ts';
import { taxesOf } from '../settings-store.ts';
import { paidFor } from '../usual-tax.ts';
import { entriesOf, findPackage, packagesOf, productsOf, usablePackages, type PackageWithBalance } from './package-store.ts';
import { toBalance, toClientPackage, toProduct } from './package-view.ts';

/** What a client can use today, what ends first first. */
export const packageBalances = async (db: ReadDb, scope: Scope, clientId: string, reader: InvoiceReader): Promise<PackageBalance[]> =>
  (await usablePackages(db, scope, clientId, reader.today)).map((found) => toBalance(found, reader));

/** What clients may buy themselves, its price as they will pay it. */
export async function packageOffers(db: ReadDb, scope: Scope, { lang }: InvoiceReader): Promise<PackageProduct[]> {
  const business = await findBusiness(db, scope.businessId);
  if (!business) throw notFound();
  const taxes = await taxesOf(db, scope.businessId);
  return (await productsOf(db, scope)).filter(({ archived, onSale }) => onSale && !archived).map((product) => toProduct(product, business.currency, lang, paidFor(product.priceMinor, product, taxes)));
}

export function readShop(deps: Deps, scope: Scope, lang?: string): Promise<PackageShop> {
  const { clientId } = requireClient(scope);
  return deps.store.read(async (db) => {
    const reader = await readerFor(db, scope, deps.now(), lang);
    return { offers: await packageOffers(db, scope, reader), own: await allOf(db, scope, clientId, reader) };
  });
}

export function listPackagesOf(deps: Deps, scope: Scope, clientId: string): Promise<{ items: ClientPackage[] }> {
  requireStaff(scope);
  return deps.store.read(async (db) => {
    if (!(await clientNames(db, scope, [clientId])).has(clientId)) throw notFound();
    return { items: await allOf(db, scope, clientId, await readerFor(db, scope, deps.now())) };
  });
}

async function allOf(db: ReadDb, scope: Scope, clientId: string, reader: InvoiceReader): Promise<ClientPackage[]> {
  const found = await packagesOf(db, scope, clientId);
  return viewed(db, scope, found, reader);
}

async function viewed(db: ReadDb, scope: Scope, found: readonly PackageWithBalance[], reader: InvoiceReader): Promise<ClientPackage[]> {
  const entries = await entriesOf(db, scope, found.map(({ row }) => row.id));
  const bookings = await bookingNames(db, scope, entries.flatMap(({ bookingId }) => (bookingId === null ? [] : [bookingId])), reader.lang);
  const balances = await balancesOf(db, scope, found.map(({ row }) => row.invoiceId));
  const views: ClientPackage[] = [];
  for (const one of found) {
    const invoice = await findInvoice(db, scope, one.row.invoiceId);
    views.push(toClientPackage(one, { entries, bookings, invoice: invoice && { number: invoice.number, isPaid: invoice.stage === 'issued' && (balances.get(invoice.id)?.dueMinor ?? 0) <= 0 } }, reader));
  }
  return views;
}

export async function readClientPackage(deps: Deps, db: ReadDb, scope: Scope, id: string, lang?: string): Promise<ClientPackage> {
  const found = await findPackage(db, scope, id);
  const [view] = found ? await viewed(db, scope, [found], await readerFor(db, scope, deps.now(), lang)) : [];
  if (!view) throw notFound();
  return view;
}
