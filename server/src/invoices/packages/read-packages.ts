import type { ClientPackage, PackageBalance, PackageShop } from '@portico/contract/invoices/packages.ts';
import { findBusiness } from '../../business/public.ts';
import { clientNames } from '../../clients/public.ts';
import type { Deps } from '../../deps.ts';
import { notFound } from '../../domain/errors.ts';
import { requireClient, requireStaff, type Scope } from '../../domain/scope.ts';
import type { ReadDb } from '../../storage/store.ts';
import type { InvoiceReader } from '../invoice-view.ts';
import { readerFor } from '../read-invoice.ts';
import { entriesOf, findPackage, packagesOf, productsOf, usablePackages } from './package-store.ts';
import { toBalance, toClientPackage, toProduct } from './package-view.ts';

/** What a client can use today, what ends first first. */
export const packageBalances = async (db: ReadDb, scope: Scope, clientId: string, reader: InvoiceReader): Promise<PackageBalance[]> =>
  (await usablePackages(db, scope, clientId, reader.today)).map((found) => toBalance(found, reader));

export function readShop(deps: Deps, scope: Scope, lang?: string): Promise<PackageShop> {
  const { clientId } = requireClient(scope);
  return deps.store.read(async (db) => {
    const business = await findBusiness(db, scope.businessId);
    if (!business) throw notFound();
    const reader = await readerFor(db, scope, deps.now(), lang);
    const offers = (await productsOf(db, scope)).filter(({ archived, onSale }) => onSale && !archived).map((product) => toProduct(product, business.currency, reader.lang));
    return { offers, own: await allOf(db, scope, clientId, reader) };
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
  const entries = await entriesOf(db, scope, found.map(({ row }) => row.id));
  return found.map((one) => toClientPackage(one, entries, reader));
}

export async function readClientPackage(deps: Deps, db: ReadDb, scope: Scope, id: string, lang?: string): Promise<ClientPackage> {
  const found = await findPackage(db, scope, id);
  if (!found) throw notFound();
  return toClientPackage(found, await entriesOf(db, scope, [id]), await readerFor(db, scope, deps.now(), lang));
}
