import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Scope } from '../../domain/scope.ts';
import { prepared, type ReadDb, type WriteDb } from '../../storage/store.ts';
import { clientPackages, packageEntries, packageProducts, packageProductServices } from './tables.ts';

const value = sql.placeholder;

export type ProductRow = typeof packageProducts.$inferSelect;
export type PackageRow = typeof clientPackages.$inferSelect;
export type EntryRow = typeof packageEntries.$inferSelect;

export interface Product extends ProductRow {
  readonly serviceIds: readonly string[];
}

/** The newest last, as the owner added them. */
export async function productsOf(db: ReadDb, { businessId }: Scope): Promise<Product[]> {
  const rows = await db.select().from(packageProducts).where(eq(packageProducts.businessId, businessId)).orderBy(asc(packageProducts.id));
  const covered = await db.select().from(packageProductServices).where(eq(packageProductServices.businessId, businessId));
  return rows.map((row) => ({ ...row, serviceIds: covered.filter(({ productId }) => productId === row.id).map(({ serviceId }) => serviceId) }));
}

export async function findProduct(db: ReadDb, scope: Scope, id: string): Promise<Product | undefined> {
  return (await productsOf(db, scope)).find((product) => product.id === id);
}

export async function insertProduct(tx: WriteDb, row: ProductRow): Promise<void> {
  await tx.insert(packageProducts).values(row);
}

export async function updateProduct(tx: WriteDb, scope: Scope, id: string, change: Partial<ProductRow>): Promise<void> {
  if (Object.keys(change).length > 0) await tx.update(packageProducts).set(change).where(and(eq(packageProducts.businessId, scope.businessId), eq(packageProducts.id, id)));
}

/** Throws a DbError of kind `foreign_key` when one of the services is not the business's. */
export async function replaceCovered(tx: WriteDb, { businessId }: Scope, productId: string, serviceIds: readonly string[]): Promise<void> {
  await tx.delete(packageProductServices).where(and(eq(packageProductServices.businessId, businessId), eq(packageProductServices.productId, productId)));
  if (serviceIds.length > 0) await tx.insert(packageProductServices).values([...new Set(serviceIds)].map((serviceId) => ({ businessId, productId, serviceId })));
}

/** A package of a client with what is left of it. */
export interface PackageWithBalance {
  readonly row: PackageRow;
  readonly remaining: number;
}

// Sums over the index package_entries_by_package. Named in full: drizzle leaves the table's name off where it selects from one.
const remaining = sql<number>`(select coalesce(sum(e.change), 0) from ${packageEntries} e where e.business_id = ${clientPackages}.business_id and e.package_id = ${clientPackages}.id)`.mapWith(Number);
const withBalance = { row: clientPackages, remaining };

/** All of a client's, the newest first. */
export const packagesOf = (db: ReadDb, scope: Scope, clientId: string): Promise<PackageWithBalance[]> => db.select(withBalance).from(clientPackages)
  .where(and(eq(clientPackages.businessId, scope.businessId), eq(clientPackages.clientId, clientId))).orderBy(desc(clientPackages.id)).execute();

const usableRows = prepared<{ businessId: string; clientId: string; day: string }, PackageWithBalance[]>((db) => db.select(withBalance).from(clientPackages)
  .where(and(eq(clientPackages.businessId, value('businessId')), eq(clientPackages.clientId, value('clientId')), sql`${remaining} > 0`, sql`coalesce(${clientPackages.expiresOn}, '9999') >= ${value('day')}`))
  .orderBy(sql`coalesce(${clientPackages.expiresOn}, '9999')`, asc(clientPackages.id)));

/** Those with something left that has not run out by that day, what ends first first. */
export const usablePackages = (db: ReadDb, { businessId }: Scope, clientId: string, day: string): Promise<PackageWithBalance[]> => usableRows(db, { businessId, clientId, day });

export async function findPackage(db: ReadDb, scope: Scope, id: string): Promise<PackageWithBalance | undefined> {
  const [found] = await db.select(withBalance).from(clientPackages).where(and(eq(clientPackages.businessId, scope.businessId), eq(clientPackages.id, id)));
  return found;
}

export const packagesOfInvoices = (db: ReadDb, scope: Scope, invoiceIds: readonly string[]): Promise<PackageWithBalance[]> => db.select(withBalance).from(clientPackages)
  .where(and(eq(clientPackages.businessId, scope.businessId), inArray(clientPackages.invoiceId, [...invoiceIds]))).execute();

export async function insertPackage(tx: WriteDb, row: PackageRow): Promise<void> {
  await tx.insert(clientPackages).values(row);
}

export async function updatePackage(tx: WriteDb, { businessId, id }: PackageRow, change: Partial<Pick<PackageRow, 'cancelled' | 'endedAt' | 'expiresOn' | 'activatedAt'>>): Promise<void> {
  await tx.update(clientPackages).set(change).where(and(eq(clientPackages.businessId, businessId), eq(clientPackages.id, id)));
}

/** Throws a DbError of kind `exhausted` when nothing is left to take. */
export async function insertEntry(tx: WriteDb, row: EntryRow): Promise<void> {
  await tx.insert(packageEntries).values(row);
}

export const entriesOf = (db: ReadDb, scope: Scope, packageIds: readonly string[]): Promise<EntryRow[]> => db.select().from(packageEntries)
  .where(and(eq(packageEntries.businessId, scope.businessId), inArray(packageEntries.packageId, [...packageIds]))).orderBy(asc(packageEntries.at), sql`${packageEntries.change} < 0`, asc(packageEntries.id)).execute();

/** What a booking took, and gave back. */
export const entriesOfBooking = (db: ReadDb, scope: Scope, bookingId: string): Promise<EntryRow[]> => db.select().from(packageEntries)
  .where(and(eq(packageEntries.businessId, scope.businessId), eq(packageEntries.bookingId, bookingId))).execute();
