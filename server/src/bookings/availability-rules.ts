import { formatDate, weekdayOf } from '../domain/civil-time.ts';
import type { EpochDay } from '../domain/civil-time.ts';
import type { Span } from './spans.ts';

/** Minutes of the civil day, 0 to 1440 (24:00); the end comes after the start. */
export interface TimeRange {
  readonly startMinute: number;
  readonly endMinute: number;
}

/** Working time on a day of the week; 1 is Monday (ISO 8601). */
export interface WeeklyHours extends TimeRange {
  readonly weekday: number;
}

/** Replaces the weekly hours on one date; no ranges means closed. */
export interface DateOverride {
  readonly date: string;
  readonly ranges: readonly TimeRange[];
}

/** Closed from the first date to the last, both included, whatever the hours and overrides say. */
export interface Closure {
  readonly firstDate: string;
  readonly lastDate: string;
}

/** Taken time, the buffers of what takes it already included. */
export type Busy = Span;

export interface ServiceRules {
  readonly durationMinutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly intervalMinutes: number;
  readonly minNoticeMinutes: number;
  readonly maxDaysAhead: number;
  /** For each provider; null or absent for no limit. */
  readonly maxPerDay?: number | null | undefined;
}

export interface BookedOnDay {
  readonly total: number;
  readonly ofService: number;
}

const nothingBooked: BookedOnDay = { total: 0, ofService: 0 };

export interface ProviderCalendar {
  readonly id: string;
  readonly weeklyHours: readonly WeeklyHours[];
  readonly overrides: readonly DateOverride[];
  readonly closures: readonly Closure[];
  /** In any order. */
  readonly busy: readonly Busy[];
  /** Of all services together; null or absent for no limit. */
  readonly maxPerDay?: number | null | undefined;
  /** By date in the business's zone. */
  readonly bookedPerDay: ReadonlyMap<string, BookedOnDay>;
}

/** Answers when the provider works on a day, by the clock on the wall. */
export function workingRangesOf(provider: ProviderCalendar): (day: EpochDay) => readonly TimeRange[] {
  const overrides = new Map(provider.overrides.map(({ date, ranges }) => [date, ranges]));
  const weekly = Map.groupBy(provider.weeklyHours, ({ weekday }) => weekday);

  return (day) => {
    const date = formatDate(day);
    const closed = provider.closures.some(({ firstDate, lastDate }) => firstDate <= date && date <= lastDate);
    if (closed) return [];
    return overrides.get(date) ?? weekly.get(weekdayOf(day)) ?? [];
  };
}

/** Whether the provider has had enough for that day: of this service, or altogether. */
export function isDayFull(service: ServiceRules, provider: ProviderCalendar, day: EpochDay): boolean {
  const { total, ofService } = provider.bookedPerDay.get(formatDate(day)) ?? nothingBooked;
  return ofService >= (service.maxPerDay ?? Infinity) || total >= (provider.maxPerDay ?? Infinity);
}
