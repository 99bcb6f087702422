import type { Booking, CancelBookingInput } from '@portico/contract/bookings/booking.ts';
import { findBusiness } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import { returnSession, settleCancelled } from '../invoices/public.ts';
import type { WriteDb } from '../storage/store.ts';
import { doneBy, momentOf } from './booking-events.ts';
import { assertChangeable, changeUntil } from './booking-rules.ts';
import { findBooking, updateBooking, type BookingDetails } from './booking-store.ts';
import { readerOf, toBooking } from './booking-view.ts';
import { release } from './hold-booking.ts';
import { ownBooking } from './own-booking.ts';

export async function cancelBooking(deps: Deps, tx: WriteDb, scope: Scope, id: string, input: CancelBookingInput): Promise<Booking> {
  const found = await ownBooking(tx, scope, id);
  const { booking, service } = found;
  if (booking.status === 'held') await release(deps, tx, scope, booking);
  else {
    assertChangeable(scope, booking, service.cancelCutoffMinutes, deps.now());
    await callOff(deps, tx, scope, found, { reason: input.reason, tellClient: true });
  }
  const cancelled = await findBooking(tx, scope, id);
  const business = await findBusiness(tx, scope.businessId);
  if (!cancelled || !business) throw notFound();
  return toBooking(cancelled, readerOf(business, deps.now(), { lang: input.lang ?? booking.lang }));
}

interface CallingOff {
  readonly reason: string;
  readonly tellClient: boolean;
  /** Left out: a session of a package comes back while clients may still cancel by themselves. */
  readonly returnSession?: boolean | undefined;
}

/** Frees the time and writes down why. */
export async function callOff(deps: Deps, tx: WriteDb, scope: Scope, { booking, service }: BookingDetails, { reason, tellClient, ...how }: CallingOff): Promise<void> {
  await updateBooking(tx, booking, { status: 'cancelled', cancelReason: reason, sequence: booking.sequence + 1 });
  await record(deps, tx, scope, {
    type: 'booking.cancelled', subjectId: booking.id, clientId: booking.clientId,
    payload: { ...momentOf(booking), reason, by: doneBy(scope), tellClient, lang: booking.lang },
  });
  const isTimely = deps.now() <= changeUntil(booking.startsAt, service.cancelCutoffMinutes);
  if (booking.invoiceId !== null) await settleCancelled(deps, tx, { ...booking, invoiceId: booking.invoiceId }, service.name, isTimely);
  if (booking.packageId !== null && (how.returnSession ?? isTimely) && (await returnSession(deps, tx, scope, booking.id))) await updateBooking(tx, booking, { packageReturned: true });
}
