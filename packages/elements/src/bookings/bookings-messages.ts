import type { answersMessages } from './answers-messages.ts';
import type { appointmentsMessages } from './appointments-messages.ts';
import type { zoneMessages } from './zone-messages.ts';

const firstMessages = {
  minutes: '{count} min',
  withProvider: '{provider} {name}',
  withAnyone: '{provider} anyone free',
  changeService: '{name}. Change what you book',
  changeProvider: '{name}. Change who you see',
  days: 'Days of {month}',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  today: 'Today',
  isToday: 'today',
  oneFree: '1 time available',
  someFree: '{count} times available',
  noneFree: 'no times available',
  nextFree: 'Next free: {day}',
  monthEmpty: 'No free times in {month}.',
  nothingFree: 'No free times at the moment. Please look again later.',
  dayEmpty: 'No free times on this day.',
  monthLoaded: '{month}. {days}',
  oneDay: '1 day with free times',
  someDays: '{count} days with free times',
  timesOn: 'Times on {day}',
  morning: 'Morning',
  afternoon: 'Afternoon',
  evening: 'Evening',
  available: '{day}, {time}, available',
  taken: '{day}, {time}, taken',
  own: '{day}, {time}, your time now',
  ownTime: 'Your time now',
  timesIn: 'Times are in {zone}',
  changeZone: '{zone}. Change the time zone',
  justTaken: '{time} on {day} has just been taken.',
  notFreeForService: '{time} on {day} isn’t free for {service}.',
  timesChanged: 'The free times have changed.',
  booked: 'You’re booked',
  moved: 'Moved',
  cancelled: 'Cancelled',
  bookAnother: '{bookAction} another time',
  loading: 'Loading the free times…',
  failed: 'The free times couldn’t be loaded.',
  failedList: 'Your {bookings} couldn’t be loaded.',
  failedMonth: 'These times couldn’t be loaded.',
  offline: 'You’re offline. Free times show as soon as you’re connected again.',
  retry: 'Try again',
  asOf: 'As of {time}: newer times couldn’t be loaded.',
  noServices: 'Online booking opens soon.',
  noServicesHint: 'Nothing can be booked here yet. {business} is still setting up.',
  linkGone: 'This link doesn’t open a {booking} any more.',
  signInToSee: 'Sign in to see this {booking}.',
} as const;

/** Keys are stable: translations and owners refer to them. */
export type BookingsMessage = keyof typeof firstMessages | keyof typeof answersMessages | keyof typeof appointmentsMessages
  | keyof typeof zoneMessages;

/**
 * Every word of `<portal-bookings>`, in English. Those of a view that comes later are added when it arrives: one object
 * for all, so that a translation is found by it.
 */
export const bookingsMessages = { ...firstMessages } as Record<BookingsMessage, string>;
