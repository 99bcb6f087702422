import type { SlotMonth } from '@portico/contract/bookings/slots.ts';
import { formatDate } from '../domain/civil-time.ts';
import type { Scope } from '../domain/scope.ts';
import { zoneOf, type Zone } from '../domain/zones.ts';
import type { ReadDb } from '../storage/store.ts';
import { freeTimes, type ProviderTimes } from './free-times.ts';
import { loadCalendars } from './load-calendars.ts';
import { providersToTake, serviceToTake, type MovedBooking } from './moved-booking.ts';
import type { ProviderRow, ServiceRow } from './service-store.ts';
import { daysOfMonth, monthOf, toSlotMonth } from './slot-month.ts';

export interface SlotsQuestion {
  readonly now: number;
  readonly businessZone: string;
  readonly lang: string;
  readonly service: string;
  readonly provider?: string | undefined;
  readonly month?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly moving?: MovedBooking | undefined;
}

interface Asked {
  readonly db: ReadDb;
  readonly scope: Scope;
  readonly zone: Zone;
  readonly now: number;
  readonly service: ServiceRow;
  readonly providers: readonly ProviderRow[];
  readonly moving: MovedBooking | undefined;
}

/** A month of start times of one service. Without a month: the month of the first free time. */
export async function readSlots(db: ReadDb, scope: Scope, question: SlotsQuestion): Promise<SlotMonth> {
  const { moving } = question;
  const service = await serviceToTake(db, scope, question.service, moving);
  const providers = await providersToTake(db, scope, service.id, question.provider, moving);

  const zone = zoneOf(question.businessZone);
  // What happens in person happens by the clock on the business's wall.
  const shown = service.placeKind === 'in_person' ? zone : zoneOf(question.timeZone ?? question.businessZone);
  const asked: Asked = { db, scope, zone, now: question.now, service, providers, moving };
  const today = zone.civilOf(question.now).day;
  const lastDay = today + service.maxDaysAhead;
  const first = question.month === undefined ? await firstFree(asked, today, lastDay) : undefined;
  const month = question.month ?? monthOf(shown.civilOf(first ?? question.now).day);
  const days = daysOfMonth(month);
  const times = await timesBetween(asked, days.first - 1, days.last + 1);
  const hasFree = times.some((one) => one.times.some(({ free, startsAt }) => free && monthOf(shown.civilOf(startsAt).day) === month));
  const nextFree = hasFree ? undefined : await firstFree(asked, Math.max(today, days.last), lastDay);
  return toSlotMonth({ serviceId: service.id, providerId: question.provider ?? null, month, zone: shown, lang: question.lang, now: question.now, lastDay, nextFree, ownStart: ownStartAmong(asked) }, times);
}

async function timesBetween(asked: Asked, firstDay: number, lastDay: number): Promise<readonly ProviderTimes[]> {
  const { db, scope, zone, now, service, providers, moving } = asked;
  const today = zone.civilOf(now).day;
  const from = Math.max(firstDay, today - 1);
  const to = Math.min(lastDay, today + service.maxDaysAhead);
  if (to < from) return [];
  const calendars = await loadCalendars(db, scope, providers, { zone, firstDay: from, lastDay: to, serviceId: service.id, except: moving?.id, counted: service.maxPerDay !== null });
  const found = freeTimes({ zone, now, firstDate: formatDate(from), days: to - from + 1, service, providers: calendars });
  const own = ownStartAmong(asked);
  return own === undefined ? found : found.map((one) => ({ ...one, times: one.times.filter(({ startsAt }) => startsAt !== own) }));
}

/** Where the booking stands now, if its provider is among those asked for. It is in nobody's way, but no other time either. */
const ownStartAmong = ({ moving, service, providers }: Asked): number | undefined =>
  moving?.serviceId === service.id && providers.some(({ id }) => id === moving.providerId) ? moving.startsAt : undefined;

const strideDays = 31;

/** Looks ahead a month at a time, so that a free first week costs no more than that. */
async function firstFree(asked: Asked, fromDay: number, lastDay: number): Promise<number | undefined> {
  for (let day = fromDay; day <= lastDay; day += strideDays) {
    const times = await timesBetween(asked, day, Math.min(lastDay, day + strideDays - 1));
    const free = times.flatMap((one) => one.times.filter((time) => time.free).slice(0, 1).map((time) => time.startsAt));
    if (free.length > 0) return Math.min(...free);
  }
  return undefined;
}
