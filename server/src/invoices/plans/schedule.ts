import { findBusiness } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { dateAfter, todayIn } from '../../domain/civil-dates.ts';
import { systemScope } from '../../domain/scope.ts';
import type { HandleEvent } from '../../events/log-reader.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { cancelJobsAbout } from '../../jobs/job-store.ts';
import type { WriteDb } from '../../storage/store.ts';
import { chargeAt, issueAt, noticeDays } from './plan-rules.ts';
import { activeSubscriptions, activeSubscriptionsTo, findPlan, type SubscriptionRow } from './plan-store.ts';

export const issueJob = 'plan.issue';
export const announceJob = 'plan.announce';
const aboutSubscription = (id: string): string => `subscription:${id}`;

export const unplan = (tx: WriteDb, { businessId, id }: SubscriptionRow): Promise<void> => cancelJobsAbout(tx, businessId, aboutSubscription(id), [issueJob, announceJob]);

/** Plans a subscription's next invoice, and the look at whether it has to be announced. `row` as it was just written; `reason` tells two plans of the same morning apart. */
export async function planNext(deps: Deps, tx: WriteDb, row: SubscriptionRow, timeZone: string, reason = ''): Promise<void> {
  const { businessId, id, nextOn, revision } = row;
  const job = { businessId, payload: { subscriptionId: id }, about: aboutSubscription(id) };
  // What begins today begins now, whatever the hour; nobody waits for tomorrow morning.
  const runAt = nextOn === todayIn(timeZone, deps.now()) ? deps.now() : issueAt(nextOn, timeZone);
  await enqueue(deps, tx, { ...job, kind: issueJob, runAt, dedupeKey: `${issueJob}:${id}:${revision}:${nextOn}:${runAt}:${reason}` });
  await planAnnouncement(deps, tx, row, timeZone, reason);
}

async function planAnnouncement(deps: Deps, tx: WriteDb, { businessId, id, nextOn, revision }: SubscriptionRow, timeZone: string, reason: string): Promise<void> {
  const runAt = Math.max(chargeAt(dateAfter(nextOn, -noticeDays), timeZone), deps.now());
  if (runAt >= issueAt(nextOn, timeZone)) return;
  await enqueue(deps, tx, {
    businessId, payload: { subscriptionId: id }, about: aboutSubscription(id), kind: announceJob, runAt, dedupeKey: `${announceJob}:${id}:${revision}:${nextOn}:${runAt}:${reason}`,
  });
}

/** Another price: whoever pays by themselves hears of it a week ahead, or at once where it is nearer. */
export const announceNewPrice: HandleEvent = async (deps, tx, event) => {
  const scope = systemScope(event.businessId);
  const business = await findBusiness(tx, event.businessId);
  const plan = await findPlan(tx, scope, event.subjectId ?? '');
  if (!business || !plan) return;
  for (const row of await activeSubscriptionsTo(tx, scope, plan.id)) await planAnnouncement(deps, tx, row, business.timeZone, event.id);
};

/** The business lives by another clock: its mornings are others. */
export const planInNewZone: HandleEvent = async (deps, tx, event) => {
  const { fields } = JSON.parse(event.payload) as { fields: readonly string[] };
  const business = await findBusiness(tx, event.businessId);
  if (!business || !fields.includes('timeZone')) return;
  for (const { row } of await activeSubscriptions(tx, systemScope(event.businessId))) {
    await unplan(tx, row);
    await planNext(deps, tx, row, business.timeZone, event.id);
  }
};
