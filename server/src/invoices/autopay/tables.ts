import { clients } from '../../clients/tables.ts';
import { foreignKey, index, instant, integer, primaryKey, table, text, uniqueIndex } from '../../storage/columns.ts';
import { subscriptions } from '../plans/tables.ts';
import { invoices } from '../tables.ts';

/** What a provider keeps for a client. Never a number: names, and what the provider tells to recognise it by. */
export const paymentMethods = table('payment_methods', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  id: text('id').notNull(),
  provider: text('provider').$type<'stripe' | 'test'>().notNull(),
  accountId: text('account_id').notNull(),
  customerRef: text('customer_ref').notNull(),
  methodRef: text('method_ref').notNull(),
  brand: text('brand').notNull(),
  last4: text('last4').notNull(),
  expires: text('expires'),
  savedAt: instant('saved_at').notNull(),
  removedAt: instant('removed_at'),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId, column.clientId], foreignColumns: [clients.businessId, clients.id] }),
  uniqueIndex('payment_methods_owned').on(column.businessId, column.clientId, column.id),
  uniqueIndex('payment_methods_ref').on(column.businessId, column.provider, column.methodRef),
]);

/** Who agreed to what, when, in which words; append-only but for its end. */
export const autopayConsents = table('autopay_consents', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  id: text('id').notNull(),
  subscriptionId: text('subscription_id').notNull(),
  methodId: text('method_id').notNull(),
  contactId: text('contact_id').notNull(),
  wordingVersion: text('wording_version').notNull(),
  wording: text('wording').notNull(),
  amountMinor: integer('amount_minor').notNull(),
  currency: text('currency').notNull(),
  givenAt: instant('given_at').notNull(),
  endedAt: instant('ended_at'),
  /** `withdrawn` by the client, `method_removed`, `plan_ended`, `replaced` by a newer one. */
  endedBy: text('ended_by').$type<'withdrawn' | 'method_removed' | 'plan_ended' | 'replaced'>(),
  /** The subscription while it stands, null afterwards: one at a time. */
  standsFor: text('stands_for'),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId, column.clientId, column.subscriptionId], foreignColumns: [subscriptions.businessId, subscriptions.clientId, subscriptions.id] }),
  foreignKey({ columns: [column.businessId, column.clientId, column.methodId], foreignColumns: [paymentMethods.businessId, paymentMethods.clientId, paymentMethods.id] }),
  uniqueIndex('autopay_consents_standing').on(column.businessId, column.standsFor),
  index('autopay_consents_by_method').on(column.businessId, column.methodId),
]);

/** Invoices that are to be paid by themselves, once each. */
export const autopayCharges = table('autopay_charges', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  invoiceId: text('invoice_id').notNull(),
  subscriptionId: text('subscription_id').notNull(),
  /** A civil date in the business's zone. */
  chargeOn: text('charge_on').notNull(),
  /** The try that was made of it; null: not yet. */
  attemptId: text('attempt_id'),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.invoiceId] }),
  foreignKey({ columns: [column.businessId, column.clientId, column.invoiceId], foreignColumns: [invoices.businessId, invoices.clientId, invoices.id] }),
  foreignKey({ columns: [column.businessId, column.clientId, column.subscriptionId], foreignColumns: [subscriptions.businessId, subscriptions.clientId, subscriptions.id] }),
]);
