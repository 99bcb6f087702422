import type { PaymentAccount, ReviewItem } from '@portico/contract/invoices/checkout.ts';
import type { Billing, Invoice, InvoiceLineInput } from '@portico/contract/invoices/invoice.ts';
import type { Payment } from '@portico/contract/invoices/payments.ts';
import type { InvoiceSettings, TaxRate } from '@portico/contract/invoices/settings.ts';
import { computeTotals } from '@portico/contract/invoices/totals.ts';
import { addDays, civilOf } from '../ui/civil-time.ts';
import { money } from '../ui/formats.ts';
import { fakeId, fakeNow, fakeZone } from './fake-business.ts';

/** What the fake knows of invoices. */
export interface FakeInvoices {
  invoices: Invoice[];
  payments: Payment[];
  reviews: ReviewItem[];
  taxes: TaxRate[];
  settings: InvoiceSettings;
  accounts: PaymentAccount[];
  billing: Map<string, Billing>;
  credit: Map<string, number>;
  issued: number;
  credited: number;
}

export const fakeToday = civilOf(fakeNow, fakeZone).date;

export function makeFakeInvoices(clients: readonly { readonly id: string; readonly name: string }[]): FakeInvoices {
  const taxes: TaxRate[] = [
    { id: fakeId('tax', 1), name: 'VAT', ratePpm: 150_000, category: 'standard', isDefault: true, archived: false }, { id: fakeId('tax', 2), name: 'Exempt', ratePpm: 0, category: 'exempt', isDefault: false, archived: false },
  ];
  const world: FakeInvoices = {
    invoices: [], payments: [], taxes, accounts: [], billing: new Map(), credit: new Map(), issued: 0, credited: 0,
    settings: {
      legalName: 'River Physio (Pty) Ltd', legalAddress: '4 Mill Lane\nNewlands, Cape Town', country: 'ZA', taxNumber: '4123456789', registration: '', bankDetails: 'Riverside Bank, 62 555 010 101, branch 250 655', footer: '', paymentDays: 14, pricesIncludeTax: false,
      invoiceSeries: { pattern: 'INV-{year}-{number}', digits: 4, yearly: true }, creditNoteSeries: { pattern: 'CN-{year}-{number}', digits: 4, yearly: true }, reminderDays: [-3, 1, 7, 21], cancelledPaid: 'ask', lateFee: { kind: 'none' },
    },
    reviews: clients.length === 0 ? [] : [
      { id: fakeId('review', 1), kind: 'unknown_payment', clientId: null, clientName: null, provider: 'stripe', text: 'A payment of R 650 came in that names no invoice of ours. Look at it in Stripe, then record it or give it back there.', amountMinor: 65_000, currency: 'ZAR', label: 'R 650', paymentId: null, attemptId: null, createdAt: '2026-11-24T06:10:00Z', resolvedAt: null, resolution: null },
      { id: fakeId('review', 2), kind: 'refund_failed', clientId: clients[2]?.id ?? null, clientName: clients[2]?.name ?? null, provider: 'stripe', text: 'A refund did not go through (the bank did not take it). The money is account credit again: try once more, or pay it back another way.', amountMinor: 42_000, currency: 'ZAR', label: 'R 420', paymentId: null, attemptId: null, createdAt: '2026-11-23T14:30:00Z', resolvedAt: null, resolution: null },
    ],
  };
  const plans: readonly (readonly [client: number, title: string, price: number, quantity: number, dueIn: number, paid: number])[] = [
    [0, 'Follow-up, 29 July', 42_000, 1000, -102, 0], [8, 'Sports massage, 20 September', 78_050, 2000, -55, 0], [10, 'Pool sessions, September', 52_000, 8000, -41, 100_000], [2, 'Initial consultation, 18 October', 65_000, 1000, -23, 65_000 + 9750],
    [3, 'Sports massage, 2 November', 78_050, 1500, -8, 0], [23, 'Home programme and a supervised return to running, with a written report for the insurer', 185_000, 1000, 9, 0], [4, 'Follow-up', 42_000, 1000, 14, 0],
  ];
  for (const [client, description, unitPriceMinor, quantityMilli, dueIn, paid] of plans) {
    const who = clients[client];
    if (!who) continue;
    const invoice = addInvoice(world, who, [{ description, unitPriceMinor, quantityMilli, discount: null, taxIncluded: false, taxIds: [fakeId('tax', 1)] }], { dueOn: addDays(fakeToday, dueIn), poNumber: client === 10 ? 'PO-7781' : '' });
    issue(world, invoice, addDays(fakeToday, dueIn - 14));
    if (paid > 0) pay(world, invoice, paid, 'bank_transfer', addDays(fakeToday, dueIn - 2));
  }
  if (clients[5]) addInvoice(world, clients[5], [{ description: 'Follow-up', unitPriceMinor: 42_000, quantityMilli: 1000, discount: null, taxIncluded: false, taxIds: [fakeId('tax', 1)] }], {});
  return world;
}

