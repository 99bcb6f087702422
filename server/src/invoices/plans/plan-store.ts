import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Scope } from '../../domain/scope.ts';
import type { ReadDb, WriteDb } from '../../storage/store.ts';
import { planRequests, plans, subscriptions } from './tables.ts';

export type PlanRow = typeof plans.$inferSelect;
export type SubscriptionRow = typeof subscriptions.$inferSelect;
export type PlanRequestRow = typeof planRequests.$inferSelect;

/** A client's plan with what the plan is now. */
export interface Subscribed {
  readonly row: SubscriptionRow;
  readonly plan: PlanRow;
}

export interface PlanWithCount {
  readonly plan: PlanRow;
  /** Who has it and has not ended it. */
  readonly subscribers: number;
}

// Named in full: drizzle leaves the table's name off where it selects from one.
const subscribers = sql<number>`(select count(*) from ${subscriptions} s where s.business_id = ${plans}.business_id and s.plan_id = ${plans}.id and s.state <> 'ended')`.mapWith(Number);

/** The newest last, as the owner added them. */
export const plansOf = (db: ReadDb, { businessId }: Scope): Promise<PlanWithCount[]> =>
  db.select({ plan: plans, subscribers }).from(plans).where(eq(plans.businessId, businessId)).orderBy(asc(plans.id)).execute();

export async function findPlan(db: ReadDb, { businessId }: Scope, id: string): Promise<PlanRow | undefined> {
  const [row] = await db.select().from(plans).where(and(eq(plans.businessId, businessId), eq(plans.id, id)));
  return row;
}

/** Throws a DbError of kind `foreign_key` when the package is not the business's. */
export async function insertPlan(tx: WriteDb, row: PlanRow): Promise<void> {
  await tx.insert(plans).values(row);
}

export async function updatePlan(tx: WriteDb, { businessId }: Scope, id: string, change: Partial<PlanRow>): Promise<void> {
  if (Object.keys(change).length > 0) await tx.update(plans).set(change).where(and(eq(plans.businessId, businessId), eq(plans.id, id)));
}

const subscribed = { row: subscriptions, plan: plans };
const samePlan = and(eq(plans.businessId, subscriptions.businessId), eq(plans.id, subscriptions.planId));

export async function findSubscription(db: ReadDb, { businessId }: Scope, id: string): Promise<Subscribed | undefined> {
  const [found] = await db.select(subscribed).from(subscriptions).innerJoin(plans, samePlan).where(and(eq(subscriptions.businessId, businessId), eq(subscriptions.id, id)));
  return found;
}

/** Those that go on first, then the latest. */
export const subscriptionsOf = (db: ReadDb, { businessId }: Scope, clientId: string): Promise<Subscribed[]> => db.select(subscribed).from(subscriptions).innerJoin(plans, samePlan)
  .where(and(eq(subscriptions.businessId, businessId), eq(subscriptions.clientId, clientId))).orderBy(sql`${subscriptions.state} = 'ended'`, desc(subscriptions.id)).execute();

export const activeSubscriptionsTo = (db: ReadDb, { businessId }: Scope, planId: string): Promise<SubscriptionRow[]> => db.select().from(subscriptions)
  .where(and(eq(subscriptions.businessId, businessId), eq(subscriptions.planId, planId), eq(subscriptions.state, 'active'))).orderBy(asc(subscriptions.id)).execute();

export const activeSubscriptions = (db: ReadDb, { businessId }: Scope): Promise<Subscribed[]> => db.select(subscribed).from(subscriptions).innerJoin(plans, samePlan)
  .where(and(eq(subscriptions.businessId, businessId), eq(subscriptions.state, 'active'))).orderBy(asc(subscriptions.id)).execute();

/** Does an account have, or had it, a plan? */
export async function hasSubscriptions(db: ReadDb, { businessId }: Scope, clientId: string): Promise<boolean> {
  const rows = await db.select({ id: subscriptions.id }).from(subscriptions).where(and(eq(subscriptions.businessId, businessId), eq(subscriptions.clientId, clientId))).limit(1);
  return rows.length > 0;
}

export async function insertSubscription(tx: WriteDb, row: SubscriptionRow): Promise<void> {
  await tx.insert(subscriptions).values(row);
}

/** Changes it only as it was read: false when somebody else was first. */
export async function updateSubscription(tx: WriteDb, { businessId, id, revision }: SubscriptionRow, change: Partial<SubscriptionRow>): Promise<boolean> {
  const rows = await tx.update(subscriptions).set({ ...change, revision: revision + 1 })
    .where(and(eq(subscriptions.businessId, businessId), eq(subscriptions.id, id), eq(subscriptions.revision, revision))).returning({ id: subscriptions.id });
  return rows.length > 0;
}

/** What the client has been told that it costs, and for which period; no change of the schedule. */
export async function noteTold(tx: WriteDb, { businessId, id }: SubscriptionRow, told: { readonly knownMinor: number; readonly announcedFor?: string }): Promise<void> {
  await tx.update(subscriptions).set(told).where(and(eq(subscriptions.businessId, businessId), eq(subscriptions.id, id)));
}

/** Throws a DbError of kind `unique` when one waits already. */
export async function insertRequest(tx: WriteDb, row: PlanRequestRow): Promise<void> {
  await tx.insert(planRequests).values(row);
}

/** What waits for an answer, the oldest first; of some subscriptions, or of all. */
export const waitingRequests = (db: ReadDb, { businessId }: Scope, subscriptionIds?: readonly string[]): Promise<PlanRequestRow[]> => db.select().from(planRequests)
  .where(and(eq(planRequests.businessId, businessId), isNotNull(planRequests.waitingFor), subscriptionIds && inArray(planRequests.subscriptionId, [...subscriptionIds]))).orderBy(asc(planRequests.id)).limit(200).execute();

export async function findRequest(db: ReadDb, { businessId }: Scope, id: string): Promise<PlanRequestRow | undefined> {
  const [row] = await db.select().from(planRequests).where(and(eq(planRequests.businessId, businessId), eq(planRequests.id, id)));
  return row;
}

/** Ends the wait; undefined when it did not wait any more. */
export async function closeRequest(tx: WriteDb, { businessId }: Scope, id: string, change: Pick<PlanRequestRow, 'state' | 'answeredAt' | 'answer'>): Promise<PlanRequestRow | undefined> {
  const [row] = await tx.update(planRequests).set({ ...change, waitingFor: null }).where(and(eq(planRequests.businessId, businessId), eq(planRequests.id, id), isNotNull(planRequests.waitingFor))).returning();
  return row;
}
