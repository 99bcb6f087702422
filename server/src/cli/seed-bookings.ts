import { bookForDemo } from '../bookings/book-for-demo.ts';
import type { ServiceRow } from '../bookings/service-store.ts';
import type { BusinessRow } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { DAY, formatDate, weekdayOf } from '../domain/civil-time.ts';
import type { Scope } from '../domain/scope.ts';
import { zoneOf } from '../domain/zones.ts';
import { refusalOf, type WriteDb } from '../storage/store.ts';
import type { DemoBusiness } from './demo-businesses.ts';

interface Offered {
  readonly service: ServiceRow;
  readonly by: readonly string[];
}

/** Somebody who comes to the business. */
export interface DemoClient {
  readonly clientId: string;
  readonly contactId: string;
}

const daysBack = 42;
const daysAhead = 20;

/** A plausible past and future, the same on every seed of the same day: each working day gets a handful of bookings. */
export async function seedBookings(deps: Deps, tx: WriteDb, scope: Scope, business: BusinessRow, offered: readonly Offered[], people: readonly DemoClient[], demo: DemoBusiness): Promise<void> {
  const zone = zoneOf(business.timeZone);
  const now = deps.now();
  const today = zone.civilOf(now).day;
  let turn = 0;
  for (let day = today - daysBack; day <= today + daysAhead; day += 1) {
    const hours = demo.providers[0]?.hours.filter((one) => one.weekday === weekdayOf(day)) ?? [];
    const first = hours[0];
    if (!first) continue;
    const busyness = day > today ? Math.max(1, 5 - Math.floor((day - today) / 4)) : 5;
    for (let count = 0; count < busyness; count += 1) {
      turn += 1;
      const { service, by } = offered[(turn * 7 + count) % offered.length] as Offered;
      const person = people[(turn * 5 + count * 3) % people.length];
      const minute = first.startMinute + 30 + ((turn * 90 + count * 120) % 480);
      const startsAt = zone.instantsOf(day, minute - (minute % service.intervalMinutes))[0];
      if (!person || startsAt === undefined) continue;
      const status = startsAt + DAY / 24 > now ? 'confirmed' as const : turn % 17 === 0 ? 'no_show' as const : turn % 13 === 0 ? 'cancelled' as const : 'done' as const;
      await bookForDemo(deps, tx, scope, business, { service, providerId: by[turn % by.length] ?? '', startsAt, localDate: formatDate(day), ...person, status }).catch((error: unknown) => {
        // Two of the invented bookings met: the database refused the second, as it should.
        if (refusalOf(error) !== 'overlap') throw error;
      });
    }
  }
}
