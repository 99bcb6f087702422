import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { zoneOf } from '../../domain/zones.ts';
import type { ProviderCalendar, ServiceRules, TimeRange } from '../availability-rules.ts';
import type { FreeTimesQuestion } from '../free-times.ts';

/** Half hours and quarters, gaps and repeats at midnight, skipped days, changes of mind, zones that never change. */
const oddZones = [
  'Africa/Cairo', 'Africa/Casablanca', 'Africa/El_Aaiun', 'Africa/Johannesburg', 'Africa/Windhoek',
  'America/Asuncion', 'America/Caracas', 'America/Godthab', 'America/Havana', 'America/New_York', 'America/Santiago',
  'America/Sao_Paulo', 'America/Scoresbysund', 'America/St_Johns', 'Antarctica/Casey', 'Antarctica/Troll',
  'Asia/Amman', 'Asia/Beirut', 'Asia/Gaza', 'Asia/Kathmandu', 'Asia/Kolkata', 'Asia/Pyongyang', 'Asia/Tehran',
  'Atlantic/Azores', 'Australia/Adelaide', 'Australia/Eucla', 'Australia/Lord_Howe',
  'Europe/Dublin', 'Europe/Istanbul', 'Europe/London', 'Europe/Moscow',
  'Pacific/Apia', 'Pacific/Chatham', 'Pacific/Fakaofo', 'Pacific/Kiritimati', 'Pacific/Marquesas', 'Pacific/Norfolk',
  'UTC',
];

export interface Scene {
  readonly zoneName: string;
  readonly question: FreeTimesQuestion;
  readonly provider: ProviderCalendar;
  /** Midnight UTC of the first date: random instants count from here. */
  readonly base: number;
}

const DAYS = 5;
function minutes(max: number): fc.Arbitrary<number> {
  const quarters = fc.integer({ min: 0, max: Math.floor(max / 15) }).map((quarter) => quarter * 15);
  return fc.oneof(quarters, fc.integer({ min: 0, max }));
}

const range: fc.Arbitrary<TimeRange> = fc
  .tuple(fc.oneof(fc.constant(0), minutes(240), minutes(1439)), fc.oneof(minutes(180), minutes(1440)))
  .map(([start, length]) => ({ startMinute: start, endMinute: Math.min(1440, start + Math.max(1, length)) }));
const ranges = fc.oneof(
  fc.array(range, { maxLength: 3 }),
  fc.constant([{ startMinute: 0, endMinute: 1440 }]),
  fc.constant([{ startMinute: 0, endMinute: 120 }, { startMinute: 1320, endMinute: 1440 }]),
);

const service: fc.Arbitrary<ServiceRules> = fc.record({
  durationMinutes: fc.oneof(fc.constantFrom(15, 30, 60, 90), fc.integer({ min: 5, max: 720 })),
  bufferBeforeMinutes: fc.constantFrom(0, 0, 5, 30),
  bufferAfterMinutes: fc.constantFrom(0, 0, 10, 45),
  intervalMinutes: fc.constantFrom(15, 20, 30, 45, 60, 77),
  minNoticeMinutes: fc.constantFrom(0, 0, 60, 1440),
  maxDaysAhead: fc.integer({ min: 1, max: 8 }),
  maxPerDay: fc.constantFrom(undefined, null, 1, 2),
});

/** Mostly days around a change of the clocks. */
const place = fc
  .record({
    zoneName: fc.constantFrom(...oddZones),
    from: fc.integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2037, 0, 1) }),
    atChange: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
    lead: fc.integer({ min: 0, max: DAYS - 1 }),
  })
  .map(({ zoneName, from, atChange, lead }) => {
    const random = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zoneName);
    const moment = (atChange && random.getTimeZoneTransition('next')) || random;
    return { zoneName, firstDate: moment.toPlainDate().subtract({ days: lead }) };
  });

export const scene: fc.Arbitrary<Scene> = place.chain(({ zoneName, firstDate }) => {
  const dates = Array.from({ length: DAYS }, (_, index) => firstDate.add({ days: index }).toString());
  const base = Date.parse(firstDate.toString());
  const date = fc.constantFrom(...dates);
  const closure = fc.tuple(date, date)
    .map(([one, other]) => (one < other ? { firstDate: one, lastDate: other } : { firstDate: other, lastDate: one }));
  const busy = fc
    .record({
      at: fc.integer({ min: -600, max: DAYS * 1440 }),
      length: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 400 })),
    })
    .map(({ at, length }) => ({ from: base + at * 60_000, until: base + (at + length) * 60_000 }));
  const booked = fc.record({ total: fc.integer({ min: 0, max: 3 }), ofService: fc.integer({ min: 0, max: 2 }) });
  const provider = fc.record({
    id: fc.constant('sam'),
    weeklyHours: fc.array(ranges, { minLength: 7, maxLength: 7 })
      .map((week) => week.flatMap((day, index) => day.map((hours) => ({ ...hours, weekday: index + 1 })))),
    overrides: fc.uniqueArray(fc.record({ date, ranges }), { maxLength: 2, selector: (override) => override.date }),
    closures: fc.array(closure, { maxLength: 1 }),
    busy: fc.array(busy, { maxLength: 12 }),
    maxPerDay: fc.constantFrom(undefined, null, 3),
    bookedPerDay: fc.array(fc.tuple(date, booked), { maxLength: 3 }).map((pairs) => new Map(pairs)),
  });
  const now = fc.integer({ min: -2 * 1440, max: 1440 }).map((minute) => base + minute * 60_000);
  return fc.record({ service, provider, now }).map((made) => ({
    zoneName,
    base,
    provider: made.provider,
    question: {
      zone: zoneOf(zoneName),
      now: made.now,
      firstDate: firstDate.toString(),
      days: DAYS,
      service: made.service,
      providers: [made.provider],
    },
  }));
});
