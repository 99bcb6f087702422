import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Scope } from '../domain/scope.ts';
import { remembered, type ReadDb, type WriteDb } from '../storage/store.ts';
import { providers, serviceProviders, services } from './tables.ts';

export type ServiceRow = typeof services.$inferSelect;
export type ProviderRow = typeof providers.$inferSelect;
export interface Offer {
  readonly serviceId: string;
  readonly providerId: string;
}

const value = sql.placeholder;
type OfBusiness = { businessId: string };

const servicesQuery = remembered<OfBusiness, ServiceRow[]>((db) => db.select().from(services)
  .where(eq(services.businessId, value('businessId'))).orderBy(asc(services.position), asc(services.id)));
const providersQuery = remembered<OfBusiness, ProviderRow[]>((db) => db.select().from(providers)
  .where(eq(providers.businessId, value('businessId'))).orderBy(asc(providers.position), asc(providers.id)));
const offersQuery = remembered<OfBusiness, Offer[]>((db) => db
  .select({ serviceId: serviceProviders.serviceId, providerId: serviceProviders.providerId }).from(serviceProviders)
  .where(eq(serviceProviders.businessId, value('businessId'))));
const serviceQuery = remembered<{ businessId: string; id: string }, ServiceRow[]>((db) => db.select().from(services)
  .where(and(eq(services.businessId, value('businessId')), eq(services.id, value('id')))));

export const servicesOf = (db: ReadDb, { businessId }: Scope): Promise<ServiceRow[]> => servicesQuery(db, { businessId });
export const providersOf = (db: ReadDb, { businessId }: Scope): Promise<ProviderRow[]> => providersQuery(db, { businessId });
export const offersOf = (db: ReadDb, { businessId }: Scope): Promise<Offer[]> => offersQuery(db, { businessId });

export async function findService(db: ReadDb, { businessId }: Scope, id: string): Promise<ServiceRow | undefined> {
  return (await serviceQuery(db, { businessId, id }))[0];
}

export async function findProvider(db: ReadDb, scope: Scope, id: string): Promise<ProviderRow | undefined> {
  return (await providersOf(db, scope)).find((provider) => provider.id === id);
}

/** Those who can be booked for a service, in the owner's order. */
export async function providersFor(db: ReadDb, scope: Scope, serviceId: string): Promise<ProviderRow[]> {
  const offered = new Set((await offersOf(db, scope)).filter((offer) => offer.serviceId === serviceId).map((offer) => offer.providerId));
  return (await providersOf(db, scope)).filter((provider) => !provider.archived && offered.has(provider.id));
}

export async function insertService(tx: WriteDb, row: ServiceRow): Promise<void> {
  await tx.insert(services).values(row);
}

export async function updateService(tx: WriteDb, scope: Scope, id: string, change: Partial<ServiceRow>): Promise<void> {
  if (Object.keys(change).length > 0) await tx.update(services).set(change).where(and(eq(services.businessId, scope.businessId), eq(services.id, id)));
}

export async function replaceOffersOf(tx: WriteDb, scope: Scope, serviceId: string, providerIds: readonly string[]): Promise<void> {
  await tx.delete(serviceProviders).where(and(eq(serviceProviders.businessId, scope.businessId), eq(serviceProviders.serviceId, serviceId)));
  if (providerIds.length > 0) await tx.insert(serviceProviders).values([...new Set(providerIds)].map((providerId) => ({ businessId: scope.businessId, serviceId, providerId })));
}

export async function knownProviders(db: ReadDb, scope: Scope, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.select({ id: providers.id }).from(providers).where(and(eq(providers.businessId, scope.businessId), inArray(providers.id, [...ids])));
  return new Set(rows.map((row) => row.id));
}

export async function insertProvider(tx: WriteDb, row: ProviderRow): Promise<void> {
  await tx.insert(providers).values(row);
}

export async function updateProvider(tx: WriteDb, scope: Scope, id: string, change: Partial<ProviderRow>): Promise<void> {
  if (Object.keys(change).length > 0) await tx.update(providers).set(change).where(and(eq(providers.businessId, scope.businessId), eq(providers.id, id)));
}
