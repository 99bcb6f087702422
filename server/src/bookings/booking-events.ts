import { isoOf } from '../domain/civil-time.ts';
import type { Scope } from '../domain/scope.ts';
import type { BookingRow } from './booking-store.ts';

/** The facts that every event about a booking carries. */
export const momentOf = (row: BookingRow) => ({
  bookingId: row.id, serviceId: row.serviceId, providerId: row.providerId, startsAt: isoOf(row.startsAt), endsAt: isoOf(row.endsAt),
});

/** Who did it, as the event log says it. */
export const doneBy = (scope: Scope): 'guest' | 'client' | 'staff' =>
  scope.role === 'client' ? 'client' : scope.role === 'link' || scope.role === 'visitor' ? 'guest' : 'staff';
