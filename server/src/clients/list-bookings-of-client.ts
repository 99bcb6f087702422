import type { CalendarBooking } from '@portico/contract/bookings/calendar.ts';
import { allBookingsOfClient, cursorOf, readCursor, withNames } from '../bookings/public.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../domain/errors.ts';
import type { Page } from '../domain/page.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { findClient } from './client-store.ts';
import { noteLook } from './note-look.ts';

interface Query {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** All bookings of one client, latest first, as the owner sees them. */
export async function listBookingsOfClient(deps: Deps, scope: Scope, clientId: string, query: Query): Promise<Page<CalendarBooking>> {
  requireStaff(scope);
  const page = await deps.store.read(async (db) => {
    if (!(await findClient(db, scope, clientId))) throw notFound();
    const rows = await allBookingsOfClient(db, scope, clientId, readCursor(query.cursor), query.limit + 1);
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return { items: await withNames(db, scope, shown), nextCursor: rows.length > query.limit && last ? cursorOf(last) : null };
  });
  await noteLook(deps, scope, clientId);
  return page;
}
