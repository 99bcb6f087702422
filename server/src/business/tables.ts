import { boolean, foreignKey, index, instant, json, primaryKey, table, text, uniqueIndex } from '../storage/columns.ts';

/** The tenant. Every other table's keys start with its id. */
export const businesses = table('businesses', {
  id: text('id').notNull(),
  key: text('key').notNull(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  phone: text('phone'),
  address: text('address'),
  logoUrl: text('logo_url'),
  accent: text('accent').notNull(),
  lang: text('lang').notNull(),
  timeZone: text('time_zone').notNull(),
  currency: text('currency').notNull(),
  words: json<Record<string, string>>('words').notNull(),
  portalUrl: text('portal_url'),
  signInOn: text('sign_in_on').$type<'page' | 'hosted'>().notNull(),
  totpRequired: text('totp_required').$type<'nobody' | 'staff' | 'everyone'>().notNull(),
  phoneRequired: boolean('phone_required').notNull(),
  createdAt: instant('created_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.id] }),
  uniqueIndex('businesses_key').on(column.key),
]);

/** Where the owner's pages live: requests from a browser must come from one of them. */
export const businessOrigins = table('business_origins', {
  businessId: text('business_id').notNull(),
  origin: text('origin').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.origin] }),
  foreignKey({ columns: [column.businessId], foreignColumns: [businesses.id] }),
  index('business_origins_by_origin').on(column.origin),
]);
