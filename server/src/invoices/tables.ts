import { sql } from 'drizzle-orm';
import type { BillingDetails, InvoiceLine, InvoiceTax } from '@portico/contract/invoices/invoice.ts';
import type { InvoiceSettings } from '@portico/contract/invoices/settings.ts';
import { boolean, bytes, check, foreignKey, index, instant, integer, json, primaryKey, table, text, uniqueIndex } from '../storage/columns.ts';
import { businesses } from '../business/tables.ts';
import { clients } from '../clients/tables.ts';

export const taxRates = table('tax_rates', {
  businessId: text('business_id').notNull(),
  id: text('id').notNull(),
  name: text('name').notNull(),
  ratePpm: integer('rate_ppm').notNull(),
  category: text('category').$type<'standard' | 'zero' | 'exempt' | 'reverse_charge'>().notNull(),
  isDefault: boolean('is_default').notNull(),
  archived: boolean('archived').notNull(),
  position: integer('position').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId], foreignColumns: [businesses.id] }),
  check('tax_rates_rate', sql`rate_ppm BETWEEN 0 AND 1000000`),
]);

/** Only what the owner changed; the rest is the defaults of `settings-rules.ts`. */
export const invoiceSettings = table('invoice_settings', {
  businessId: text('business_id').notNull(),
  settings: json<Partial<InvoiceSettings>>('settings').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId] }),
  foreignKey({ columns: [column.businessId], foreignColumns: [businesses.id] }),
]);

/** The last number given, per series and (for series that start again) year; year 0 for the others. */
export const invoiceCounters = table('invoice_counters', {
  businessId: text('business_id').notNull(),
  series: text('series').$type<'invoice' | 'credit_note'>().notNull(),
  year: integer('year').notNull(),
  last: integer('last').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.series, column.year] }),
  foreignKey({ columns: [column.businessId], foreignColumns: [businesses.id] }),
]);

/** What a client wants on the next invoices. */
export const clientBilling = table('client_billing', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  name: text('name').notNull(),
  address: text('address').notNull(),
  country: text('country').notNull(),
  taxNumber: text('tax_number').notNull(),
  poNumber: text('po_number').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.clientId] }),
  foreignKey({ columns: [column.businessId, column.clientId], foreignColumns: [clients.businessId, clients.id] }),
]);

/** Invoices and credit notes. Once issued, a trigger keeps what is on them as it was. */
export const invoices = table('invoices', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  id: text('id').notNull(),
  kind: text('kind').$type<'invoice' | 'credit_note'>().notNull(),
  /** Paid, overdue and the like follow from the ledger and the calendar. */
  stage: text('stage').$type<'draft' | 'issued' | 'void'>().notNull(),
  number: text('number'),
  numberYear: integer('number_year'),
  numberInYear: integer('number_in_year'),
  currency: text('currency').notNull(),
  /** Civil dates in the business's zone. */
  issuedOn: text('issued_on'),
  dueOn: text('due_on'),
  issuedAt: instant('issued_at'),
  lines: json<readonly InvoiceLine[]>('lines').notNull(),
  taxes: json<readonly (InvoiceTax & { baseMinor: number; amountMinor: number })[]>('taxes').notNull(),
  discountMinor: integer('discount_minor').notNull(),
  subtotalMinor: integer('subtotal_minor').notNull(),
  taxMinor: integer('tax_minor').notNull(),
  totalMinor: integer('total_minor').notNull(),
  depositMinor: integer('deposit_minor'),
  depositDueOn: text('deposit_due_on'),
  minimumPaymentMinor: integer('minimum_payment_minor'),
  /** Both parties as they were when it was issued. */
  seller: json<SellerDetails | null>('seller'),
  billing: json<BillingDetails | null>('billing'),
  poNumber: text('po_number').notNull(),
  note: text('note').notNull(),
  lang: text('lang').notNull(),
  sourceKind: text('source_kind').$type<'hand' | 'booking' | 'package' | 'plan' | 'late_fee'>().notNull(),
  /** The booking, package or plan period: each is invoiced once. */
  sourceId: text('source_id'),
  creditOf: text('credit_of'),
  voidReason: text('void_reason'),
  /** SHA-256 of the PDF made at issue; null as long as it is not made. */
  pdfHash: text('pdf_hash'),
  createdAt: instant('created_at').notNull(),
  /** Grows with every change of a draft, so that a save over somebody else's is noticed. */
  version: integer('version').notNull().default(0),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId, column.clientId], foreignColumns: [clients.businessId, clients.id] }),
  uniqueIndex('invoices_owned').on(column.businessId, column.clientId, column.id),
  uniqueIndex('invoices_number').on(column.businessId, column.number),
  uniqueIndex('invoices_source').on(column.businessId, column.sourceKind, column.sourceId),
  index('invoices_by_client').on(column.businessId, column.clientId, column.issuedAt, column.id),
  index('invoices_by_stage').on(column.businessId, column.stage, column.id),
  index('invoices_by_credit').on(column.businessId, column.creditOf, column.id),
  check('invoices_sum', sql`total_minor = subtotal_minor + tax_minor AND total_minor >= 0`),
  check('invoices_numbered', sql`(stage = 'draft') = (number IS NULL)`),
]);

