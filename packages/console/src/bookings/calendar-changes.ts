import type { Calendar, CalendarBooking } from '@portico/contract/bookings/calendar.ts';
import type { Block } from '@portico/contract/bookings/hours.ts';
import { addBlock, cancelForClient, markBooking, moveBlock, moveForClient, removeBlock } from '../api/bookings.ts';
import { foresee, invalidate } from '../api/cache.ts';
import { ProblemError, sentenceOf } from '../api/problem-error.ts';
import { addMinutes, minutesBetween } from '../ui/civil-time.ts';
import { dayOf, inSentence, moment, timeRange } from '../ui/formats.ts';
import { toast } from '../ui/toasts.ts';

/** Changes that show at once, are taken back with words when refused, and can be undone. */

const own = new Map<string, number>();
const ownForMs = 6000;

/** Was this changed from here just now? Then it does not glow. */
export function isOwnChange(id: string, at: number): boolean {
  return at - (own.get(id) ?? -Infinity) < ownForMs;
}

export function rememberOwn(id: string): void {
  own.set(id, Date.now());
}

export interface Target {
  readonly startsAt: string;
  readonly providerId: string;
}

/** Undefined when it worked; else what the server said. */
export async function moveBooking(booking: CalendarBooking, to: Target, tellClient: boolean): Promise<ProblemError | undefined> {
  const shift = minutesBetween(booking.startsAt, to.startsAt);
  const moved: CalendarBooking = {
    ...booking, ...to, endsAt: addMinutes(booking.endsAt, shift), busyFrom: addMinutes(booking.busyFrom, shift), busyUntil: addMinutes(booking.busyUntil, shift),
  };
  const problem = await attempt(booking.id, showBooking(moved), () => moveForClient(booking.id, { ...to, tellClient }));
  if (problem) return problem;
  const back = (): void => { void moveBooking(moved, { startsAt: booking.startsAt, providerId: booking.providerId }, tellClient).then(sayRefused); };
  toast({ text: `${booking.clientName} moved to ${moment(to.startsAt)}.`, action: { label: 'Undo', run: back } });
  return undefined;
}

export async function markAs(booking: CalendarBooking, status: 'confirmed' | 'done' | 'no_show'): Promise<void> {
  const problem = await attempt(booking.id, showBooking({ ...booking, status }), () => markBooking(booking.id, status));
  if (problem) return sayRefused(problem);
  if (status === 'confirmed') return undefined;
  const back = (): void => { void markAs({ ...booking, status }, 'confirmed'); };
  toast({ text: `${booking.clientName}: ${status === 'done' ? 'done' : 'no-show'}.`, action: { label: 'Undo', run: back } });
  return undefined;
}

/** Cancelling tells people and frees the time for others, so it is asked first and not undone. */
/** `returnSession`: even late; else the rule for clients decides. */
export async function cancelBooking(booking: CalendarBooking, { reason, tellClient, returnSession }: { readonly reason: string; readonly tellClient: boolean; readonly returnSession: boolean }): Promise<void> {
  rememberOwn(booking.id);
  await cancelForClient(booking.id, { reason, tellClient, ...(returnSession && { returnSession }) });
  invalidateBookings();
  invalidate('clients/');
}

export async function shiftBlock(block: Block, to: Target & { readonly endsAt: string; readonly note?: string }): Promise<boolean> {
  const show = foresee<Calendar>('calendar?', (calendar) => ({ ...calendar, blocks: calendar.blocks.map((old) => (old.id === block.id ? { ...old, ...to } : old)) }));
  const problem = await attempt(block.id, show, () => moveBlock(block.id, to));
  if (problem) {
    sayRefused(problem);
    return false;
  }
  const back = (): void => { void shiftBlock({ ...block, ...to }, { startsAt: block.startsAt, endsAt: block.endsAt, providerId: block.providerId, note: block.note }); };
  toast({ text: `Blocked ${inSentence(dayOf(to.startsAt))}, ${timeRange(to.startsAt, to.endsAt)}.`, action: { label: 'Undo', run: back } });
  return true;
}

export async function dropBlock(block: Block): Promise<void> {
  const show = foresee<Calendar>('calendar?', (calendar) => ({ ...calendar, blocks: calendar.blocks.filter(({ id }) => id !== block.id) }));
  const problem = await attempt(block.id, show, () => removeBlock(block.id));
  if (problem) return sayRefused(problem);
  const back = (): void => { void addBlock({ providerId: block.providerId, startsAt: block.startsAt, endsAt: block.endsAt, note: block.note }).then(invalidateBookings, sayRefused); };
  toast({ text: 'The time is open again.', action: { label: 'Undo', run: back } });
  return undefined;
}

export function invalidateBookings(): void {
  invalidate('calendar', 'bookings/', 'clients', 'slots');
}

function showBooking(next: CalendarBooking): () => void {
  const inCalendar = foresee<Calendar>('calendar?', (calendar) => ({ ...calendar, bookings: calendar.bookings.map((old) => (old.id === next.id ? next : old)) }));
  const alone = foresee<CalendarBooking>(`bookings/${next.id}`, () => next);
  return () => { inCalendar(); alone(); };
}

async function attempt(id: string, takeBack: () => void, work: () => Promise<unknown>): Promise<ProblemError | undefined> {
  rememberOwn(id);
  try {
    await work();
    rememberOwn(id);
    invalidateBookings();
    return undefined;
  } catch (error) {
    takeBack();
    return error instanceof ProblemError ? error : new ProblemError({ detail: sentenceOf(error) });
  }
}

function sayRefused(error: unknown): void {
  if (error) toast({ text: sentenceOf(error), tone: 'refused' });
}
