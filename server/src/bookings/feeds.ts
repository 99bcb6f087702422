import type { CalendarFeed } from '@portico/contract/bookings/calendar.ts';
import { hasLogin } from '../auth/public.ts';
import { findBusiness } from '../business/public.ts';
import { findContact } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import { DAY } from '../domain/civil-time.ts';
import { DomainError, notFound } from '../domain/errors.ts';
import { icsCalendar } from '../domain/ics.ts';
import { languageFor } from '../domain/letters/voice.ts';
import { systemScope, type Scope } from '../domain/scope.ts';
import { businessOfToken, hashOf, tokenFor } from '../domain/tokens.ts';
import { record } from '../events/event-log.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import { allBookingsOfClient, bookingsBetween, type BookingDetails } from './booking-store.ts';
import { bookingEvent, prodId } from './calendar-file.ts';
import { deleteFeed, findFeed, findFeedByToken, replaceFeed, touchFeed, type FeedRow } from './feed-store.ts';
import { withNames } from './read-for-staff.ts';

const ownerOf = (scope: Scope): { identityId: string; kind: FeedRow['kind'] } => {
  if (scope.staffId) return { identityId: scope.staffId, kind: 'staff' };
  if (scope.contactId) return { identityId: scope.contactId, kind: 'contact' };
  throw new DomainError('forbidden', 'Sign in to have a calendar feed.');
};

const view = (feed: FeedRow | undefined, url: string | null = null): CalendarFeed => ({
  active: feed !== undefined, url, createdAt: feed ? new Date(feed.createdAt).toISOString() : null,
  lastReadAt: feed?.lastReadAt ? new Date(feed.lastReadAt).toISOString() : null,
});

export async function readFeedState(deps: Deps, scope: Scope): Promise<CalendarFeed> {
  return view(await deps.store.read((db) => findFeed(db, scope, ownerOf(scope).identityId)));
}

/** A new secret address; the one before stops working. */
export async function createFeed(deps: Deps, tx: WriteDb, scope: Scope): Promise<CalendarFeed> {
  const token = tokenFor(scope.businessId, deps.randomBytes);
  const row: FeedRow = { businessId: scope.businessId, ...ownerOf(scope), tokenHash: hashOf(token), createdAt: deps.now(), lastReadAt: null };
  await replaceFeed(tx, row);
  await record(deps, tx, scope, { type: 'feed.created', subjectId: row.identityId, payload: {} });
  return view(row, `${deps.config.publicUrl}/v1/feeds/${token}.ics`);
}

export async function revokeFeed(deps: Deps, tx: WriteDb, scope: Scope): Promise<CalendarFeed> {
  const { identityId } = ownerOf(scope);
  if (await deleteFeed(tx, scope.businessId, identityId)) await record(deps, tx, scope, { type: 'feed.revoked', subjectId: identityId, payload: {} });
  return view(undefined);
}

/** What a calendar app gets: the client's own bookings, or the whole calendar for staff. */
export async function readFeed(deps: Deps, token: string): Promise<string> {
  const businessId = businessOfToken(token);
  const feed = businessId && await deps.store.read((db) => findFeedByToken(db, businessId, hashOf(token)));
  if (!businessId || !feed || !(await deps.store.read((db) => hasLogin(db, feed, feed.identityId)))) throw notFound();
  const content = await deps.store.read((db) => feedContent(deps, db, feed));
  if (deps.now() - (feed.lastReadAt ?? 0) > 3_600_000) await deps.store.write((tx) => touchFeed(tx, feed, deps.now()));
  return content;
}

const mostOwn = 500;

async function feedContent(deps: Deps, db: ReadDb, feed: FeedRow): Promise<string> {
  const scope = systemScope(feed.businessId);
  const business = await findBusiness(db, feed.businessId);
  if (!business) throw notFound();
  if (feed.kind === 'staff') {
    const now = deps.now();
    const rows = await bookingsBetween(db, scope, now - 90 * DAY, now + 400 * DAY);
    const names = await withNames(db, scope, rows);
    const events = rows.map((row, index) => ({ ...bookingEvent(deps, { business, details: row, lang: business.lang }), summary: `${names[index]?.clientName ?? ''} · ${row.service.name} (${row.provider.name})` }));
    return icsCalendar({ prodId, name: business.name, refreshMinutes: 15, events });
  }
  const contact = await findContact(db, scope, feed.identityId);
  const rows: BookingDetails[] = contact ? await allBookingsOfClient(db, scope, contact.clientId, undefined, mostOwn) : [];
  return icsCalendar({ prodId, name: business.name, refreshMinutes: 60, events: rows.map((details) => bookingEvent(deps, { business, details, lang: languageFor(contact?.lang, details.booking.lang, business.lang) })) });
}
