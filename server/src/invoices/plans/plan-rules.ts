import type { PlanInterval } from '@portico/contract/invoices/plans.ts';
import { formatDate, parseDate } from '../../domain/civil-time.ts';
import { zoneOf } from '../../domain/zones.ts';

export interface Rhythm {
  readonly interval: PlanInterval;
  readonly every: number;
}

export interface Schedule extends Rhythm {
  readonly startsOn: string;
  /** Day of the month, for months and longer; a shorter month ends before it. */
  readonly anchorDay: number;
}

const monthsIn: Readonly<Record<Exclude<PlanInterval, 'week'>, number>> = { month: 1, quarter: 3, year: 12 };

/** How many months a period has; 0 for weeks. */
export const monthsOf = ({ interval, every }: Rhythm): number => (interval === 'week' ? 0 : monthsIn[interval] * every);

/**
 * The first day of a period. Counted from the start each time and never from the period before it, so that a short
 * month moves no later one: 31 January, 28 February, 31 March.
 */
export function periodStart(schedule: Schedule, period: number): string {
  const start = parseDate(schedule.startsOn);
  if (start === undefined) throw new RangeError(`${schedule.startsOn} is not a civil date.`);
  if (schedule.interval === 'week') return formatDate(start + 7 * schedule.every * period);
  const months = Number(schedule.startsOn.slice(0, 4)) * 12 + Number(schedule.startsOn.slice(5, 7)) - 1 + monthsOf(schedule) * period;
  return dayIn(Math.floor(months / 12), (months % 12) + 1, schedule.anchorDay);
}

/** That day of a month, or the last that it has. */
function dayIn(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${String(month).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`;
}

/** May a subscription that starts on this day be anchored there? The 31st may start on 28 February, the 15th may not. */
export const isAnchor = (startsOn: string, anchorDay: number): boolean => dayIn(Number(startsOn.slice(0, 4)), Number(startsOn.slice(5, 7)), anchorDay) === startsOn;

/** The first period, from this one on, that begins on or after a day. */
export function periodFrom(schedule: Schedule, from: number, day: string): number {
  let period = from;
  while (periodStart(schedule, period) < day) period += 1;
  return period;
}

const issueMinute = 8 * 60;
const chargeMinute = 9 * 60;
const at = (date: string, minute: number, timeZone: string): number => zoneOf(timeZone).instantAtOrAfter(parseDate(date) ?? 0, minute);

/** Invoices are made at 08:00 on the business's clock: letters about money come by day. */
export const issueAt = (date: string, timeZone: string): number => at(date, issueMinute, timeZone);
/** An hour later what is due is charged, so that the letter is there first. */
export const chargeAt = (date: string, timeZone: string): number => at(date, chargeMinute, timeZone);

/** Days between an announcement and the charge. */
export const noticeDays = 7;
/** At least so many after a letter that names another amount than the client knew. */
export const surpriseDays = 3;

/**
 * Is an automatic charge announced beforehand? Another amount than the client was last told of: always. The same amount:
 * only where three months or more lie between two charges, since nobody keeps a yearly one in mind. A monthly charge that
 * never changes would only teach people not to read.
 */
export const needsNotice = (rhythm: Rhythm, amountMinor: number, knownMinor: number | null): boolean => amountMinor !== knownMinor || monthsOf(rhythm) >= 3;
