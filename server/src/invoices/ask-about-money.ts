import type { Deps } from '../deps.ts';
import { systemScope } from '../domain/scope.ts';
import type { WriteDb } from '../storage/store.ts';
import { findInvoice } from './invoice-store.ts';
import { balanceOf } from './ledger-store.ts';
import { askForReview } from './online/ask-for-review.ts';
import { voidInvoice } from './void-invoice.ts';

/** A booking that was paid at booking is cancelled: what becomes of the money is the owner's word. An unpaid invoice just goes. */
export async function askAboutMoney(deps: Deps, tx: WriteDb, booking: { businessId: string; clientId: string; id: string; invoiceId: string }, what: string, isTimely: boolean): Promise<void> {
  const scope = systemScope(booking.businessId);
  const invoice = await findInvoice(tx, scope, booking.invoiceId);
  if (invoice?.stage !== 'issued') return;
  const { paidMinor, creditedMinor } = await balanceOf(tx, scope, invoice.id);
  if (paidMinor + creditedMinor === 0) {
    await voidInvoice(deps, tx, scope, invoice.id, { reason: 'The booking was cancelled.' });
    return;
  }
  await askForReview(deps, tx, {
    businessId: booking.businessId, kind: 'booking_cancelled', dedupeKey: `booking_cancelled:${booking.id}`, clientId: booking.clientId, provider: 'portico', attemptId: null, paymentId: null,
    text: `${what} was cancelled ${isTimely ? 'in time' : 'late'}, and it is paid on ${invoice.number}. Keep the money, or write a credit note and give it back.`, amountMinor: paidMinor, currency: invoice.currency,
  });
}
