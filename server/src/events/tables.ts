import { foreignKey, index, instant, integer, primaryKey, table, text, uniqueIndex } from '../storage/columns.ts';
import { businesses } from '../business/tables.ts';

/** Everything that happened. Append-only (triggers), chained per business. */
export const events = table('events', {
  businessId: text('business_id').notNull(),
  seq: integer('seq').notNull(),
  /** Order over all businesses; readers keep their place by it. */
  position: integer('position').notNull(),
  id: text('id').notNull(),
  type: text('type').notNull(),
  at: instant('at').notNull(),
  /** `staff:<id>`, `contact:<id>`, `guest`, `system`. */
  actor: text('actor').notNull(),
  clientId: text('client_id'),
  subjectType: text('subject_type').notNull(),
  subjectId: text('subject_id'),
  /** JSON exactly as it was hashed. */
  payload: text('payload').notNull(),
  /** HMAC-SHA-256 over the previous hash and this row. */
  hash: text('hash').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.seq] }),
  foreignKey({ columns: [column.businessId], foreignColumns: [businesses.id] }),
  uniqueIndex('events_position').on(column.position),
  index('events_by_client').on(column.businessId, column.clientId, column.seq),
]);

export const eventCursors = table('event_cursors', {
  reader: text('reader').notNull(),
  position: integer('position').notNull(),
}, (column) => [primaryKey({ columns: [column.reader] })]);
