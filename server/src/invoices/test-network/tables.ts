import { foreignKey, instant, integer, primaryKey, table, text, uniqueIndex } from '../../storage/columns.ts';
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
  expiresAt: instant('expires_at').notNull(),
  createdAt: instant('created_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.ref] }),
  foreignKey({ columns: [column.businessId], foreignColumns: [businesses.id] }),
  uniqueIndex('test_checkouts_once').on(column.businessId, column.idempotencyKey),
  uniqueIndex('test_checkouts_payment').on(column.businessId, column.paymentRef),
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
