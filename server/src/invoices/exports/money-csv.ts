import { amountCell, csvLine, type Cell } from '../../domain/csv.ts';
import type { PaymentRow, RefundRow } from '../payment-store.ts';
import type { JournalEntry } from './export-store.ts';

export const paymentHeader = (): string => csvLine(['record', 'date', 'client', 'currency', 'amount', 'method', 'provider', 'reference', 'invoices', 'account credit', 'state', 'payment']);

/** A payment, and what of it went back as rows of their own, negative. */
export function paymentRecords(row: PaymentRow, client: string, back: readonly RefundRow[], dateOf: (instant: number) => string): string {
  const { currency } = row;
  return [
    csvLine(['payment', row.receivedOn, client, currency, amountCell(row.amountMinor, currency), row.method, row.provider, row.reference, row.allocations.map(({ number }) => number).join(' '), amountCell(row.creditMinor, currency), 'succeeded', row.id]),
    ...back.map((refund) => csvLine(['refund', dateOf(refund.createdAt), client, currency, amountCell(-refund.amountMinor, currency), row.method, row.provider, refund.reason, '', null, refund.state, row.id])),
  ].join('');
}

export const journalHeader = (): string => csvLine(['date', 'transaction', 'kind', 'account', 'currency', 'debit', 'credit', 'client', 'invoice', 'key']);

/** One entry of the journal; debits and credits in columns of their own, as books have them. */
export function journalRecord({ bookedOn, transactionId, kind, account, currency, amountMinor, key }: JournalEntry, client: string, number: string): string {
  const debit: Cell = amountMinor > 0 ? amountCell(amountMinor, currency) : null;
  const credit: Cell = amountMinor < 0 ? amountCell(-amountMinor, currency) : null;
  return csvLine([bookedOn, transactionId, kind, account, currency, debit, credit, client, number, key]);
}
