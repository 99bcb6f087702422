import { and, eq, sql } from 'drizzle-orm';
import type { ReadDb, WriteDb } from '../../storage/store.ts';
import { testCheckouts, testMethods, testRefunds } from './tables.ts';

export type CheckoutRow = typeof testCheckouts.$inferSelect;
export type NetworkMethodRow = typeof testMethods.$inferSelect;
export type NetworkRefundRow = typeof testRefunds.$inferSelect;

const one = (businessId: string, ref: string) => and(eq(testCheckouts.businessId, businessId), eq(testCheckouts.ref, ref));

export async function findCheckout(db: ReadDb, businessId: string, ref: string): Promise<CheckoutRow | undefined> {
  const [row] = await db.select().from(testCheckouts).where(one(businessId, ref));
  return row;
}

export async function findCheckoutByKey(db: ReadDb, businessId: string, idempotencyKey: string): Promise<CheckoutRow | undefined> {
  const [row] = await db.select().from(testCheckouts).where(and(eq(testCheckouts.businessId, businessId), eq(testCheckouts.idempotencyKey, idempotencyKey)));
  return row;
}

export async function findCheckoutByPayment(db: ReadDb, businessId: string, paymentRef: string): Promise<CheckoutRow | undefined> {
  const [row] = await db.select().from(testCheckouts).where(and(eq(testCheckouts.businessId, businessId), eq(testCheckouts.paymentRef, paymentRef)));
  return row;
}

export async function insertCheckout(tx: WriteDb, row: CheckoutRow): Promise<void> {
  await tx.insert(testCheckouts).values(row);
}

/** Moves it on from one of the states it may be in; answers whether it did. */
export async function moveCheckout(tx: WriteDb, { businessId, ref, state }: CheckoutRow, change: Partial<CheckoutRow>): Promise<boolean> {
  const moved = await tx.update(testCheckouts).set(change).where(and(one(businessId, ref), eq(testCheckouts.state, state))).returning({ ref: testCheckouts.ref });
  return moved.length > 0;
}

/** Takes an amount back from what is left of a payment; false when it is less. */
export async function takeFromCheckout(tx: WriteDb, { businessId, ref }: CheckoutRow, amountMinor: number): Promise<boolean> {
  const taken = await tx.update(testCheckouts).set({ refundedMinor: sql`${testCheckouts.refundedMinor} + ${amountMinor}` })
    .where(and(one(businessId, ref), sql`${testCheckouts.amountMinor} - ${testCheckouts.refundedMinor} >= ${amountMinor}`)).returning({ ref: testCheckouts.ref });
  return taken.length > 0;
}

export async function findNetworkRefund(db: ReadDb, businessId: string, idempotencyKey: string): Promise<NetworkRefundRow | undefined> {
  const [row] = await db.select().from(testRefunds).where(and(eq(testRefunds.businessId, businessId), eq(testRefunds.idempotencyKey, idempotencyKey)));
  return row;
}

export async function insertNetworkRefund(tx: WriteDb, row: NetworkRefundRow): Promise<void> {
  await tx.insert(testRefunds).values(row);
}

export async function findNetworkMethod(db: ReadDb, businessId: string, ref: string): Promise<NetworkMethodRow | undefined> {
  const [row] = await db.select().from(testMethods).where(and(eq(testMethods.businessId, businessId), eq(testMethods.ref, ref)));
  return row;
}

export async function insertNetworkMethod(tx: WriteDb, row: NetworkMethodRow): Promise<void> {
  await tx.insert(testMethods).values(row);
}

export async function detachNetworkMethod(tx: WriteDb, businessId: string, ref: string): Promise<void> {
  await tx.update(testMethods).set({ detached: true }).where(and(eq(testMethods.businessId, businessId), eq(testMethods.ref, ref)));
}

/** The charge of an attempt, if one was made. */
export async function findCheckoutByAttempt(db: ReadDb, businessId: string, attemptId: string): Promise<CheckoutRow | undefined> {
  const [row] = await db.select().from(testCheckouts).where(and(eq(testCheckouts.businessId, businessId), eq(testCheckouts.attemptId, attemptId)));
  return row;
}

export async function findNetworkRefundByRef(db: ReadDb, businessId: string, ref: string): Promise<NetworkRefundRow | undefined> {
  const [row] = await db.select().from(testRefunds).where(and(eq(testRefunds.businessId, businessId), eq(testRefunds.ref, ref)));
  return row;
}
