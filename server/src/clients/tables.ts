import { boolean, foreignKey, index, instant, json, primaryKey, table, text, uniqueIndex } from '../storage/columns.ts';
import { businesses } from '../business/tables.ts';

/** The account: a person or a company. */
export const clients = table('clients', {
  businessId: text('business_id').notNull(),
  id: text('id').notNull(),
  kind: text('kind').$type<'person' | 'company'>().notNull(),
  name: text('name').notNull(),
  /** Lower case, without accents: what a search looks at, together with the contacts' names and addresses. */
  searchText: text('search_text').notNull(),
  note: text('note').notNull(),
  archived: boolean('archived').notNull(),
  /** Nothing personal is left in it since then; it stays because invoices name it. */
  erasedAt: instant('erased_at'),
  createdAt: instant('created_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId], foreignColumns: [businesses.id] }),
  index('clients_by_name').on(column.businessId, column.archived, column.searchText, column.id),
]);

/** A human. With an e-mail address it can get a login: its row in `identities` has the same id. */
export const contacts = table('contacts', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  id: text('id').notNull(),
  name: text('name').notNull(),
  email: text('email'),
  emailNorm: text('email_norm'),
  phone: text('phone'),
  /** The zone last used when booking. */
  timeZone: text('time_zone'),
  lang: text('lang'),
  createdAt: instant('created_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId, column.clientId], foreignColumns: [clients.businessId, clients.id] }),
  uniqueIndex('contacts_owned').on(column.businessId, column.clientId, column.id),
  uniqueIndex('contacts_email').on(column.businessId, column.emailNorm),
]);

/** An account that was found to be the same as another: its people and bookings are there now. Kept to be undone. */
export const clientMerges = table('client_merges', {
  businessId: text('business_id').notNull(),
  fromId: text('from_id').notNull(),
  intoId: text('into_id').notNull(),
  contactIds: json<readonly string[]>('contact_ids').notNull(),
  /** What the note of the account that stays was before. */
  noteBefore: text('note_before').notNull(),
  mergedAt: instant('merged_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.fromId] }),
  foreignKey({ columns: [column.businessId, column.fromId], foreignColumns: [clients.businessId, clients.id] }),
  foreignKey({ columns: [column.businessId, column.intoId], foreignColumns: [clients.businessId, clients.id] }),
  index('client_merges_into').on(column.businessId, column.intoId),
]);
