import type { Deps } from '../deps.ts';
import { systemScope, type Scope } from '../domain/scope.ts';
import type { WriteDb } from '../storage/store.ts';
import { creditInvoice } from './credit-invoice.ts';
import { findInvoice, type InvoiceRow } from './invoice-store.ts';
import { balanceOf, movementsOf, type InvoiceBalance } from './ledger-store.ts';
import { askForReview } from './online/ask-for-review.ts';
import { findPayment } from './payment-store.ts';
import { refundPayment } from './refund-payment.ts';
import { settingsOf } from './settings-store.ts';
import { voidInvoice } from './void-invoice.ts';

interface Cancelled {
  readonly businessId: string;
  readonly clientId: string;
  readonly id: string;
  readonly invoiceId: string;
}

/**
 * A booking that was paid at booking is cancelled. Late, what becomes of the money is the owner's word; in time, it is what
 * the owner has said once for all. An unpaid invoice just goes.
 */
export async function settleCancelled(deps: Deps, tx: WriteDb, booking: Cancelled, what: string, isTimely: boolean): Promise<void> {
  const scope = systemScope(booking.businessId);
  const invoice = await findInvoice(tx, scope, booking.invoiceId);
  if (invoice?.stage !== 'issued') return;
  const balance = await balanceOf(tx, scope, invoice.id);
  if (balance.paidMinor + balance.creditedMinor === 0) {
    await voidInvoice(deps, tx, scope, invoice.id, { reason: 'The booking was cancelled.' });
    return;
  }
  const { cancelledPaid } = await settingsOf(tx, booking.businessId);
  // Where somebody has credited a part by hand already, only a person knows what is meant.
  if (!isTimely || cancelledPaid === 'ask' || balance.creditedMinor > 0) return ask(deps, tx, booking, invoice, `${what} was cancelled ${isTimely ? 'in time' : 'late'}, and it is paid on ${invoice.number}. Keep the money, or write a credit note and give it back.`, balance);
  await creditInvoice(deps, tx, scope, invoice.id, { reason: 'The booking was cancelled in time.' });
  if (cancelledPaid === 'credit') return;
  const left = balance.paidMinor - await refundAll(deps, tx, scope, invoice.id);
  if (left > 0) await ask(deps, tx, booking, invoice, `${what} was cancelled in time. What came by hand for ${invoice.number} cannot go back by itself: it is account credit now. Give it back the way it came, or leave it there.`, { ...balance, paidMinor: left });
}

/** Gives back what came through a provider for an invoice; answers how much. Only people can hand back cash. */
async function refundAll(deps: Deps, tx: WriteDb, scope: Scope, invoiceId: string): Promise<number> {
  let refunded = 0;
  for (const { kind, dedupeKey, amountMinor } of await movementsOf(tx, scope, invoiceId)) {
    const payment = kind === 'payment' ? await findPayment(tx, scope, dedupeKey.split(':')[1] ?? '') : undefined;
    if (!payment || payment.provider === 'manual') continue;
    const share = Math.min(-amountMinor, payment.amountMinor - payment.refundedMinor);
    if (share <= 0) continue;
    await refundPayment(deps, tx, scope, payment.id, { amountMinor: share, reason: 'The booking was cancelled in time.' });
    refunded += share;
  }
  return refunded;
}

async function ask(deps: Deps, tx: WriteDb, booking: Cancelled, invoice: InvoiceRow, text: string, { paidMinor }: InvoiceBalance): Promise<void> {
  await askForReview(deps, tx, {
    businessId: booking.businessId, kind: 'booking_cancelled', dedupeKey: `booking_cancelled:${booking.id}`, clientId: booking.clientId, provider: 'portico', attemptId: null, paymentId: null,
    text, amountMinor: paidMinor, currency: invoice.currency,
  });
}
