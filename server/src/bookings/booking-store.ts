import { and, asc, desc, eq, gt, gte, inArray, lt, lte, or, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '../domain/scope.ts';
import { prepared, preparedWrite, remembered, type ReadDb, type WriteDb } from '../storage/store.ts';
import { bookings, providers, services } from './tables.ts';

export type BookingRow = typeof bookings.$inferSelect;

/** A booking with what its client is told about service and provider. */
export interface BookingDetails {
  readonly booking: BookingRow;
  readonly service: { readonly name: string; readonly placeKind: 'in_person' | 'video' | 'phone'; readonly place: string; readonly cancelCutoffMinutes: number; readonly archived: boolean };
  readonly provider: { readonly name: string; readonly archived: boolean };
}

const value = sql.placeholder;

// Services and providers are a handful a business: reading them beside the bookings costs a third of joining them.
const serviceFacts = remembered<{ businessId: string }, (BookingDetails['service'] & { id: string })[]>((db) => db
  .select({ id: services.id, name: services.name, placeKind: services.placeKind, place: services.place, cancelCutoffMinutes: services.cancelCutoffMinutes, archived: services.archived })
  .from(services).where(eq(services.businessId, value('businessId'))));
const providerFacts = remembered<{ businessId: string }, (BookingDetails['provider'] & { id: string })[]>((db) => db
  .select({ id: providers.id, name: providers.name, archived: providers.archived }).from(providers).where(eq(providers.businessId, value('businessId'))));

/** Read after the bookings, so that nothing they name is missing: the foreign keys keep it there. */
async function detailed(db: ReadDb, { businessId }: Pick<Scope, 'businessId'>, rows: readonly BookingRow[]): Promise<BookingDetails[]> {
  if (rows.length === 0) return [];
  const service = new Map((await serviceFacts(db, { businessId })).map((one) => [one.id, one]));
  const provider = new Map((await providerFacts(db, { businessId })).map((one) => [one.id, one]));
  return rows.map((booking) => ({ booking, service: found(service, booking.serviceId), provider: found(provider, booking.providerId) }));
}

function found<Fact>(facts: ReadonlyMap<string, Fact>, id: string): Fact {
  const fact = facts.get(id);
  if (!fact) throw new Error(`a booking names ${id}, which is not there`);
  return fact;
}

const oneQuery = prepared<{ businessId: string; id: string }, BookingRow[]>((db) => db.select().from(bookings)
  .where(and(eq(bookings.businessId, value('businessId')), eq(bookings.id, value('id')))));
const linkQuery = prepared<{ businessId: string; linkHash: string }, BookingRow[]>((db) => db.select().from(bookings)
  .where(and(eq(bookings.businessId, value('businessId')), or(eq(bookings.linkHash, value('linkHash')), eq(bookings.mailLinkHash, value('linkHash'))))));

type ListValues = { businessId: string; clientId: string; at: number; id: string; now: number; limit: number };
// Upcoming: what has not ended, soonest first, times that wait for their payment among it. Past: what has ended or was cancelled, latest first.
const upcomingQuery = prepared<ListValues, BookingRow[]>((db) => db.select().from(bookings)
  .where(and(eq(bookings.businessId, value('businessId')), eq(bookings.clientId, value('clientId')), inArray(bookings.status, ['confirmed', 'held']), gt(bookings.endsAt, value('now')),
    gte(bookings.startsAt, value('at')), or(gt(bookings.startsAt, value('at')), gt(bookings.id, value('id')))))
  .orderBy(asc(bookings.startsAt), asc(bookings.id)).limit(value('limit')));
const pastQuery = prepared<ListValues, BookingRow[]>((db) => db.select().from(bookings)
  .where(and(eq(bookings.businessId, value('businessId')), eq(bookings.clientId, value('clientId')),
    sql`${bookings.status} <> 'held'`, or(lte(bookings.endsAt, value('now')), sql`${bookings.status} <> 'confirmed'`),
    lte(bookings.startsAt, value('at')), or(lt(bookings.startsAt, value('at')), lt(bookings.id, value('id')))))
  .orderBy(desc(bookings.startsAt), desc(bookings.id)).limit(value('limit')));

export async function findBooking(db: ReadDb, scope: Scope, id: string): Promise<BookingDetails | undefined> {
  const rows = await oneQuery(db, { businessId: scope.businessId, id });
  return (await detailed(db, scope, rows))[0];
}

export async function bookingsById(db: ReadDb, scope: Scope, ids: readonly string[]): Promise<BookingDetails[]> {
  if (ids.length === 0) return [];
  return detailed(db, scope, await db.select().from(bookings).where(and(eq(bookings.businessId, scope.businessId), inArray(bookings.id, [...ids]))));
}

export async function findBookingByLink(db: ReadDb, businessId: string, linkHash: string): Promise<BookingRow | undefined> {
  return (await linkQuery(db, { businessId, linkHash }))[0];
}

export interface After {
  readonly at: number;
  readonly id: string;
}

export async function bookingsOfClient(db: ReadDb, scope: Scope, clientId: string, filter: { when: 'upcoming' | 'past'; now: number; after: After | undefined; limit: number }): Promise<BookingDetails[]> {
  const start = filter.when === 'upcoming' ? { at: 0, id: '' } : { at: Number.MAX_SAFE_INTEGER, id: '~' };
  const { at, id } = filter.after ?? start;
  const query = filter.when === 'upcoming' ? upcomingQuery : pastQuery;
  return detailed(db, scope, await query(db, { businessId: scope.businessId, clientId, at, id, now: filter.now, limit: filter.limit }));
}

export async function allBookingsOfClient(db: ReadDb, scope: Scope, clientId: string, before: After | undefined, limit: number): Promise<BookingDetails[]> {
  const conditions: (SQL | undefined)[] = [eq(bookings.businessId, scope.businessId), eq(bookings.clientId, clientId)];
  if (before) conditions.push(or(lt(bookings.startsAt, before.at), and(eq(bookings.startsAt, before.at), lt(bookings.id, before.id))));
  return detailed(db, scope, await db.select().from(bookings).where(and(...conditions)).orderBy(desc(bookings.startsAt), desc(bookings.id)).limit(limit));
}

export async function bookingsBetween(db: ReadDb, scope: Scope, from: number, until: number): Promise<BookingDetails[]> {
  const longest = 172_800_000;
  const rows = await db.select().from(bookings).where(and(eq(bookings.businessId, scope.businessId), gt(bookings.startsAt, from - longest), lt(bookings.startsAt, until), gt(bookings.endsAt, from)))
    .orderBy(asc(bookings.startsAt));
  return detailed(db, scope, rows);
}

const insertRow = preparedWrite<Omit<BookingRow, 'invoiceId' | 'hold' | 'packageReturned'>>((tx) => tx.insert(bookings).values({
  businessId: value('businessId'), clientId: value('clientId'), id: value('id'), contactId: value('contactId'), serviceId: value('serviceId'), providerId: value('providerId'),
  status: value('status'), startsAt: value('startsAt'), endsAt: value('endsAt'), busyFrom: value('busyFrom'), busyUntil: value('busyUntil'), localDate: value('localDate'),
  timeZone: value('timeZone'), lang: value('lang'), priceMinor: value('priceMinor'), totalMinor: value('totalMinor'), currency: value('currency'), note: value('note'), cancelReason: value('cancelReason'),
  packageId: value('packageId'), packageName: value('packageName'), sequence: value('sequence'), linkHash: value('linkHash'), mailLinkHash: value('mailLinkHash'), createdAt: value('createdAt'),
}));

/** Throws a DbError of kind `overlap` when the provider is busy then, buffers included. */
export async function insertBooking(tx: WriteDb, row: BookingRow): Promise<void> {
  await insertRow(tx, row);
}

export async function updateBooking(tx: WriteDb, row: Pick<BookingRow, 'businessId' | 'id'>, change: Partial<BookingRow>): Promise<void> {
  await tx.update(bookings).set(change).where(and(eq(bookings.businessId, row.businessId), eq(bookings.id, row.id)));
}

const mailLinkRow = preparedWrite<{ businessId: string; id: string; mailLinkHash: string }>((tx) => tx.update(bookings).set({ mailLinkHash: sql`${value('mailLinkHash')}` })
  .where(and(eq(bookings.businessId, value('businessId')), eq(bookings.id, value('id')))));

/** The link in the last mail. */
export async function setMailLink(tx: WriteDb, { businessId, id }: Pick<BookingRow, 'businessId' | 'id'>, mailLinkHash: string): Promise<void> {
  await mailLinkRow(tx, { businessId, id, mailLinkHash });
}

/** Times that are held until one of these invoices is paid. */
export const heldByInvoices = (db: ReadDb, scope: Scope, invoiceIds: readonly string[]): Promise<BookingRow[]> => db.select().from(bookings)
  .where(and(eq(bookings.businessId, scope.businessId), inArray(bookings.invoiceId, [...invoiceIds]), eq(bookings.status, 'held'))).execute();

export interface ClientBookingSummary {
  readonly clientId: string;
  readonly nextAt: number | null;
  readonly lastAt: number | null;
  readonly count: number;
}

export async function bookingSummaries(db: ReadDb, scope: Scope, clientIds: readonly string[], now: number): Promise<Map<string, ClientBookingSummary>> {
  const found = new Map<string, ClientBookingSummary>();
  for (const clientId of clientIds) {
    const [row] = await db.select({
      nextAt: sql<number | null>`min(case when ${bookings.status} = 'confirmed' and ${bookings.startsAt} > ${now} then ${bookings.startsAt} end)`,
      lastAt: sql<number | null>`max(case when ${bookings.status} <> 'cancelled' and ${bookings.startsAt} <= ${now} then ${bookings.startsAt} end)`,
      count: sql<number>`count(case when ${bookings.status} not in ('cancelled', 'held') then 1 end)`.mapWith(Number),
    }).from(bookings).where(and(eq(bookings.businessId, scope.businessId), eq(bookings.clientId, clientId)));
    if (row) found.set(clientId, { clientId, ...row });
  }
  return found;
}

export async function countBookingsOf(db: ReadDb, scope: Scope, clientId: string, now: number): Promise<{ bookings: number; upcoming: number }> {
  const [row] = await db.select({
    bookings: sql<number>`count(*)`.mapWith(Number),
    upcoming: sql<number>`count(case when ${bookings.status} = 'confirmed' and ${bookings.startsAt} > ${now} then 1 end)`.mapWith(Number),
  }).from(bookings).where(and(eq(bookings.businessId, scope.businessId), eq(bookings.clientId, clientId)));
  return row ?? { bookings: 0, upcoming: 0 };
}

/** People have moved to another account: their bookings follow. */
export async function moveBookingsOf(tx: WriteDb, scope: Scope, contactIds: readonly string[], move: { from: string; to: string }): Promise<void> {
  await tx.update(bookings).set({ clientId: move.to }).where(and(eq(bookings.businessId, scope.businessId), eq(bookings.clientId, move.from), inArray(bookings.contactId, [...contactIds])));
}

export const everyBookingOf = async (db: ReadDb, scope: Scope, clientId: string): Promise<BookingDetails[]> =>
  detailed(db, scope, await db.select().from(bookings).where(and(eq(bookings.businessId, scope.businessId), eq(bookings.clientId, clientId))));

/** Times stay; what people wrote and the links that open them do not. */
export async function blankBookings(tx: WriteDb, scope: Scope, clientId: string): Promise<void> {
  await tx.update(bookings).set({ note: '', cancelReason: null, lang: null, hold: null, linkHash: null, mailLinkHash: null, timeZone: 'Etc/UTC' }).where(and(eq(bookings.businessId, scope.businessId), eq(bookings.clientId, clientId)));
}
