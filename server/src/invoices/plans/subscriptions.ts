import type { StartSubscriptionInput, Subscription } from '@portico/contract/invoices/plans.ts';
import { findBusiness, type BusinessRow } from '../../business/public.ts';
import { clientNames } from '../../clients/public.ts';
import type { Deps } from '../../deps.ts';
import { todayIn } from '../../domain/civil-dates.ts';
import { conflict, invalidField, notFound } from '../../domain/errors.ts';
import { requireStaff, type Scope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import type { WriteDb } from '../../storage/store.ts';
import { endConsent } from '../autopay/end-consent.ts';
import { isAnchor, periodFrom, periodStart, type Schedule } from './plan-rules.ts';
import { findPlan, findSubscription, insertSubscription, updateSubscription, type Subscribed, type SubscriptionRow } from './plan-store.ts';
import { readSubscription } from './read-plans.ts';
import { planNext, unplan } from './schedule.ts';
import { settleRequests } from './settle-requests.ts';

/** A client gets a plan. What starts today is invoiced within moments. */
export async function startSubscription(deps: Deps, tx: WriteDb, scope: Scope, clientId: string, input: StartSubscriptionInput): Promise<Subscription> {
  requireStaff(scope);
  const business = await findBusiness(tx, scope.businessId);
  const plan = await findPlan(tx, scope, input.planId);
  if (!business || !plan || !(await clientNames(tx, scope, [clientId])).has(clientId)) throw notFound();
  if (plan.archived) throw invalidField('planId', 'Choose a plan that you still offer.');
  const today = todayIn(business.timeZone, deps.now());
  const startsOn = input.startsOn ?? today;
  if (startsOn < today) throw invalidField('startsOn', 'Start today or later: what was before is invoiced by hand.');
  const anchorDay = input.anchorDay ?? Number(startsOn.slice(8));
  if (!isAnchor(startsOn, anchorDay)) throw invalidField('anchorDay', 'Start on that day of the month, or on the last day of a month that is too short for it.');
  const row: SubscriptionRow = {
    businessId: scope.businessId, clientId, id: deps.newId(), planId: plan.id, state: 'active', startsOn, anchorDay, nextPeriod: 0, nextOn: startsOn, endedOn: null, knownMinor: null, announcedFor: null, revision: 0, createdAt: deps.now(),
  };
  await insertSubscription(tx, row);
  await planNext(deps, tx, row, business.timeZone);
  await record(deps, tx, scope, { type: 'plan.started', subjectId: row.id, clientId, payload: { subscriptionId: row.id, name: plan.name, startsOn } });
  return readSubscription(deps, tx, scope, row.id);
}

/** No invoices until it goes on. */
export async function pauseSubscription(deps: Deps, tx: WriteDb, scope: Scope, id: string, wasAsked = false): Promise<Subscription> {
  const found = await requireGoing(tx, scope, id);
  if (found.row.state === 'paused') throw conflict('This plan is paused already.');
  await move(tx, found.row, { state: 'paused' });
  await unplan(tx, found.row);
  return told(deps, tx, scope, found, wasAsked, 'plan.paused');
}

/** Goes on with the next of its own dates from today; the periods of the pause are not invoiced. */
export async function resumeSubscription(deps: Deps, tx: WriteDb, scope: Scope, id: string, wasAsked = false): Promise<Subscription> {
  const found = await requireGoing(tx, scope, id);
  const business = await findBusiness(tx, scope.businessId);
  if (!business) throw notFound();
  if (found.row.state === 'active') throw conflict('This plan is not paused.');
  await goOn(deps, tx, found, business);
  return told(deps, tx, scope, found, wasAsked, 'plan.resumed');
}

async function goOn(deps: Deps, tx: WriteDb, { row, plan }: Subscribed, business: BusinessRow): Promise<void> {
  const schedule: Schedule = { ...plan, ...row };
  const nextPeriod = periodFrom(schedule, row.nextPeriod, todayIn(business.timeZone, deps.now()));
  const change = { state: 'active', nextPeriod, nextOn: periodStart(schedule, nextPeriod) } as const;
  await move(tx, row, change);
  await planNext(deps, tx, { ...row, ...change, revision: row.revision + 1 }, business.timeZone);
}

/** No more invoices, and nothing is paid by itself. What is issued stays owed. */
export async function endSubscription(deps: Deps, tx: WriteDb, scope: Scope, id: string, wasAsked = false): Promise<Subscription> {
  const found = await requireGoing(tx, scope, id);
  const business = await findBusiness(tx, scope.businessId);
  if (!business) throw notFound();
  await move(tx, found.row, { state: 'ended', endedOn: todayIn(business.timeZone, deps.now()) });
  await unplan(tx, found.row);
  await endConsent(deps, tx, scope, found.row, 'plan_ended');
  return told(deps, tx, scope, found, wasAsked, 'plan.ended');
}

async function requireGoing(tx: WriteDb, scope: Scope, id: string): Promise<Subscribed> {
  requireStaff(scope);
  const found = await findSubscription(tx, scope, id);
  if (!found) throw notFound();
  if (found.row.state === 'ended') throw conflict('This plan has ended: start it anew.');
  return found;
}

async function move(tx: WriteDb, row: SubscriptionRow, change: Partial<SubscriptionRow>): Promise<void> {
  if (!(await updateSubscription(tx, row, change))) throw conflict('Somebody has just changed this plan: look again.');
}

/** The letter about it follows from the event, or from the answer where the client had asked; what waited for one is settled. */
async function told(deps: Deps, tx: WriteDb, scope: Scope, { row, plan }: Subscribed, wasAsked: boolean, type: 'plan.paused' | 'plan.resumed' | 'plan.ended'): Promise<Subscription> {
  await settleRequests(deps, tx, scope, row);
  await record(deps, tx, scope, { type, subjectId: row.id, clientId: row.clientId, payload: { subscriptionId: row.id, name: plan.name, wasAsked } });
  return readSubscription(deps, tx, scope, row.id);
}
