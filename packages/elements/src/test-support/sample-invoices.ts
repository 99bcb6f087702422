import type { PaymentAttempt } from '@portico/contract/invoices/checkout.ts';
import type { Billing, Invoice, InvoiceStart, InvoiceSummary } from '@portico/contract/invoices/invoice.ts';
import type { ClientPackage, PackageBalance, PackageProduct } from '@portico/contract/invoices/packages.ts';
import type { Payment } from '@portico/contract/invoices/payments.ts';
import { sampleStart } from './sample-bookings.ts';

/** What a client of the physiotherapist owes on Wednesday 25 November 2026, as the server would say it. */
const rand = (minor: number): string => `R ${String(minor / 100).replace(/(\d)(\d{3})\b/, '$1 $2')}`;

export function sampleSummary(number: number, change: Partial<InvoiceSummary> = {}): InvoiceSummary {
  const totalMinor = change.totalMinor ?? 48_000;
  const paidMinor = change.paidMinor ?? 0;
  const dueMinor = change.dueMinor ?? totalMinor - paidMinor;
  const isOpen = dueMinor > 0;
  return {
    id: `invoice-00000000000${number}`, kind: 'invoice', status: 'issued', number: `INV-2026-00${number}`, clientId: 'client-000000000001', clientName: 'Thandi Mokoena',
    title: 'Follow-up visit', currency: 'ZAR', totalMinor, paidMinor, creditedMinor: 0, dueMinor, minimumPaymentMinor: null, issuedOn: '2026-11-13', dueOn: '2026-11-27',
    depositMinor: null, depositDueOn: null, canPay: isOpen, hasPdf: true,
    label: {
      total: rand(totalMinor), due: rand(dueMinor), paid: rand(paidMinor), subtotal: rand(Math.round(totalMinor / 1.15)), issuedOn: 'Friday 13 November 2026', dueOn: 'Friday 27 November 2026',
      dueIn: isOpen ? 'in 2 days' : null, issuedDay: '13 Nov 2026', dueDay: 'Friday',
    },
    ...change,
  };
}

const settled = (number: number, change: Partial<InvoiceSummary> = {}): InvoiceSummary => sampleSummary(number, { status: 'paid', paidMinor: 48_000, dueMinor: 0, issuedOn: '2026-09-04', ...change });
export const open = sampleSummary(42);
export const overdue = sampleSummary(38, { status: 'overdue', title: 'Initial consultation', totalMinor: 65_000, label: { ...sampleSummary(38, { totalMinor: 65_000 }).label, dueDay: '5 November' } });
export const partly = sampleSummary(40, { status: 'partly_paid', title: 'Running assessment + 1', totalMinor: 137_000, paidMinor: 50_000, minimumPaymentMinor: 34_000 });
export const settledOnes: readonly InvoiceSummary[] = [
  settled(31), settled(30, { kind: 'credit_note', status: 'issued', number: 'CN-2026-0003', paidMinor: 0 }), settled(29, { status: 'void' }), settled(28, { status: 'credited', paidMinor: 0, creditedMinor: 48_000 }),
];

const { business } = sampleStart();
export const bankDetails = 'River Physiotherapy\nWeir Bank, branch 000 148\nAccount 0148 2200 71';

export function sampleInvoices(items: readonly InvoiceSummary[] = [overdue, partly, open], change: Partial<InvoiceStart> = {}): InvoiceStart {
  const dueMinor = items.reduce((sum, one) => sum + one.dueMinor, 0);
  const overdueMinor = items.filter(({ status }) => status === 'overdue').reduce((sum, one) => sum + one.dueMinor, 0);
  const first = items[0];
  return {
    business, email: 'hello@river-physio.example',
    owed: first ? [{
      currency: 'ZAR', dueMinor, label: rand(dueMinor), overdueMinor, overdueLabel: rand(overdueMinor), nextDueOn: first.dueOn, nextDueLabel: first.label.dueOn, nextDueDay: first.label.dueDay, count: items.length,
    }] : [],
    credit: [], packages: [], offers: [], plans: { items: [], methods: [] }, open: [...items], recent: { items: [...items, ...settledOnes], nextCursor: 'more' }, latestId: items.at(-1)?.id ?? settledOnes[0]?.id ?? null,
    methods: ['card', 'bank_transfer'], bankDetails, ...change,
  };
}

