import { DAY, weekdayOf } from '../domain/civil-time.ts';
import { spokenLocales } from '../domain/moments.ts';

/** Every word and number of a month of slots. Made here, once per language: making Intl formatters is slow on phones. */
export interface SlotLabels {
  dayName(day: number): string;
  weekdayName(day: number): string;
  monthName(day: number): string;
  time(minute: number): string;
  readonly weekdays: readonly { readonly short: string; readonly long: string }[];
  /** 1 (Monday) to 7. */
  readonly firstWeekday: number;
}

const known = new Map<string, SlotLabels>();
const mostKnown = 100;

export function slotLabels(lang: string): SlotLabels {
  const found = known.get(lang);
  if (found) return found;
  const made = makeLabels(lang);
  if (known.size >= mostKnown) known.delete(known.keys().next().value as string);
  known.set(lang, made);
  return made;
}

const monday = 4; // 1970-01-05

function makeLabels(lang: string): SlotLabels {
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(spokenLocales(lang), { ...options, timeZone: 'UTC', calendar: 'gregory' });
  const named = { day: format({ weekday: 'long', day: 'numeric', month: 'long' }), month: format({ month: 'long', year: 'numeric' }), short: format({ weekday: 'short' }), long: format({ weekday: 'long' }), time: format({ timeStyle: 'short' }) };
  const days = new Map<number, string>();
  const times = new Map<number, string>();
  const weekdayNames = new Map<number, string>();
  const months = new Map<number, string>();
  const firstWeekday = firstDayOfWeek(lang);
  // ICU puts a comma after an English weekday or not, by version; German wants it.
  const withoutComma = (name: string): string => /^en\b/i.test(lang) ? name.replace(/^([A-Za-z]+), (?=\d)/, '$1 ') : name;
  const remembered = (memory: Map<number, string>, key: number, make: () => string): string => {
    const text = memory.get(key) ?? make();
    if (memory.size < 5000) memory.set(key, text);
    return text;
  };
  return {
    dayName: (day) => remembered(days, day, () => withoutComma(named.day.format(day * DAY))),
    weekdayName: (day) => remembered(weekdayNames, weekdayOf(day), () => named.short.format(day * DAY)),
    monthName: (day) => remembered(months, day, () => named.month.format(day * DAY)),
    time: (minute) => remembered(times, minute, () => named.time.format(minute * 60_000)),
    weekdays: Array.from({ length: 7 }, (_, index) => {
      const day = (monday + firstWeekday - 1 + index) * DAY;
      return { short: named.short.format(day), long: named.long.format(day) };
    }),
    firstWeekday,
  };
}

function firstDayOfWeek(lang: string): number {
  const locale = new Intl.Locale(spokenLocales(lang)[0] ?? 'en-GB');
  const info = (locale as { getWeekInfo?(): { firstDay: number } }).getWeekInfo?.();
  return info?.firstDay ?? 1;
}

/** When the day turns: people say afternoon from noon, evening from five. */
export const partOfDay = (minute: number): 'morning' | 'afternoon' | 'evening' => minute < 720 ? 'morning' : minute < 1020 ? 'afternoon' : 'evening';

