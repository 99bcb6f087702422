import type { Calendar, CalendarBooking } from '@portico/contract/bookings/calendar.ts';
import type { Block } from '@portico/contract/bookings/hours.ts';
import { civilOf } from '../ui/civil-time.ts';

/** Where things lie in the calendar: pure arithmetic on minutes of the civil day. */
export type CalendarMode = 'day' | 'week';

export interface Span {
  readonly from: number;
  readonly until: number;
}

export type CalendarItem = { readonly id: string; readonly providerId: string; readonly startsAt: string; readonly endsAt: string }
  & ({ readonly kind: 'booking'; readonly booking: CalendarBooking } | { readonly kind: 'block'; readonly block: Block });

export interface Placed extends Span {
  readonly item: CalendarItem;
  readonly lane: number;
  readonly lanes: number;
  /** Lightly drawn time around it that nothing else may use. */
  readonly buffers: readonly Span[];
}

export interface Column {
  readonly key: string;
  readonly date: string;
  /** Undefined in a week: the column shows everybody. */
  readonly providerId: string | undefined;
  readonly closed: readonly Span[];
  readonly placed: readonly Placed[];
}

export interface LayoutInput {
  readonly calendar: Calendar;
  readonly mode: CalendarMode;
  /** The chosen day, in day mode. */
  readonly date: string;
  readonly isShown: (providerId: string) => boolean;
}

const wholeDay: Span = { from: 0, until: 1440 };
const usualDay: Span = { from: 480, until: 1080 };

export function columnsOf({ calendar, mode, date, isShown }: LayoutInput): readonly Column[] {
  const ids = calendar.providers.map(({ id }) => id).filter(isShown);
  if (mode === 'day') return ids.map((id) => columnOf(calendar, date, [id], id));
  return calendar.days.map((day) => columnOf(calendar, day.date, ids, undefined));
}

function columnOf(calendar: Calendar, date: string, providerIds: readonly string[], providerId: string | undefined): Column {
  const open = calendar.providers.filter(({ id }) => providerIds.includes(id))
    .flatMap((provider) => provider.open).flatMap(({ startsAt, endsAt }) => spanOn(date, startsAt, endsAt, calendar.timeZone) ?? []);
  const items = itemsOf(calendar).filter((item) => providerIds.includes(item.providerId));
  return { key: `${date}/${providerId ?? ''}`, date, providerId, closed: gapsBetween(open), placed: inLanes(items, date, calendar) };
}

export function itemsOf(calendar: Calendar): readonly CalendarItem[] {
  const bookings = calendar.bookings.filter(({ status }) => status !== 'cancelled')
    .map((booking): CalendarItem => ({ kind: 'booking', id: booking.id, providerId: booking.providerId, startsAt: booking.startsAt, endsAt: booking.endsAt, booking }));
  const blocks = calendar.blocks
    .map((block): CalendarItem => ({ kind: 'block', id: block.id, providerId: block.providerId, startsAt: block.startsAt, endsAt: block.endsAt, block }));
  return [...bookings, ...blocks];
}

/** The part of a stretch of time that falls on one civil day. */
export function spanOn(date: string, startsAt: string, endsAt: string, zone: string): Span | undefined {
  const start = civilOf(startsAt, zone);
  const end = civilOf(endsAt, zone);
  if (start.date > date || end.date < date || (end.date === date && end.minute === 0)) return undefined;
  const from = start.date < date ? 0 : start.minute;
  const until = end.date > date ? 1440 : end.minute;
  // When the clock goes back, an end can read earlier than its start.
  return until > from ? { from, until } : { from, until: Math.min(1440, from + Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000)) };
}

/** What of the day is not covered by the spans. */
export function gapsBetween(spans: readonly Span[]): readonly Span[] {
  const gaps: Span[] = [];
  let reached = 0;
  for (const { from, until } of [...spans].sort((a, b) => a.from - b.from)) {
    if (from > reached) gaps.push({ from: reached, until: from });
    reached = Math.max(reached, until);
  }
  return reached < 1440 ? [...gaps, { from: reached, until: 1440 }] : gaps;
}

interface Unplaced extends Span {
  readonly item: CalendarItem;
}

/** Things at one time stand side by side, in the fewest lanes; the order of providers decides who stands first. */
function inLanes(items: readonly CalendarItem[], date: string, calendar: Calendar): readonly Placed[] {
  const rank = new Map(calendar.providers.map(({ id }, index) => [id, index]));
  const spans = items.flatMap((item): Unplaced[] => {
    const span = spanOn(date, item.startsAt, item.endsAt, calendar.timeZone);
    return span ? [{ item, ...span }] : [];
  }).sort((a, b) => a.from - b.from || (rank.get(a.item.providerId) ?? 0) - (rank.get(b.item.providerId) ?? 0) || b.until - a.until);
  return clustersOf(spans).flatMap(lanesOf).map((placed) => ({ ...placed, buffers: buffersOf(placed.item, date, calendar.timeZone) }));
}

/** Groups that overlap nothing outside themselves. */
function clustersOf(spans: readonly Unplaced[]): readonly (readonly Unplaced[])[] {
  const clusters: Unplaced[][] = [];
  let reached = -1;
  for (const span of spans) {
    if (span.from >= reached) clusters.push([]);
    clusters.at(-1)?.push(span);
    reached = Math.max(reached, span.until);
  }
  return clusters;
}

function lanesOf(cluster: readonly Unplaced[]): readonly Omit<Placed, 'buffers'>[] {
  const ends: number[] = [];
  const placed = cluster.map((span) => {
    const free = ends.findIndex((end) => end <= span.from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = span.until;
    return { ...span, lane };
  });
  return placed.map((span) => ({ ...span, lanes: ends.length }));
}

function buffersOf(item: CalendarItem, date: string, zone: string): readonly Span[] {
  if (item.kind === 'block') return [];
  const { busyFrom, busyUntil } = item.booking;
  const around = [[busyFrom, item.startsAt], [item.endsAt, busyUntil]] as const;
  return around.flatMap(([from, until]) => (from < until ? spanOn(date, from, until, zone) ?? [] : []));
}

/** The hours worth drawing: working hours and whatever lies outside them, with an hour of air. */
export function hoursShown(columns: readonly Column[], showAll: boolean): Span {
  if (showAll) return wholeDay;
  const used = [...columns.flatMap(({ closed }) => gapsBetween(closed)), ...columns.flatMap(({ placed }) => placed)];
  if (used.length === 0) return usualDay;
  const from = Math.max(0, Math.floor(Math.min(...used.map((span) => span.from)) / 60) * 60 - 60);
  const until = Math.min(1440, Math.ceil(Math.max(...used.map((span) => span.until)) / 60) * 60 + 60);
  return { from, until: Math.max(until, Math.min(1440, from + 480)) };
}

/** A minute on the grid, inside the day, with room for the length. */
export function snapped(minute: number, step: number, length: number): number {
  return Math.min(1440 - length, Math.max(0, Math.round(minute / step) * step));
}