export interface SellerDetails {
  readonly name: string;
  readonly address: string;
  readonly country: string;
  readonly taxNumber: string;
  readonly registration: string;
  readonly email: string;
  readonly phone: string;
  readonly bankDetails: string;
  readonly footer: string;
  readonly accent: string;
  readonly logoUrl: string;
}

/**
 * The books: double-entry, append-only. The entries of a transaction are written first; its own row seals it, and a
 * trigger refuses to seal what does not sum to zero.
 */
export const ledgerTransactions = table('ledger_transactions', {
  businessId: text('business_id').notNull(),
  id: text('id').notNull(),
  kind: text('kind').$type<LedgerKind>().notNull(),
  currency: text('currency').notNull(),
  /** The civil date it counts for, in the business's zone. */
  bookedOn: text('booked_on').notNull(),
  at: instant('at').notNull(),
  /** The same key is never booked twice: `issue:<invoice>`, `payment:<id>`. */
  dedupeKey: text('dedupe_key').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId], foreignColumns: [businesses.id] }),
  uniqueIndex('ledger_transactions_once').on(column.businessId, column.dedupeKey),
  index('ledger_transactions_by_date').on(column.businessId, column.bookedOn),
]);

export type LedgerKind = 'issue' | 'void' | 'credit_note' | 'payment' | 'credit_applied' | 'refund';

/** Debits are positive, credits negative, in minor units. */
export const ledgerEntries = table('ledger_entries', {
  businessId: text('business_id').notNull(),
  transactionId: text('transaction_id').notNull(),
  position: integer('position').notNull(),
  kind: text('kind').$type<LedgerKind>().notNull(),
  /** `receivable`, `revenue`, `tax:<id>`, `client_credit`, `refund_clearing`, `money:<method>`. */
  account: text('account').notNull(),
  clientId: text('client_id').notNull(),
  invoiceId: text('invoice_id'),
  currency: text('currency').notNull(),
  amountMinor: integer('amount_minor').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.transactionId, column.position] }),
  foreignKey({ columns: [column.businessId, column.clientId], foreignColumns: [clients.businessId, clients.id] }),
  foreignKey({ columns: [column.businessId, column.clientId, column.invoiceId], foreignColumns: [invoices.businessId, invoices.clientId, invoices.id] }),
  index('ledger_entries_by_invoice').on(column.businessId, column.invoiceId, column.account),
  index('ledger_entries_by_client').on(column.businessId, column.clientId, column.account),
  check('ledger_entries_amount', sql`amount_minor <> 0`),
]);

/** Money that came in. What became of it is in the ledger. */
export const payments = table('payments', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  id: text('id').notNull(),
  provider: text('provider').notNull(),
  method: text('method').notNull(),
  amountMinor: integer('amount_minor').notNull(),
  refundedMinor: integer('refunded_minor').notNull(),
  currency: text('currency').notNull(),
  receivedOn: text('received_on').notNull(),
  reference: text('reference').notNull(),
  allocations: json<readonly { invoiceId: string; number: string; amountMinor: number }[]>('allocations').notNull(),
  creditMinor: integer('credit_minor').notNull(),
  /** The provider's name for it; the same is never written twice. */
  providerRef: text('provider_ref'),
  createdAt: instant('created_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId, column.clientId], foreignColumns: [clients.businessId, clients.id] }),
  uniqueIndex('payments_owned').on(column.businessId, column.clientId, column.id),
  uniqueIndex('payments_provider_ref').on(column.businessId, column.provider, column.providerRef),
  index('payments_by_client').on(column.businessId, column.clientId, column.id),
  check('payments_amount', sql`amount_minor > 0 AND refunded_minor >= 0 AND refunded_minor <= amount_minor AND credit_minor >= 0 AND credit_minor <= amount_minor`),
]);

/** Money that went back. */
export const refunds = table('refunds', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  id: text('id').notNull(),
  paymentId: text('payment_id').notNull(),
  amountMinor: integer('amount_minor').notNull(),
  currency: text('currency').notNull(),
  reason: text('reason').notNull(),
  /** `pending`: the provider was asked, or will be. */
  state: text('state').$type<'pending' | 'succeeded' | 'failed'>().notNull().default('succeeded'),
  providerRef: text('provider_ref'),
  createdAt: instant('created_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId, column.clientId, column.paymentId], foreignColumns: [payments.businessId, payments.clientId, payments.id] }),
  index('refunds_by_payment').on(column.businessId, column.paymentId),
  index('refunds_by_client').on(column.businessId, column.clientId),
  check('refunds_amount', sql`amount_minor > 0`),
]);

/** PDFs as they were made, once: of an invoice or credit note, and of the receipt for a payment. */
export const papers = table('papers', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  kind: text('kind').$type<'invoice' | 'receipt'>().notNull(),
  /** The invoice or the payment. */
  subjectId: text('subject_id').notNull(),
  sha256: text('sha256').notNull(),
  name: text('name').notNull(),
  content: bytes('content').notNull(),
  createdAt: instant('created_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.kind, column.subjectId] }),
  foreignKey({ columns: [column.businessId, column.clientId], foreignColumns: [clients.businessId, clients.id] }),
]);
