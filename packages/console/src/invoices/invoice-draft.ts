import type { DraftInvoiceInput, Invoice, InvoiceLineInput } from '@portico/contract/invoices/invoice.ts';
import type { InvoiceSettings, TaxRate } from '@portico/contract/invoices/settings.ts';
import { largestQuantityMilli, largestUnitPriceMinor } from '@portico/contract/invoices/limits.ts';
import { computeTotals, type Discount, type Tax, type Totals } from '@portico/contract/invoices/totals.ts';
import { amountFrom, amountText, priceText } from '../ui/amount-text.ts';
import { isDay } from '../ui/day-text.ts';
import { fractionDigits, theHouse } from '../ui/formats.ts';

/** A line as it stands in the form: what is typed is text until it is understood. */
export interface LineDraft {
  readonly key: string;
  readonly description: string;
  readonly quantity: string;
  readonly price: string;
  /** `10 %` or an amount. */
  readonly discount: string;
  readonly taxIds: readonly string[];
  readonly taxIncluded: boolean;
}

export interface InvoiceDraft {
  clientId: string; clientName: string; lines: readonly LineDraft[]; currency: string; dueOn: string; poNumber: string; note: string; lang: string;
  deposit: string; depositDueOn: string; minimum: string;
}

let linesMade = 0;
const nextKey = (): string => `line${(linesMade += 1)}-${Date.now().toString(36)}`;

export function emptyLine(taxes: readonly TaxRate[], settings: Pick<InvoiceSettings, 'pricesIncludeTax'> | undefined): LineDraft {
  return { key: nextKey(), description: '', quantity: '1', price: '', discount: '', taxIds: taxes.filter(({ isDefault, archived }) => isDefault && !archived).map(({ id }) => id), taxIncluded: settings?.pricesIncludeTax ?? false };
}

export function emptyDraft(line: LineDraft): InvoiceDraft {
  const { currency, lang } = theHouse();
  return { clientId: '', clientName: '', lines: [line], currency, dueOn: '', poNumber: '', note: '', lang, deposit: '', depositDueOn: '', minimum: '' };
}

/** What the server keeps, as somebody would have typed it. */
export function draftOf(invoice: Invoice): InvoiceDraft {
  const { clientId, clientName, currency, poNumber, note, lang } = invoice;
  const price = (minor: number | null): string => (minor === null ? '' : priceText(minor, fractionDigits(currency), theHouse().lang));
  return {
    clientId, clientName, currency, poNumber, note, lang, dueOn: invoice.dueOn ?? '', deposit: price(invoice.depositMinor), depositDueOn: invoice.depositDueOn ?? '', minimum: price(invoice.minimumPaymentMinor),
    lines: invoice.lines.map((line) => lineOf(line, price)),
  };
}

export function lineOf({ description, quantityMilli, unitPriceMinor, discount, taxIds, taxIncluded }: Invoice['lines'][number], price: (minor: number) => string): LineDraft {
  const { lang } = theHouse();
  const off = discount === null ? '' : discount.kind === 'percent' ? `${amountText(discount.ppm ?? 0, 4, lang)} %` : price(discount.minor ?? 0);
  return { key: nextKey(), description, quantity: amountText(quantityMilli, 3, lang), price: price(unitPriceMinor), discount: off, taxIds, taxIncluded };
}

export const isBlank = ({ description, price, discount }: LineDraft): boolean => description.trim() === '' && price.trim() === '' && discount.trim() === '';

type Errors = Record<string, string>;
export interface ReadLines {
  readonly lines: readonly InvoiceLineInput[];
  /** Which line of the form each of them is. */
  readonly places: readonly number[];
  readonly errors: Errors;
}

