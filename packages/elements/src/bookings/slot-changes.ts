import type { Booking } from '@portico/contract/bookings/booking.ts';
import type { Service } from '@portico/contract/bookings/services.ts';
import { dayOf, findTime } from './slot-month.ts';
import type { SlotsController } from './slots-controller.ts';

/*
 * Other free times than those on the screen, because somebody wants something else.
 */

/** With a time that should stay chosen, if it is free for that service too; answers whether it is. */
export async function chooseService(slots: SlotsController, id: string, keep?: string): Promise<boolean> {
  const { date } = slots;
  take(slots, id, slots.providerId);
  slots.isServiceChosen = true;
  if (!await slots.showMonth(keep ? slots.month?.month : undefined, keep && date)) return true;
  const isFree = findTime(slots.month, keep)?.time.free === true;
  if (isFree) slots.chooseTime(keep);
  return isFree;
}

export async function chooseProvider(slots: SlotsController, id: string | undefined): Promise<void> {
  slots.providerId = id;
  await slots.showMonth(undefined);
}

/** Another time for a booking. */
export async function lookForAnother(slots: SlotsController, booking: Booking, linkToken: string | undefined): Promise<void> {
  const { service, provider, startsAt } = booking;
  slots.moving = { booking, linkToken, service: asService(booking) };
  take(slots, service.id, provider.id);
  if (await slots.showMonth(startsAt.slice(0, 7))) slots.chooseDay(findTime(slots.month, startsAt)?.day.date ?? slots.date);
}

/** The same service with the same person, at the first free time. */
export async function bookAgain(slots: SlotsController, { service, provider }: Booking): Promise<void> {
  slots.moving = undefined;
  slots.isServiceChosen = true;
  take(slots, service.id, provider.id);
  if (!await slots.showMonth(undefined) || !slots.month) return;
  slots.chooseTime(dayOf(slots.month, slots.date)?.times.find((time) => time.free)?.startsAt);
}

function take(slots: SlotsController, serviceId: string, providerId: string | undefined): void {
  slots.serviceId = serviceId;
  const offered = slots.service?.providerIds ?? [];
  slots.providerId = providerId && (offered.length === 0 || offered.includes(providerId)) ? providerId : undefined;
  slots.time = undefined;
}

/** A service that is not offered any more, while its last bookings are moved. */
const asService = ({ service, provider, durationMinutes, priceMinor, currency, priceLabel, placeKind }: Booking): Service =>
  ({ ...service, description: '', durationMinutes, priceMinor, currency, priceLabel, placeKind, prepay: null, providerIds: [provider.id] });
