import { DAY, formatDate, parseDate, type EpochDay } from './civil-time.ts';
import { momentIn, shortDate, spokenLocales } from './moments.ts';
import { zoneOf } from './zones.ts';

/** The civil date on the clocks of a zone. */
export const todayIn = (timeZone: string, now: number): string => formatDate(zoneOf(timeZone).civilOf(now).day);

/** The date so many days later; `date` must be a civil date. */
export const dateAfter = (date: string, days: number): string => formatDate(dayOf(date) + days);

/** How many days from one civil date to another; negative when the other is earlier. */
export const daysBetween = (from: string, until: string): number => dayOf(until) - dayOf(from);

/** `Friday 27 November 2026` */
export const dateLabel = (date: string, lang: string): string => momentIn({ instant: dayOf(date) * DAY + DAY / 2, timeZone: 'UTC', locale: lang }).date;

/** `27 Nov 2026`, for columns. */
export const shortDateLabel = (date: string, lang: string): string => shortDate(dayOf(date), lang, 'column');

/** As people say a day: `today`, `tomorrow`, `Friday` within a week, then `27 November`, with the year only where it is another. */
export function dayLabel(date: string, today: string, lang: string): string {
  const days = daysBetween(today, date);
  if (Math.abs(days) <= 1) return daysLabel(days, lang);
  return shortDate(dayOf(date), lang, days > 0 && days < 7 ? 'weekday' : date.slice(0, 4) === today.slice(0, 4) ? 'day' : 'year');
}

const formats = new Map<string, Intl.RelativeTimeFormat>();

/** `today`, `in 3 days`, `2 days ago`. */
export function daysLabel(days: number, lang: string): string {
  const format = formats.get(lang) ?? new Intl.RelativeTimeFormat(spokenLocales(lang), { numeric: 'auto' });
  if (formats.size < 100) formats.set(lang, format);
  return format.format(days, 'day');
}

function dayOf(date: string): EpochDay {
  const day = parseDate(date);
  if (day === undefined) throw new RangeError(`${date} is not a civil date.`);
  return day;
}
