import { requireRegistered } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { DomainError } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import { businessOfToken, hashOf } from '../domain/tokens.ts';
import { DAY } from '../domain/civil-time.ts';
import type { RequestFacts } from '../http/route.ts';
import { findBookingByLink } from './booking-store.ts';

/** A link works until a week after its booking. */
const linkOutlives = 7 * DAY;

/** `Authorization: BookingLink <token>`: opens exactly one booking. */
export async function identifyLink(deps: Deps, request: RequestFacts): Promise<Scope> {
  const token = request.header('authorization')?.slice('BookingLink '.length) ?? '';
  const businessId = businessOfToken(token);
  const booking = businessId && await deps.store.read((db) => findBookingByLink(db, businessId, hashOf(token)));
  if (!booking || booking.endsAt + linkOutlives < deps.now()) throw new DomainError('not_signed_in', 'This link has expired. Sign in, or ask us for a new one.');
  await requireRegistered(deps, booking.businessId, request.origin);
  return Object.freeze({ businessId: booking.businessId, role: 'link', actor: 'guest', clientId: booking.clientId, contactId: booking.contactId, bookingId: booking.id });
}
