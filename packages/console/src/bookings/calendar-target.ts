import { addMinutes, instantOf, minutesBetween } from '../ui/civil-time.ts';
import type { Column } from './calendar-layout.ts';
import type { Ghost } from './drag-ghosts.ts';

export interface CalendarTarget {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly providerId: string;
}

/** When and whose a thing will be where its ghost is. */
export function targetOf({ item, edge, taken, from, until, columnKey }: Ghost, columns: readonly Column[], zone: string): CalendarTarget {
  const column = columns.find(({ key }) => key === columnKey);
  if (!column || !item) return { startsAt: item?.startsAt ?? '', endsAt: item?.endsAt ?? '', providerId: item?.providerId ?? '' };
  const providerId = column.providerId ?? item.providerId;
  const at = (minute: number): string => instantOf(column.date, minute, zone);
  if (edge === 'start') return { startsAt: at(from), endsAt: item.endsAt, providerId };
  if (edge === 'end') return { startsAt: item.startsAt, endsAt: at(until), providerId };
  // A later day's piece of a long block begins at midnight, not where the block does.
  const lead = taken ? Math.max(0, minutesBetween(item.startsAt, instantOf(taken.date, taken.from, zone))) : 0;
  const startsAt = addMinutes(at(from), -lead);
  return { startsAt, endsAt: addMinutes(startsAt, minutesBetween(item.startsAt, item.endsAt)), providerId };
}
