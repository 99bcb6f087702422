import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, instant, integer, json, primaryKey, table, text, uniqueIndex } from '../../storage/columns.ts';
import { businesses } from '../../business/tables.ts';
import { clients } from '../../clients/tables.ts';

/** A business's own accounts at payment providers; secrets are sealed. */
export const paymentAccounts = table('payment_accounts', {
  businessId: text('business_id').notNull(),
  provider: text('provider').$type<'stripe' | 'test'>().notNull(),
  accountId: text('account_id').notNull(),
  secretSealed: text('secret_sealed').notNull(),
  webhookSecretSealed: text('webhook_secret_sealed'),
  enabled: boolean('enabled').notNull(),
  isLive: boolean('is_live').notNull(),
  createdAt: instant('created_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.provider] }),
  foreignKey({ columns: [column.businessId], foreignColumns: [businesses.id] }),
]);

/** Words that were shown, and the plan that they are about. */
export interface AttemptConsent {
  readonly subscriptionId: string;
  readonly contactId: string;
  readonly version: string;
  readonly wording: string;
  readonly amountMinor: number;
}

/** Tries to pay, written before the provider is asked. */
export const paymentAttempts = table('payment_attempts', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  id: text('id').notNull(),
  provider: text('provider').$type<'stripe' | 'test'>().notNull(),
  accountId: text('account_id').notNull(),
  state: text('state').$type<'preparing' | 'open' | 'succeeded' | 'failed' | 'expired' | 'under_review'>().notNull(),
  amountMinor: integer('amount_minor').notNull(),
  currency: text('currency').notNull(),
  allocations: json<readonly { invoiceId: string; number: string; amountMinor: number }[]>('allocations').notNull(),
  returnUrl: text('return_url').notNull(),
  lang: text('lang').notNull(),
  /** The caller's Idempotency-Key: asking again finds this attempt. */
  requestKey: text('request_key').notNull(),
  /** The provider's name for the checkout. */
  checkoutRef: text('checkout_ref'),
  url: text('url'),
  paymentId: text('payment_id'),
  failure: text('failure'),
  /** The saved method that is charged without its owner being there; null: somebody pays at `url`. */
  methodId: text('method_id'),
  /** What the client agrees to by paying; it stands once the payment does. */
  consent: json<AttemptConsent | null>('consent'),
  expiresAt: instant('expires_at').notNull(),
  createdAt: instant('created_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId, column.clientId], foreignColumns: [clients.businessId, clients.id] }),
  uniqueIndex('payment_attempts_request').on(column.businessId, column.clientId, column.requestKey),
  uniqueIndex('payment_attempts_checkout').on(column.businessId, column.provider, column.checkoutRef),
  index('payment_attempts_by_client').on(column.businessId, column.clientId, column.id),
  check('payment_attempts_amount', sql`amount_minor > 0`),
]);

/** Every webhook once, written with its effect. */
export const providerEvents = table('provider_events', {
  businessId: text('business_id').notNull(),
  provider: text('provider').notNull(),
  accountId: text('account_id').notNull(),
  eventId: text('event_id').notNull(),
  type: text('type').notNull(),
  attemptId: text('attempt_id'),
  receivedAt: instant('received_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.provider, column.accountId, column.eventId] }),
  foreignKey({ columns: [column.businessId], foreignColumns: [businesses.id] }),
]);

/** What only a person can decide. */
export const reviewItems = table('review_items', {
  businessId: text('business_id').notNull(),
  id: text('id').notNull(),
  kind: text('kind').$type<'unknown_payment' | 'mismatch' | 'more_than_owed' | 'refund_failed' | 'booking_cancelled'>().notNull(),
  /** The same matter is shown once. */
  dedupeKey: text('dedupe_key').notNull(),
  clientId: text('client_id'),
  provider: text('provider').notNull(),
  text: text('text').notNull(),
  amountMinor: integer('amount_minor'),
  currency: text('currency'),
  paymentId: text('payment_id'),
  attemptId: text('attempt_id'),
  createdAt: instant('created_at').notNull(),
  resolvedAt: instant('resolved_at'),
  resolution: text('resolution'),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId, column.clientId], foreignColumns: [clients.businessId, clients.id] }),
  uniqueIndex('review_items_once').on(column.businessId, column.dedupeKey),
  index('review_items_open').on(column.businessId, column.resolvedAt, column.id),
]);
