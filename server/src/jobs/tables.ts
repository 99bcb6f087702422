import { foreignKey, index, instant, integer, primaryKey, table, text, uniqueIndex } from '../storage/columns.ts';
import { businesses } from '../business/tables.ts';

/** Work that leaves the house or waits for its time, written in the transaction that wants it. */
export const jobs = table('jobs', {
  businessId: text('business_id').notNull(),
  id: text('id').notNull(),
  kind: text('kind').notNull(),
  /** JSON. */
  payload: text('payload').notNull(),
  state: text('state').$type<'waiting' | 'running' | 'done' | 'dead' | 'cancelled'>().notNull(),
  runAt: instant('run_at').notNull(),
  leaseUntil: instant('lease_until'),
  attempts: integer('attempts').notNull(),
  maxAttempts: integer('max_attempts').notNull(),
  lastError: text('last_error'),
  /** What it is about (`booking:<id>`): all its waiting jobs can be cancelled together. */
  about: text('about'),
  /** The same key is never queued twice. */
  dedupeKey: text('dedupe_key'),
  createdAt: instant('created_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId], foreignColumns: [businesses.id] }),
  index('jobs_due').on(column.state, column.runAt),
  // With the kind, so that the planner prefers it to `jobs_newest`, which would read all that wait.
  index('jobs_about').on(column.businessId, column.about, column.kind),
  index('jobs_newest').on(column.businessId, column.state, column.id),
  uniqueIndex('jobs_dedupe').on(column.businessId, column.dedupeKey),
]);
