import { z } from 'zod';
import { Id, Line, Lines } from '../primitives.ts';
import { InvoiceAmount, taxCategories } from './invoice.ts';

/** A tax of the business. Archived ones stay on the invoices that carry them. */
export const TaxRate = z.object({ id: Id, name: z.string(), ratePpm: z.int(), category: z.enum(taxCategories), isDefault: z.boolean(), archived: z.boolean() }).meta({ id: 'TaxRate' });
export type TaxRate = z.infer<typeof TaxRate>;
export const TaxRateList = z.object({ items: z.array(TaxRate) });

const taxShape = {
  name: Line(40),
  /** Parts per million: 19 % is 190 000, 9.975 % is 99 750. */
  ratePpm: z.int('Use at most four decimals of a percent.').min(0).max(1_000_000, 'Use a rate of at most 100 %.'),
  category: z.enum(taxCategories),
  /** New lines carry it. */
  isDefault: z.boolean(),
};
const rateFits = ({ category, ratePpm }: { category?: string | undefined; ratePpm?: number | undefined }): boolean => category === undefined || ratePpm === undefined || (category === 'standard') === (ratePpm > 0);
const rateHint = { path: ['ratePpm'], error: 'Only an ordinary tax has a rate above zero.' };
export const AddTaxInput = z.strictObject({ ...taxShape, category: taxShape.category.default('standard'), isDefault: taxShape.isDefault.default(false) }).refine(rateFits, rateHint);
export type AddTaxInput = z.infer<typeof AddTaxInput>;
/** The rate of a tax that is on an invoice never changes: archive it and add another. */
export const ChangeTaxInput = z.strictObject({ name: taxShape.name.optional(), isDefault: z.boolean().optional(), archived: z.boolean().optional() });
export type ChangeTaxInput = z.infer<typeof ChangeTaxInput>;

const pattern = z.string().trim().min(1, 'Fill this in.').max(30, 'Keep it under 30 characters.')
  .regex(/^[A-Za-z0-9{}\-/._ ]+$/, 'Use letters, digits, dashes, slashes and dots.')
  .refine((text) => text.split('{number}').length === 2, 'Put {number} into it once.')
  .refine((text) => !/[{}]/.test(text.replaceAll('{number}', '').replaceAll('{year}', '')), 'Only {number} and {year} go between braces.');

/** How documents are numbered: without gaps, in the order in which they are issued. */
export const NumberSeries = z.strictObject({
  /** `INV-{year}-{number}` */
  pattern,
  /** The number is written with at least so many digits. */
  digits: z.int().min(1).max(10),
  /** Starts at 1 again each year; then the pattern must name the year. */
  yearly: z.boolean(),
}).refine(({ pattern: text, yearly }) => !yearly || text.includes('{year}'), { path: ['pattern'], error: 'Numbers that start again each year need {year} in the pattern.' });
export type NumberSeries = z.infer<typeof NumberSeries>;

/** The next number of a series: of those that start again each year, and of those that do not. */
const NextNumber = z.object({ yearly: z.int(), running: z.int() });
/** What the next papers will be called, together with a series. */
export const NextNumbers = z.object({ year: z.int(), invoice: NextNumber, creditNote: NextNumber }).meta({ id: 'NextNumbers' });
export type NextNumbers = z.infer<typeof NextNumbers>;

const settingsShape = {
  /** As the law wants it on the paper; empty: the business's name and address. */
  legalName: z.string().trim().max(120),
  legalAddress: Lines(400),
  country: z.string().trim().regex(/^([A-Z]{2})?$/, 'Use a country code of two letters, such as ZA.'),
  taxNumber: z.string().trim().max(40),
  registration: z.string().trim().max(80),
  /** How to pay by transfer, printed on the invoice and shown beside it; empty: not offered. */
  bankDetails: Lines(600),
  /** Under every invoice. */
  footer: Lines(600),
  paymentDays: z.int().min(0).max(365),
  pricesIncludeTax: z.boolean(),
  invoiceSeries: NumberSeries,
  creditNoteSeries: NumberSeries,
  /** What becomes of money when a booking that was paid for is cancelled in time: the owner is asked, it becomes account credit, or it goes back. */
  cancelledPaid: z.enum(['ask', 'credit', 'refund']),
  /** Days before (negative) and after the due date on which a reminder goes out. */
  reminderDays: z.array(z.int().min(-60).max(180)).max(8),
  lateFee: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('amount'), minor: InvoiceAmount, afterDays: z.int().min(1).max(180) }),
    z.strictObject({ kind: z.literal('percent'), ppm: z.int().min(1).max(200_000, 'Use at most 20 %.'), afterDays: z.int().min(1).max(180) }),
  ]),
};
export const InvoiceSettings = z.object(settingsShape).meta({ id: 'InvoiceSettings' });
export type InvoiceSettings = z.infer<typeof InvoiceSettings>;
export const ChangeInvoiceSettingsInput = z.strictObject(settingsShape).partial();
export type ChangeInvoiceSettingsInput = z.infer<typeof ChangeInvoiceSettingsInput>;
