import type { InvoiceStatus } from '@portico/contract/invoices/invoice.ts';
import type { InvoiceBalance } from './ledger-store.ts';

export interface Standing {
  readonly kind: 'invoice' | 'credit_note';
  readonly stage: 'draft' | 'issued' | 'void';
  readonly dueOn: string | null;
  readonly depositMinor: number | null;
  readonly depositDueOn: string | null;
}

/** Where an invoice stands; civil dates of the business's zone compare as text. */
export function statusOf(invoice: Standing, balance: InvoiceBalance, today: string): InvoiceStatus {
  if (invoice.stage !== 'issued') return invoice.stage;
  if (invoice.kind === 'credit_note') return 'issued';
  if (balance.dueMinor <= 0) return balance.creditedMinor > 0 && balance.paidMinor === 0 ? 'credited' : 'paid';
  if (isLate(invoice, balance, today)) return 'overdue';
  return balance.paidMinor + balance.creditedMinor > 0 ? 'partly_paid' : 'issued';
}

function isLate({ dueOn, depositMinor, depositDueOn }: Standing, { paidMinor }: InvoiceBalance, today: string): boolean {
  if (dueOn !== null && dueOn < today) return true;
  return depositMinor !== null && depositDueOn !== null && depositDueOn < today && paidMinor < depositMinor;
}

/** Gives money to invoices, the first ones first; answers what is left. */
export function spreadOver<Owed extends { readonly dueMinor: number }>(amountMinor: number, owed: readonly Owed[]): { readonly parts: readonly { readonly invoice: Owed; readonly amountMinor: number }[]; readonly leftMinor: number } {
  let left = amountMinor;
  const parts: { invoice: Owed; amountMinor: number }[] = [];
  for (const invoice of owed) {
    const part = Math.min(left, Math.max(0, invoice.dueMinor));
    if (part > 0) parts.push({ invoice, amountMinor: part });
    left -= part;
  }
  return { parts, leftMinor: left };
}

/** Ageing: which bucket an unpaid invoice belongs to. */
export const ageBuckets = ['current', 'days_1_30', 'days_31_60', 'days_61_90', 'over_90'] as const;
export type AgeBucket = (typeof ageBuckets)[number];
export function ageBucket(daysLate: number): AgeBucket {
  if (daysLate <= 0) return 'current';
  if (daysLate <= 30) return 'days_1_30';
  if (daysLate <= 60) return 'days_31_60';
  return daysLate <= 90 ? 'days_61_90' : 'over_90';
}