type Terms = Partial<Pick<Invoice, 'dueOn' | 'poNumber' | 'note' | 'lang' | 'currency' | 'depositMinor' | 'depositDueOn' | 'minimumPaymentMinor' | 'source'>>;

export function addInvoice(world: FakeInvoices, client: { readonly id: string; readonly name: string }, lines: readonly InvoiceLineInput[], terms: Terms): Invoice {
  const invoice: Invoice = {
    id: fakeId('invoice', world.invoices.length + 1), kind: 'invoice', status: 'draft', number: null, clientId: client.id, clientName: client.name, currency: 'ZAR', paidMinor: 0, creditedMinor: 0, issuedOn: null, dueOn: null,
    minimumPaymentMinor: null, depositMinor: null, depositDueOn: null, canPay: false, hasPdf: false, poNumber: '', note: '', lang: 'en-ZA', source: { kind: 'hand', id: null }, creditOf: null, payments: [], version: 0, voidReason: null, createdAt: fakeNow, issuedAt: null,
    billing: world.billing.get(client.id) ?? { name: client.name, address: '', country: '', taxNumber: '', email: '' }, ...terms, ...priced(world, lines, terms.currency ?? 'ZAR'),
  };
  world.invoices.push(invoice);
  return invoice;
}

export function priced({ taxes }: FakeInvoices, lines: readonly InvoiceLineInput[], currency: string) {
  const totals = computeTotals(lines, taxes);
  const { totalMinor, subtotalMinor, discountMinor, taxMinor } = totals;
  const total = money(totalMinor, currency);
  return {
    lines: lines.map((line, index) => ({ ...line, ...totals.lines[index]! })), taxes: totals.taxes.map((tax) => ({ ...tax, label: money(tax.amountMinor, currency) })), totalMinor, subtotalMinor, discountMinor, taxMinor, dueMinor: totalMinor,
    title: `${lines[0]?.description.split('\n')[0]}${lines.length > 1 ? ` + ${lines.length - 1}` : ''}`, label: { total, due: total, paid: money(0, currency), subtotal: money(subtotalMinor, currency), issuedOn: null, dueOn: null, dueIn: null, issuedDay: null, dueDay: null },
  };
}

export function issue(world: FakeInvoices, invoice: Invoice, issuedOn = fakeToday): Invoice {
  const isNote = invoice.kind === 'credit_note';
  const count = isNote ? (world.credited += 1) : (world.issued += 1);
  Object.assign(invoice, { number: `${isNote ? 'CN' : 'INV'}-2026-${String(count).padStart(4, '0')}`, issuedOn, issuedAt: fakeNow, dueOn: isNote ? null : invoice.dueOn ?? addDays(issuedOn, 14) });
  return settle(invoice);
}

export function settle(invoice: Invoice): Invoice {
  const due = invoice.totalMinor - invoice.paidMinor - invoice.creditedMinor;
  const status = due <= 0 ? (invoice.paidMinor === 0 ? 'credited' : 'paid') : (invoice.dueOn ?? '9999') < fakeToday ? 'overdue' : due < invoice.totalMinor ? 'partly_paid' : 'issued';
  return Object.assign(invoice, { dueMinor: due, status: invoice.kind === 'credit_note' ? 'issued' : status, canPay: due > 0 });
}

/** Pays invoices with what came in; the rest is account credit. */
export function pay(world: FakeInvoices, invoice: Invoice, amountMinor: number, method: string, receivedOn: string, rest: { reference?: string; more?: readonly (readonly [Invoice, number])[]; allMinor?: number } = {}): Payment {
  const parts = [[invoice, Math.min(amountMinor, invoice.dueMinor)] as const, ...rest.more ?? []].filter(([, part]) => part > 0);
  const whole = rest.allMinor ?? amountMinor;
  const left = whole - parts.reduce((sum, [, part]) => sum + part, 0);
  const payment: Payment = {
    id: fakeId('payment', world.payments.length + 1), clientId: invoice.clientId, clientName: invoice.clientName, status: 'succeeded', method, provider: 'manual', amountMinor: whole, refundedMinor: 0, currency: invoice.currency, label: money(whole, invoice.currency),
    receivedOn, reference: rest.reference ?? '', allocations: parts.map(([one, part]) => ({ invoiceId: one.id, number: one.number ?? '', amountMinor: part })), creditMinor: left,
  };
  world.payments.unshift(payment);
  for (const [one, part] of parts) {
    one.paidMinor += part;
    one.payments.push({ id: payment.id, amountMinor: part, label: money(part, one.currency), method, receivedOn, kind: 'payment' });
    settle(one);
  }
  addCredit(world, invoice.clientId, left);
  return payment;
}

export function addCredit({ credit }: FakeInvoices, clientId: string, minor: number): void {
  credit.set(clientId, (credit.get(clientId) ?? 0) + minor);
}
