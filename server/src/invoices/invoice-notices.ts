import { systemScope } from '../domain/scope.ts';
import type { HandleEvent } from '../events/log-reader.ts';
import { enqueue } from '../jobs/enqueue.ts';
import type { RunJob } from '../jobs/worker.ts';
import { announceCharge } from './autopay/announce.ts';
import { chargeInvoice } from './autopay/charge-invoice.ts';
import { chargeJob } from './autopay/plan-charge.ts';
import { autopayNotices } from './autopay/tell-autopay.ts';
import { detachMethod } from './autopay/withdraw.ts';
import { chargeLateFee, remindOfDeposit, remindOfInvoice } from './chasing/chase.ts';
import { depositJob, lateFeeJob, planAgain, planIssued, reminderJob, stopWhenSettled } from './chasing/plan-chasing.ts';
import { tellCredited, tellIssued, tellReceived, tellRefunded, tellReview, tellVoided } from './letters/send-letters.ts';
import { invoicePdf, receiptPdf } from './make-paper.ts';
import { pendingAttempts } from './online/attempt-store.ts';
import { checkRefund } from './online/failed-refund.ts';
import { expirePayment, reconcilePayment } from './online/reconcile.ts';
import { sendRefund } from './online/send-refund.ts';
import { activatePaidPackages, withdrawPackages } from './packages/activate-package.ts';
import { packageJobs } from './packages/end-package.ts';
import { issuePeriods } from './plans/issue-period.ts';
import { announceJob, announceNewPrice, issueJob, planInNewZone } from './plans/schedule.ts';
import { planNotices } from './plans/tell-plans.ts';
import { tellBusiness } from './test-network/pay-with-card.ts';

/** The paper is made when there is time, so that the first download does not wait for it. */
const makePaper = (kind: 'invoice' | 'receipt'): HandleEvent => async (deps, tx, event) => {
  await enqueue(deps, tx, { businessId: event.businessId, kind: 'paper.make', payload: { kind, subjectId: event.subjectId }, dedupeKey: `paper:${kind}:${event.subjectId}` });
};

/** What is no longer owed should not be payable in a tab that is still open. */
const closeCheckouts: HandleEvent = async (deps, tx, event) => {
  const { invoiceId } = JSON.parse(event.payload) as { invoiceId: string };
  if (event.clientId === null) return;
  const pending = await pendingAttempts(tx, systemScope(event.businessId), event.clientId);
  for (const { id } of pending.filter((attempt) => attempt.allocations.some((one) => one.invoiceId === invoiceId))) {
    await enqueue(deps, tx, { businessId: event.businessId, kind: 'payment.expire', payload: { attemptId: id }, dedupeKey: `expire:${id}` });
  }
};

const all = (...handlers: readonly HandleEvent[]): HandleEvent => async (deps, tx, event) => {
  for (const handle of handlers) await handle(deps, tx, event);
};

export const invoiceNotices: Readonly<Record<string, HandleEvent>> = {
  'invoice.issued': all(makePaper('invoice'), tellIssued, planIssued),
  'credit_note.issued': all(makePaper('invoice'), tellCredited, stopWhenSettled, withdrawPackages),
  'payment.received': all(makePaper('receipt'), tellReceived, stopWhenSettled, activatePaidPackages),
  'payment.refunded': tellRefunded,
  'payment.needs_review': tellReview,
  'invoice.voided': all(closeCheckouts, tellVoided, stopWhenSettled, withdrawPackages),
  'credit.applied': all(stopWhenSettled, activatePaidPackages),
  'invoice_settings.changed': planAgain(['reminderDays', 'lateFee']),
  'business.changed': all(planAgain(['timeZone']), planInNewZone),
  'plan.offered': announceNewPrice,
  ...planNotices,
  ...autopayNotices,
};

const paperJob: RunJob = async (deps, job, { kind, subjectId }) => {
  const make = kind === 'invoice' ? invoicePdf : receiptPdf;
  await make(deps, systemScope(job.businessId), String(subjectId));
};

export const invoiceJobs: Readonly<Record<string, RunJob>> = {
  'paper.make': paperJob,
  [reminderJob]: remindOfInvoice,
  [depositJob]: remindOfDeposit,
  [lateFeeJob]: chargeLateFee,
  'payment.reconcile': reconcilePayment,
  'payment.expire': expirePayment,
  'payment.refund': sendRefund,
  'payment.refund_check': checkRefund,
  'payment_method.detach': detachMethod,
  [issueJob]: issuePeriods,
  [announceJob]: announceCharge,
  [chargeJob]: chargeInvoice,
  ...packageJobs,
  'test_network.tell': tellBusiness,
};
