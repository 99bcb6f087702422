import { snapped, type CalendarItem, type Column, type Span } from './calendar-layout.ts';

/** What a drag would leave behind, as arithmetic on minutes. */
export type Edge = 'start' | 'end';

export interface Ghost extends Span {
  readonly columnKey: string;
  /** Undefined: a new stretch of time is being drawn. */
  readonly item: CalendarItem | undefined;
  /** The end that is drawn; without one the whole moves. */
  readonly edge?: Edge | undefined;
  /** Where the piece that is carried began: a long block has one on each of its days. */
  readonly taken?: { readonly date: string; readonly from: number } | undefined;
  /** Let go, and waiting for a yes. */
  readonly isSettled: boolean;
}

export interface Spot {
  readonly column: Column;
  readonly minute: number;
}

/** `from` and `until` are those of the thing before it was taken. */
export interface Gesture extends Span {
  readonly pointerId: number;
  readonly item: CalendarItem | undefined;
  readonly edge: Edge | undefined;
  readonly startX: number;
  readonly startY: number;
  readonly origin: Spot;
  isDragging: boolean;
}

const step = 15;
const shortest = 15;

export function carried({ item, from, until, origin }: Gesture, spot: Spot): Ghost {
  const length = until - from;
  const next = snapped(spot.minute - (origin.minute - from), step, length);
  return { item, columnKey: spot.column.key, from: next, until: next + length, taken: { date: origin.column.date, from }, isSettled: false };
}

export function drawn({ origin }: Gesture, minute: number): Ghost {
  const from = snapped(Math.min(origin.minute, minute) - step / 2, step, shortest);
  const until = Math.max(from + shortest, snapped(Math.max(origin.minute, minute) + step / 2, step, 0));
  return { item: undefined, columnKey: origin.column.key, from, until, isSettled: false };
}

/** One end goes to a minute, the other stays; something always remains. */
export function stretched(ghost: Ghost, minute: number): Ghost {
  const to = snapped(minute, step, 0);
  return ghost.edge === 'start' ? { ...ghost, from: Math.min(to, ghost.until - shortest) } : { ...ghost, until: Math.max(to, ghost.from + shortest) };
}
