import { DAY, MINUTE } from './civil-time.ts';
import { cityIn } from './zone-cities.ts';
import { zoneOf } from './zones.ts';

/**
 * How every channel (page, mail, SMS, calendar) says a time, so that they cannot disagree.
 * The zone and the language are arguments; the machine's own never matter.
 */

export interface Place {
  /** IANA name. */
  readonly timeZone: string;
  /** BCP 47 tag; plain `en` speaks like `en-GB`: day before month, 24 hours. */
  readonly locale: string;
}

export interface Moment {
  /** `Friday 27 November 2026` */
  readonly date: string;
  /** `14:30`, or `14:30 – 15:15` for a range. */
  readonly time: string;
  /** `Johannesburg (GMT+2)` */
  readonly zone: string;
  /** All of it on one line, for subjects and SMS. */
  readonly text: string;
}

export function momentIn({ instant, timeZone, locale }: Place & { readonly instant: number }): Moment {
  return moment(
    dateInWords(instant, timeZone, locale),
    timeOfDay(instant, timeZone, locale),
    zoneLabel(timeZone, instant, locale),
    locale,
  );
}

/** The date is the one it starts on; another day at the end is named, and so is a change of the clock in between. */
export function momentRange(range: Place & { readonly startsAt: number; readonly endsAt: number }): Moment {
  const { startsAt, endsAt, timeZone, locale } = range;
  const startDate = dateInWords(startsAt, timeZone, locale);
  const endDate = dateInWords(endsAt, timeZone, locale);
  const endTime = timeOfDay(endsAt, timeZone, locale);
  const end = endDate === startDate ? endTime : `${endDate}, ${endTime}`;
  const offsets = new Set([offsetLabel(timeZone, startsAt, locale), offsetLabel(timeZone, endsAt, locale)]);
  return moment(
    startDate,
    `${timeOfDay(startsAt, timeZone, locale)} – ${end}`,
    named(timeZone, [...offsets].join(' → '), locale),
    locale,
  );
}

/** `Johannesburg (GMT+2)`: the city people know and the offset that holds at that instant. */
export function zoneLabel(timeZone: string, instant: number, locale: string): string {
  const offset = zoneOf(timeZone).offsetAt(instant);
  return remembered(`zone ${locale} ${timeZone} ${offset}`, () => named(timeZone, offsetLabel(timeZone, instant, locale), locale));
}

function named(timeZone: string, offset: string, locale: string): string {
  if (/^(?:Etc\/)?(?:UTC|UCT|GMT|Zulu|Universal|Greenwich)$/i.test(timeZone)) return 'UTC';
  const city = cityOf(timeZone, locale);
  return city ? `${city} (${offset})` : offset;
}

function moment(date: string, time: string, zone: string, locale: string): Moment {
  return { date, time, zone, text: [date, time, zone].join(/^ar\b/i.test(locale) ? '، ' : ', ') };
}

/** Browsers still report the names that the IANA list has retired. */
const newNames: Readonly<Record<string, string>> = {
  Calcutta: 'Kolkata', Katmandu: 'Kathmandu', Kiev: 'Kyiv', Rangoon: 'Yangon', Saigon: 'Ho Chi Minh City',
  Dacca: 'Dhaka', Thimbu: 'Thimphu', Godthab: 'Nuuk', Faeroe: 'Faroe', Macao: 'Macau', Ujung_Pandang: 'Makassar',
};

function cityOf(timeZone: string, locale: string): string {
  if (/^(?:Etc\/|GMT|[+-])/i.test(timeZone)) return '';
  const city = timeZone.split('/').at(-1) ?? '';
  return cityIn(locale, city) ?? newNames[city] ?? city.replaceAll('_', ' ');
}

function offsetLabel(timeZone: string, instant: number, locale: string): string {
  const offset = zoneOf(timeZone).offsetAt(instant);
  return remembered(`offset ${locale} ${timeZone} ${offset}`, () => {
    const format = cachedFormat('offset', locale, timeZone, { timeZoneName: 'shortOffset' });
    const label = format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
    return label === 'GMT+0' ? 'GMT' : label;
  });
}

/** ICU puts a comma after an English weekday or not, by version; a date must not change with the machine. */
function dateInWords(instant: number, timeZone: string, locale: string): string {
  const { day } = zoneOf(timeZone).civilOf(instant);
  return remembered(`date ${locale} ${day}`, () => {
    const parts: Options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
    const date = cachedFormat('date', locale, 'UTC', parts).format(day * DAY);
    return /^en\b/i.test(locale) ? date.replace(/^([A-Za-z]+), (?=\d)/, '$1 ') : date;
  });
}

const shortForms = {
  column: { day: 'numeric', month: 'short', year: 'numeric' }, weekday: { weekday: 'long' },
  day: { day: 'numeric', month: 'long' }, year: { day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<string, Options>;

/** A civil day in fewer words. */
export const shortDate = (day: number, locale: string, form: keyof typeof shortForms): string =>
  remembered(`${form} ${locale} ${day}`, () => cachedFormat(form, locale, 'UTC', shortForms[form]).format(day * DAY));

export function timeOfDay(instant: number, timeZone: string, locale: string): string {
  const { minute } = zoneOf(timeZone).civilOf(instant);
  return remembered(`time ${locale} ${minute}`, () => cachedFormat('time', locale, 'UTC', { timeStyle: 'short' }).format(minute * MINUTE));
}

/** Formatting costs a hundred times the lookup, and a page says the same few days and times over and over. */
const said = new Map<string, string>();
const saidLimit = 20_000;

function remembered(key: string, say: () => string): string {
  const known = said.get(key);
  if (known !== undefined) return known;
  const text = say();
  if (said.size >= saidLimit) said.clear();
  said.set(key, text);
  return text;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const formatLimit = 300;

type Options = Intl.DateTimeFormatOptions;

/** Making one costs far more than using it. The least recently used goes, so zones from outside cannot fill memory. */
function cachedFormat(kind: string, locale: string, timeZone: string, options: Options): Intl.DateTimeFormat {
  const key = `${kind} ${locale} ${timeZone}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(spokenLocales(locale), { ...options, timeZone, calendar: 'gregory' });
  formats.delete(key);
  formats.set(key, format);
  if (formats.size > formatLimit) formats.delete(formats.keys().next().value ?? key);
  return format;
}

/** A language that ICU does not know speaks English too, instead of the machine's language. */
export function spokenLocales(locale: string): string[] {
  return locale === 'en' ? ['en-GB'] : [locale, 'en-GB'];
}
