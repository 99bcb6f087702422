import { and, eq, inArray, isNull, ne, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '../domain/scope.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import { paymentMethods } from './autopay/tables.ts';
import type { MethodRow } from './autopay/consent-store.ts';
import { paymentAttempts, reviewItems } from './online/tables.ts';
import { clientPackages } from './packages/tables.ts';
import { planRequests, subscriptions } from './plans/tables.ts';
import { clientBilling, invoices, payments, refunds } from './tables.ts';

type Of = Pick<Scope, 'businessId'>;
type Owned = typeof invoices | typeof payments | typeof refunds | typeof subscriptions | typeof clientPackages | typeof paymentAttempts | typeof reviewItems | typeof paymentMethods | typeof planRequests;
const of = (table: Owned | typeof clientBilling, { businessId }: Of, clientId: string): SQL | undefined => and(eq(table.businessId, businessId), eq(table.clientId, clientId));

/** What waiting work may name. */
export async function idsInBooks(db: ReadDb, scope: Of, clientId: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const table of [invoices, payments, refunds, subscriptions, clientPackages, paymentAttempts, paymentMethods, planRequests] as const) {
    ids.push(...(await db.select({ id: table.id }).from(table).where(of(table, scope, clientId))).map(({ id }) => id));
  }
  return ids;
}

export async function countIssued(db: ReadDb, scope: Of, clientId: string): Promise<number> {
  return (await db.select({ id: invoices.id }).from(invoices).where(and(of(invoices, scope, clientId), ne(invoices.stage, 'draft')))).length;
}

/** Somebody pays or is paid right now, or a person has to look. */
export async function isMoneyMoving(db: ReadDb, scope: Of, clientId: string): Promise<boolean> {
  const tries = await db.select({ id: paymentAttempts.id }).from(paymentAttempts).where(and(of(paymentAttempts, scope, clientId), inArray(paymentAttempts.state, ['preparing', 'open', 'under_review']))).limit(1);
  const back = await db.select({ id: refunds.id }).from(refunds).where(and(of(refunds, scope, clientId), eq(refunds.state, 'pending'))).limit(1);
  const looks = await db.select({ id: reviewItems.id }).from(reviewItems).where(and(of(reviewItems, scope, clientId), isNull(reviewItems.resolvedAt))).limit(1);
  return tries.length + back.length + looks.length > 0;
}

export const methodsOfClient = (db: ReadDb, scope: Of, clientId: string): Promise<MethodRow[]> => db.select().from(paymentMethods).where(of(paymentMethods, scope, clientId)).execute();

/** Consents refer to it, so the row stays. */
export async function blankMethod(tx: WriteDb, { businessId, id, removedAt }: MethodRow, now: number): Promise<void> {
  await tx.update(paymentMethods).set({ customerRef: '', methodRef: `erased:${id}`, brand: '', last4: '', expires: null, removedAt: removedAt ?? now }).where(and(eq(paymentMethods.businessId, businessId), eq(paymentMethods.id, id)));
}

export async function blankBilling(tx: WriteDb, scope: Of, clientId: string): Promise<void> {
  await tx.delete(clientBilling).where(of(clientBilling, scope, clientId));
  await tx.delete(invoices).where(and(of(invoices, scope, clientId), eq(invoices.stage, 'draft')));
  await tx.update(paymentAttempts).set({ returnUrl: '', url: null, failure: null }).where(of(paymentAttempts, scope, clientId));
  await tx.update(planRequests).set({ note: '', answer: null }).where(of(planRequests, scope, clientId));
  await tx.update(reviewItems).set({ text: '', resolution: sql`case when ${reviewItems.resolution} is null then null else '' end` }).where(and(of(reviewItems, scope, clientId), sql`${reviewItems.resolvedAt} is not null`));
}
