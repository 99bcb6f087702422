import type { SlotDay, SlotMonth } from '@portico/contract/bookings/slots.ts';
import { freeTimesOf, type DayTime } from './slot-month.ts';

/** `Friday`. */
export function weekdayOf(month: SlotMonth, { date, weekday }: SlotDay): string {
  const number = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  return month.weekdays[(number - month.firstWeekday + 7) % 7]?.long ?? weekday;
}

/** The free times closest to an instant, in the order of the clock. */
export function nearestFree(month: SlotMonth, startsAt: string, count = 3): readonly DayTime[] {
  const distance = ({ time }: DayTime): number => Math.abs(Date.parse(time.startsAt) - Date.parse(startsAt));
  return month.days
    .flatMap((day) => freeTimesOf(day).map((time) => ({ day, time })))
    .sort((one, other) => distance(one) - distance(other))
    .slice(0, count)
    .sort((one, other) => Date.parse(one.time.startsAt) - Date.parse(other.time.startsAt));
}
