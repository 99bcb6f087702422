import type { Payment, RefundInput } from '@portico/contract/invoices/payments.ts';
import { findBusiness } from '../business/public.ts';
import { clientNames } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import { todayIn } from '../domain/civil-dates.ts';
import { invalidField, notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import { enqueue } from '../jobs/enqueue.ts';
import type { WriteDb } from '../storage/store.ts';
import { post, type Posting } from './ledger.ts';
import { creditOf } from './ledger-store.ts';
import { findPayment, insertRefund, takeBack, updateRefund, type PaymentRow, type RefundRow } from './payment-store.ts';
import { toPayment } from './payment-view.ts';

/**
 * Gives money back from a payment. There must be account credit for it: a credit note or an overpayment makes some.
 * What came by hand goes by hand, and is written down; what came through a provider goes back through it.
 */
export async function refundPayment(deps: Deps, tx: WriteDb, scope: Scope, id: string, { amountMinor, reason }: RefundInput): Promise<Payment> {
  requireStaff(scope, 'admin');
  const payment = await findPayment(tx, scope, id);
  const business = await findBusiness(tx, scope.businessId);
  if (!payment || !business) throw notFound();
  if (((await creditOf(tx, scope, payment.clientId)).get(payment.currency) ?? 0) < amountMinor) throw invalidField('amountMinor', 'There is not so much account credit to give back: write a credit note first.');
  if (!(await takeBack(tx, scope, payment.id, amountMinor))) throw invalidField('amountMinor', 'This is more than is left of the payment.');
  const refund: RefundRow = {
    businessId: scope.businessId, clientId: payment.clientId, id: deps.newId(), paymentId: payment.id, amountMinor, currency: payment.currency, reason, state: 'pending', providerRef: null, createdAt: deps.now(),
  };
  await insertRefund(tx, refund);
  await postRefund(deps, tx, scope, refund, 'refund', todayIn(business.timeZone, deps.now()), [['client_credit', 1], ['refund_clearing', -1]]);
  if (payment.provider === 'manual') await finishRefund(deps, tx, scope, payment, refund, null);
  else await enqueue(deps, tx, { businessId: scope.businessId, kind: 'payment.refund', payload: { refundId: refund.id }, about: `payment:${payment.id}` });
  const name = (await clientNames(tx, scope, [payment.clientId])).get(payment.clientId) ?? '';
  return toPayment({ ...payment, refundedMinor: payment.refundedMinor + amountMinor }, name, business.lang);
}

/** The money has left. */
export async function finishRefund(deps: Deps, tx: WriteDb, scope: Scope, payment: PaymentRow, refund: RefundRow, providerRef: string | null): Promise<void> {
  const business = await findBusiness(tx, scope.businessId);
  if (!business) throw notFound();
  await updateRefund(tx, refund, { state: 'succeeded', providerRef });
  await postRefund(deps, tx, scope, refund, 'refund_paid', todayIn(business.timeZone, deps.now()), [['refund_clearing', 1], [`money:${payment.method}`, -1]]);
  const { amountMinor, currency, reason } = refund;
  await record(deps, tx, scope, { type: 'payment.refunded', subjectId: payment.id, clientId: refund.clientId, payload: { paymentId: payment.id, refundId: refund.id, amountMinor, currency, reason } });
}

type Side = readonly [account: Posting['entries'][number]['account'], sign: 1 | -1];

export async function postRefund(deps: Deps, tx: WriteDb, scope: Scope, refund: RefundRow, what: string, bookedOn: string, sides: readonly [Side, Side]): Promise<void> {
  await post(deps, tx, scope, {
    kind: 'refund', clientId: refund.clientId, currency: refund.currency, bookedOn, dedupeKey: `${what}:${refund.id}`,
    entries: sides.map(([account, sign]) => ({ account, amountMinor: sign * refund.amountMinor })),
  });
}