/** Blank lines are left out; what cannot be read is named by the line of the form. */
export function readLines(lines: readonly LineDraft[], currency: string): ReadLines {
  const errors: Errors = {};
  const read = lines.flatMap((line, place) => {
    if (isBlank(line)) return [];
    const { lang } = theHouse();
    const digits = fractionDigits(currency);
    const quantityMilli = amountFrom(line.quantity, 3, lang) ?? 0;
    const unitPriceMinor = amountFrom(line.price, digits, lang);
    const discount = discountFrom(line.discount, digits, lang);
    if (line.description.trim() === '') errors[`lines.${place}.description`] = 'Say what it is for.';
    if (quantityMilli < 1 || quantityMilli > largestQuantityMilli) errors[`lines.${place}.quantityMilli`] = `Use a number above zero, such as ${amountText(1500, 3, lang)}.`;
    if (unitPriceMinor === undefined || unitPriceMinor > largestUnitPriceMinor) errors[`lines.${place}.unitPriceMinor`] = amountHint(currency);
    if (discount === undefined) errors[`lines.${place}.discount`] = `Use 10 % or ${exampleAmount(currency)}.`;
    const input: InvoiceLineInput = { description: line.description.trim(), quantityMilli, unitPriceMinor: unitPriceMinor ?? 0, discount: discount ?? null, taxIncluded: line.taxIncluded, taxIds: [...line.taxIds] };
    return [{ place, input }];
  });
  return { lines: read.map(({ input }) => input), places: read.map(({ place }) => place), errors };
}

/** Null: none. Undefined: not understood. */
function discountFrom(text: string, digits: number, lang: string): Discount | null | undefined {
  if (text.trim() === '') return null;
  if (!text.includes('%')) {
    const minor = amountFrom(text, digits, lang);
    return minor === 0 ? null : minor === undefined ? undefined : { kind: 'amount', minor };
  }
  const ppm = amountFrom(text, 4, lang);
  if (ppm === 0) return null;
  return ppm === undefined || ppm > 1_000_000 ? undefined : { kind: 'percent', ppm };
}

export const exampleAmount = (currency: string): string => priceText(65_050, fractionDigits(currency), theHouse().lang);
export const amountHint = (currency: string): string => `Use an amount such as ${exampleAmount(currency)}.`;

export interface ReadDraft {
  readonly input: DraftInvoiceInput;
  readonly errors: Errors;
  readonly places: readonly number[];
}

/** Either what to send or what to mend, by the name the server uses. */
export function readDraft(draft: InvoiceDraft): ReadDraft {
  const { lines, places, errors } = readLines(draft.lines, draft.currency);
  const amount = (text: string, field: string): number | undefined => {
    const minor = text.trim() === '' ? undefined : amountFrom(text, fractionDigits(draft.currency), theHouse().lang) ?? 0;
    if (minor === 0) errors[field] = amountHint(draft.currency);
    return minor || undefined;
  };
  const deposit = amount(draft.deposit, 'deposit.amountMinor');
  const minimum = amount(draft.minimum, 'minimumPaymentMinor');
  if (draft.clientId === '') errors['clientId'] = 'Choose a client.';
  if (lines.length === 0) errors['lines.0.description'] = 'Say what it is for.';
  if (draft.dueOn !== '' && !isDay(draft.dueOn)) errors['dueOn'] = 'Choose a day, or leave it empty.';
  if (deposit !== undefined && !isDay(draft.depositDueOn)) errors['deposit.dueOn'] = 'Say when the deposit is due.';
  const input: DraftInvoiceInput = {
    clientId: draft.clientId, lines: [...lines], currency: draft.currency, dueOn: draft.dueOn || null, poNumber: draft.poNumber, note: draft.note, lang: draft.lang,
    deposit: deposit === undefined ? null : { amountMinor: deposit, dueOn: draft.depositDueOn }, minimumPaymentMinor: minimum ?? null,
  };
  return { input, errors, places };
}

/** What the lines come to so far, by the one function that computes it; undefined while that cannot be said. */
export function totalsOf({ lines }: Pick<ReadLines, 'lines'>, taxes: readonly Tax[]): Totals | undefined {
  try {
    return computeTotals(lines.map((line) => ({ ...line, taxIds: line.taxIds.filter((id) => taxes.some((tax) => tax.id === id)) })), taxes);
  } catch {
    return undefined;
  }
}
