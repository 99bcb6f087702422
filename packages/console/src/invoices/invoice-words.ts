import type { InvoiceStatus } from '@portico/contract/invoices/invoice.ts';
import type { Receivables } from '@portico/contract/invoices/payments.ts';
import type { ChoiceOption } from '../ui/portico-choice.ts';

export const invoiceWords: Readonly<Record<InvoiceStatus, string>> = { draft: 'Draft', issued: 'Open', partly_paid: 'Partly paid', paid: 'Paid', overdue: 'Overdue', void: 'Void', credited: 'Credited' };
export const invoiceTone: Readonly<Record<InvoiceStatus, string>> = { draft: '', issued: 'warn', partly_paid: 'warn', paid: 'good', overdue: 'bad', void: '', credited: '' };

export const ageWords: Readonly<Record<Receivables['buckets'][number]['name'], string>> = {
  current: 'Not yet due', days_1_30: '1–30 days late', days_31_60: '31–60 days late', days_61_90: '61–90 days late', over_90: 'Over 90 days late',
};

const methodWords: Readonly<Record<string, string>> = {
  bank_transfer: 'Bank transfer', cash: 'Cash', card_terminal: 'Card terminal', card: 'Card', other: 'Another way', credit_applied: 'Account credit', credit_note: 'Credit note', sepa_debit: 'Direct debit',
};
export const methodWord = (method: string): string => methodWords[method] ?? method.replaceAll('_', ' ');
export const methodChoices: readonly ChoiceOption[] = ['bank_transfer', 'cash', 'card_terminal', 'other'].map((value) => ({ value, label: methodWord(value) }));
