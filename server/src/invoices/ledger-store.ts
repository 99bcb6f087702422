import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Scope } from '../domain/scope.ts';
import { preparedWrite, type ReadDb, type WriteDb } from '../storage/store.ts';
import { ledgerEntries, ledgerTransactions } from './tables.ts';

export type LedgerTransactionRow = typeof ledgerTransactions.$inferSelect;
export type LedgerEntryRow = typeof ledgerEntries.$inferSelect;

const value = sql.placeholder;

const insertEntry = preparedWrite<LedgerEntryRow>((tx) => tx.insert(ledgerEntries).values({
  businessId: value('businessId'), transactionId: value('transactionId'), position: value('position'), kind: value('kind'), account: value('account'),
  clientId: value('clientId'), invoiceId: value('invoiceId'), currency: value('currency'), amountMinor: value('amountMinor'),
}));
const insertTransaction = preparedWrite<LedgerTransactionRow>((tx) => tx.insert(ledgerTransactions).values({
  businessId: value('businessId'), id: value('id'), kind: value('kind'), currency: value('currency'), bookedOn: value('bookedOn'), at: value('at'), dedupeKey: value('dedupeKey'),
}));

/** Entries first: the transaction's row seals them. */
export async function insertPosting(tx: WriteDb, transaction: LedgerTransactionRow, entries: readonly LedgerEntryRow[]): Promise<void> {
  for (const entry of entries) await insertEntry(tx, entry);
  await insertTransaction(tx, transaction);
}

/** What the books say of one invoice. */
export interface InvoiceBalance {
  /** Still owed. */
  readonly dueMinor: number;
  /** Came in as money or account credit. */
  readonly paidMinor: number;
  /** Taken back by credit notes. */
  readonly creditedMinor: number;
}

export const nothingOwed: InvoiceBalance = { dueMinor: 0, paidMinor: 0, creditedMinor: 0 };

/** The sums of an invoice's receivable entries, as columns. */
export const balanceColumns = {
  dueMinor: sql<number>`coalesce(sum(${ledgerEntries.amountMinor}), 0)`.mapWith(Number),
  paidMinor: sql<number>`coalesce(sum(case when ${ledgerEntries.kind} in ('payment', 'credit_applied') then -${ledgerEntries.amountMinor} end), 0)`.mapWith(Number),
  creditedMinor: sql<number>`coalesce(sum(case when ${ledgerEntries.kind} = 'credit_note' then -${ledgerEntries.amountMinor} end), 0)`.mapWith(Number),
};

export async function balancesOf(db: ReadDb, scope: Scope, invoiceIds: readonly string[]): Promise<Map<string, InvoiceBalance>> {
  if (invoiceIds.length === 0) return new Map();
  const rows = await db.select({ invoiceId: ledgerEntries.invoiceId, ...balanceColumns }).from(ledgerEntries)
    .where(and(eq(ledgerEntries.businessId, scope.businessId), inArray(ledgerEntries.invoiceId, [...invoiceIds]), eq(ledgerEntries.account, 'receivable')))
    .groupBy(ledgerEntries.invoiceId);
  return new Map(rows.map(({ invoiceId, ...balance }) => [invoiceId ?? '', balance]));
}

export async function balanceOf(db: ReadDb, scope: Scope, invoiceId: string): Promise<InvoiceBalance> {
  return (await balancesOf(db, scope, [invoiceId])).get(invoiceId) ?? nothingOwed;
}

/** Account credit of a client by currency, minor units; only what is not zero. */
export async function creditOf(db: ReadDb, scope: Scope, clientId: string): Promise<Map<string, number>> {
  const credit = sql<number>`-sum(${ledgerEntries.amountMinor})`.mapWith(Number);
  const rows = await db.select({ currency: ledgerEntries.currency, credit }).from(ledgerEntries)
    .where(and(eq(ledgerEntries.businessId, scope.businessId), eq(ledgerEntries.clientId, clientId), eq(ledgerEntries.account, 'client_credit')))
    .groupBy(ledgerEntries.currency);
  return new Map(rows.filter((row) => row.credit !== 0).map((row) => [row.currency, row.credit]));
}

/** What moved on one invoice, oldest first: payments, credit, credit notes. */
export const movementsOf = (db: ReadDb, scope: Scope, invoiceId: string): Promise<{ id: string; kind: LedgerEntryRow['kind']; amountMinor: number; bookedOn: string; dedupeKey: string }[]> => db
  .select({ id: ledgerTransactions.id, kind: ledgerEntries.kind, amountMinor: ledgerEntries.amountMinor, bookedOn: ledgerTransactions.bookedOn, dedupeKey: ledgerTransactions.dedupeKey })
  .from(ledgerEntries)
  .innerJoin(ledgerTransactions, and(eq(ledgerTransactions.businessId, ledgerEntries.businessId), eq(ledgerTransactions.id, ledgerEntries.transactionId)))
  .where(and(eq(ledgerEntries.businessId, scope.businessId), eq(ledgerEntries.invoiceId, invoiceId), eq(ledgerEntries.account, 'receivable'), inArray(ledgerEntries.kind, ['payment', 'credit_applied', 'credit_note'])))
  .orderBy(ledgerTransactions.at, ledgerTransactions.id).execute();
