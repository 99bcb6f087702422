import type { CalendarBooking } from '@portico/contract/bookings/calendar.ts';
import { namesOf } from '../clients/public.ts';
import type { Scope } from '../domain/scope.ts';
import type { ReadDb } from '../storage/store.ts';
import { toCalendarBooking } from './booking-view.ts';
import { findBooking, type BookingDetails } from './booking-store.ts';
import { ownBooking } from './own-booking.ts';

export async function readForStaff(db: ReadDb, scope: Scope, id: string): Promise<CalendarBooking> {
  const [booking] = await withNames(db, scope, [await ownBooking(db, scope, id)]);
  return booking as CalendarBooking;
}

/** For those who only mention it: undefined when it is gone. */
export async function bookingForStaff(db: ReadDb, scope: Scope, id: string): Promise<CalendarBooking | undefined> {
  const found = await findBooking(db, scope, id);
  return found && (await withNames(db, scope, [found]))[0];
}

/** Bookings with the names of their people, read in one go. */
export async function withNames(db: ReadDb, scope: Scope, rows: readonly BookingDetails[]): Promise<CalendarBooking[]> {
  const names = await namesOf(db, scope, rows.map(({ booking }) => booking.contactId));
  return rows.map((row) => toCalendarBooking(row, names.get(row.booking.contactId) ?? { client: 'Unknown', contact: 'Unknown' }));
}
