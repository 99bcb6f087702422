import { conflict, DomainError } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import { MINUTE } from '../domain/civil-time.ts';
import type { RefusalReason } from './free-times.ts';

export interface Spans {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly busyFrom: number;
  readonly busyUntil: number;
}

interface Lengths {
  readonly durationMinutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
}

/** What a booking takes: the session itself, and the buffers around it. */
export function spansOf(startsAt: number, { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes }: Lengths): Spans {
  const endsAt = startsAt + durationMinutes * MINUTE;
  return { startsAt, endsAt, busyFrom: startsAt - bufferBeforeMinutes * MINUTE, busyUntil: endsAt + bufferAfterMinutes * MINUTE };
}

/** Clients may change a booking until its service's cut-off, staff always. */
export const changeUntil = (startsAt: number, cancelCutoffMinutes: number): number => startsAt - cancelCutoffMinutes * MINUTE;

export function assertChangeable(scope: Scope, booking: { status: string; startsAt: number }, cancelCutoffMinutes: number, now: number): void {
  if (booking.status === 'cancelled') throw conflict('This booking is already cancelled.', 'already_cancelled');
  if (booking.status === 'held') throw conflict('This time is held and not paid yet. Let it go, or pay for it first.', 'not_held');
  if (booking.status !== 'confirmed') throw conflict('This booking is over, so it stays as it is.', 'already_over');
  if (scope.role !== 'client' && scope.role !== 'link') return;
  if (now > changeUntil(booking.startsAt, cancelCutoffMinutes)) {
    throw new DomainError('too_late_to_change', `This can be changed online until ${lengthInWords(cancelCutoffMinutes)} before it starts. Please get in touch with us.`);
  }
}

function lengthInWords(minutes: number): string {
  if (minutes === 0) return 'the moment';
  if (minutes % 1440 === 0) return minutes === 1440 ? '24 hours' : `${minutes / 1440} days`;
  if (minutes % 60 === 0) return minutes === 60 ? 'one hour' : `${minutes / 60} hours`;
  return `${minutes} minutes`;
}

const reasons: Readonly<Record<RefusalReason, string>> = {
  in_the_past: 'That time has passed.',
  too_soon: 'That time is too soon to book online.',
  too_far_ahead: 'That is further ahead than bookings are taken.',
  closed: 'We are closed that day.',
  outside_hours: 'That is outside our hours.',
  not_a_start_time: 'Sessions do not start at that minute.',
  taken: 'Somebody has just taken that time.',
  day_full: 'That day is full.',
};

/** The refusal that a client can act on: why, and the nearest free times. */
export function timeNotFree(reason: RefusalReason, nearest: readonly number[]): DomainError {
  const next = nearest.length > 0 ? ' These are the nearest free times.' : '';
  return new DomainError('time_not_free', reasons[reason] + next, { reason, nearest: nearest.map((instant) => new Date(instant).toISOString()) });
}
