import type { Deps } from '../../deps.ts';
import { dateAfter, todayIn } from '../../domain/civil-dates.ts';
import type { Scope } from '../../domain/scope.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import type { WriteDb } from '../../storage/store.ts';
import { chargeAt, surpriseDays } from '../plans/plan-rules.ts';
import { noteTold, type SubscriptionRow } from '../plans/plan-store.ts';
import { insertCharge } from './charge-store.ts';
import { standingConsent } from './consent-store.ts';

export const chargeJob = 'autopay.charge';

export interface NewCharge {
  readonly invoiceId: string;
  readonly totalMinor: number;
  readonly dueOn: string;
  readonly timeZone: string;
}

/**
 * Where the client has agreed to it, a plan's invoice is paid by itself: on the day it is due, or some days later where
 * its letter is the first to name this amount. Whether the consent still stands is asked again on that day.
 */
export async function planCharge(deps: Deps, tx: WriteDb, scope: Scope, row: SubscriptionRow, { invoiceId, totalMinor, dueOn, timeZone }: NewCharge): Promise<void> {
  const isKnown = row.knownMinor === totalMinor;
  await noteTold(tx, row, { knownMinor: totalMinor });
  if (!(await standingConsent(tx, scope, row.id))) return;
  const soonest = dateAfter(todayIn(timeZone, deps.now()), surpriseDays);
  const chargeOn = isKnown || dueOn >= soonest ? dueOn : soonest;
  await insertCharge(tx, { businessId: scope.businessId, clientId: row.clientId, invoiceId, subscriptionId: row.id, chargeOn, attemptId: null });
  await enqueue(deps, tx, { businessId: scope.businessId, kind: chargeJob, payload: { invoiceId }, runAt: Math.max(deps.now(), chargeAt(chargeOn, timeZone)), about: `invoice:${invoiceId}`, dedupeKey: `${chargeJob}:${invoiceId}` });
}
