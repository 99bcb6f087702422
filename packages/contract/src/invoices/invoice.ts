import { z } from 'zod';
import { BusinessPage } from '../business.ts';
import { CivilDate, Currency, Id, Instant, Language, Line, Lines, PageQuery, pageOf } from '../primitives.ts';
import { largestQuantityMilli, largestTotalMinor, largestUnitPriceMinor, mostLines } from './limits.ts';
import { PackageBalance, PackageProduct } from './packages.ts';
import { OwnPlanList } from './plans.ts';

/** An amount of money on an invoice, in integer minor units of its currency; never negative. */
export const InvoiceAmount = z.int('Use whole minor units (cents).').min(0, 'Use an amount of at least zero.').max(largestTotalMinor, 'This amount is too large.');
/** The same, and something. */
export const PositiveAmount = InvoiceAmount.min(1, 'Use an amount above zero.');

export const taxCategories = ['standard', 'zero', 'exempt', 'reverse_charge'] as const;

/** A tax as an invoice carries it. */
export const InvoiceTax = z.object({ id: z.string(), name: z.string(), ratePpm: z.int(), category: z.enum(taxCategories) }).meta({ id: 'InvoiceTax' });
export type InvoiceTax = z.infer<typeof InvoiceTax>;

export const DiscountInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), ppm: z.int().min(1).max(1_000_000, 'Take off at most 100 %.') }),
  z.strictObject({ kind: z.literal('amount'), minor: PositiveAmount }),
]);

/** A line as it is written. */
export const InvoiceLineInput = z.strictObject({
  description: Lines(500).refine((text) => text.length > 0, 'Say what it is for.'),
  /** Thousandths of a unit: 1.5 hours is 1500. */
  quantityMilli: z.int('Use at most three decimals.').min(1, 'Use a quantity above zero.').max(largestQuantityMilli, 'Use a smaller quantity.').default(1000),
  unitPriceMinor: z.int('Use whole minor units (cents).').min(0, 'Use a price of at least zero.').max(largestUnitPriceMinor, 'Use a smaller price.'),
  discount: DiscountInput.nullable().default(null),
  /** Is the tax inside the price? */
  taxIncluded: z.boolean().default(false),
  taxIds: z.array(Id).max(4, 'Use at most four taxes on a line.').default([]),
});
export type InvoiceLineInput = z.infer<typeof InvoiceLineInput>;

/** A line with what it comes to. */
export const InvoiceLine = z.object({
  description: z.string(), quantityMilli: z.int(), unitPriceMinor: z.int(),
  discount: z.object({ kind: z.enum(['percent', 'amount']), ppm: z.int().optional(), minor: z.int().optional() }).nullable(),
  taxIncluded: z.boolean(), taxIds: z.array(z.string()),
  grossMinor: z.int(), discountMinor: z.int(), amountMinor: z.int(), netMinor: z.int(),
}).meta({ id: 'InvoiceLine' });
export type InvoiceLine = z.infer<typeof InvoiceLine>;

/** Who an invoice is made out to, as it was when it was issued. */
export const BillingDetails = z.object({ name: z.string(), address: z.string(), country: z.string(), taxNumber: z.string(), email: z.string() }).meta({ id: 'BillingDetails' });
export type BillingDetails = z.infer<typeof BillingDetails>;
const country = z.string().trim().regex(/^([A-Z]{2})?$/, 'Use a country code of two letters, such as ZA.');
export const ChangeBillingInput = z.strictObject({
  name: Line(120).optional(), address: Lines(400).optional(), country: country.optional(), taxNumber: z.string().trim().max(40, 'Keep it under 40 characters.').optional(),
  poNumber: z.string().trim().max(60, 'Keep it under 60 characters.').optional(),
});
export type ChangeBillingInput = z.infer<typeof ChangeBillingInput>;
/** What the next invoices will say; a client may change it. */
export const Billing = BillingDetails.extend({ poNumber: z.string() }).meta({ id: 'Billing' });
export type Billing = z.infer<typeof Billing>;

