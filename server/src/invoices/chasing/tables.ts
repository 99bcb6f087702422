import { foreignKey, index, instant, integer, primaryKey, table, text } from '../../storage/columns.ts';
import { invoices } from '../tables.ts';

/** Reminders that went out. Each stage of an invoice is here once at most, whatever jobs there are. */
export const invoiceReminders = table('invoice_reminders', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  invoiceId: text('invoice_id').notNull(),
  /** Negative: so many days before. */
  daysAfterDue: integer('days_after_due').notNull(),
  sentAt: instant('sent_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.invoiceId, column.daysAfterDue] }),
  foreignKey({ columns: [column.businessId, column.clientId, column.invoiceId], foreignColumns: [invoices.businessId, invoices.clientId, invoices.id] }),
  index('invoice_reminders_by_client').on(column.businessId, column.clientId),
]);

/** The same for the deposit, which has days of its own. */
export const depositReminders = table('deposit_reminders', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  invoiceId: text('invoice_id').notNull(),
  daysAfterDue: integer('days_after_due').notNull(),
  sentAt: instant('sent_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.invoiceId, column.daysAfterDue] }),
  foreignKey({ columns: [column.businessId, column.clientId, column.invoiceId], foreignColumns: [invoices.businessId, invoices.clientId, invoices.id] }),
  index('deposit_reminders_by_client').on(column.businessId, column.clientId),
]);

/** Invoices whose reminders and late fee somebody held back. */
export const reminderHolds = table('reminder_holds', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  invoiceId: text('invoice_id').notNull(),
  heldBy: text('held_by').notNull(),
  heldAt: instant('held_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.invoiceId] }),
  foreignKey({ columns: [column.businessId, column.clientId, column.invoiceId], foreignColumns: [invoices.businessId, invoices.clientId, invoices.id] }),
]);
