import { boolean, foreignKey, instant, integer, primaryKey, table, text, uniqueIndex } from '../../storage/columns.ts';
import { businesses } from '../../business/tables.ts';

/** The demo's card network: outside the business's books, as a real one is. It moves no money. */
export const testCheckouts = table('test_checkouts', {
  businessId: text('business_id').notNull(),
  ref: text('ref').notNull(),
  idempotencyKey: text('idempotency_key').notNull(),
  attemptId: text('attempt_id').notNull(),
  amountMinor: integer('amount_minor').notNull(),
  currency: text('currency').notNull(),
  description: text('description').notNull(),
  returnUrl: text('return_url').notNull(),
  state: text('state').$type<'open' | 'processing' | 'paid' | 'failed' | 'expired'>().notNull(),
  paymentRef: text('payment_ref'),
  refundedMinor: integer('refunded_minor').notNull(),
  failure: text('failure'),
  /** The payer was told that the card is kept. */
  saves: boolean('saves').notNull().default(false),
  /** The card that was kept, or the one that was charged. */
  methodRef: text('method_ref'),
  expiresAt: instant('expires_at').notNull(),
  createdAt: instant('created_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.ref] }),
  foreignKey({ columns: [column.businessId], foreignColumns: [businesses.id] }),
  uniqueIndex('test_checkouts_once').on(column.businessId, column.idempotencyKey),
  uniqueIndex('test_checkouts_payment').on(column.businessId, column.paymentRef),
]);

/** Cards that the network keeps for the demo's clients: which test card it was, never a real one. */
export const testMethods = table('test_methods', {
  businessId: text('business_id').notNull(),
  ref: text('ref').notNull(),
  customerRef: text('customer_ref').notNull(),
  card: text('card').notNull(),
  detached: boolean('detached').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.ref] }),
  foreignKey({ columns: [column.businessId], foreignColumns: [businesses.id] }),
]);

/** Refunds that the network was asked for, by key. */
export const testRefunds = table('test_refunds', {
  businessId: text('business_id').notNull(),
  idempotencyKey: text('idempotency_key').notNull(),
  ref: text('ref').notNull(),
  paymentRef: text('payment_ref').notNull(),
  amountMinor: integer('amount_minor').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.idempotencyKey] }),
  foreignKey({ columns: [column.businessId], foreignColumns: [businesses.id] }),
]);
