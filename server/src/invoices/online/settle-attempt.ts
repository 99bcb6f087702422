import { findBusiness } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { todayIn } from '../../domain/civil-dates.ts';
import { notFound } from '../../domain/errors.ts';
import { systemScope } from '../../domain/scope.ts';
import type { CheckoutState } from '../../effects/payments/payment-provider.ts';
import { record } from '../../events/event-log.ts';
import type { WriteDb } from '../../storage/store.ts';
import { findInvoice } from '../invoice-store.ts';
import { balanceOf } from '../ledger-store.ts';
import { saveMethod } from '../autopay/save-method.ts';
import { takePayment } from '../take-payment.ts';
import { verdictOn } from './attempt-rules.ts';
import { findAttempt, updateAttempt, type AttemptRow } from './attempt-store.ts';
import { askForReview } from './ask-for-review.ts';

/** Brings an attempt to where its checkout truly is. The only way from a provider's word into the books. */
export async function settleAttempt(deps: Deps, tx: WriteDb, { businessId, id }: Pick<AttemptRow, 'businessId' | 'id'>, checkout: CheckoutState): Promise<void> {
  const attempt = await findAttempt(tx, businessId, id);
  if (!attempt) throw notFound();
  const verdict = verdictOn(attempt, checkout);
  if (verdict.kind === 'book') await book(deps, tx, attempt, checkout);
  if (verdict.kind === 'move') await endAttempt(deps, tx, attempt, verdict);
  if (verdict.kind === 'review') {
    await updateAttempt(tx, attempt, { state: 'under_review' });
    await askForReview(deps, tx, {
      businessId, kind: 'mismatch', dedupeKey: `mismatch:${attempt.id}`, clientId: attempt.clientId, provider: attempt.provider, attemptId: attempt.id, paymentId: null,
      text: `A card payment does not fit: ${verdict.why}. Nothing was booked.`, amountMinor: checkout.amountMinor, currency: checkout.currency,
    });
  }
}

async function book(deps: Deps, tx: WriteDb, attempt: AttemptRow, checkout: CheckoutState): Promise<void> {
  const scope = systemScope(attempt.businessId);
  const business = await findBusiness(tx, attempt.businessId);
  if (!business) throw notFound();
  const allocations = await stillOwed(tx, attempt);
  const payment = await takePayment(deps, tx, scope, {
    clientId: attempt.clientId, provider: attempt.provider, method: checkout.method, amountMinor: attempt.amountMinor, currency: attempt.currency,
    receivedOn: todayIn(business.timeZone, deps.now()), reference: '', providerRef: checkout.paymentRef, allocations,
  });
  await updateAttempt(tx, attempt, { state: 'succeeded', paymentId: payment.id, url: null, failure: null });
  if (attempt.consent && checkout.saved) await saveMethod(deps, tx, attempt, attempt.consent, checkout.saved);
  if (payment.creditMinor === 0) return;
  await askForReview(deps, tx, {
    businessId: attempt.businessId, kind: 'more_than_owed', dedupeKey: `more_than_owed:${payment.id}`, clientId: attempt.clientId, provider: attempt.provider, attemptId: attempt.id,
    paymentId: payment.id, text: 'A card payment came for something that was paid, voided or credited meanwhile. It is account credit now: use it for another invoice, or give it back.',
    amountMinor: payment.creditMinor, currency: attempt.currency,
  });
}

/** What the attempt was to pay, cut down to what is owed by now. */
async function stillOwed(tx: WriteDb, attempt: AttemptRow): Promise<AttemptRow['allocations']> {
  const scope = systemScope(attempt.businessId);
  const owed: { invoiceId: string; number: string; amountMinor: number }[] = [];
  for (const { invoiceId, number, amountMinor } of attempt.allocations) {
    const invoice = await findInvoice(tx, scope, invoiceId);
    const { dueMinor } = await balanceOf(tx, scope, invoiceId);
    const part = invoice?.stage === 'issued' ? Math.min(amountMinor, Math.max(0, dueMinor)) : 0;
    if (part > 0) owed.push({ invoiceId, number, amountMinor: part });
  }
  return owed;
}

/** Nothing came of it. */
export async function endAttempt(deps: Deps, tx: WriteDb, attempt: AttemptRow, { state, failure }: { state: 'failed' | 'expired'; failure: string | null }): Promise<void> {
  await updateAttempt(tx, attempt, { state, failure, url: null });
  if (state !== 'failed') return;
  await record(deps, tx, systemScope(attempt.businessId), {
    type: 'payment.failed', subjectId: attempt.id, clientId: attempt.clientId,
    payload: { attemptId: attempt.id, amountMinor: attempt.amountMinor, currency: attempt.currency, failure: failure ?? 'unknown', invoiceIds: attempt.allocations.map(({ invoiceId }) => invoiceId) },
  });
}
