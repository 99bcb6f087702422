import type { Deps } from '../../deps.ts';
import { notFound } from '../../domain/errors.ts';
import { systemScope } from '../../domain/scope.ts';
import { ProviderError } from '../../effects/payments/payment-provider.ts';
import type { RunJob } from '../../jobs/worker.ts';
import type { WriteDb } from '../../storage/store.ts';
import { findPayment, findRefund, type RefundRow } from '../payment-store.ts';
import { finishRefund } from '../refund-payment.ts';
import { bringRefundBack, lookAtRefundLater } from './failed-refund.ts';
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
    const answer = await deps.payments[provider].refund(openAccount(deps, account), { refundId: refund.id, paymentRef, amountMinor, currency, idempotencyKey: `refund-${refund.id}` });
    if (answer.state === 'failed') throw new ProviderError('refused', 'the bank did not take it');
    // A refund that is on its way has left the account; should it come back, a webhook or the look in a day says so.
    await once(deps, refund, async (tx) => {
      await finishRefund(deps, tx, scope, payment, refund, answer.ref);
      if (answer.state === 'pending') await lookAtRefundLater(deps, tx, refund);
    });
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind === 'unreachable') throw error;
    await deps.store.write((tx) => bringRefundBack(deps, tx, refund, error.message));
  }
};

/** Only from pending: the job may run twice. */
async function once(deps: Deps, refund: RefundRow, work: (tx: WriteDb) => Promise<void>): Promise<void> {
  await deps.store.write(async (tx) => {
    if ((await findRefund(tx, systemScope(refund.businessId), refund.id))?.state === 'pending') await work(tx);
  });
}
