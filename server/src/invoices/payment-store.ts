import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Scope } from '../domain/scope.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import { payments, refunds } from './tables.ts';

export type PaymentRow = typeof payments.$inferSelect;
export type RefundRow = typeof refunds.$inferSelect;

export async function insertPayment(tx: WriteDb, row: PaymentRow): Promise<void> {
  await tx.insert(payments).values(row);
}

export async function findPayment(db: ReadDb, scope: Scope, id: string): Promise<PaymentRow | undefined> {
  const [row] = await db.select().from(payments).where(and(eq(payments.businessId, scope.businessId), eq(payments.id, id)));
  return row;
}

export async function findPaymentByRef(db: ReadDb, businessId: string, provider: string, providerRef: string): Promise<PaymentRow | undefined> {
  const [row] = await db.select().from(payments).where(and(eq(payments.businessId, businessId), eq(payments.provider, provider), eq(payments.providerRef, providerRef)));
  return row;
}

/** Latest first; of one client, or of all. */
export const paymentsPage = (db: ReadDb, scope: Scope, filter: { clientId: string | undefined; after: string | undefined; limit: number }): Promise<PaymentRow[]> => db.select().from(payments)
  .where(and(eq(payments.businessId, scope.businessId), filter.clientId === undefined ? undefined : eq(payments.clientId, filter.clientId), filter.after === undefined ? undefined : lt(payments.id, filter.after)))
  .orderBy(desc(payments.id)).limit(filter.limit).execute();

/** Takes a part of a payment back, never more than is left of it; false when there is not so much left. */
export async function takeBack(tx: WriteDb, scope: Scope, id: string, amountMinor: number): Promise<boolean> {
  const changed = await tx.update(payments).set({ refundedMinor: sql`${payments.refundedMinor} + ${amountMinor}` })
    .where(and(eq(payments.businessId, scope.businessId), eq(payments.id, id), sql`${payments.amountMinor} - ${payments.refundedMinor} >= ${amountMinor}`)).returning({ id: payments.id });
  return changed.length > 0;
}

/** Puts back what `takeBack` took, when the money did not go after all. */
export async function putBack(tx: WriteDb, scope: Scope, id: string, amountMinor: number): Promise<void> {
  await tx.update(payments).set({ refundedMinor: sql`${payments.refundedMinor} - ${amountMinor}` }).where(and(eq(payments.businessId, scope.businessId), eq(payments.id, id)));
}

export async function findRefund(db: ReadDb, scope: Scope, id: string): Promise<RefundRow | undefined> {
  const [row] = await db.select().from(refunds).where(and(eq(refunds.businessId, scope.businessId), eq(refunds.id, id)));
  return row;
}

export async function findRefundByRef(db: ReadDb, businessId: string, provider: string, providerRef: string): Promise<RefundRow | undefined> {
  const [row] = await db.select({ refund: refunds }).from(refunds).innerJoin(payments, and(eq(payments.businessId, refunds.businessId), eq(payments.id, refunds.paymentId), eq(payments.provider, provider)))
    .where(and(eq(refunds.businessId, businessId), eq(refunds.providerRef, providerRef)));
  return row?.refund;
}

export async function updateRefund(tx: WriteDb, { businessId, id }: RefundRow, change: Partial<RefundRow>): Promise<void> {
  await tx.update(refunds).set(change).where(and(eq(refunds.businessId, businessId), eq(refunds.id, id)));
}

export async function insertRefund(tx: WriteDb, row: RefundRow): Promise<void> {
  await tx.insert(refunds).values(row);
}

/** How each of these payments came in; what is no payment is left out. */
export async function methodsOf(db: ReadDb, scope: Scope, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.select({ id: payments.id, method: payments.method }).from(payments).where(and(eq(payments.businessId, scope.businessId), inArray(payments.id, [...ids])));
  return new Map(rows.map(({ id, method }) => [id, method]));
}
