import type { WeeklyHours } from '@portico/contract/bookings/hours.ts';

export interface Range {
  readonly startMinute: number;
  readonly endMinute: number;
}

export function rangesOf(hours: readonly WeeklyHours[], weekday: number): readonly Range[] {
  return hours.filter((range) => range.weekday === weekday).map(({ startMinute, endMinute }) => ({ startMinute, endMinute }));
}

export function setDay(hours: readonly WeeklyHours[], weekday: number, ranges: readonly Range[]): readonly WeeklyHours[] {
  const others = hours.filter((range) => range.weekday !== weekday);
  return [...others, ...ranges.map((range) => ({ weekday, ...range }))].sort((a, b) => a.weekday - b.weekday);
}

/** The first range is a working day; each next one starts an hour after the last. */
export function addRange(ranges: readonly Range[]): readonly Range[] {
  const last = ranges.at(-1);
  if (!last) return [{ startMinute: 540, endMinute: 1020 }];
  const startMinute = Math.min(1380, last.endMinute + 60);
  return [...ranges, { startMinute, endMinute: Math.min(1440, startMinute + 180) }];
}

export function copyToWeekdays(hours: readonly WeeklyHours[]): readonly WeeklyHours[] {
  const monday = rangesOf(hours, 1);
  return [2, 3, 4, 5].reduce<readonly WeeklyHours[]>((all, weekday) => setDay(all, weekday, monday), hours);
}

/** What is wrong with a day, as a sentence; empty when it is fine. */
export function troubleWith(ranges: readonly Range[]): string {
  if (ranges.some(({ startMinute, endMinute }) => startMinute >= endMinute)) return 'End after the start.';
  const sorted = [...ranges].sort((a, b) => a.startMinute - b.startMinute);
  const overlaps = sorted.some((range, index) => index > 0 && range.startMinute < (sorted[index - 1]?.endMinute ?? 0));
  return overlaps ? 'These hours overlap. Join them or move one.' : '';
}

export function weekHasTrouble(hours: readonly WeeklyHours[]): boolean {
  return [1, 2, 3, 4, 5, 6, 7].some((weekday) => troubleWith(rangesOf(hours, weekday)) !== '');
}
