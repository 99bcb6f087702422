import { and, eq, ne, sql } from 'drizzle-orm';
import { remembered, type ReadDb, type WriteDb } from '../storage/store.ts';
import { businesses, businessOrigins } from './tables.ts';

export type BusinessRow = typeof businesses.$inferSelect;
export type TotpPolicy = BusinessRow['totpRequired'];

const value = sql.placeholder;
const byKey = remembered<{ key: string }, BusinessRow[]>((db) => db.select().from(businesses).where(eq(businesses.key, value('key'))));
const byId = remembered<{ id: string }, BusinessRow[]>((db) => db.select().from(businesses).where(eq(businesses.id, value('id'))));
const policy = remembered<{ id: string }, { totpRequired: TotpPolicy }[]>((db) => db.select({ totpRequired: businesses.totpRequired }).from(businesses).where(eq(businesses.id, value('id'))));
const origin = remembered<{ businessId: string; origin: string }, { origin: string }[]>((db) => db.select({ origin: businessOrigins.origin }).from(businessOrigins)
  .where(and(eq(businessOrigins.businessId, value('businessId')), eq(businessOrigins.origin, value('origin')))));
const anyOrigin = remembered<{ origin: string }, { origin: string }[]>((db) => db.select({ origin: businessOrigins.origin }).from(businessOrigins)
  .where(eq(businessOrigins.origin, value('origin'))).limit(1));

export async function findBusiness(db: ReadDb, id: string): Promise<BusinessRow | undefined> {
  return (await byId(db, { id }))[0];
}

export async function findBusinessByKey(db: ReadDb, key: string): Promise<BusinessRow | undefined> {
  return (await byKey(db, { key }))[0];
}

/** Asked with every request of somebody without an authenticator app. */
export async function totpPolicy(db: ReadDb, id: string): Promise<TotpPolicy> {
  return (await policy(db, { id }))[0]?.totpRequired ?? 'everyone';
}

export async function isRegistered(db: ReadDb, businessId: string, asked: string): Promise<boolean> {
  return (await origin(db, { businessId, origin: asked })).length > 0;
}

export async function isRegisteredAnywhere(db: ReadDb, asked: string): Promise<boolean> {
  return (await anyOrigin(db, { origin: asked })).length > 0;
}

export async function originsOf(db: ReadDb, businessId: string): Promise<string[]> {
  const rows = await db.select({ origin: businessOrigins.origin }).from(businessOrigins).where(eq(businessOrigins.businessId, businessId));
  return rows.map((row) => row.origin).sort();
}

export async function insertBusiness(tx: WriteDb, row: BusinessRow): Promise<void> {
  await tx.insert(businesses).values(row);
}

export async function updateBusiness(tx: WriteDb, id: string, change: Partial<BusinessRow>): Promise<void> {
  if (Object.keys(change).length > 0) await tx.update(businesses).set(change).where(eq(businesses.id, id));
}

export async function replaceOrigins(tx: WriteDb, businessId: string, origins: readonly string[]): Promise<void> {
  await tx.delete(businessOrigins).where(eq(businessOrigins.businessId, businessId));
  if (origins.length > 0) await tx.insert(businessOrigins).values([...new Set(origins)].map((one) => ({ businessId, origin: one })));
}

export async function isKeyTaken(db: ReadDb, key: string, except = ''): Promise<boolean> {
  const rows = await db.select({ id: businesses.id }).from(businesses).where(and(eq(businesses.key, key), ne(businesses.id, except)));
  return rows.length > 0;
}

export const allBusinesses = (db: ReadDb): Promise<BusinessRow[]> => db.select().from(businesses).orderBy(businesses.key).execute();
