import { Temporal } from 'temporal-polyfill';
import { DAY } from './civil-time.ts';

/** When a zone's clocks change, as plain numbers. */
export interface OffsetTable {
  /** How far the zone's clocks are ahead of UTC then, in milliseconds. */
  offsetAt(instant: number): number;
  /** The first instant after this one at which the clocks change. Ask only where a change is near. */
  changeAfter(instant: number): number;
}

interface Change {
  readonly at: number;
  readonly offset: number;
}

interface Year {
  readonly firstOffset: number;
  readonly changes: readonly Change[];
}

// Not a calendar year: only a handy size for what is worked out at once.
const YEAR = 365 * DAY;

/** Works out a year when it is first asked for, and keeps it. */
export function offsetTable(zoneName: string): OffsetTable {
  const years = new Map<number, Year>();

  function yearOf(index: number): Year {
    const known = years.get(index);
    if (known) return known;
    const year = readYear(zoneName, index);
    years.set(index, year);
    return year;
  }

  function offsetAt(instant: number): number {
    const year = yearOf(Math.floor(instant / YEAR));
    let offset = year.firstOffset;
    for (const change of year.changes) {
      if (change.at > instant) break;
      offset = change.offset;
    }
    return offset;
  }

  function changeAfter(instant: number): number {
    for (let index = Math.floor(instant / YEAR); ; index += 1) {
      const change = yearOf(index).changes.find(({ at }) => at > instant);
      if (change) return change.at;
    }
  }

  return { offsetAt, changeAfter };
}

function readYear(zoneName: string, index: number): Year {
  const end = (index + 1) * YEAR;
  const start = Temporal.Instant.fromEpochMilliseconds(index * YEAR).toZonedDateTimeISO(zoneName);
  const changes: Change[] = [];
  let next = start.getTimeZoneTransition('next');
  while (next && next.epochMilliseconds < end) {
    changes.push({ at: next.epochMilliseconds, offset: offsetOf(next) });
    next = next.getTimeZoneTransition('next');
  }
  return { firstOffset: offsetOf(start), changes };
}

function offsetOf(moment: Temporal.ZonedDateTime): number {
  return moment.offsetNanoseconds / 1_000_000;
}
