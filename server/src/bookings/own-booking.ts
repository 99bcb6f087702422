import { notFound } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import type { ReadDb } from '../storage/store.ts';
import { findBooking, type BookingDetails } from './booking-store.ts';

/** The booking, if this scope may see it: a client its own, a link its one, staff any of the business. */
export async function ownBooking(db: ReadDb, scope: Scope, id: string): Promise<BookingDetails> {
  const found = await findBooking(db, scope, id);
  if (!found || !mayOpen(scope, found)) throw notFound();
  return found;
}

function mayOpen(scope: Scope, { booking }: BookingDetails): boolean {
  if (scope.role === 'client') return booking.clientId === scope.clientId;
  if (scope.role === 'link') return booking.id === scope.bookingId;
  return scope.role === 'member' || scope.role === 'admin' || scope.role === 'owner';
}
