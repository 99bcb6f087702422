import { Temporal } from 'temporal-polyfill';
import type { ProviderCalendar, ServiceRules, TimeRange } from '../availability-rules.ts';
import type { FreeTimesQuestion, StartTime } from '../free-times.ts';

type ReferenceQuestion = Omit<FreeTimesQuestion, 'zone' | 'providers'> & { readonly zoneName: string };

/**
 * The same answers, slow and obvious, by Temporal alone: no zone table, no merging, no searching, every candidate
 * held against everything. It shares nothing with the engine but the types.
 */
export function referenceTimes(question: ReferenceQuestion, provider: ProviderCalendar): readonly StartTime[] {
  const { zoneName, now, service } = question;
  const firstDate = Temporal.PlainDate.from(question.firstDate);
  const asked = datesFrom(firstDate, question.days);
  const open = datesFrom(firstDate.subtract({ days: 3 }), question.days + 8)
    .flatMap((date) => rangesOn(provider, date).map((range) => spanOf(zoneName, date, range)));
  const lastDate = instantIn(zoneName, now).toPlainDate().add({ days: service.maxDaysAhead });
  const found = new Map<number, StartTime>();

  for (const date of asked) {
    if (Temporal.PlainDate.compare(date, lastDate) > 0) continue;
    const isDateFull = isFull(service, provider, date);
    const minutes = rangesOn(provider, date).flatMap((range) => gridOf(range, service.intervalMinutes));
    for (const startsAt of minutes.flatMap((minute) => instantsOf(zoneName, date, minute))) {
      const endsAt = startsAt + service.durationMinutes * 60_000;
      if (startsAt < now + service.minNoticeMinutes * 60_000) continue;
      if (!isOpenAllAlong(open, startsAt, endsAt)) continue;
      found.set(startsAt, { startsAt, free: !isDateFull && !isTaken(service, provider, startsAt, endsAt) });
    }
  }
  return [...found.values()].sort((a, b) => a.startsAt - b.startsAt);
}

/** Every instant at which the wall clock shows that minute of that date. */
function instantsOf(zoneName: string, date: Temporal.PlainDate, minute: number): readonly number[] {
  const wall = date.toPlainDateTime().add({ minutes: minute });
  const instants = (['earlier', 'later'] as const)
    .map((disambiguation) => wall.toZonedDateTime(zoneName, { disambiguation }))
    .filter((moment) => moment.toPlainDateTime().equals(wall))
    .map((moment) => moment.epochMilliseconds);
  return [...new Set(instants)];
}

/** The instant at which the clocks jump over that minute of that date. */
function skipAt(zoneName: string, date: Temporal.PlainDate, minute: number): number {
  const wall = date.toPlainDateTime().add({ minutes: minute });
  const skip = wall.toZonedDateTime(zoneName, { disambiguation: 'earlier' }).getTimeZoneTransition('next');
  if (!skip) throw new Error(`No clock of ${zoneName} skips ${wall.toString()}.`);
  return skip.epochMilliseconds;
}

type Stretch = readonly [from: number, until: number];

/** From the first time the clock shows the start, to the end of the last minute before closing. */
function spanOf(zoneName: string, date: Temporal.PlainDate, { startMinute, endMinute }: TimeRange): Stretch {
  const from = instantsOf(zoneName, date, startMinute)[0] ?? skipAt(zoneName, date, startMinute);
  const lastMinute = instantsOf(zoneName, date, endMinute - 1).at(-1);
  return [from, lastMinute === undefined ? skipAt(zoneName, date, endMinute - 1) : lastMinute + 60_000];
}

function rangesOn(provider: ProviderCalendar, date: Temporal.PlainDate): readonly TimeRange[] {
  const text = date.toString();
  if (provider.closures.some((closure) => closure.firstDate <= text && closure.lastDate >= text)) return [];
  const override = provider.overrides.find((one) => one.date === text);
  if (override) return override.ranges;
  return provider.weeklyHours.filter((hours) => hours.weekday === date.dayOfWeek);
}

function isOpenAllAlong(open: readonly Stretch[], startsAt: number, endsAt: number): boolean {
  let reached = startsAt;
  while (reached < endsAt) {
    const next = open.find(([from, until]) => from <= reached && reached < until);
    if (!next) return false;
    reached = next[1];
  }
  return true;
}

function isTaken(service: ServiceRules, provider: ProviderCalendar, startsAt: number, endsAt: number): boolean {
  const from = startsAt - service.bufferBeforeMinutes * 60_000;
  const until = endsAt + service.bufferAfterMinutes * 60_000;
  return provider.busy.some((busy) => busy.from < busy.until && busy.from < until && from < busy.until);
}

function isFull(service: ServiceRules, provider: ProviderCalendar, date: Temporal.PlainDate): boolean {
  const booked = provider.bookedPerDay.get(date.toString());
  if (!booked) return false;
  return reaches(booked.ofService, service.maxPerDay) || reaches(booked.total, provider.maxPerDay);
}

function reaches(count: number, limit: number | null | undefined): boolean {
  return typeof limit === 'number' && count >= limit;
}

/** Every interval from the start of the range, as long as it is before its end. */
function gridOf({ startMinute, endMinute }: TimeRange, interval: number): readonly number[] {
  const count = Math.ceil((endMinute - startMinute) / interval);
  return Array.from({ length: count }, (_, index) => startMinute + index * interval);
}

function datesFrom(first: Temporal.PlainDate, count: number): readonly Temporal.PlainDate[] {
  return Array.from({ length: count }, (_, index) => first.add({ days: index }));
}

function instantIn(zoneName: string, instant: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zoneName);
}
