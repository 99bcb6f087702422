/** Days since 1970-01-01 of the civil calendar, whatever the zone. */
export type EpochDay = number;

export const MINUTE = 60_000;
export const DAY = 86_400_000;

const writtenDate = /^(?:19[7-9]\d|20\d\d|21\d\d|2200)-\d\d-\d\d$/;

/** Reads `YYYY-MM-DD`, 1970 to 2200; undefined when it is written otherwise or no such day exists. */
export function parseDate(text: string): EpochDay | undefined {
  if (!writtenDate.test(text)) return undefined;
  const day = Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8))) / DAY;
  return formatDate(day) === text ? day : undefined;
}

/** Integer arithmetic, ten times as fast as a `Date`: free times ask for every day's date. */
export function formatDate(day: EpochDay): string {
  // Counted from 1 March of year 0, so that the leap day is the last of its year, in cycles of 400 years.
  const shifted = day + 719_468;
  const cycle = Math.floor(shifted / 146_097);
  const dayOfCycle = shifted - cycle * 146_097;
  const leaps = Math.floor(dayOfCycle / 1460) - Math.floor(dayOfCycle / 36_524) + Math.floor(dayOfCycle / 146_096);
  const yearOfCycle = Math.floor((dayOfCycle - leaps) / 365);
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0);
  return `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
}

/** `2026-11-27T12:30:00.000Z`, as a `Date` writes it but several times as fast: a month of free times has hundreds. */
export function isoOf(instant: number): string {
  const day = Math.floor(instant / DAY);
  const left = instant - day * DAY;
  // Whole minutes of years with four digits, which is nearly all there is; a `Date` knows the rest.
  if (left % MINUTE !== 0 || day < 0 || day > 84_005) return new Date(instant).toISOString();
  const minute = left / MINUTE;
  const hour = Math.floor(minute / 60);
  return `${lastDate(day)}T${twoDigits(hour)}:${twoDigits(minute - hour * 60)}:00.000Z`;
}

let dayKnown = NaN;
let dateKnown = '';

/** The times of a day are written one after the other. */
function lastDate(day: EpochDay): string {
  if (day !== dayKnown) {
    dateKnown = formatDate(day);
    dayKnown = day;
  }
  return dateKnown;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}

/** The date so many days later, or earlier when negative. */
export function addDays(day: EpochDay, days: number): EpochDay {
  return day + days;
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(day: EpochDay): number {
  // Day 0 was a Thursday; the second remainder keeps days before 1970 positive.
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
