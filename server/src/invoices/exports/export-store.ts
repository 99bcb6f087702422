import { and, asc, eq, gt, gte, inArray, lte, or, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '../../domain/scope.ts';
import type { ReadDb } from '../../storage/store.ts';
import type { InvoiceRow } from '../invoice-store.ts';
import type { PaymentRow, RefundRow } from '../payment-store.ts';
import { invoices, ledgerEntries, ledgerTransactions, payments, refunds } from '../tables.ts';

export interface ExportRange {
  readonly from: string;
  readonly until: string;
}

/** Issued papers in the order of their numbers, a page at a time; of one client, or of all. */
export const issuedPage = (db: ReadDb, scope: Scope, { from, until }: ExportRange, page: { readonly clientId: string | undefined; readonly after: InvoiceRow | undefined; readonly limit: number }): Promise<InvoiceRow[]> => db.select().from(invoices)
  .where(and(eq(invoices.businessId, scope.businessId), inArray(invoices.stage, ['issued', 'void']), gte(invoices.issuedOn, from), lte(invoices.issuedOn, until),
    page.clientId === undefined ? undefined : eq(invoices.clientId, page.clientId), afterInvoice(page.after)))
  .orderBy(asc(invoices.issuedAt), asc(invoices.numberInYear), asc(invoices.id)).limit(page.limit).execute();

const afterInvoice = (last: InvoiceRow | undefined): SQL | undefined => (last === undefined ? undefined
  : sql`(${invoices.issuedAt}, ${invoices.numberInYear}, ${invoices.id}) > (${last.issuedAt}, ${last.numberInYear}, ${last.id})`);

export const paymentsAfter = (db: ReadDb, scope: Scope, { from, until }: ExportRange, page: { readonly after: string; readonly limit: number }): Promise<PaymentRow[]> => db.select().from(payments)
  .where(and(eq(payments.businessId, scope.businessId), gte(payments.receivedOn, from), lte(payments.receivedOn, until), gt(payments.id, page.after))).orderBy(asc(payments.id)).limit(page.limit).execute();

/** What went back, of these payments. */
export async function refundsOf(db: ReadDb, scope: Scope, paymentIds: readonly string[]): Promise<RefundRow[]> {
  if (paymentIds.length === 0) return [];
  const rows = await db.select().from(refunds).where(and(eq(refunds.businessId, scope.businessId), inArray(refunds.paymentId, [...paymentIds])));
  // Not by the database, which would rather read all refunds in order than these few and sort them.
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

export interface JournalEntry {
  readonly transactionId: string;
  readonly position: number;
  readonly kind: string;
  readonly account: string;
  readonly currency: string;
  readonly amountMinor: number;
  readonly bookedOn: string;
  readonly key: string;
  readonly clientId: string;
  readonly invoiceId: string | null;
}

/** The journal in the order of its dates; whole transactions only, so that every page sums to zero. */
export async function journalPage(db: ReadDb, scope: Scope, { from, until }: ExportRange, page: { readonly after: { readonly bookedOn: string; readonly transactionId: string } | undefined; readonly limit: number }): Promise<JournalEntry[]> {
  const { after } = page;
  const transactions = await db.select().from(ledgerTransactions)
    .where(and(eq(ledgerTransactions.businessId, scope.businessId), gte(ledgerTransactions.bookedOn, from), lte(ledgerTransactions.bookedOn, until),
      after && or(gt(ledgerTransactions.bookedOn, after.bookedOn), and(eq(ledgerTransactions.bookedOn, after.bookedOn), gt(ledgerTransactions.id, after.transactionId)))))
    .orderBy(asc(ledgerTransactions.bookedOn), asc(ledgerTransactions.id)).limit(page.limit);
  if (transactions.length === 0) return [];
  const entries = await db.select().from(ledgerEntries).where(and(eq(ledgerEntries.businessId, scope.businessId), inArray(ledgerEntries.transactionId, transactions.map(({ id }) => id)))).orderBy(asc(ledgerEntries.position));
  const byTransaction = Map.groupBy(entries, ({ transactionId }) => transactionId);
  return transactions.flatMap(({ id, bookedOn, dedupeKey }) => (byTransaction.get(id) ?? []).map(({ transactionId, position, kind, account, currency, amountMinor, clientId, invoiceId }) => (
    { transactionId, position, kind, account, currency, amountMinor, bookedOn, key: dedupeKey, clientId, invoiceId })));
}

export async function numbersOf(db: ReadDb, scope: Scope, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.select({ id: invoices.id, number: invoices.number }).from(invoices).where(and(eq(invoices.businessId, scope.businessId), inArray(invoices.id, [...new Set(ids)])));
  return new Map(rows.map(({ id, number }) => [id, number ?? '']));
}
