import type { Calendar } from '@portico/contract/bookings/calendar.ts';
import { shortDay, time, timeRange } from '../ui/formats.ts';
import { statusWords } from './booking-words.ts';
import type { CalendarItem, CalendarMode, Column } from './calendar-layout.ts';

/** What a screen reader says: it begins as what is written there does (WCAG 2.5.3). */
export function itemWords(item: CalendarItem, calendar?: Calendar): string {
  const provider = calendar?.providers.find(({ id }) => id === item.providerId)?.name;
  const withWhom = provider ? `, ${provider}` : '';
  if (item.kind === 'block') return `${item.block.note || 'Blocked'}, blocked, ${timeRange(item.startsAt, item.endsAt)}${withWhom}`;
  const { clientName, serviceName, status } = item.booking;
  return `${clientName}, ${time(item.startsAt)} ${serviceName}, until ${time(item.endsAt)}${withWhom}${status === 'confirmed' ? '' : `, ${statusWords[status].toLowerCase()}`}`;
}

export function columnWords(column: Column, calendar: Calendar | undefined, mode: CalendarMode): string {
  if (mode === 'week') return shortDay(column.date);
  return calendar?.providers.find(({ id }) => id === column.providerId)?.name ?? '';
}

const wordsOf = (name: string): readonly string[] => name.trim().split(/\s+/);
const firstLetter = (word: string): string => [...word][0] ?? '';

/** `Thandi M.`: still a person where the whole name has no room. */
export function shortName(name: string): string {
  const [first = '', ...rest] = wordsOf(name);
  const last = rest.at(-1);
  return last ? `${first} ${firstLetter(last)}.` : first;
}

/** `TM`; of a single word its first two letters. */
export function initialsOf(name: string): string {
  const words = wordsOf(name);
  const letters = words.length > 1 ? firstLetter(words[0] ?? '') + firstLetter(words.at(-1) ?? '') : [...(words[0] ?? '')].slice(0, 2).join('');
  return letters.toLocaleUpperCase();
}
