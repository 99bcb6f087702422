import { MINUTE } from '../domain/civil-time.ts';
import type { EpochDay } from '../domain/civil-time.ts';
import type { Zone } from '../domain/zones.ts';
import { isDayFull, workingRangesOf } from './availability-rules.ts';
import type { ProviderCalendar, ServiceRules } from './availability-rules.ts';
import { covers, mergeSpans, overlaps } from './spans.ts';
import { startsOn, workingSpans } from './working-time.ts';

/** What one provider's days look like to one service: every question about a start time is asked here. */
export interface ProviderSchedule {
  /** The start times of a day, in no order; a time named by two overlapping ranges comes twice. */
  startsOn(day: EpochDay): readonly number[];
  isClosed(day: EpochDay): boolean;
  /** No more bookings that day. */
  isFull(day: EpochDay): boolean;
  /** From start to end inside the working time; buffers may stick out. */
  isWorking(startsAt: number): boolean;
  /** The service or its buffers meet something that is there already. */
  isTaken(startsAt: number): boolean;
}

/** Good for start times from `firstDay` to `lastDay`, both included. */
export function scheduleOf(
  zone: Zone,
  service: ServiceRules,
  provider: ProviderCalendar,
  firstDay: EpochDay,
  lastDay: EpochDay,
): ProviderSchedule {
  const length = service.durationMinutes * MINUTE;
  const before = service.bufferBeforeMinutes * MINUTE;
  const after = service.bufferAfterMinutes * MINUTE;
  const rangesOn = workingRangesOf(provider);
  // A start late on the last day ends on a later one, and a zone may skip a whole day in between.
  const lastEnd = lastDay + 2 + Math.ceil(service.durationMinutes / 1440);
  const working = workingSpans(zone, rangesOn, firstDay, lastEnd);
  const busy = mergeSpans(provider.busy);

  return {
    startsOn: (day) => startsOn(zone, rangesOn(day), day, service.intervalMinutes),
    isClosed: (day) => rangesOn(day).length === 0,
    isFull: (day) => isDayFull(service, provider, day),
    isWorking: (startsAt) => covers(working, startsAt, startsAt + length),
    isTaken: (startsAt) => overlaps(busy, startsAt - before, startsAt + length + after),
  };
}
