import { formatDate } from '../domain/civil-time.ts';
import type { Scope } from '../domain/scope.ts';
import { zoneOf } from '../domain/zones.ts';
import type { ReadDb } from '../storage/store.ts';
import type { ProviderCalendar } from './availability-rules.ts';
import { timeNotFree } from './booking-rules.ts';
import { isBookable, nearestFree, type RefusalReason } from './free-times.ts';
import { loadCalendars } from './load-calendars.ts';
import { providersToTake, serviceToTake, type MovedBooking } from './moved-booking.ts';
import type { ProviderRow, ServiceRow } from './service-store.ts';

export interface WantedTime {
  readonly serviceId: string;
  readonly providerId?: string | undefined;
  readonly startsAt: number;
  readonly businessZone: string;
  readonly now: number;
  readonly moving?: MovedBooking | undefined;
}

export interface ChosenTime {
  readonly service: ServiceRow;
  readonly provider: ProviderRow;
  readonly localDate: string;
}

/** Checks a wanted time again, inside the transaction that will take it; with "any", gives it to who has least that day. */
export async function chooseTime(db: ReadDb, scope: Scope, wanted: WantedTime): Promise<ChosenTime> {
  const service = await serviceToTake(db, scope, wanted.serviceId, wanted.moving);
  const providers = await providersToTake(db, scope, service.id, wanted.providerId, wanted.moving);

  const zone = zoneOf(wanted.businessZone);
  const { day } = zone.civilOf(wanted.startsAt);
  const localDate = formatDate(day);
  const calendars = await loadCalendars(db, scope, providers, { zone, firstDay: day, lastDay: day, serviceId: service.id, except: wanted.moving?.id, counted: service.maxPerDay !== null || providers.length > 1 });
  const refusals: RefusalReason[] = [];
  const able = calendars.filter((provider) => {
    const refusal = isBookable({ zone, now: wanted.now, service, provider, startsAt: wanted.startsAt });
    if (refusal) refusals.push(refusal);
    return refusal === undefined;
  });
  const least = leastBooked(able, localDate);
  const provider = providers.find(({ id }) => id === least?.id);
  if (provider) return { service, provider, localDate };
  throw timeNotFree(worthTelling(refusals), await nearestTo(db, scope, service, providers, wanted));
}

function leastBooked(calendars: readonly ProviderCalendar[], date: string): ProviderCalendar | undefined {
  const load = (one: ProviderCalendar): number => one.bookedPerDay.get(date)?.total ?? 0;
  return calendars.reduce<ProviderCalendar | undefined>((least, one) => least === undefined || load(one) < load(least) ? one : least, undefined);
}

/** With several providers, "taken" says more than "not her day". */
const worthTelling = (refusals: readonly RefusalReason[]): RefusalReason =>
  (['taken', 'day_full'] as const).find((reason) => refusals.includes(reason)) ?? refusals[0] ?? 'closed';

const daysAround = 7;

/** Looks for free times around a wanted one; a week on each side. */
export async function nearestTo(db: ReadDb, scope: Scope, service: ServiceRow, providers: readonly ProviderRow[], wanted: WantedTime): Promise<readonly number[]> {
  const zone = zoneOf(wanted.businessZone);
  const today = zone.civilOf(wanted.now).day;
  const horizon = today + service.maxDaysAhead;
  const around = Math.min(Math.max(zone.civilOf(wanted.startsAt).day, today), horizon);
  const firstDay = Math.max(today, around - daysAround);
  const lastDay = Math.min(horizon, around + daysAround);
  if (lastDay < firstDay) return [];
  const calendars = await loadCalendars(db, scope, providers, { zone, firstDay, lastDay, serviceId: service.id, except: wanted.moving?.id, counted: service.maxPerDay !== null });
  return nearestFree({ zone, now: wanted.now, firstDate: formatDate(firstDay), days: lastDay - firstDay + 1, service, providers: calendars, startsAt: wanted.startsAt, count: 3 });
}