export function sampleInvoice(summary: InvoiceSummary = open, change: Partial<Invoice> = {}): Invoice {
  const subtotalMinor = Math.round(summary.totalMinor / 1.15);
  const taxMinor = summary.totalMinor - subtotalMinor;
  return {
    ...summary,
    lines: [{ description: summary.title, quantityMilli: 2000, unitPriceMinor: summary.totalMinor / 2, discount: null, taxIncluded: true, taxIds: ['vat'], grossMinor: summary.totalMinor, discountMinor: 0, amountMinor: summary.totalMinor, netMinor: subtotalMinor }],
    taxes: [{ id: 'vat', name: 'VAT', ratePpm: 150_000, category: 'standard', baseMinor: subtotalMinor, amountMinor: taxMinor, label: rand(taxMinor) }],
    discountMinor: 0, subtotalMinor, taxMinor, billing: { name: 'Thandi Mokoena', address: '14 Willow Street\nCape Town', country: 'ZA', taxNumber: '', email: 'thandi@example.com' },
    poNumber: 'PO-7741', note: 'Thank you.', lang: 'en', source: { kind: 'hand', id: null }, creditOf: null,
    payments: summary.paidMinor > 0 ? [{ id: 'payment-000000000001', amountMinor: summary.paidMinor, label: rand(summary.paidMinor), method: 'bank_transfer', receivedOn: '2026-11-18', kind: 'payment' }] : [],
    version: 0, voidReason: null, createdAt: '2026-11-13T08:00:00.000Z', issuedAt: '2026-11-13T08:00:00.000Z', ...change,
  };
}

export const sampleAttempt = (change: Partial<PaymentAttempt> = {}): PaymentAttempt => ({
  id: 'attempt-000000000001', state: 'open', provider: 'test', url: '#left', amountMinor: 48_000, currency: 'ZAR', label: 'R 480', invoiceIds: [open.id], failure: null, paymentId: null,
  expiresAt: '2026-11-25T10:00:00.000Z', ...change,
});

export const samplePayment: Payment = {
  id: 'payment-000000000001', clientId: 'client-000000000001', clientName: 'Thandi Mokoena', status: 'partly_refunded', method: 'bank_transfer', provider: 'manual', amountMinor: 50_000, refundedMinor: 10_000,
  currency: 'ZAR', label: 'R 500', receivedOn: '2026-11-18', reference: 'INV-2026-0040', allocations: [{ invoiceId: partly.id, number: 'INV-2026-0040', amountMinor: 50_000 }], creditMinor: 0,
};

export const sampleBilling: Billing = { name: 'Thandi Mokoena', address: '14 Willow Street\nCape Town', country: 'ZA', taxNumber: '', email: 'thandi@example.com', poNumber: '' };

export const samplePackage: PackageBalance = {
  id: 'package-000000000001', name: 'Ten visits', sessions: 10, remaining: 3, expiresOn: '2027-05-31', serviceIds: [],
  label: { remaining: '3', sessions: '10', expiresOn: 'Monday 31 May 2027' },
};

export const sampleOffer: PackageProduct = {
  id: 'product-000000000001', name: 'Ten visits', description: 'Follow-ups, whenever you need them.', sessions: 10, priceMinor: 450_000, priceLabel: 'R 4 500', taxIncluded: true, taxIds: [], validDays: 180, serviceIds: [], onSale: true, usableAtOnce: false, archived: false,
};

export const sampleClientPackage = (change: Partial<ClientPackage> = {}): ClientPackage => ({
  ...samplePackage, state: 'active', invoiceId: 'invoice-package', invoiceNumber: 'INV-2026-0039', isPaid: true, boughtAt: '2026-10-01T08:00:00.000Z',
  entries: [
    { id: 'entry-1', kind: 'bought', change: 10, at: '2026-10-01T08:00:00.000Z', bookingId: null, booking: null, reason: null },
    { id: 'entry-2', kind: 'used', change: -1, at: '2026-10-02T08:00:00.000Z', bookingId: 'booking-1', booking: { service: 'Follow-up visit', date: 'Friday 9 October 2026', time: '09:00' }, reason: null },
    { id: 'entry-3', kind: 'corrected', change: -6, at: '2026-10-03T08:00:00.000Z', bookingId: null, booking: null, reason: 'Six visits before we had this' },
  ], ...change,
});