/**
 * `issued`: to be paid, not yet due. `partly_paid`: some of it came, and the rest is not overdue. `overdue`: something is
 * owed after the due date. `credited`: a credit note took all of it back. Derived from the ledger and the calendar.
 */
export const invoiceStatuses = ['draft', 'issued', 'partly_paid', 'paid', 'overdue', 'void', 'credited'] as const;
export const InvoiceStatus = z.enum(invoiceStatuses);
export type InvoiceStatus = z.infer<typeof InvoiceStatus>;

/** Money as people write it, beside the integers: the server formats, since making Intl formatters is slow on phones. */
const labels = { total: z.string(), due: z.string(), paid: z.string(), subtotal: z.string(), issuedOn: z.string().nullable(), dueOn: z.string().nullable(), dueIn: z.string().nullable(),
  /** `12 Nov 2026`, for rows; and `tomorrow`, `Friday`, `12 November`, for sentences. */
  issuedDay: z.string().nullable(), dueDay: z.string().nullable() };

const shortInvoice = {
  id: Id,
  kind: z.enum(['invoice', 'credit_note']),
  status: InvoiceStatus,
  /** `INV-2026-0042`; null for a draft. */
  number: z.string().nullable(),
  clientId: Id,
  clientName: z.string(),
  /** The first line in short: what it is for. */
  title: z.string(),
  currency: z.string(),
  totalMinor: z.int(),
  /** What came in for it, and what credit notes took back. */
  paidMinor: z.int(),
  creditedMinor: z.int(),
  /** What is still owed. Negative never: too much becomes account credit. */
  dueMinor: z.int(),
  /** The least that may be paid at once; null: any amount. */
  minimumPaymentMinor: z.int().nullable(),
  issuedOn: CivilDate.nullable(),
  dueOn: CivilDate.nullable(),
  /** A part that is due before the rest. */
  depositMinor: z.int().nullable(),
  depositDueOn: CivilDate.nullable(),
  label: z.object(labels),
  /** It can be paid now, here. */
  canPay: z.boolean(),
  /** Its PDF is made. */
  hasPdf: z.boolean(),
};
/** An invoice in a list. */
export const InvoiceSummary = z.object(shortInvoice).meta({ id: 'InvoiceSummary' });
export type InvoiceSummary = z.infer<typeof InvoiceSummary>;

/** An invoice with all that is on it. */
export const Invoice = z.object({
  ...shortInvoice,
  lines: z.array(InvoiceLine),
  taxes: z.array(InvoiceTax.extend({ baseMinor: z.int(), amountMinor: z.int(), label: z.string() })),
  discountMinor: z.int(), subtotalMinor: z.int(), taxMinor: z.int(),
  billing: BillingDetails, poNumber: z.string(), note: z.string(), lang: z.string(),
  source: z.object({ kind: z.enum(['hand', 'booking', 'package', 'plan', 'late_fee']), id: z.string().nullable() }),
  /** For a credit note: the invoice that it takes back. */
  creditOf: z.object({ id: Id, number: z.string() }).nullable(),
  payments: z.array(z.object({ id: Id, amountMinor: z.int(), label: z.string(), method: z.string(), receivedOn: CivilDate, kind: z.enum(['payment', 'credit', 'credit_note', 'refund']) })),
  /** Grows with every change of a draft. */
  version: z.int(),
  voidReason: z.string().nullable(), createdAt: Instant, issuedAt: Instant.nullable(),
}).meta({ id: 'Invoice' });
export type Invoice = z.infer<typeof Invoice>;

