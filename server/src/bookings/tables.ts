import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, instant, integer, json, primaryKey, table, text, uniqueIndex } from '../storage/columns.ts';
import { businesses } from '../business/tables.ts';
import { clients, contacts } from '../clients/tables.ts';
import type { BookingStatus } from '@portico/contract/bookings/booking.ts';
import type { Prepayment } from '@portico/contract/bookings/services.ts';

export const services = table('services', {
  businessId: text('business_id').notNull(),
  id: text('id').notNull(),
  name: text('name').notNull(),
  description: text('description').notNull(),
  durationMinutes: integer('duration_minutes').notNull(),
  priceMinor: integer('price_minor').notNull(),
  placeKind: text('place_kind').$type<'in_person' | 'video' | 'phone'>().notNull(),
  place: text('place').notNull(),
  bufferBeforeMinutes: integer('buffer_before_minutes').notNull(),
  bufferAfterMinutes: integer('buffer_after_minutes').notNull(),
  intervalMinutes: integer('interval_minutes').notNull(),
  minNoticeMinutes: integer('min_notice_minutes').notNull(),
  maxDaysAhead: integer('max_days_ahead').notNull(),
  maxPerDay: integer('max_per_day'),
  cancelCutoffMinutes: integer('cancel_cutoff_minutes').notNull(),
  reminderMinutes: json<readonly number[]>('reminder_minutes').notNull(),
  prepayment: json<Prepayment | null>('prepayment'),
  archived: boolean('archived').notNull(),
  position: integer('position').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId], foreignColumns: [businesses.id] }),
]);

/** Somebody (or something) that can be booked. */
export const providers = table('providers', {
  businessId: text('business_id').notNull(),
  id: text('id').notNull(),
  name: text('name').notNull(),
  colour: text('colour').notNull(),
  staffId: text('staff_id'),
  maxPerDay: integer('max_per_day'),
  archived: boolean('archived').notNull(),
  position: integer('position').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId], foreignColumns: [businesses.id] }),
]);

/** Who offers what. */
export const serviceProviders = table('service_providers', {
  businessId: text('business_id').notNull(),
  serviceId: text('service_id').notNull(),
  providerId: text('provider_id').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.serviceId, column.providerId] }),
  foreignKey({ columns: [column.businessId, column.serviceId], foreignColumns: [services.businessId, services.id] }),
  foreignKey({ columns: [column.businessId, column.providerId], foreignColumns: [providers.businessId, providers.id] }),
]);

export const weeklyHours = table('weekly_hours', {
  businessId: text('business_id').notNull(),
  providerId: text('provider_id').notNull(),
  weekday: integer('weekday').notNull(),
  startMinute: integer('start_minute').notNull(),
  endMinute: integer('end_minute').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.providerId, column.weekday, column.startMinute] }),
  foreignKey({ columns: [column.businessId, column.providerId], foreignColumns: [providers.businessId, providers.id] }),
  check('weekly_hours_order', sql`start_minute >= 0 AND end_minute <= 1440 AND start_minute < end_minute AND weekday BETWEEN 1 AND 7`),
]);

export const dateOverrides = table('date_overrides', {
  businessId: text('business_id').notNull(),
  providerId: text('provider_id').notNull(),
  date: text('date').notNull(),
  ranges: json<readonly { startMinute: number; endMinute: number }[]>('ranges').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.providerId, column.date] }),
  foreignKey({ columns: [column.businessId, column.providerId], foreignColumns: [providers.businessId, providers.id] }),
]);

/** Closed for days; for everybody when `providerId` is null. */
export const closures = table('closures', {
  businessId: text('business_id').notNull(),
  id: text('id').notNull(),
  providerId: text('provider_id'),
  firstDate: text('first_date').notNull(),
  lastDate: text('last_date').notNull(),
  reason: text('reason').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId, column.providerId], foreignColumns: [providers.businessId, providers.id] }),
  index('closures_by_date').on(column.businessId, column.lastDate),
]);

