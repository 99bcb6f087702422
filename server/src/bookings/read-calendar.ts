import type { Calendar, CalendarQuery } from '@portico/contract/bookings/calendar.ts';
import { findBusiness } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { addDays, formatDate, parseDate, isoOf } from '../domain/civil-time.ts';
import { notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { zoneOf } from '../domain/zones.ts';
import { blockView } from './block-view.ts';
import { bookingsBetween } from './booking-store.ts';
import { blocksBetween } from './busy-store.ts';
import { loadCalendars } from './load-calendars.ts';
import { withNames } from './read-for-staff.ts';
import { providersOf } from './service-store.ts';
import { slotLabels } from './slot-labels.ts';
import { workingRangesOf } from './availability-rules.ts';
import { workingSpans } from './working-time.ts';

/** What the owner's calendar draws for some days: bookings, blocks and the hours of everybody. */
export async function readCalendar(deps: Deps, scope: Scope, query: CalendarQuery): Promise<Calendar> {
  requireStaff(scope);
  return deps.store.read(async (db) => {
    const business = await findBusiness(db, scope.businessId);
    if (!business) throw notFound();
    const zone = zoneOf(business.timeZone);
    const firstDay = parseDate(query.firstDate) ?? 0;
    const lastDay = addDays(firstDay, query.days - 1);
    const from = zone.instantAtOrAfter(firstDay, 0);
    const until = zone.instantAtOrAfter(lastDay + 1, 0);
    const providers = (await providersOf(db, scope)).filter((provider) => !provider.archived);
    const calendars = await loadCalendars(db, scope, providers, { zone, firstDay, lastDay, serviceId: '', counted: false });
    const blocks = await Promise.all(providers.map((provider) => blocksBetween(db, scope, provider.id, from, until)));
    const labels = slotLabels(query.lang ?? business.lang);
    return {
      timeZone: business.timeZone, firstDate: query.firstDate,
      days: Array.from({ length: query.days }, (_, index) => firstDay + index).map((day) => ({
        date: formatDate(day), name: labels.dayName(day), startsAt: isoOf(zone.instantAtOrAfter(day, 0)), endsAt: isoOf(zone.instantAtOrAfter(day + 1, 0)),
      })),
      providers: providers.map((provider, index) => ({
        id: provider.id, name: provider.name, colour: provider.colour,
        open: workingSpans(zone, workingRangesOf(calendars[index] as (typeof calendars)[number]), firstDay, lastDay).map((span) => ({ startsAt: isoOf(span.from), endsAt: isoOf(span.until) })),
      })),
      bookings: await withNames(db, scope, await bookingsBetween(db, scope, from, until)),
      blocks: blocks.flat().map(blockView),
    };
  });
}
