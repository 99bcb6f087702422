import { dateAfter } from '../../domain/civil-dates.ts';
import { systemScope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import type { RunJob } from '../../jobs/worker.ts';
import { payingReader } from '../letters/letter-reader.ts';
import { sendLetter } from '../letters/send-letters.ts';
import { needsNotice } from '../plans/plan-rules.ts';
import { planTotal } from '../plans/plan-price.ts';
import { findSubscription, noteTold } from '../plans/plan-store.ts';
import { soonLetter } from './autopay-letters.ts';
import { standingConsent } from './consent-store.ts';
import { methodLabel } from './method-view.ts';

/** Tells what is going to be taken, where that has to be told; once for a period, and again only for another amount. */
export const announceCharge: RunJob = (deps, job, { subscriptionId }) => deps.store.write(async (tx) => {
  const scope = systemScope(job.businessId);
  const found = await findSubscription(tx, scope, String(subscriptionId));
  const standing = found && await standingConsent(tx, scope, found.row.id);
  if (found?.row.state !== 'active' || !standing) return;
  const { row, plan } = found;
  const amountMinor = await planTotal(tx, scope, plan);
  const isNew = amountMinor !== row.knownMinor;
  if (!needsNotice(plan, amountMinor, row.knownMinor) || (row.announcedFor === row.nextOn && !isNew)) return;
  const reader = await payingReader(tx, scope, row.clientId);
  // Nobody to tell: the amount stays unknown, and the invoice's own date is later for it.
  if (!reader?.address) return;
  const chargeOn = dateAfter(row.nextOn, plan.dueDays);
  await noteTold(tx, row, { knownMinor: amountMinor, announcedFor: row.nextOn });
  await sendLetter(deps, tx, reader, soonLetter(deps, { plan: plan.name, method: methodLabel(standing.method), amountMinor, chargeOn, isNew }, reader), `plan:${row.id}`);
  await record(deps, tx, scope, { type: 'autopay.announced', subjectId: row.id, clientId: row.clientId, payload: { subscriptionId: row.id, name: plan.name, amountMinor, currency: reader.business.currency, chargeOn } });
});
