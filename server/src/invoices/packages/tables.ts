import { sql } from 'drizzle-orm';
import { bookings, services } from '../../bookings/tables.ts';
import { businesses } from '../../business/tables.ts';
import { clients } from '../../clients/tables.ts';
import { boolean, check, foreignKey, index, instant, integer, json, primaryKey, table, text, uniqueIndex } from '../../storage/columns.ts';
import { invoices } from '../tables.ts';

/** Packages of sessions on offer. */
export const packageProducts = table('package_products', {
  businessId: text('business_id').notNull(),
  id: text('id').notNull(),
  name: text('name').notNull(),
  description: text('description').notNull(),
  sessions: integer('sessions').notNull(),
  priceMinor: integer('price_minor').notNull(),
  taxIncluded: boolean('tax_included').notNull(),
  taxIds: json<readonly string[]>('tax_ids').notNull(),
  validDays: integer('valid_days'),
  onSale: boolean('on_sale').notNull(),
  usableAtOnce: boolean('usable_at_once').notNull().default(false),
  archived: boolean('archived').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId], foreignColumns: [businesses.id] }),
  check('package_products_sane', sql`sessions > 0 AND price_minor > 0`),
]);

/** What an offer pays for; none: every service. */
export const packageProductServices = table('package_product_services', {
  businessId: text('business_id').notNull(),
  productId: text('product_id').notNull(),
  serviceId: text('service_id').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.productId, column.serviceId] }),
  foreignKey({ columns: [column.businessId, column.productId], foreignColumns: [packageProducts.businessId, packageProducts.id] }),
  foreignKey({ columns: [column.businessId, column.serviceId], foreignColumns: [services.businessId, services.id] }),
]);

/** Packages that clients have, as they were sold. */
export const clientPackages = table('client_packages', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  id: text('id').notNull(),
  productId: text('product_id').notNull(),
  name: text('name').notNull(),
  sessions: integer('sessions').notNull(),
  priceMinor: integer('price_minor').notNull(),
  validDays: integer('valid_days'),
  serviceIds: json<readonly string[]>('service_ids').notNull(),
  invoiceId: text('invoice_id').notNull(),
  /** The last civil date it can be used; set when its sessions are there. */
  expiresOn: text('expires_on'),
  /** When its sessions were put there: at once when the owner sold it, when it was paid otherwise. */
  activatedAt: instant('activated_at'),
  /** Its invoice was taken back. */
  cancelled: boolean('cancelled').notNull(),
  /** The business ended it by hand. */
  endedAt: instant('ended_at'),
  boughtAt: instant('bought_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId, column.productId], foreignColumns: [packageProducts.businessId, packageProducts.id] }),
  foreignKey({ columns: [column.businessId, column.clientId], foreignColumns: [clients.businessId, clients.id] }),
  foreignKey({ columns: [column.businessId, column.clientId, column.invoiceId], foreignColumns: [invoices.businessId, invoices.clientId, invoices.id] }),
  uniqueIndex('client_packages_owned').on(column.businessId, column.clientId, column.id),
  uniqueIndex('client_packages_invoice').on(column.businessId, column.invoiceId),
]);

/** Sessions that came and went, append-only; what is left is their sum, and a trigger keeps it at zero or more. */
export const packageEntries = table('package_entries', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  packageId: text('package_id').notNull(),
  id: text('id').notNull(),
  kind: text('kind').$type<'bought' | 'used' | 'returned' | 'expired' | 'withdrawn' | 'corrected' | 'ended'>().notNull(),
  change: integer('change').notNull(),
  /** The booking that a session was used for, or came back from. */
  bookingId: text('booking_id'),
  /** Why it was changed by hand. */
  reason: text('reason'),
  at: instant('at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId, column.clientId, column.packageId], foreignColumns: [clientPackages.businessId, clientPackages.clientId, clientPackages.id] }),
  foreignKey({ columns: [column.businessId, column.bookingId], foreignColumns: [bookings.businessId, bookings.id] }),
  index('package_entries_by_package').on(column.businessId, column.packageId),
  // A booking takes one session, and gives back that one.
  uniqueIndex('package_entries_booking').on(column.businessId, column.bookingId, column.kind),
  check('package_entries_change', sql`(kind = 'bought' AND change > 0 AND booking_id IS NULL) OR (kind = 'used' AND change = -1 AND booking_id IS NOT NULL)
    OR (kind = 'returned' AND change = 1 AND booking_id IS NOT NULL) OR (kind IN ('expired', 'withdrawn') AND change < 0 AND booking_id IS NULL)
    OR (kind = 'ended' AND change < 0 AND booking_id IS NULL AND reason IS NOT NULL) OR (kind = 'corrected' AND change <> 0 AND booking_id IS NULL AND reason IS NOT NULL)`),
]);
