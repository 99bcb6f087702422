import type { Booking, MoveBookingInput } from '@portico/contract/bookings/booking.ts';
import { findBusiness } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import { requireLasting } from '../invoices/public.ts';
import type { WriteDb } from '../storage/store.ts';
import { assertChangeable } from './booking-rules.ts';
import { findBooking } from './booking-store.ts';
import { readerOf, toBooking } from './booking-view.ts';
import { chooseTime } from './choose-time.ts';
import { ownBooking } from './own-booking.ts';
import { shiftBooking } from './shift-booking.ts';

/** A client (or a guest with the link) finds a new time; the same rules as for booking. */
export async function moveBooking(deps: Deps, tx: WriteDb, scope: Scope, id: string, input: MoveBookingInput): Promise<Booking> {
  const { booking, service } = await ownBooking(tx, scope, id);
  const now = deps.now();
  assertChangeable(scope, booking, service.cancelCutoffMinutes, now);
  const business = await findBusiness(tx, scope.businessId);
  if (!business) throw notFound();
  const startsAt = Date.parse(input.startsAt);
  const chosen = await chooseTime(tx, scope, {
    serviceId: booking.serviceId, providerId: input.providerId ?? booking.providerId, startsAt, businessZone: business.timeZone, now, moving: booking,
  });
  const lang = input.lang ?? booking.lang ?? business.lang;
  if (booking.packageId !== null) await requireLasting(tx, scope, booking.packageId, chosen.localDate, lang);
  await shiftBooking(deps, tx, scope, booking, { startsAt, providerId: chosen.provider.id, localDate: chosen.localDate, service: chosen.service, timeZone: input.timeZone, tellClient: true });
  const moved = await findBooking(tx, scope, id);
  if (!moved) throw notFound();
  return toBooking(moved, readerOf(business, now, { lang, timeZone: input.timeZone }));
}
