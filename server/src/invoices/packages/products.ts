import type { AddPackageProductInput, ChangePackageProductInput, PackageProduct } from '@portico/contract/invoices/packages.ts';
import { findBusiness } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { invalidField, notFound } from '../../domain/errors.ts';
import { requireStaff, type Scope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import { refusalOf, type ReadDb, type WriteDb } from '../../storage/store.ts';
import { taxesOf } from '../settings-store.ts';
import { findProduct, insertProduct, productsOf, replaceCovered, updateProduct, type ProductRow } from './package-store.ts';
import { toProduct } from './package-view.ts';

export async function listProducts(db: ReadDb, scope: Scope): Promise<{ items: PackageProduct[] }> {
  requireStaff(scope);
  const business = await findBusiness(db, scope.businessId);
  if (!business) throw notFound();
  return { items: (await productsOf(db, scope)).map((product) => toProduct(product, business.currency, business.lang)) };
}

export async function addProduct(deps: Deps, tx: WriteDb, scope: Scope, { serviceIds, ...columns }: AddPackageProductInput): Promise<PackageProduct> {
  requireStaff(scope, 'admin');
  await requireKnownTaxes(tx, scope, columns.taxIds);
  const row: ProductRow = { businessId: scope.businessId, id: deps.newId(), ...columns, archived: false };
  await insertProduct(tx, row);
  await cover(tx, scope, row.id, serviceIds);
  await record(deps, tx, scope, { type: 'package.offered', subjectId: row.id, payload: { productId: row.id, name: row.name, what: 'added' } });
  return readProduct(tx, scope, row.id);
}

export async function changeProduct(deps: Deps, tx: WriteDb, scope: Scope, id: string, { serviceIds, ...columns }: ChangePackageProductInput): Promise<PackageProduct> {
  requireStaff(scope, 'admin');
  const before = await findProduct(tx, scope, id);
  if (!before) throw notFound();
  if (columns.taxIds) await requireKnownTaxes(tx, scope, columns.taxIds);
  await updateProduct(tx, scope, id, Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)));
  if (serviceIds) await cover(tx, scope, id, serviceIds);
  const what = columns.archived === undefined || columns.archived === before.archived ? 'changed' : columns.archived ? 'archived' : 'restored';
  await record(deps, tx, scope, { type: 'package.offered', subjectId: id, payload: { productId: id, name: columns.name ?? before.name, what } });
  return readProduct(tx, scope, id);
}

async function readProduct(tx: WriteDb, scope: Scope, id: string): Promise<PackageProduct> {
  const product = (await listProducts(tx, scope)).items.find((one) => one.id === id);
  if (!product) throw notFound();
  return product;
}

async function requireKnownTaxes(tx: WriteDb, scope: Scope, taxIds: readonly string[]): Promise<void> {
  const known = await taxesOf(tx, scope.businessId);
  const unknown = taxIds.findIndex((id) => !known.some((tax) => tax.id === id));
  if (unknown >= 0) throw invalidField(`taxIds.${unknown}`, 'Use taxes from your settings.');
}

/** The database knows which services are the business's. */
async function cover(tx: WriteDb, scope: Scope, id: string, serviceIds: readonly string[]): Promise<void> {
  try {
    await replaceCovered(tx, scope, id, serviceIds);
  } catch (error) {
    if (refusalOf(error) === 'foreign_key') throw invalidField('serviceIds', 'Choose from your services.');
    throw error;
  }
}
