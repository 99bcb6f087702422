import type { SlotDay, SlotMonth, SlotTime } from '@portico/contract/bookings/slots.ts';

/** One day of the month as the page draws it; `day` is missing when nothing can be booked then. */
export interface DayCell {
  readonly date: string;
  readonly dayOfMonth: number;
  readonly name: string;
  readonly weekday: string;
  readonly freeCount: number;
  readonly isToday: boolean;
  readonly isPast: boolean;
}

/** Seven days; undefined where the week reaches into another month. */
export type Week = readonly (DayCell | undefined)[];

export interface DayTime {
  readonly day: SlotDay;
  readonly time: SlotTime;
}

export const freeTimesOf = (day: SlotDay | undefined): readonly SlotTime[] => day?.times.filter((time) => time.free) ?? [];

export const dayOf = (month: SlotMonth | undefined, date: string | undefined): SlotDay | undefined =>
  month?.days.find((day) => day.date === date);

export const firstFreeDay = (month: SlotMonth): SlotDay | undefined => month.days.find((day) => freeTimesOf(day).length > 0);

/** Where the next free times after a day are: in this month, else where the server says, else earlier in this month. */
export function nextFreeAfter(month: SlotMonth, date: string | undefined): { readonly date: string; readonly month: string; readonly name: string } | null {
  const free = month.days.filter((day) => freeTimesOf(day).length > 0 && day.date !== date);
  const day = free.find((candidate) => !date || candidate.date > date) ?? (month.nextFree ? undefined : free[0]);
  return day ? { date: day.date, month: month.month, name: day.name } : month.nextFree;
}

/** The month cut into weeks, starting on the language's first weekday. */
export function weeksOf(month: SlotMonth): readonly Week[] {
  const [year = 1970, number = 1] = month.month.split('-').map(Number);
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const firstDay = new Date(Date.UTC(year, number - 1, 1)).getUTCDay() || 7;
  const offset = (firstDay - month.firstWeekday + 7) % 7;
  const cells: (DayCell | undefined)[] = Array.from({ length: offset }, () => undefined);
  for (let day = 1; day <= length; day += 1) cells.push(cellOf(month, day, (offset + day - 1) % 7));
  while (cells.length % 7 > 0) cells.push(undefined);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

function cellOf(month: SlotMonth, dayOfMonth: number, column: number): DayCell {
  const date = `${month.month}-${String(dayOfMonth).padStart(2, '0')}`;
  const day = dayOf(month, date);
  const weekday = month.weekdays[column];
  return {
    date,
    dayOfMonth,
    name: day?.name ?? `${weekday?.long ?? ''} ${dayOfMonth} ${month.monthName}`,
    weekday: day?.weekday ?? weekday?.short ?? '',
    freeCount: freeTimesOf(day).length,
    isToday: date === month.today,
    isPast: date < month.today,
  };
}

export function findTime(month: SlotMonth | undefined, startsAt: string | undefined): DayTime | undefined {
  for (const day of month?.days ?? []) {
    const time = day.times.find((candidate) => candidate.startsAt === startsAt);
    if (time) return { day, time };
  }
  return undefined;
}

/** Start times that became free, were taken or appeared between two answers for the same question. */
export function changedTimes(before: SlotMonth, after: SlotMonth): ReadonlySet<string> {
  const were = new Map(before.days.flatMap((day) => day.times).map((time) => [time.startsAt, time.free]));
  return new Set(after.days.flatMap((day) => day.times)
    .filter((time) => were.get(time.startsAt) !== time.free).map((time) => time.startsAt));
}

/** Whether a live message about these instants can concern the shown month; a day of slack covers every zone. */
export function touchesMonth(month: SlotMonth, from: string | null, until: string | null): boolean {
  const [year = 1970, number = 1] = month.month.split('-').map(Number);
  const day = 86_400_000;
  const starts = Date.UTC(year, number - 1, 1) - day;
  const ends = Date.UTC(year, number, 1) + day;
  return (!from || Date.parse(from) < ends) && (!until || Date.parse(until) > starts);
}
