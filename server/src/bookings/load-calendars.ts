import { addDays, formatDate } from '../domain/civil-time.ts';
import type { Scope } from '../domain/scope.ts';
import type { Zone } from '../domain/zones.ts';
import type { ReadDb } from '../storage/store.ts';
import type { BookedOnDay, ProviderCalendar } from './availability-rules.ts';
import { blocksBetween, bookedBetween, busyBetween } from './busy-store.ts';
import { closuresBetween, overridesBetween, weeklyHoursOf } from './hours-store.ts';
import type { ProviderRow } from './service-store.ts';

export interface CalendarWindow {
  readonly zone: Zone;
  /** Epoch days in the business's zone, both included. */
  readonly firstDay: number;
  readonly lastDay: number;
  readonly serviceId: string;
  /** Being moved: its own time counts as free. */
  readonly except?: string | undefined;
  /** The service has a limit for each day, or somebody is to be chosen by how much they have: then what is booked is counted. */
  readonly counted: boolean;
}

/** All that free times depend on, for some providers and days. One day more on each side, for ranges across midnight. */
export async function loadCalendars(db: ReadDb, scope: Scope, providers: readonly ProviderRow[], window: CalendarWindow): Promise<ProviderCalendar[]> {
  const { zone, firstDay, lastDay } = window;
  const from = formatDate(addDays(firstDay, -2));
  const to = formatDate(addDays(lastDay, 2));
  const hours = await weeklyHoursOf(db, scope);
  const overrides = await overridesBetween(db, scope, from, to);
  const closures = await closuresBetween(db, scope, from, to);
  const start = zone.instantAtOrAfter(addDays(firstDay, -2), 0);
  const end = zone.instantLatest(addDays(lastDay, 3), 0);
  return Promise.all(providers.map(async (provider) => {
    const theirs = (row: { providerId: string | null }): boolean => row.providerId === provider.id;
    const busy = (await busyBetween(db, scope, provider.id, start, end)).filter((row) => row.bookingId !== window.except);
    const blocked = await blocksBetween(db, scope, provider.id, start, end);
    return {
      id: provider.id,
      weeklyHours: hours.filter(theirs),
      overrides: overrides.filter(theirs),
      closures: closures.filter((row) => row.providerId === null || theirs(row)),
      busy: [...busy, ...blocked.map((block) => ({ from: block.startsAt, until: block.endsAt }))],
      maxPerDay: provider.maxPerDay,
      bookedPerDay: window.counted || provider.maxPerDay !== null ? countPerDay(await bookedBetween(db, scope, provider.id, from, to), window) : nothingCounted,
    };
  }));
}

const nothingCounted: ReadonlyMap<string, BookedOnDay> = new Map();

function countPerDay(rows: readonly { date: string; serviceId: string; id: string }[], { serviceId, except }: CalendarWindow): Map<string, BookedOnDay> {
  const counts = new Map<string, { total: number; ofService: number }>();
  for (const row of rows) {
    if (row.id === except) continue;
    const count = counts.get(row.date) ?? { total: 0, ofService: 0 };
    count.total += 1;
    if (row.serviceId === serviceId) count.ofService += 1;
    counts.set(row.date, count);
  }
  return counts;
}