export const blocks = table('blocks', {
  businessId: text('business_id').notNull(),
  id: text('id').notNull(),
  providerId: text('provider_id').notNull(),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  note: text('note').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId, column.providerId], foreignColumns: [providers.businessId, providers.id] }),
  index('blocks_by_provider').on(column.businessId, column.providerId, column.startsAt),
  check('blocks_order', sql`ends_at > starts_at AND ends_at - starts_at <= 2764800000`),
]);

export const bookings = table('bookings', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  id: text('id').notNull(),
  contactId: text('contact_id').notNull(),
  serviceId: text('service_id').notNull(),
  providerId: text('provider_id').notNull(),
  status: text('status').$type<BookingStatus>().notNull(),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  /** The start less the buffer before; the overlap triggers compare these. */
  busyFrom: instant('busy_from').notNull(),
  busyUntil: instant('busy_until').notNull(),
  /** The civil date of the start in the business's zone, for the limits per day. */
  localDate: text('local_date').notNull(),
  /** The zone that its client chose. */
  timeZone: text('time_zone').notNull(),
  lang: text('lang'),
  priceMinor: integer('price_minor').notNull(),
  /** What its client pays, with the taxes of the day it was made; null: those are inside the price, or there are none. */
  totalMinor: integer('total_minor'),
  currency: text('currency').notNull(),
  note: text('note').notNull(),
  /** The package that pays for it, and its name as it was. Not a reference: the package's own entries name their booking. */
  packageId: text('package_id'),
  packageName: text('package_name'),
  /** It was cancelled in time, and the package has its session again. */
  packageReturned: boolean('package_returned').notNull().default(false),
  /** What was paid at booking is on it. Not a reference: the invoice names its source. */
  invoiceId: text('invoice_id'),
  /** While it is held: until when, what must be paid, and what to tell people once it is. */
  hold: json<{ readonly until: number; readonly nowMinor: number; readonly newClient: boolean; readonly by: 'guest' | 'client' | 'staff' } | null>('hold'),
  cancelReason: text('cancel_reason'),
  /** RFC 5545 SEQUENCE: grows with every change that calendars must take over. */
  sequence: integer('sequence').notNull(),
  /** SHA-256 of the guest's link token. */
  linkHash: text('link_hash'),
  /** The same for the token in the last mail: both open the booking. */
  mailLinkHash: text('mail_link_hash'),
  createdAt: instant('created_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId, column.clientId], foreignColumns: [clients.businessId, clients.id] }),
  foreignKey({ columns: [column.businessId, column.clientId, column.contactId], foreignColumns: [contacts.businessId, contacts.clientId, contacts.id] }),
  foreignKey({ columns: [column.businessId, column.serviceId], foreignColumns: [services.businessId, services.id] }),
  foreignKey({ columns: [column.businessId, column.providerId], foreignColumns: [providers.businessId, providers.id] }),
  index('bookings_by_provider').on(column.businessId, column.providerId, column.busyFrom),
  index('bookings_by_client').on(column.businessId, column.clientId, column.startsAt),
  index('bookings_by_start').on(column.businessId, column.startsAt),
  index('bookings_by_invoice').on(column.businessId, column.invoiceId),
  index('bookings_by_day').on(column.businessId, column.providerId, column.localDate),
  uniqueIndex('bookings_link').on(column.businessId, column.linkHash),
  uniqueIndex('bookings_mail_link').on(column.businessId, column.mailLinkHash),
  check('bookings_order', sql`ends_at > starts_at AND busy_from <= starts_at AND busy_until >= ends_at AND busy_until - busy_from <= 172800000`),
]);

/** Private calendar addresses, stored hashed. */
export const calendarFeeds = table('calendar_feeds', {
  businessId: text('business_id').notNull(),
  /** The contact or the member of staff. */
  identityId: text('identity_id').notNull(),
  kind: text('kind').$type<'contact' | 'staff'>().notNull(),
  tokenHash: text('token_hash').notNull(),
  createdAt: instant('created_at').notNull(),
  lastReadAt: instant('last_read_at'),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.identityId] }),
  foreignKey({ columns: [column.businessId], foreignColumns: [businesses.id] }),
  uniqueIndex('calendar_feeds_token').on(column.businessId, column.tokenHash),
]);
