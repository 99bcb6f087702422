import type { BookingStatus } from '@portico/contract/bookings/booking.ts';
import type { BusinessRow } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import type { WriteDb } from '../storage/store.ts';
import { recordCreated } from './book-slot.ts';
import { spansOf } from './booking-rules.ts';
import { insertBooking, type BookingRow } from './booking-store.ts';
import type { ServiceRow } from './service-store.ts';

export interface DemoBooking {
  readonly service: ServiceRow;
  readonly providerId: string;
  readonly startsAt: number;
  readonly localDate: string;
  readonly clientId: string;
  readonly contactId: string;
  readonly status: BookingStatus;
}

/** History for the demo and for tests: a booking in any state, at any time, refused by the database as ever when it overlaps. */
export async function bookForDemo(deps: Deps, tx: WriteDb, scope: Scope, business: BusinessRow, booking: DemoBooking): Promise<BookingRow> {
  const { service, startsAt, ...rest } = booking;
  const row: BookingRow = {
    businessId: scope.businessId, id: deps.newId(), serviceId: service.id, ...rest, ...spansOf(startsAt, service), timeZone: business.timeZone, lang: null,
    priceMinor: service.priceMinor, totalMinor: null, currency: business.currency, note: '', packageId: null, packageName: null, packageReturned: false, invoiceId: null, hold: null, cancelReason: rest.status === 'cancelled' ? 'Something came up.' : null,
    sequence: 0, linkHash: null, mailLinkHash: null, createdAt: Math.min(deps.now(), startsAt - 5 * 86_400_000),
  };
  await insertBooking(tx, row);
  await recordCreated(deps, tx, scope, row, { tellClient: false, newClient: false });
  return row;
}
