import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import type { WriteDb } from '../storage/store.ts';
import { blankBookings, everyBookingOf } from './booking-store.ts';
import { callOff } from './cancel-booking.ts';
import { deleteFeed } from './feed-store.ts';
import { release } from './hold-booking.ts';

/** What is to come is cancelled, and nobody writes to its client; what was stays as a time that was taken, by nobody. */
export async function eraseBookingsOf(deps: Deps, tx: WriteDb, scope: Scope, clientId: string, contactIds: readonly string[]): Promise<{ ids: readonly string[]; cancelled: number }> {
  const all = await everyBookingOf(tx, scope, clientId);
  const coming = all.filter(({ booking }) => booking.startsAt > deps.now() && (booking.status === 'confirmed' || booking.status === 'held'));
  for (const found of coming) {
    if (found.booking.status === 'held') await release(deps, tx, scope, found.booking);
    else await callOff(deps, tx, scope, found, { reason: '', tellClient: false });
  }
  await blankBookings(tx, scope, clientId);
  for (const id of contactIds) await deleteFeed(tx, scope.businessId, id);
  return { ids: all.map(({ booking }) => booking.id), cancelled: coming.length };
}
