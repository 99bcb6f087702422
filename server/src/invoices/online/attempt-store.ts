import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Scope } from '../../domain/scope.ts';
import { remembered, type ReadDb, type WriteDb } from '../../storage/store.ts';
import { findInvoice } from '../invoice-store.ts';
import { paymentAccounts, paymentAttempts, providerEvents, reviewItems } from './tables.ts';

export type AttemptRow = typeof paymentAttempts.$inferSelect;
export type AccountRow = typeof paymentAccounts.$inferSelect;
export type ProviderEventRow = typeof providerEvents.$inferSelect;
export type ReviewRow = typeof reviewItems.$inferSelect;

const accountRows = remembered<{ businessId: string }, AccountRow[]>((db) => db.select().from(paymentAccounts)
  .where(eq(paymentAccounts.businessId, sql.placeholder('businessId'))).orderBy(paymentAccounts.createdAt));

/** Asked at every booking, to know whether it can be paid. */
export const accountsOf = (db: ReadDb, businessId: string): Promise<AccountRow[]> => accountRows(db, { businessId });

export async function saveAccount(tx: WriteDb, row: AccountRow): Promise<void> {
  const { businessId: _, provider: __, createdAt: ___, ...set } = row;
  await tx.insert(paymentAccounts).values(row).onConflictDoUpdate({ target: [paymentAccounts.businessId, paymentAccounts.provider], set });
}

export async function insertAttempt(tx: WriteDb, row: AttemptRow): Promise<void> {
  await tx.insert(paymentAttempts).values(row);
}

export async function findAttempt(db: ReadDb, businessId: string, id: string): Promise<AttemptRow | undefined> {
  const [row] = await db.select().from(paymentAttempts).where(and(eq(paymentAttempts.businessId, businessId), eq(paymentAttempts.id, id)));
  return row;
}

export async function findAttemptByRequest(db: ReadDb, scope: Scope, clientId: string, requestKey: string): Promise<AttemptRow | undefined> {
  const [row] = await db.select().from(paymentAttempts)
    .where(and(eq(paymentAttempts.businessId, scope.businessId), eq(paymentAttempts.clientId, clientId), eq(paymentAttempts.requestKey, requestKey)));
  return row;
}

export async function findAttemptByCheckout(db: ReadDb, businessId: string, provider: AttemptRow['provider'], checkoutRef: string): Promise<AttemptRow | undefined> {
  const [row] = await db.select().from(paymentAttempts)
    .where(and(eq(paymentAttempts.businessId, businessId), eq(paymentAttempts.provider, provider), eq(paymentAttempts.checkoutRef, checkoutRef)));
  return row;
}

/** Attempts that may still become a payment, latest first. */
export const pendingAttempts = (db: ReadDb, scope: Scope, clientId: string): Promise<AttemptRow[]> => db.select().from(paymentAttempts)
  .where(and(eq(paymentAttempts.businessId, scope.businessId), eq(paymentAttempts.clientId, clientId), inArray(paymentAttempts.state, ['preparing', 'open']))).orderBy(desc(paymentAttempts.id)).execute();

/** The last try to pay an invoice. */
export async function latestAttemptFor(db: ReadDb, scope: Scope, invoiceId: string): Promise<AttemptRow | undefined> {
  const invoice = await findInvoice(db, scope, invoiceId);
  if (!invoice) return undefined;
  const rows = await db.select().from(paymentAttempts)
    .where(and(eq(paymentAttempts.businessId, scope.businessId), eq(paymentAttempts.clientId, invoice.clientId))).orderBy(desc(paymentAttempts.createdAt), desc(paymentAttempts.id)).limit(50);
  return rows.find(({ allocations }) => allocations.some((one) => one.invoiceId === invoiceId));
}

export async function updateAttempt(tx: WriteDb, { businessId, id }: Pick<AttemptRow, 'businessId' | 'id'>, change: Partial<AttemptRow>): Promise<void> {
  await tx.update(paymentAttempts).set(change).where(and(eq(paymentAttempts.businessId, businessId), eq(paymentAttempts.id, id)));
}

export async function isKnownEvent(db: ReadDb, { businessId, provider, accountId, eventId }: Omit<ProviderEventRow, 'type' | 'attemptId' | 'receivedAt'>): Promise<boolean> {
  const rows = await db.select({ id: providerEvents.eventId }).from(providerEvents)
    .where(and(eq(providerEvents.businessId, businessId), eq(providerEvents.provider, provider), eq(providerEvents.accountId, accountId), eq(providerEvents.eventId, eventId)));
  return rows.length > 0;
}

export async function insertProviderEvent(tx: WriteDb, row: ProviderEventRow): Promise<void> {
  await tx.insert(providerEvents).values(row);
}

/** Shows a matter once; answers whether it is new. */
export async function insertReview(tx: WriteDb, row: ReviewRow): Promise<boolean> {
  const added = await tx.insert(reviewItems).values(row).onConflictDoNothing({ target: [reviewItems.businessId, reviewItems.dedupeKey] }).returning({ id: reviewItems.id });
  return added.length > 0;
}

/** What waits first, then the latest of what is settled. */
export const reviewsOf = (db: ReadDb, scope: Scope, limit: number): Promise<ReviewRow[]> => db.select().from(reviewItems)
  .where(eq(reviewItems.businessId, scope.businessId)).orderBy(sql`${reviewItems.resolvedAt} is not null`, desc(reviewItems.id)).limit(limit).execute();

export async function resolveReview(tx: WriteDb, scope: Scope, id: string, resolvedAt: number, resolution: string): Promise<ReviewRow | undefined> {
  const [row] = await tx.update(reviewItems).set({ resolvedAt, resolution })
    .where(and(eq(reviewItems.businessId, scope.businessId), eq(reviewItems.id, id), isNull(reviewItems.resolvedAt))).returning();
  return row;
}
