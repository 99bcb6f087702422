import { parseDate } from './civil-time.ts';
import { zoneOf } from './zones.ts';

/** When people read their mail: 09:00 on the business's clock. */
const morning = 9 * 60;

/** That morning, so many civil days after a date: never by adding 24 hours, since a day may have 23 or 25. */
export function morningAfter(date: string, days: number, timeZone: string): number {
  const day = parseDate(date);
  if (day === undefined) throw new RangeError(`${date} is not a civil date.`);
  return zoneOf(timeZone).instantAtOrAfter(day + days, morning);
}
