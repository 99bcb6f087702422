import { decimalOf } from './amount-text.ts';
import { addDays, civilOf } from './civil-time.ts';
import { now } from './clock.ts';

/** How this business writes: its language, zone and money. Set once after sign-in. */
export interface House {
  readonly lang: string;
  readonly timeZone: string;
  readonly currency: string;
}

let house: House = { lang: 'en', timeZone: 'UTC', currency: 'EUR' };
const made = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

export function useHouse(next: House): void {
  house = { lang: next.lang, timeZone: next.timeZone, currency: next.currency };
  made.clear();
}

export const theHouse = (): House => house;
export const today = (): string => civilOf(now(), house.timeZone).date;

export function time(instant: string): string {
  return dates({ timeStyle: 'short' }).format(Date.parse(instant));
}

export const timeRange = (from: string, until: string): string => `${time(from)} – ${time(until)}`;

/** `08:30` from minutes of the day, in the business's way of writing times. */
export function minuteLabel(minute: number): string {
  return dates({ timeStyle: 'short' }, 'UTC').format((minute % 1440) * 60_000);
}

/** `Tuesday 24 November`, with the year only when it is another one. */
export function longDay(date: string): string {
  const other = date.slice(0, 4) !== today().slice(0, 4);
  return dates({ weekday: 'long', day: 'numeric', month: 'long', ...(other && { year: 'numeric' }) }, 'UTC').format(midday(date));
}

export const shortDay = (date: string): string =>
  dates({ weekday: 'short', day: 'numeric', month: 'short' }, 'UTC').format(midday(date));
export const weekdayShort = (date: string): string => dates({ weekday: 'short' }, 'UTC').format(midday(date));
export const weekdayLong = (date: string): string => dates({ weekday: 'long' }, 'UTC').format(midday(date));
export const monthName = (date: string): string => dates({ month: 'long', year: 'numeric' }, 'UTC').format(midday(date));
export const monthShort = (date: string): string => dates({ month: 'short', year: 'numeric' }, 'UTC').format(midday(date));

/** `Today`, `Tomorrow`, `Yesterday`, else the day in words. */
export function dayInWords(date: string): string {
  const base = today();
  if (date === base) return 'Today';
  if (date === addDays(base, 1)) return 'Tomorrow';
  return date === addDays(base, -1) ? 'Yesterday' : longDay(date);
}

/** `Tomorrow, 14:30` */
export function moment(instant: string): string {
  return `${dayInWords(civilOf(instant, house.timeZone).date)}, ${time(instant)}`;
}

export function shortMoment(instant: string): string {
  const { date } = civilOf(instant, house.timeZone);
  const day = date === today() ? 'Today' : shortDay(date);
  return `${day}, ${time(instant)}`;
}

/** `Today` in the middle of a sentence. */
export const inSentence = (words: string): string => words.replace(/^(?:Today|Tomorrow|Yesterday)\b/, (word) => word.toLowerCase());

export function dayOf(instant: string): string {
  return dayInWords(civilOf(instant, house.timeZone).date);
}

export function fractionDigits(currency: string = house.currency): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

export function money(amountMinor: number, currency: string = house.currency): string {
  const digits = fractionDigits(currency);
  return numbers({ style: 'currency', currency, minimumFractionDigits: amountMinor % 10 ** digits === 0 ? 0 : digits }).format(decimalOf(amountMinor, digits));
}

/** `1 h 15 min` */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  if (minutes >= 1440 && minutes % 1440 === 0) return plural(minutes / 1440, 'day');
  if (hours === 0) return `${minutes} min`;
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${numbers({}).format(count)} ${count === 1 ? one : many}`;
}

/** 1 is Monday. */
export function firstWeekday(): number {
  const locale = new Intl.Locale(house.lang) as Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
}

/** Always this calendar and these digits, so that what is shown can be read again. */
export const gregorian = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => dates({ ...options, calendar: 'gregory', numberingSystem: 'latn' }, 'UTC');

function midday(date: string): number {
  return Date.parse(`${date}T12:00:00Z`);
}

function dates(options: Intl.DateTimeFormatOptions, timeZone = house.timeZone): Intl.DateTimeFormat {
  return remember(`d${timeZone}${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(house.lang, { ...options, timeZone }));
}

function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return remember(`n${JSON.stringify(options)}`, () => new Intl.NumberFormat(house.lang, options));
}

function remember<Formatter extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => Formatter): Formatter {
  const known = made.get(key);
  if (known) return known as Formatter;
  const formatter = make();
  made.set(key, formatter);
  return formatter;
}
