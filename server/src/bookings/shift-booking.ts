import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { WriteDb } from '../storage/store.ts';
import { doneBy, momentOf } from './booking-events.ts';
import { spansOf } from './booking-rules.ts';
import { updateBooking, type BookingRow } from './booking-store.ts';
import type { ServiceRow } from './service-store.ts';
import { refusingOverlap } from './take-time.ts';

export interface NewTime {
  readonly startsAt: number;
  readonly providerId: string;
  readonly localDate: string;
  readonly service: ServiceRow;
  readonly timeZone?: string | undefined;
  readonly tellClient: boolean;
}

/** Gives a booking another time. SEQUENCE grows, so that calendars move the entry they have. */
export async function shiftBooking(deps: Deps, tx: WriteDb, scope: Scope, booking: BookingRow, to: NewTime): Promise<void> {
  // It keeps its length: a service that was changed since does not change what was agreed.
  const durationMinutes = (booking.endsAt - booking.startsAt) / 60_000;
  const change = {
    ...spansOf(to.startsAt, { ...to.service, durationMinutes }), providerId: to.providerId, localDate: to.localDate,
    sequence: booking.sequence + 1, ...(to.timeZone !== undefined && { timeZone: to.timeZone }),
  };
  await refusingOverlap(() => updateBooking(tx, booking, change));
  await record(deps, tx, scope, {
    type: 'booking.moved', subjectId: booking.id, clientId: booking.clientId,
    payload: {
      ...momentOf({ ...booking, ...change }), previousStartsAt: new Date(booking.startsAt).toISOString(), previousProviderId: booking.providerId,
      by: doneBy(scope), tellClient: to.tellClient, lang: booking.lang,
    },
  });
}
