import type { InvoiceSummary } from '@portico/contract/invoices/invoice.ts';

/** What is to be paid: some invoices in full, or one in part. */
export interface Wish {
  /** Which button: what becomes of it stands there. */
  readonly place: 'all' | 'row' | 'chosen' | 'part';
  readonly invoices: readonly InvoiceSummary[];
  /** Left out: all that is owed on them. */
  readonly amountMinor?: number;
}

export const wishKey = ({ place, invoices, amountMinor }: Wish): string => [place, ...invoices.map(({ id }) => id), amountMinor].join();
export const wishAmount = ({ invoices, amountMinor }: Wish): number => amountMinor ?? invoices.reduce((sum, { dueMinor }) => sum + dueMinor, 0);
