import { findBusiness } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { todayIn } from '../../domain/civil-dates.ts';
import { DAY } from '../../domain/civil-time.ts';
import { notFound } from '../../domain/errors.ts';
import { systemScope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import type { RunJob } from '../../jobs/worker.ts';
import type { WriteDb } from '../../storage/store.ts';
import { findPayment, findRefund, putBack, updateRefund, type RefundRow } from '../payment-store.ts';
import { postRefund } from '../refund-payment.ts';
import { askForReview } from './ask-for-review.ts';
import { accountAt, openAccount } from './provider-account.ts';

/**
 * A refund did not reach the client, at once or days after it seemed to have: the money is account credit again, from
 * wherever it had got to in the books, and a person is told. Twice is the same as once.
 */
export async function bringRefundBack(deps: Deps, tx: WriteDb, { businessId, id }: Pick<RefundRow, 'businessId' | 'id'>, why: string): Promise<void> {
  const scope = systemScope(businessId);
  const refund = await findRefund(tx, scope, id);
  const payment = refund && await findPayment(tx, scope, refund.paymentId);
  const business = await findBusiness(tx, businessId);
  if (!refund || !payment || !business) throw notFound();
  if (refund.state === 'failed') return;
  const { amountMinor, currency, clientId } = refund;
  await updateRefund(tx, refund, { state: 'failed' });
  await putBack(tx, scope, payment.id, amountMinor);
  const from = refund.state === 'pending' ? 'refund_clearing' as const : `money:${payment.method}` as const;
  await postRefund(deps, tx, scope, refund, 'refund_failed', todayIn(business.timeZone, deps.now()), [[from, 1], ['client_credit', -1]]);
  await record(deps, tx, scope, { type: 'payment.refund_failed', subjectId: payment.id, clientId, payload: { paymentId: payment.id, refundId: id, amountMinor, currency } });
  await askForReview(deps, tx, {
    businessId, kind: 'refund_failed', dedupeKey: `refund_failed:${id}`, clientId, provider: payment.provider, attemptId: null, paymentId: payment.id,
    text: `A refund did not go through (${why}). The money is account credit again: try once more, or pay it back another way.`, amountMinor, currency,
  });
}

const mostDays = 30;

export async function lookAtRefundLater(deps: Deps, tx: WriteDb, { businessId, id, createdAt }: RefundRow): Promise<void> {
  if (deps.now() - createdAt > mostDays * DAY) return;
  await enqueue(deps, tx, { businessId, kind: 'payment.refund_check', payload: { refundId: id }, runAt: deps.now() + DAY });
}

/** Finds out what no webhook told of a refund that was on its way. */
export const checkRefund: RunJob = async (deps, job, { refundId }) => {
  const found = await deps.store.read(async (db) => {
    const refund = await findRefund(db, systemScope(job.businessId), String(refundId));
    const payment = refund && await findPayment(db, systemScope(job.businessId), refund.paymentId);
    const provider = payment?.provider === 'stripe' || payment?.provider === 'test' ? payment.provider : undefined;
    const account = provider && await accountAt(db, job.businessId, provider);
    return refund?.state === 'succeeded' && refund.providerRef !== null && account ? { refund, ref: refund.providerRef, account } : undefined;
  });
  if (!found) return;
  const { refund, ref, account } = found;
  const { state } = await deps.payments[account.provider].readRefund(openAccount(deps, account), ref);
  if (state === 'succeeded') return;
  await deps.store.write((tx) => (state === 'failed' ? bringRefundBack(deps, tx, refund, 'the bank sent it back') : lookAtRefundLater(deps, tx, refund)));
};
