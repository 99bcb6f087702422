import type { Dictionary } from '../base/localize.ts';
import type { answersMessages } from './answers-messages.ts';
import type { appointmentsMessages } from './appointments-messages.ts';
import type { cardMessages } from './card-messages.ts';
import type { zoneMessages } from './zone-messages.ts';

const firstMessages = {
  minutes: '{count}\u00a0min',
  withProvider: '{provider} {name}',
  withAnyone: '{provider} anyone',
  changeService: '{name}. Change what you book',
  changeProvider: '{name}. Change who you see',
  days: 'Days of {month}',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  today: 'Today',
  dayFree: '{day}, {free}',
  todayFree: '{day}, today, {free}',
  'freeTimes': '{count} times available',
  'freeTimes.one': '1 time available',
  noneFree: 'no times available',
  nextFree: 'Next free: {day}',
  moreTimes: 'More times',
  showAll: 'Show everything',
  monthEmpty: 'No free times in {month}.',
  nothingFree: 'No free times at the moment. Please look again later.',
  dayEmpty: 'No free times on this day.',
  monthLoaded: '{month}. {days}',
  'freeDays': '{count} days with free times',
  'freeDays.one': '1 day with free times',
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
  timesChanged: 'The free times have changed.',
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
  signIn: 'Sign in',
  signInToSee: 'Sign in to see this {booking}.',
} as const;

export type FirstMessage = keyof typeof firstMessages;
export type ListMessage = keyof typeof appointmentsMessages;
export type LaterMessage = keyof typeof answersMessages | keyof typeof cardMessages | keyof typeof zoneMessages;
/** Keys are stable: translations and owners refer to them. */
export type BookingsMessage = FirstMessage | ListMessage | LaterMessage;

/** Every word of `<portal-bookings>`. Those of a view that comes later are added when it arrives. */
export const bookingsDictionary: Dictionary<BookingsMessage, FirstMessage> = {
  name: 'bookings',
  english: { ...firstMessages } as Record<BookingsMessage, string>,
  others: {
    ar: () => import('./locales/ar.ts'),
    de: () => import('./locales/de.ts'),
    es: () => import('./locales/es.ts'),
    fr: () => import('./locales/fr.ts'),
    pt: () => import('./locales/pt.ts'),
  },
  // The list of who is signed in; then all that only an act shows.
  later: [
    {
      ar: () => import('./locales/list-ar.ts'),
      de: () => import('./locales/list-de.ts'),
      es: () => import('./locales/list-es.ts'),
      fr: () => import('./locales/list-fr.ts'),
      pt: () => import('./locales/list-pt.ts'),
    },
    {
      ar: () => import('./locales/later-ar.ts'),
      de: () => import('./locales/later-de.ts'),
      es: () => import('./locales/later-es.ts'),
      fr: () => import('./locales/later-fr.ts'),
      pt: () => import('./locales/later-pt.ts'),
    },
  ],
};
