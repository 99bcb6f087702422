import { sql } from 'drizzle-orm';
import { businesses } from '../../business/tables.ts';
import { clients } from '../../clients/tables.ts';
import { boolean, check, foreignKey, index, instant, integer, json, primaryKey, table, text, uniqueIndex } from '../../storage/columns.ts';
import { packageProducts } from '../packages/tables.ts';

/** Plans on offer. */
export const plans = table('plans', {
  businessId: text('business_id').notNull(),
  id: text('id').notNull(),
  name: text('name').notNull(),
  description: text('description').notNull(),
  priceMinor: integer('price_minor').notNull(),
  taxIncluded: boolean('tax_included').notNull(),
  taxIds: json<readonly string[]>('tax_ids').notNull(),
  interval: text('interval').$type<'week' | 'month' | 'quarter' | 'year'>().notNull(),
  every: integer('every').notNull(),
  dueDays: integer('due_days').notNull(),
  /** Sessions that every paid period brings. */
  packageId: text('package_id'),
  archived: boolean('archived').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId], foreignColumns: [businesses.id] }),
  foreignKey({ columns: [column.businessId, column.packageId], foreignColumns: [packageProducts.businessId, packageProducts.id] }),
  check('plans_sane', sql`price_minor > 0 AND every BETWEEN 1 AND 12 AND due_days BETWEEN 0 AND 60`),
]);

/** Plans that clients have. Each period is invoiced once: its invoice's source is `<id>:<the period's first day>`. */
export const subscriptions = table('subscriptions', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  id: text('id').notNull(),
  planId: text('plan_id').notNull(),
  state: text('state').$type<'active' | 'paused' | 'ended'>().notNull(),
  /** Civil dates in the business's zone. */
  startsOn: text('starts_on').notNull(),
  anchorDay: integer('anchor_day').notNull(),
  /** Which period the next invoice is for, counted from 0, and its first day. */
  nextPeriod: integer('next_period').notNull(),
  nextOn: text('next_on').notNull(),
  endedOn: text('ended_on'),
  /** The total that the client was last told of; another one is announced first. */
  knownMinor: integer('known_minor'),
  /** The period whose charge was announced last. */
  announcedFor: text('announced_for'),
  /** Counts changes of the schedule, so that a job for an older one is not taken for this one's. */
  revision: integer('revision').notNull(),
  createdAt: instant('created_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId, column.planId], foreignColumns: [plans.businessId, plans.id] }),
  foreignKey({ columns: [column.businessId, column.clientId], foreignColumns: [clients.businessId, clients.id] }),
  uniqueIndex('subscriptions_owned').on(column.businessId, column.clientId, column.id),
  index('subscriptions_by_plan').on(column.businessId, column.planId, column.state),
  check('subscriptions_sane', sql`anchor_day BETWEEN 1 AND 31 AND next_period >= 0 AND ((state = 'ended') = (ended_on IS NOT NULL))`),
]);

/** What clients ask for; the owner decides. */
export const planRequests = table('plan_requests', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  id: text('id').notNull(),
  subscriptionId: text('subscription_id').notNull(),
  kind: text('kind').$type<'pause' | 'resume' | 'cancel'>().notNull(),
  note: text('note').notNull(),
  state: text('state').$type<'waiting' | 'accepted' | 'declined' | 'taken_back' | 'settled'>().notNull(),
  /** The subscription while it waits, null afterwards: one at a time. */
  waitingFor: text('waiting_for'),
  askedAt: instant('asked_at').notNull(),
  answeredAt: instant('answered_at'),
  answer: text('answer'),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId, column.clientId, column.subscriptionId], foreignColumns: [subscriptions.businessId, subscriptions.clientId, subscriptions.id] }),
  uniqueIndex('plan_requests_waiting').on(column.businessId, column.waitingFor),
  index('plan_requests_by_subscription').on(column.businessId, column.subscriptionId),
]);
