import type { TimeReason } from '@portico/contract/errors.ts';
import { MINUTE, parseDate } from '../domain/civil-time.ts';
import type { EpochDay } from '../domain/civil-time.ts';
import type { Zone } from '../domain/zones.ts';
import type { ProviderCalendar, ServiceRules } from './availability-rules.ts';
import { scheduleOf } from './provider-schedule.ts';
import type { ProviderSchedule } from './provider-schedule.ts';

/** Dates are the business's, in `zone`; instants are epoch milliseconds. */
export interface FreeTimesQuestion {
  readonly zone: Zone;
  readonly now: number;
  readonly firstDate: string;
  readonly days: number;
  readonly service: ServiceRules;
  readonly providers: readonly ProviderCalendar[];
}

/** A time at which the service could start; not free when something is there already or the day is full. */
export interface StartTime {
  readonly startsAt: number;
  readonly free: boolean;
}

export interface ProviderTimes {
  readonly providerId: string;
  /** Ascending, each instant once. */
  readonly times: readonly StartTime[];
}

export type RefusalReason = TimeReason;

/** Every start time of the asked days that notice and horizon allow, for each provider. */
export function freeTimes(question: FreeTimesQuestion): readonly ProviderTimes[] {
  const { zone, now, firstDate, days, service, providers } = question;
  const firstDay = parseDate(firstDate);
  if (firstDay === undefined) throw new RangeError('firstDate: use a day that exists, such as 2026-11-27.');
  const earliest = earliestStart(now, service);
  // When clocks go back over midnight, the day before shows again.
  const from = Math.max(firstDay, zone.civilOf(earliest).day - 1);
  const to = Math.min(firstDay + days - 1, lastStartDay(zone, now, service));

  return providers.map((provider) => {
    const schedule = scheduleOf(zone, service, provider, from, to);
    return { providerId: provider.id, times: timesOf(schedule, from, to, earliest) };
  });
}

/** Why this provider cannot be booked at that instant; undefined when nothing speaks against it. */
export function isBookable({ zone, now, service, provider, startsAt }: {
  readonly zone: Zone;
  readonly now: number;
  readonly service: ServiceRules;
  readonly provider: ProviderCalendar;
  readonly startsAt: number;
}): RefusalReason | undefined {
  if (startsAt < now) return 'in_the_past';
  if (startsAt < earliestStart(now, service)) return 'too_soon';
  const { day } = zone.civilOf(startsAt);
  if (day > lastStartDay(zone, now, service)) return 'too_far_ahead';

  const schedule = scheduleOf(zone, service, provider, day, day);
  if (schedule.isClosed(day)) return 'closed';
  if (!schedule.isWorking(startsAt)) return 'outside_hours';
  if (!schedule.startsOn(day).includes(startsAt)) return 'not_a_start_time';
  if (schedule.isTaken(startsAt)) return 'taken';
  if (schedule.isFull(day)) return 'day_full';
  return undefined;
}

/** The free times of the asked days nearest to `startsAt`, earlier or later, with any provider; nearest first. */
export function nearestFree(
  question: FreeTimesQuestion & { readonly startsAt: number; readonly count: number },
): readonly number[] {
  const distance = (time: number): number => Math.abs(time - question.startsAt);
  const free = freeTimes(question).flatMap(({ times }) => times).filter((time) => time.free);
  const starts = [...new Set(free.map((time) => time.startsAt))];
  return starts.sort((a, b) => distance(a) - distance(b) || a - b).slice(0, question.count);
}

function timesOf(schedule: ProviderSchedule, from: EpochDay, to: EpochDay, earliest: number): readonly StartTime[] {
  const times: StartTime[] = [];
  for (let day = from; day <= to; day += 1) {
    const full = schedule.isFull(day);
    for (const startsAt of schedule.startsOn(day)) {
      if (startsAt < earliest || !schedule.isWorking(startsAt)) continue;
      times.push({ startsAt, free: !full && !schedule.isTaken(startsAt) });
    }
  }
  times.sort((a, b) => a.startsAt - b.startsAt);
  return times.filter(({ startsAt }, index) => startsAt !== times[index - 1]?.startsAt);
}

function earliestStart(now: number, service: ServiceRules): number {
  return now + service.minNoticeMinutes * MINUTE;
}

function lastStartDay(zone: Zone, now: number, service: ServiceRules): EpochDay {
  return zone.civilOf(now).day + service.maxDaysAhead;
}
