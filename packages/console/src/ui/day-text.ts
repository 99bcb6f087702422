import { addDays } from './civil-time.ts';
import { gregorian as written, theHouse, today } from './formats.ts';

/** Days as people write them in the business's language. What is shown can be typed over, and is read back. */

export interface DayLimits {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

type Field = 'day' | 'month' | 'year';

export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))) === text;

/** `Thu, 26 Nov 2026`; what is no day stays as it was typed. */
export function dayText(day: string): string {
  return isDay(day) ? written({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(instant(day)) : day;
}

/** `26 Nov 2026`, to show what can be typed. */
export const dayExample = (): string => written({ day: 'numeric', month: 'short', year: 'numeric' }).format(instant(today()));

/** What is wrong with a day, as a sentence; empty when it is fine. */
export function dayTrouble(text: string, { min, max }: DayLimits = {}): string {
  if (text.trim() === '') return 'Choose a day.';
  if (!isDay(text)) return `This is no day we can read. Type it like ${dayExample()}.`;
  if (min && text < min) return `Choose ${dayText(min)} or later.`;
  return max && text > max ? `Choose ${dayText(max)} or earlier.` : '';
}

/** `26/11`, `26 nov`, `2026-11-26`, `tomorrow`, `26`: numbers in the order of the business's language. Undefined: not understood. */
export function dayFrom(text: string, { min }: DayLimits = {}): string | undefined {
  const typed = plain(text);
  const relative = new Intl.RelativeTimeFormat(theHouse().lang, { numeric: 'auto' });
  const near = [0, 1, -1].find((days) => plain(relative.format(days, 'day')) === typed);
  if (near !== undefined) return addDays(today(), near);
  const bare = withoutWeekday(typed);
  const numbers = (bare.match(/\d+/g) ?? []).map(Number);
  const month = monthIn(bare) ?? monthIn(typed);
  if (month === undefined && monthNames(1).length > 0 && /\p{L}{3,}/u.test(bare)) return undefined;
  return nearest(possible(numbers, month), min);
}

/** Every day that the numbers can mean; a year that nobody typed is last, this or next year. */
function possible(numbers: readonly number[], month: number | undefined): readonly string[] {
  const [thisYear = 0, thisMonth = 0] = today().split('-').map(Number);
  const [first = 0, second = 0, third = 0] = numbers;
  const years = [thisYear - 1, thisYear, thisYear + 1];
  if (month !== undefined && numbers.length === 1) return years.flatMap((year) => dayOf(year, month, first) ?? []);
  if (month !== undefined && numbers.length === 2) return first > 31 ? list(dayOf(first, month, second)) : list(dayOf(longYear(second), month, first));
  if (month !== undefined) return [];
  if (numbers.length === 1) return [-1, 0, 1].flatMap((step) => dayOf(thisYear + Math.floor((thisMonth - 1 + step) / 12), ((thisMonth - 1 + step + 12) % 12) + 1, first) ?? []);
  const order = fieldOrder();
  const at = (field: Field, among: readonly Field[]): number => numbers[among.indexOf(field)] ?? 0;
  if (numbers.length === 2) {
    const short = order.filter((field) => field !== 'year');
    return years.flatMap((year) => dayOf(year, at('month', short), at('day', short)) ?? []);
  }
  if (numbers.length !== 3) return [];
  return first > 999 ? list(dayOf(first, second, third)) : list(dayOf(longYear(at('year', order)), at('month', order), at('day', order)));
}

function nearest(days: readonly string[], min: string | undefined): string | undefined {
  const base = Date.parse(today());
  const far = (day: string): number => Math.abs(Date.parse(day) - base) + (min && day < min ? 1e15 : 0);
  return [...days].sort((a, b) => far(a) - far(b))[0];
}

function withoutWeekday(typed: string): string {
  const names = [0, 1, 2, 3, 4, 5, 6].flatMap((day) => (['long', 'short'] as const).map((weekday) => plain(written({ weekday }).format(instant(addDays('2024-01-01', day))))));
  const name = names.sort((a, b) => b.length - a.length).find((each) => typed.startsWith(each) || typed.endsWith(each));
  return name ? typed.replace(name, ' ') : typed;
}

function monthIn(typed: string): number | undefined {
  const words = typed.replaceAll('.', '').match(/[\p{L}\p{M}]+/gu) ?? [];
  // Hebrew writes `in` and the month as one word, so a name may also be a word's end.
  const means = (word: string, name: string): boolean => word === name || (word.length > 2 && name.startsWith(word)) || (name.length > 2 && word.endsWith(name));
  return Array.from({ length: 12 }, (_, index) => index + 1).find((month) => monthNames(month).some((name) => words.some((word) => means(word, name))));
}

/** A month's names, also as they stand beside a day; none in languages that number their months. */
function monthNames(month: number): readonly string[] {
  const at = instant(`2024-${String(month).padStart(2, '0')}-15`);
  return (['long', 'short'] as const).flatMap((form) => [written({ month: form }), written({ day: 'numeric', month: form, year: 'numeric' })])
    .map((format) => plain(format.formatToParts(at).find(({ type }) => type === 'month')?.value ?? '')).filter((name) => !/\d/.test(name)).map((name) => name.replace(/[^\p{L}\p{M}]/gu, '')).filter((name) => name !== '');
}

function fieldOrder(): readonly Field[] {
  return written({ day: 'numeric', month: 'numeric', year: 'numeric' }).formatToParts(0).map(({ type }) => type).filter((type): type is Field => type === 'day' || type === 'month' || type === 'year');
}

const plain = (text: string): string => text.trim().toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '');
const longYear = (year: number): number => (year < 100 ? 2000 + year : year);
const list = (day: string | undefined): readonly string[] => (day ? [day] : []);
const instant = (day: string): number => Date.parse(`${day}T12:00:00Z`);

/** A day that exists. */
function dayOf(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return undefined;
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 ? at.toISOString().slice(0, 10) : undefined;
}
