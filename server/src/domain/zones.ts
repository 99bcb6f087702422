import { Temporal } from 'temporal-polyfill';
import { DAY, MINUTE } from './civil-time.ts';
import type { EpochDay } from './civil-time.ts';
import { offsetTable } from './offset-table.ts';

/** What a clock on the wall shows: a civil day and the minute of it. */
export interface CivilTime {
  readonly day: EpochDay;
  readonly minute: number;
}

/** An IANA time zone. Instants are epoch milliseconds; minute 1440 is 24:00, the next day's 00:00. */
export interface Zone {
  readonly name: string;
  /** When the clock shows this: never (skipped by a change), once, or twice (repeated); ascending. */
  instantsOf(day: EpochDay, minute: number): readonly number[];
  /** The first time the clock shows this; when it is skipped, the instant of the skip. */
  instantAtOrAfter(day: EpochDay, minute: number): number;
  /** The last time the clock shows this; when it is skipped, the instant of the skip. */
  instantLatest(day: EpochDay, minute: number): number;
  /** How far the clocks are ahead of UTC then, in milliseconds. */
  offsetAt(instant: number): number;
  civilOf(instant: number): CivilTime;
}

const zones = new Map<string, Zone>();
const zoneName = /^[a-z][a-z0-9_+-]*(?:\/[a-z0-9_+-]+){0,2}$/i;

/** Whether this names an IANA time zone; a bare offset such as `+02:00` does not. */
export function isZone(name: string): boolean {
  if (zones.has(name.toLowerCase())) return true;
  return zoneName.test(name) && idOf(name) !== undefined;
}

/** The zone of this name, made once. Throws a RangeError when there is none. */
export function zoneOf(name: string): Zone {
  // Zone names ignore case, so the cache never holds more than there are zones.
  const key = name.toLowerCase();
  const known = zones.get(key);
  if (known) return known;
  const id = zoneName.test(name) ? idOf(name) : undefined;
  if (id === undefined) throw new RangeError(`There is no time zone "${name}". Use a name such as Europe/Berlin.`);
  const zone = makeZone(id);
  zones.set(key, zone);
  return zone;
}

function idOf(name: string): string | undefined {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return undefined;
  }
}

function makeZone(name: string): Zone {
  const { offsetAt, changeAfter } = offsetTable(name);

  function instantsOf(day: EpochDay, minute: number): readonly number[] {
    const local = localOf(day, minute);
    // Offsets stay within 14 hours and changes are weeks apart: a day either way brackets any change that matters.
    const before = offsetAt(local - DAY);
    const after = offsetAt(local + DAY);
    if (before === after) return [local - before];
    return [local - before, local - after].filter((instant) => instant + offsetAt(instant) === local);
  }

  const skipNear = (day: EpochDay, minute: number): number => changeAfter(localOf(day, minute) - DAY);

  return {
    name,
    offsetAt,
    instantsOf,
    instantAtOrAfter: (day, minute) => instantsOf(day, minute)[0] ?? skipNear(day, minute),
    instantLatest: (day, minute) => instantsOf(day, minute).at(-1) ?? skipNear(day, minute),
    civilOf(instant) {
      const local = instant + offsetAt(instant);
      const day = Math.floor(local / DAY);
      return { day, minute: Math.floor((local - day * DAY) / MINUTE) };
    },
  };
}

/** The clock's own count of milliseconds, as if it stood in UTC. */
function localOf(day: EpochDay, minute: number): number {
  return day * DAY + minute * MINUTE;
}
