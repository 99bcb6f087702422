import type { SlotDay, SlotMonth, SlotTime } from '@portico/contract/bookings/slots.ts';
import { formatDate, isoOf, parseDate } from '../domain/civil-time.ts';
import { zoneLabel } from '../domain/moments.ts';
import type { Zone } from '../domain/zones.ts';
import type { ProviderTimes } from './free-times.ts';
import { partOfDay, slotLabels } from './slot-labels.ts';

export interface MonthView {
  readonly serviceId: string;
  readonly providerId: string | null;
  /** `2026-11`. */
  readonly month: string;
  /** The zone in which days and times are shown. */
  readonly zone: Zone;
  readonly lang: string;
  readonly now: number;
  /** The last epoch day (shown zone) that may be booked. */
  readonly lastDay: number;
  readonly nextFree: number | undefined;
  /** The present time of the booking that is being moved. */
  readonly ownStart?: number | undefined;
}

/** The first and last epoch day of a month. */
export function daysOfMonth(month: string): { first: number; last: number } {
  const first = parseDate(`${month}-01`) ?? 0;
  return { first, last: first + new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate() - 1 };
}

export const monthOf = (day: number): string => formatDate(day).slice(0, 7);

/** Arranges start times as a month of days, every label written. */
export function toSlotMonth(view: MonthView, times: readonly ProviderTimes[]): SlotMonth {
  const { zone, month, now } = view;
  const labels = slotLabels(view.lang);
  const { first, last } = daysOfMonth(month);
  const byDay = timesByDay(view, times);
  const today = zone.civilOf(now).day;
  const days: SlotDay[] = [];
  for (let day = first; day <= last; day += 1) {
    days.push({ date: formatDate(day), name: labels.dayName(day), weekday: labels.weekdayName(day), dayOfMonth: day - first + 1, times: byDay.get(day) ?? [] });
  }
  const middle = zone.instantAtOrAfter(Math.max(first, today), 720);
  return {
    serviceId: view.serviceId, providerId: view.providerId, month, monthName: labels.monthName(first), weekdays: [...labels.weekdays], firstWeekday: labels.firstWeekday,
    today: formatDate(today), timeZone: zone.name, timeZoneLabel: zoneLabel(zone.name, middle, view.lang), days,
    nextFree: view.nextFree === undefined ? null : dayOfNext(view, view.nextFree),
    previousMonth: first > today ? monthOf(first - 1) : null,
    nextMonth: last < view.lastDay ? monthOf(last + 1) : null,
  };
}

function dayOfNext({ zone, lang }: MonthView, instant: number): { date: string; month: string; name: string } {
  const { day } = zone.civilOf(instant);
  return { date: formatDate(day), month: monthOf(day), name: slotLabels(lang).dayName(day) };
}

function timesByDay({ zone, lang, month, ownStart }: MonthView, providers: readonly ProviderTimes[]): Map<number, SlotTime[]> {
  const labels = slotLabels(lang);
  const { first, last } = daysOfMonth(month);
  const merged = new Map<number, string[]>();
  for (const { providerId, times } of providers) {
    for (const { startsAt, free } of times) {
      const who = merged.get(startsAt);
      if (!who) merged.set(startsAt, free ? [providerId] : []);
      else if (free) who.push(providerId);
    }
  }
  // Shown even where nothing could start any more, because hours have changed since.
  if (ownStart !== undefined) merged.set(ownStart, []);
  const byDay = new Map<number, SlotTime[]>();
  for (const startsAt of [...merged.keys()].sort((a, b) => a - b)) {
    const { day, minute } = zone.civilOf(startsAt);
    if (day < first || day > last) continue;
    const providerIds = merged.get(startsAt) ?? [];
    const time: SlotTime = { startsAt: isoOf(startsAt), label: labels.time(minute), free: providerIds.length > 0, providerIds, part: partOfDay(minute) };
    if (startsAt === ownStart) time.own = true;
    const times = byDay.get(day);
    if (times) times.push(time);
    else byDay.set(day, [time]);
  }
  return byDay;
}

