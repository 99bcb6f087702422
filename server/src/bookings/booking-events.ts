import type { Scope } from '../domain/scope.ts';
import type { BookingRow } from './booking-store.ts';

const iso = (instant: number): string => new Date(instant).toISOString();

/** The facts that every event about a booking carries. */
export const momentOf = (row: BookingRow) => ({
  bookingId: row.id, serviceId: row.serviceId, providerId: row.providerId, startsAt: iso(row.startsAt), endsAt: iso(row.endsAt),
});

/** Who did it, as the event log says it. */
export const doneBy = (scope: Scope): 'guest' | 'client' | 'staff' =>
  scope.role === 'client' ? 'client' : scope.role === 'link' || scope.role === 'visitor' ? 'guest' : 'staff';
