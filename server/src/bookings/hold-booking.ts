import type { PaymentAttempt } from '@portico/contract/invoices/checkout.ts';
import { findBusiness } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { conflict, notFound } from '../domain/errors.ts';
import { systemScope, type Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { HandleEvent } from '../events/log-reader.ts';
import { invoiceBooking, paidOn, paymentOf, startPaymentOf, takeBackUnpaid } from '../invoices/public.ts';
import { enqueue } from '../jobs/enqueue.ts';
import type { RunJob } from '../jobs/worker.ts';
import type { WriteDb } from '../storage/store.ts';
import { doneBy, momentOf } from './booking-events.ts';
import { findBooking, heldByInvoices, updateBooking, type BookingRow } from './booking-store.ts';
import { holdMs } from './hold-rules.ts';
import { ownBooking } from './own-booking.ts';

/** Keeps a time that is written already for whoever took it, until it is paid or ten minutes have passed. Nobody is told by mail. */
export async function hold(deps: Deps, tx: WriteDb, scope: Scope, row: BookingRow, terms: { description: string; totalMinor: number; nowMinor: number; newClient: boolean }): Promise<void> {
  const business = await findBusiness(tx, scope.businessId);
  if (!business) throw notFound();
  const invoiceId = await invoiceBooking(deps, tx, scope, {
    bookingId: row.id, clientId: row.clientId, description: terms.description, priceMinor: row.priceMinor, totalMinor: terms.totalMinor, nowMinor: terms.nowMinor, localDate: row.localDate, lang: row.lang,
  });
  const until = deps.now() + holdMs;
  await updateBooking(tx, row, { status: 'held', invoiceId, hold: { until, nowMinor: terms.nowMinor, newClient: terms.newClient, by: doneBy(scope) } });
  await record(deps, tx, scope, { type: 'booking.held', subjectId: row.id, clientId: row.clientId, payload: { ...momentOf(row), until: new Date(until).toISOString() } });
  await enqueue(deps, tx, { businessId: row.businessId, kind: 'booking.release', payload: { bookingId: row.id }, runAt: until, dedupeKey: `release:${row.id}` });
}

/** It is paid, or the owner takes it as it is: now it is a booking, and everybody is told. */
export async function confirmHeld(deps: Deps, tx: WriteDb, scope: Scope, row: BookingRow): Promise<void> {
  if (row.status !== 'held' || row.hold === null) return;
  await updateBooking(tx, row, { status: 'confirmed', hold: null });
  await record(deps, tx, scope, {
    type: 'booking.created', subjectId: row.id, clientId: row.clientId,
    payload: { ...momentOf(row), by: row.hold.by, tellClient: true, newClient: row.hold.newClient, lang: row.lang },
  });
}

/** Nobody paid: the time is free again. */
export async function release(deps: Deps, tx: WriteDb, scope: Scope, row: BookingRow): Promise<void> {
  await updateBooking(tx, row, { status: 'cancelled', hold: null, cancelReason: 'Not paid in time.' });
  if (row.invoiceId !== null) await takeBackUnpaid(deps, tx, row.businessId, row.invoiceId);
  await record(deps, tx, scope, { type: 'booking.released', subjectId: row.id, clientId: row.clientId, payload: momentOf(row) });
}

/** Money for an invoice has come. */
export const confirmPaid: HandleEvent = async (deps, tx, event) => {
  const { invoiceIds } = JSON.parse(event.payload) as { invoiceIds: string[] };
  const scope = systemScope(event.businessId);
  for (const row of await heldByInvoices(tx, scope, invoiceIds)) {
    if ((await paidOn(tx, scope, row.invoiceId ?? '')) >= (row.hold?.nowMinor ?? 0)) await confirmHeld(deps, tx, scope, row);
  }
};

/** The ten minutes are over. Money that is in the books by then counts, even when nobody has read of it yet. */
export const releaseHeld: RunJob = (deps, job, { bookingId }) => deps.store.write(async (tx) => {
  const scope = systemScope(job.businessId);
  const row = (await findBooking(tx, scope, String(bookingId)))?.booking;
  if (row?.status !== 'held' || row.hold === null || row.hold.until > deps.now()) return;
  const paid = row.invoiceId === null ? 0 : await paidOn(tx, scope, row.invoiceId);
  // Less than was asked can only be what the owner recorded by hand: then the owner means it.
  if (paid > 0) await confirmHeld(deps, tx, scope, row);
  else await release(deps, tx, scope, row);
});

/** Whoever holds a time, signed in or with the link of a guest, goes to pay for it. */
export async function payHeld(deps: Deps, scope: Scope, id: string, returnUrl: string, requestKey: string): Promise<PaymentAttempt> {
  const { booking } = await deps.store.read((db) => ownBooking(db, scope, id));
  if (booking.status !== 'held' || booking.hold === null || booking.invoiceId === null || booking.hold.until <= deps.now()) throw conflict('This time is not held any more. Choose a time again.', 'not_held');
  return startPaymentOf(deps, scope, booking.clientId, { invoiceIds: [booking.invoiceId], amountMinor: booking.hold.nowMinor, returnUrl }, requestKey);
}

/** How paying for a time stands; null while nobody has begun. */
export async function readHeldPayment(deps: Deps, scope: Scope, id: string): Promise<{ payment: PaymentAttempt | null }> {
  const { booking } = await deps.store.read((db) => ownBooking(db, scope, id));
  return { payment: booking.invoiceId === null ? null : await paymentOf(deps, scope, booking.invoiceId) };
}
