import { foreignKey, index, instant, integer, primaryKey, table, text } from '../storage/columns.ts';
import { businesses } from '../business/tables.ts';

/** Answers already given, so that a repeated request repeats nothing. */
export const idempotencyKeys = table('idempotency_keys', {
  businessId: text('business_id').notNull(),
  /** Who asked, on which route: the same key from somebody else is another key. */
  principal: text('principal').notNull(),
  key: text('key').notNull(),
  /** SHA-256 of method, path and body. */
  fingerprint: text('fingerprint').notNull(),
  status: integer('status').notNull(),
  body: text('body').notNull(),
  createdAt: instant('created_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.principal, column.key] }),
  foreignKey({ columns: [column.businessId], foreignColumns: [businesses.id] }),
  index('idempotency_keys_age').on(column.createdAt),
]);
