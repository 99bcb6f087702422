import { findBusiness } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { todayIn } from '../../domain/civil-dates.ts';
import { notFound } from '../../domain/errors.ts';
import { systemScope } from '../../domain/scope.ts';
import { ProviderError } from '../../effects/payments/payment-provider.ts';
import type { RunJob } from '../../jobs/worker.ts';
import type { WriteDb } from '../../storage/store.ts';
import { findPayment, findRefund, putBack, updateRefund, type PaymentRow, type RefundRow } from '../payment-store.ts';
import { finishRefund, postRefund } from '../refund-payment.ts';
import { askForReview } from './ask-for-review.ts';
import { accountAt, openAccount } from './provider-account.ts';

/** Sends a refund to the provider, with a key: however often it is asked, the money goes once. */
export const sendRefund: RunJob = async (deps, job, { refundId }) => {
  const scope = systemScope(job.businessId);
  const refund = await deps.store.read((db) => findRefund(db, scope, String(refundId)));
  if (refund?.state !== 'pending') return;
  const payment = await deps.store.read((db) => findPayment(db, scope, refund.paymentId));
  if (!payment || payment.providerRef === null || (payment.provider !== 'stripe' && payment.provider !== 'test')) throw notFound();
  const { provider, providerRef: paymentRef } = payment;
  const account = await deps.store.read((db) => accountAt(db, job.businessId, provider));
  try {
    if (!account) throw new ProviderError('refused', 'the provider is not set up any more');
    const { amountMinor, currency } = refund;
    const answer = await deps.payments[provider].refund(openAccount(deps, account), { paymentRef, amountMinor, currency, idempotencyKey: `refund-${refund.id}` });
    if (answer.state === 'failed') throw new ProviderError('refused', 'the bank did not take it');
    // A refund that is on its way has left the account.
    await once(deps, refund, (tx) => finishRefund(deps, tx, scope, payment, refund, answer.ref));
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind === 'unreachable') throw error;
    await once(deps, refund, (tx) => takeRefundBack(deps, tx, payment, refund, error.message));
  }
};

/** Only from pending: the job may run twice. */
async function once(deps: Deps, refund: RefundRow, work: (tx: WriteDb) => Promise<void>): Promise<void> {
  await deps.store.write(async (tx) => {
    if ((await findRefund(tx, systemScope(refund.businessId), refund.id))?.state === 'pending') await work(tx);
  });
}

async function takeRefundBack(deps: Deps, tx: WriteDb, payment: PaymentRow, refund: RefundRow, why: string): Promise<void> {
  const scope = systemScope(refund.businessId);
  const business = await findBusiness(tx, refund.businessId);
  if (!business) throw notFound();
  await updateRefund(tx, refund, { state: 'failed' });
  await putBack(tx, scope, payment.id, refund.amountMinor);
  await postRefund(deps, tx, scope, refund, 'refund_failed', todayIn(business.timeZone, deps.now()), [['refund_clearing', 1], ['client_credit', -1]]);
  await askForReview(deps, tx, {
    businessId: refund.businessId, kind: 'refund_failed', dedupeKey: `refund_failed:${refund.id}`, clientId: refund.clientId, provider: payment.provider, attemptId: null, paymentId: payment.id,
    text: `A refund did not go through (${why}). The money is account credit again: try once more, or pay it back another way.`, amountMinor: refund.amountMinor, currency: refund.currency,
  });
}
