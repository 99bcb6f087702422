import { and, asc, eq, inArray, isNull, isNotNull } from 'drizzle-orm';
import type { Scope } from '../../domain/scope.ts';
import type { ReadDb, WriteDb } from '../../storage/store.ts';
import { autopayConsents, paymentMethods } from './tables.ts';

export type MethodRow = typeof paymentMethods.$inferSelect;
export type ConsentRow = typeof autopayConsents.$inferSelect;

/** A consent that holds, with what it may be paid from. */
export interface Standing {
  readonly consent: ConsentRow;
  readonly method: MethodRow;
}

/** Those that are kept, the oldest first. */
export const methodsKeptFor = (db: ReadDb, { businessId }: Scope, clientId: string): Promise<MethodRow[]> => db.select().from(paymentMethods)
  .where(and(eq(paymentMethods.businessId, businessId), eq(paymentMethods.clientId, clientId), isNull(paymentMethods.removedAt))).orderBy(asc(paymentMethods.id)).execute();

export async function findMethod(db: ReadDb, { businessId }: Pick<Scope, 'businessId'>, id: string): Promise<MethodRow | undefined> {
  const [row] = await db.select().from(paymentMethods).where(and(eq(paymentMethods.businessId, businessId), eq(paymentMethods.id, id)));
  return row;
}

export async function findMethodByRef(db: ReadDb, { businessId, provider, methodRef }: Pick<MethodRow, 'businessId' | 'provider' | 'methodRef'>): Promise<MethodRow | undefined> {
  const [row] = await db.select().from(paymentMethods).where(and(eq(paymentMethods.businessId, businessId), eq(paymentMethods.provider, provider), eq(paymentMethods.methodRef, methodRef)));
  return row;
}

export async function insertMethod(tx: WriteDb, row: MethodRow): Promise<void> {
  await tx.insert(paymentMethods).values(row);
}

/** False when it was removed before. */
export async function markRemoved(tx: WriteDb, { businessId, id }: MethodRow, removedAt: number): Promise<boolean> {
  const rows = await tx.update(paymentMethods).set({ removedAt }).where(and(eq(paymentMethods.businessId, businessId), eq(paymentMethods.id, id), isNull(paymentMethods.removedAt))).returning({ id: paymentMethods.id });
  return rows.length > 0;
}

/** What holds now, for these subscriptions. */
export async function standingConsents(db: ReadDb, { businessId }: Pick<Scope, 'businessId'>, subscriptionIds: readonly string[]): Promise<Map<string, Standing>> {
  if (subscriptionIds.length === 0) return new Map();
  const rows = await db.select({ consent: autopayConsents, method: paymentMethods }).from(autopayConsents)
    .innerJoin(paymentMethods, and(eq(paymentMethods.businessId, autopayConsents.businessId), eq(paymentMethods.id, autopayConsents.methodId)))
    .where(and(eq(autopayConsents.businessId, businessId), inArray(autopayConsents.standsFor, [...subscriptionIds]), isNull(paymentMethods.removedAt)));
  return new Map(rows.map((row) => [row.consent.subscriptionId, row]));
}

export const standingConsent = async (db: ReadDb, scope: Pick<Scope, 'businessId'>, subscriptionId: string): Promise<Standing | undefined> => (await standingConsents(db, scope, [subscriptionId])).get(subscriptionId);

export const consentsOn = (db: ReadDb, { businessId }: Scope, methodId: string): Promise<ConsentRow[]> => db.select().from(autopayConsents)
  .where(and(eq(autopayConsents.businessId, businessId), eq(autopayConsents.methodId, methodId), isNotNull(autopayConsents.standsFor))).execute();

/** Throws a DbError of kind `unique` when one stands already. */
export async function insertConsent(tx: WriteDb, row: ConsentRow): Promise<void> {
  await tx.insert(autopayConsents).values(row);
}

/** False when it did not stand any more. */
export async function closeConsent(tx: WriteDb, { businessId, id }: ConsentRow, endedAt: number, endedBy: NonNullable<ConsentRow['endedBy']>): Promise<boolean> {
  const rows = await tx.update(autopayConsents).set({ endedAt, endedBy, standsFor: null })
    .where(and(eq(autopayConsents.businessId, businessId), eq(autopayConsents.id, id), isNotNull(autopayConsents.standsFor))).returning({ id: autopayConsents.id });
  return rows.length > 0;
}

export async function findConsent(db: ReadDb, { businessId }: Scope, id: string): Promise<ConsentRow | undefined> {
  const [row] = await db.select().from(autopayConsents).where(and(eq(autopayConsents.businessId, businessId), eq(autopayConsents.id, id)));
  return row;
}
