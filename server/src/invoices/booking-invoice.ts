import type { PaymentAttempt } from '@portico/contract/invoices/checkout.ts';
import { findBusiness } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { todayIn } from '../domain/civil-dates.ts';
import { notFound } from '../domain/errors.ts';
import { systemScope, type Scope } from '../domain/scope.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import { addDraft, requireDraft } from './draft-invoice.ts';
import { findInvoice } from './invoice-store.ts';
import { issue } from './issue-invoice.ts';
import { balanceOf } from './ledger-store.ts';
import { latestAttemptFor } from './online/attempt-store.ts';
import { toAttempt } from './online/attempt-view.ts';
import { lookAgain } from './online/reconcile.ts';
import { usualTax } from './usual-tax.ts';
import { voidInvoice } from './void-invoice.ts';

export interface BookingToPay {
  readonly bookingId: string;
  readonly clientId: string;
  readonly description: string;
  /** As the owner writes it, and what that comes to with the usual taxes. */
  readonly priceMinor: number;
  readonly totalMinor: number;
  /** What must be paid now. */
  readonly nowMinor: number;
  /** The day of the session: the rest is due then. */
  readonly localDate: string;
  readonly lang: string | null;
}

/** Invoices a booking, with tax inside its price or on top as the settings say. Answers the invoice's id. */
export async function invoiceBooking(deps: Deps, tx: WriteDb, scope: Scope, sale: BookingToPay): Promise<string> {
  const business = await findBusiness(tx, scope.businessId);
  if (!business) throw notFound();
  const today = todayIn(business.timeZone, deps.now());
  const isDeposit = sale.nowMinor < sale.totalMinor;
  const id = await addDraft(deps, tx, scope, {
    clientId: sale.clientId, lines: [{ description: sale.description, quantityMilli: 1000, unitPriceMinor: sale.priceMinor, discount: null, ...await usualTax(tx, scope.businessId) }],
    dueOn: isDeposit && sale.localDate > today ? sale.localDate : today, minimumPaymentMinor: sale.nowMinor, ...(sale.lang !== null && { lang: sale.lang }),
    ...(isDeposit && { deposit: { amountMinor: sale.nowMinor, dueOn: today } }),
  }, { kind: 'booking', id: sale.bookingId });
  await issue(deps, tx, scope, await requireDraft(tx, scope, id));
  return id;
}

export const paidOn = async (db: ReadDb, scope: Scope, invoiceId: string): Promise<number> => (await balanceOf(db, scope, invoiceId)).paidMinor;

/** The booking came to nothing. Money that is still on its way becomes account credit, and is shown to the owner. */
export async function takeBackUnpaid(deps: Deps, tx: WriteDb, businessId: string, invoiceId: string): Promise<void> {
  const scope = systemScope(businessId);
  if ((await findInvoice(tx, scope, invoiceId))?.stage === 'issued') await voidInvoice(deps, tx, scope, invoiceId, { reason: 'The time was not paid for while it was held.' });
}

/** How paying an invoice stands; looks at the provider, and never decides. */
export async function paymentOf(deps: Deps, scope: Scope, invoiceId: string): Promise<PaymentAttempt | null> {
  const find = () => deps.store.read((db) => latestAttemptFor(db, scope, invoiceId));
  const attempt = await find();
  if (attempt?.state === 'open' && (await lookAgain(deps, attempt))) return toAttempt(await find() ?? attempt);
  return attempt ? toAttempt(attempt) : null;
}
