import { MINUTE } from '../domain/civil-time.ts';
import type { EpochDay } from '../domain/civil-time.ts';
import type { Zone } from '../domain/zones.ts';
import type { TimeRange } from './availability-rules.ts';
import { mergeSpans } from './spans.ts';
import type { Span } from './spans.ts';

type WorkingRanges = (day: EpochDay) => readonly TimeRange[];

/** The working time of some days, last one included, as instants: ranges that touch are one, also over midnight. */
export function workingSpans(zone: Zone, rangesOn: WorkingRanges, from: EpochDay, to: EpochDay): readonly Span[] {
  const spans: Span[] = [];
  for (let day = from; day <= to; day += 1) {
    for (const range of rangesOn(day)) spans.push(spanOf(zone, day, range));
  }
  return mergeSpans(spans);
}

/** Every instant of the day at which the clock shows a start time: a repeated time twice, a skipped one never. */
export function startsOn(zone: Zone, ranges: readonly TimeRange[], day: EpochDay, interval: number): readonly number[] {
  if (!(interval > 0)) throw new RangeError('intervalMinutes: use a number above 0.');
  const starts: number[] = [];
  for (const { startMinute, endMinute } of ranges) {
    for (let minute = startMinute; minute < endMinute; minute += interval) {
      starts.push(...zone.instantsOf(day, minute));
    }
  }
  return starts;
}

function spanOf(zone: Zone, day: EpochDay, range: TimeRange): Span {
  return { from: zone.instantAtOrAfter(day, range.startMinute), until: closingInstant(zone, day, range.endMinute) };
}

/** When the last minute of work is over: closing at 01:00 does not add the hour that repeats from 01:00 on. */
function closingInstant(zone: Zone, day: EpochDay, endMinute: number): number {
  const lastMinute = zone.instantsOf(day, endMinute - 1).at(-1);
  return lastMinute === undefined ? zone.instantLatest(day, endMinute) : lastMinute + MINUTE;
}
