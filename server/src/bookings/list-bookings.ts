import type { BookingPage, BookingQuery } from '@portico/contract/bookings/booking.ts';
import { findBusiness } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { DomainError, notFound } from '../domain/errors.ts';
import { pageBy } from '../domain/page.ts';
import { requireClient, type Scope } from '../domain/scope.ts';
import { bookingsOfClient, type After, type BookingDetails } from './booking-store.ts';
import { readerOf, toBooking } from './booking-view.ts';

export async function listBookings(deps: Deps, scope: Scope, query: BookingQuery): Promise<BookingPage> {
  const { clientId } = requireClient(scope);
  const now = deps.now();
  return deps.store.read(async (db) => {
    const business = await findBusiness(db, scope.businessId);
    if (!business) throw notFound();
    const rows = await bookingsOfClient(db, scope, clientId, { when: query.when, now, after: readCursor(query.cursor), limit: query.limit + 1 });
    const reader = readerOf(business, now, query);
    return pageBy(rows, query.limit, cursorOf, (row) => toBooking(row, reader));
  });
}

export const cursorOf = ({ booking }: BookingDetails): string => `${booking.startsAt}.${booking.id}`;

export function readCursor(cursor: string | undefined): After | undefined {
  if (cursor === undefined) return undefined;
  const [at, id, more] = cursor.split('.');
  if (!at || !id || more !== undefined || !/^\d{1,15}$/.test(at)) throw new DomainError('malformed_request', 'Use the cursor as the last page gave it.');
  return { at: Number(at), id };
}