export const InvoicePage = pageOf(InvoiceSummary);
export type InvoicePage = z.infer<typeof InvoicePage>;
/** `open`: something is owed. `settled`: nothing is any more. */
export const InvoiceQuery = PageQuery.extend({ state: z.enum(['open', 'settled', 'all']).default('all'), lang: Language.optional() });
export type InvoiceQuery = z.infer<typeof InvoiceQuery>;
export const ConsoleInvoiceQuery = PageQuery.extend({
  state: z.enum(['draft', 'open', 'overdue', 'settled', 'void', 'all']).default('all'), client: Id.optional(), search: z.string().trim().max(60).optional(),
});
export type ConsoleInvoiceQuery = z.infer<typeof ConsoleInvoiceQuery>;

const Deposit = z.strictObject({ amountMinor: PositiveAmount, dueOn: CivilDate });
const draftShape = {
  lines: z.array(InvoiceLineInput).min(1, 'Add a line.').max(mostLines, `Use at most ${mostLines} lines.`),
  /** Left out: the business's. */
  currency: Currency.optional(),
  /** Left out: so many days after it is issued as the settings say. */
  dueOn: CivilDate.nullable().optional(),
  poNumber: z.string().trim().max(60, 'Keep it under 60 characters.').optional(),
  note: Lines(2000).optional(),
  lang: Language.optional(),
  deposit: Deposit.nullable().optional(),
  minimumPaymentMinor: PositiveAmount.nullable().optional(),
};
export const DraftInvoiceInput = z.strictObject({ clientId: Id, ...draftShape });
export type DraftInvoiceInput = z.infer<typeof DraftInvoiceInput>;
/** With `version`: refused when somebody else has changed the draft since. */
export const ChangeDraftInput = z.strictObject({ clientId: Id, ...draftShape, version: z.int().min(0) }).partial();
export type ChangeDraftInput = z.infer<typeof ChangeDraftInput>;
export const VoidInvoiceInput = z.strictObject({ reason: Line(300) });
export type VoidInvoiceInput = z.infer<typeof VoidInvoiceInput>;
/** Takes an invoice back, all of it or some lines. `amounts` left out: whatever is not credited yet. */
export const CreditInvoiceInput = z.strictObject({
  reason: Line(300),
  lines: z.array(InvoiceLineInput).min(1, 'Add a line.').max(mostLines).optional(),
});
export type CreditInvoiceInput = z.infer<typeof CreditInvoiceInput>;

/** What a client's first look at invoices needs, in one answer. */
export const InvoiceStart = z.object({
  business: BusinessPage,
  /** Where a question about an invoice goes. */
  email: z.string(),
  /** What is owed, a currency at a time; empty: nothing to pay. */
  owed: z.array(z.object({ currency: z.string(), dueMinor: z.int(), label: z.string(), overdueMinor: z.int(), overdueLabel: z.string(), nextDueOn: CivilDate.nullable(), nextDueLabel: z.string().nullable(), nextDueDay: z.string().nullable(), count: z.int() })),
  /** Paid ahead, or too much. */
  credit: z.array(z.object({ currency: z.string(), creditMinor: z.int(), label: z.string() })),
  open: z.array(InvoiceSummary),
  recent: InvoicePage,
  /** What can be used, what ends first first. */
  packages: z.array(PackageBalance),
  /** Packages that can be bought here; their price as it is paid, taxes and all. */
  offers: z.array(PackageProduct),
  /** What is invoiced again and again, and what is saved to pay it with. */
  plans: OwnPlanList,
  /** The one that "view latest invoice" downloads. */
  latestId: Id.nullable(),
  /** Ways to pay that are set up: `card`, `bank_transfer`. */
  methods: z.array(z.string()),
  /** How to pay by transfer, as the owner wrote it; empty: not offered. */
  bankDetails: z.string(),
}).meta({ id: 'InvoiceStart' });
export type InvoiceStart = z.infer<typeof InvoiceStart>;

/** How a client stands with the business. */
export const ClientAccount = InvoiceStart.pick({ owed: true, credit: true }).meta({ id: 'ClientAccount' });
export type ClientAccount = z.infer<typeof ClientAccount>;
