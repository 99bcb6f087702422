import type { Booking, CancelBookingInput } from '@portico/contract/bookings/booking.ts';
import { findBusiness } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { WriteDb } from '../storage/store.ts';
import { doneBy, momentOf } from './booking-events.ts';
import { assertChangeable } from './booking-rules.ts';
import { findBooking, updateBooking, type BookingRow } from './booking-store.ts';
import { readerOf, toBooking } from './booking-view.ts';
import { ownBooking } from './own-booking.ts';

export async function cancelBooking(deps: Deps, tx: WriteDb, scope: Scope, id: string, input: CancelBookingInput): Promise<Booking> {
  const { booking, service } = await ownBooking(tx, scope, id);
  assertChangeable(scope, booking, service.cancelCutoffMinutes, deps.now());
  await callOff(deps, tx, scope, booking, input.reason, true);
  const cancelled = await findBooking(tx, scope, id);
  const business = await findBusiness(tx, scope.businessId);
  if (!cancelled || !business) throw notFound();
  return toBooking(cancelled, readerOf(business, deps.now(), { lang: input.lang ?? booking.lang }));
}

/** Frees the time and writes down why. */
export async function callOff(deps: Deps, tx: WriteDb, scope: Scope, booking: BookingRow, reason: string, tellClient: boolean): Promise<void> {
  await updateBooking(tx, booking, { status: 'cancelled', cancelReason: reason, sequence: booking.sequence + 1 });
  await record(deps, tx, scope, {
    type: 'booking.cancelled', subjectId: booking.id, clientId: booking.clientId,
    payload: { ...momentOf(booking), reason, by: doneBy(scope), tellClient, lang: booking.lang },
  });
}
