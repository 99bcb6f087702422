import { and, asc, eq, max, sql } from 'drizzle-orm';
import type { InvoiceSettings } from '@portico/contract/invoices/settings.ts';
import type { Scope } from '../domain/scope.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import { withDefaults } from './settings-rules.ts';
import { clientBilling, invoiceCounters, invoiceSettings, taxRates } from './tables.ts';

export type TaxRow = typeof taxRates.$inferSelect;
export type BillingRow = typeof clientBilling.$inferSelect;

export async function settingsOf(db: ReadDb, businessId: string): Promise<InvoiceSettings> {
  const [row] = await db.select({ settings: invoiceSettings.settings }).from(invoiceSettings).where(eq(invoiceSettings.businessId, businessId));
  return withDefaults(row?.settings);
}

export async function saveSettings(tx: WriteDb, businessId: string, settings: InvoiceSettings): Promise<void> {
  await tx.insert(invoiceSettings).values({ businessId, settings }).onConflictDoUpdate({ target: invoiceSettings.businessId, set: { settings } });
}

/** Gives out the next number: the row is locked by the transaction, so there is no gap and no double. */
export async function nextNumber(tx: WriteDb, businessId: string, series: 'invoice' | 'credit_note', year: number): Promise<number> {
  const [row] = await tx.insert(invoiceCounters).values({ businessId, series, year, last: 1 })
    .onConflictDoUpdate({ target: [invoiceCounters.businessId, invoiceCounters.series, invoiceCounters.year], set: { last: sql`${invoiceCounters.last} + 1` } })
    .returning({ last: invoiceCounters.last });
  if (!row) throw new Error('the counter gave no number');
  return row.last;
}

/** The last number given in a year of a series; year 0 for numbers that never start again. */
export async function lastNumber(db: ReadDb, businessId: string, series: 'invoice' | 'credit_note', year: number): Promise<number> {
  const [row] = await db.select({ last: invoiceCounters.last }).from(invoiceCounters).where(and(eq(invoiceCounters.businessId, businessId), eq(invoiceCounters.series, series), eq(invoiceCounters.year, year)));
  return row?.last ?? 0;
}

export const taxesOf = (db: ReadDb, businessId: string): Promise<TaxRow[]> =>
  db.select().from(taxRates).where(eq(taxRates.businessId, businessId)).orderBy(asc(taxRates.position), asc(taxRates.id)).execute();

export async function insertTax(tx: WriteDb, row: Omit<TaxRow, 'position'>): Promise<void> {
  const [last] = await tx.select({ position: max(taxRates.position) }).from(taxRates).where(eq(taxRates.businessId, row.businessId));
  await tx.insert(taxRates).values({ ...row, position: (last?.position ?? 0) + 1 });
}

export async function updateTax(tx: WriteDb, businessId: string, id: string, change: Partial<TaxRow>): Promise<void> {
  if (Object.keys(change).length > 0) await tx.update(taxRates).set(change).where(and(eq(taxRates.businessId, businessId), eq(taxRates.id, id)));
}

export async function billingOf(db: ReadDb, scope: Scope, clientId: string): Promise<BillingRow | undefined> {
  const [row] = await db.select().from(clientBilling).where(and(eq(clientBilling.businessId, scope.businessId), eq(clientBilling.clientId, clientId)));
  return row;
}

export async function saveBilling(tx: WriteDb, row: BillingRow): Promise<void> {
  const { businessId: _, clientId: __, ...set } = row;
  await tx.insert(clientBilling).values(row).onConflictDoUpdate({ target: [clientBilling.businessId, clientBilling.clientId], set });
}
