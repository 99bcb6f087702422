import type { InvoiceSummary } from '@portico/contract/invoices/invoice.ts';
import type { RecordPaymentInput } from '@portico/contract/invoices/payments.ts';
import { amountFrom } from '../ui/amount-text.ts';
import { dayTrouble } from '../ui/day-text.ts';
import { fractionDigits, theHouse, today } from '../ui/formats.ts';
import { amountHint } from './invoice-draft.ts';

/** Money that came in, as it stands in the form. */
export interface PaymentDraft {
  amount: string; method: string; receivedOn: string; reference: string; currency: string;
  /** The oldest first, or those that are chosen. */
  spread: string;
  /** What each chosen invoice gets, by its id. */
  parts: Readonly<Record<string, string>>;
}

export interface ReadPayment {
  readonly input: Omit<RecordPaymentInput, 'clientId' | 'reference'> & { reference: string };
  readonly errors: Record<string, string>;
  /** What is left of it once the chosen ones are paid: it becomes account credit. */
  readonly leftMinor: number;
}

export function readPayment(draft: PaymentDraft, open: readonly InvoiceSummary[]): ReadPayment {
  const errors: Record<string, string> = {};
  const { lang } = theHouse();
  const digits = fractionDigits(draft.currency);
  const amountMinor = amountFrom(draft.amount, digits, lang) ?? 0;
  if (amountMinor === 0) errors['amountMinor'] = amountHint(draft.currency);
  const day = dayTrouble(draft.receivedOn, { max: today() });
  if (day) errors['receivedOn'] = day;
  const allocations = draft.spread === 'oldest' ? [] : open.flatMap(({ id, dueMinor }) => {
    const text = draft.parts[id];
    if (text === undefined) return [];
    const part = amountFrom(text, digits, lang) ?? 0;
    if (part === 0) errors[`parts.${id}`] = amountHint(draft.currency);
    else if (part > dueMinor) errors[`parts.${id}`] = 'Less than that is owed on it.';
    return [{ invoiceId: id, amountMinor: part }];
  });
  const leftMinor = amountMinor - allocations.reduce((sum, part) => sum + part.amountMinor, 0);
  if (draft.spread === 'chosen' && allocations.length === 0) errors['parts'] = 'Choose an invoice, or let it pay the oldest first.';
  else if (leftMinor < 0) errors['parts'] = 'This pays more than came in.';
  const { method, receivedOn, reference, currency } = draft;
  return {
    input: { amountMinor, currency, method: method as RecordPaymentInput['method'], receivedOn, reference: reference.trim(), ...(draft.spread === 'chosen' && { allocations }) }, errors, leftMinor,
  };
}
