import type { BookingStart } from '@portico/contract/bookings/booking-start.ts';
import type { Booking } from '@portico/contract/bookings/booking.ts';
import type { SlotMonth } from '@portico/contract/bookings/slots.ts';

/** The samples as the server would label them in another language; names that an owner gives stay as they are. */
const format = (lang: string, options: Intl.DateTimeFormatOptions) => {
  const made = new Intl.DateTimeFormat(lang, { ...options, timeZone: 'UTC' });
  return (moment: string): string => made.format(new Date(moment));
};
const asLabel = (clock: string): string => `2026-11-21T${clock}:00Z`;

export function monthIn(lang: string | undefined, month: SlotMonth): SlotMonth {
  if (!lang || lang === 'en') return month;
  const [day, name, short, long, time] = [
    format(lang, { weekday: 'long', day: 'numeric', month: 'long' }), format(lang, { month: 'long', year: 'numeric' }),
    format(lang, { weekday: 'short' }), format(lang, { weekday: 'long' }), format(lang, { timeStyle: 'short' }),
  ];
  const firstWeekday = { ar: 6, pt: 7 }[lang.slice(0, 2)] ?? 1;
  return {
    ...month, firstWeekday, monthName: name(`${month.month}-01`),
    // 5 January 1970 was a Monday.
    weekdays: Array.from({ length: 7 }, (_, index) => `1970-01-${String(4 + firstWeekday + index).padStart(2, '0')}`).map((date) => ({ short: short(date), long: long(date) })),
    days: month.days.map((one) => ({
      ...one, name: day(one.date), weekday: short(one.date), times: one.times.map((slot) => ({ ...slot, label: time(asLabel(slot.label)) })),
    })),
    nextFree: month.nextFree && { ...month.nextFree, name: day(month.nextFree.date) },
  };
}

export const startIn = (lang: string | undefined, start: BookingStart): BookingStart =>
  ({ ...start, month: start.month && monthIn(lang, start.month) });

export function bookingIn(lang: string | undefined, booking: Booking): Booking {
  if (!lang || lang === 'en') return booking;
  const [date, time] = [format(lang, { dateStyle: 'full' }), format(lang, { timeStyle: 'short' })];
  const { when } = booking;
  return { ...booking, when: { ...when, date: date(booking.startsAt), time: time(asLabel(when.time)), endTime: time(asLabel(when.endTime)), relativeDay: null } };
}
