import { momentIn } from '../domain/moments.ts';
import { findBusiness } from '../business/public.ts';
import type { Scope } from '../domain/scope.ts';
import type { ReadDb } from '../storage/store.ts';
import { bookingsById } from './booking-store.ts';

export interface BookingName {
  readonly service: string;
  readonly date: string;
  readonly time: string;
}

/** What bookings are called by those who only mention them, in the business's zone; by their id. */
export async function bookingNames(db: ReadDb, scope: Scope, ids: readonly string[], lang: string): Promise<Map<string, BookingName>> {
  const business = await findBusiness(db, scope.businessId);
  if (!business) return new Map();
  const found = await bookingsById(db, scope, [...new Set(ids)]);
  return new Map(found.map(({ booking, service }) => {
    const { date, time } = momentIn({ instant: booking.startsAt, timeZone: business.timeZone, locale: lang });
    return [booking.id, { service: service.name, date, time }];
  }));
}
