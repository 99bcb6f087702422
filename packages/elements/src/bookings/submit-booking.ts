import { PortalError } from '@portico/client/portal-error.ts';
import type { BookedResult, Booking } from '@portico/contract/bookings/booking.ts';
import { BookingAttempt } from './booking-attempt.ts';
import { factsOf } from './booking-facts.ts';
import type { BookingsController, BookingsParts } from './bookings-controller.ts';
import type { BookingsDoor } from './bookings-door.ts';
import { refusedBy } from './refusal.ts';
import { findTime } from './slot-month.ts';

/** Books or moves what is chosen. */
export async function submitBooking(flow: BookingsController, door: BookingsDoor, parts: BookingsParts): Promise<void> {
  const client = door.client();
  const { slots, form } = parts;
  const { serviceId, providerId, time: startsAt, moving, month } = slots;
  if (!client || !serviceId || !startsAt || !month || form.isBusy) return;
  const wish = { serviceId, providerId: providerId ?? null, startsAt };
  const isMeant = moving
    ? door.emit('portal-before-move', { ...wish, bookingId: moving.booking.id })
    : door.emit('portal-before-book', wish);
  if (!isMeant) return;
  const chosen = findTime(month, startsAt);
  // Somebody who is free then: without a name, the API keeps the booking with its provider.
  const free = moving ? chosen?.time.providerIds ?? [] : [];
  const who = providerId ?? (free.includes(moving?.booking.provider.id ?? '') ? undefined : free[0]);
  const wanted = { serviceId, providerId: who, startsAt, timeZone: month.timeZone, lang: door.lang(), moving, fields: flow.fields };
  try {
    const result = await form.submit(client, wanted, BookingAttempt);
    if (result) return finish(result, flow, door, parts);
    if (Object.values(form.errors).some(Boolean)) door.focus('.confirm [aria-invalid="true"]');
    else if (form.failure) door.emit('portal-error', { code: 'internal', message: form.failure });
  } catch (error) {
    await slots.refresh();
    const nearest = error instanceof PortalError ? error.nearest : [];
    flow.showRefused(refusedBy(door, slots, { key: 'justTaken', startsAt, time: chosen?.time.label ?? '', day: chosen?.day.name ?? '', nearest }));
  }
}

function finish(result: BookedResult | Booking, flow: BookingsController, door: BookingsDoor, { slots, appointments, form }: BookingsParts): void {
  const isNew = 'booking' in result;
  const booking = isNew ? result.booking : result;
  const linkToken = isNew ? result.linkToken ?? undefined : slots.moving?.linkToken;
  const email = door.isSignedIn() || !isNew ? undefined : form.details.email;
  slots.moving = undefined;
  flow.chooseTime(undefined);
  flow.refused = undefined;
  form.forgetNote();
  appointments.show({ booking, linkToken, how: isNew ? 'booked' : 'moved', isInvited: isNew && result.invited, email });
  door.announce(door.say(isNew ? 'booked' : 'moved'));
  door.focus('#card-title');
  door.emit(isNew ? 'portal-booking-created' : 'portal-booking-moved', factsOf(booking));
  void appointments.load();
}
