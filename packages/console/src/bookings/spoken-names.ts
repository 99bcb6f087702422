import type { Calendar } from '@portico/contract/bookings.ts';
import { shortDay, timeRange } from '../ui/formats.ts';
import { statusWords } from './booking-words.ts';
import type { CalendarItem, CalendarMode, Column } from './calendar-layout.ts';

/** What a screen reader says, and what the ghost has written on it. */
export function itemWords(item: CalendarItem, calendar?: Calendar): string {
  const times = timeRange(item.startsAt, item.endsAt);
  const provider = calendar?.providers.find(({ id }) => id === item.providerId)?.name;
  const withWhom = provider ? `, ${provider}` : '';
  if (item.kind === 'block') return `${times}, blocked${item.block.note ? `: ${item.block.note}` : ''}${withWhom}`;
  const { clientName, serviceName, status } = item.booking;
  return `${times}, ${clientName}, ${serviceName}${withWhom}${status === 'confirmed' ? '' : `, ${statusWords[status].toLowerCase()}`}`;
}

export function columnWords(column: Column, calendar: Calendar | undefined, mode: CalendarMode): string {
  if (mode === 'week') return shortDay(column.date);
  return calendar?.providers.find(({ id }) => id === column.providerId)?.name ?? '';
}
