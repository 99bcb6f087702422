import { divideHalfUp } from '@portico/contract/invoices/rounding.ts';
import { decimalOf, exponentOf } from '../../domain/money.ts';
import type { InvoiceRow } from '../invoice-store.ts';
import { partyOf, type EParty } from './en16931-party.ts';

/**
 * An invoice in the terms of EN 16931-1, before it is UBL or CII: business terms (BT) and groups (BG) of section 6.
 * Amounts are decimal strings of the figures that computeTotals found; nothing is computed anew.
 */
export interface EInvoice {
  /** BT-1, BT-2, BT-9. */
  readonly number: string;
  readonly issuedOn: string;
  readonly dueOn: string | null;
  /** BT-3: 380 invoice, 381 credit note (UNTDID 1001). */
  readonly typeCode: '380' | '381';
  /** BT-5, BT-13, BT-20, BT-22, BT-25. */
  readonly currency: string;
  readonly orderReference: string;
  readonly terms: string;
  readonly note: string;
  readonly preceding: string | null;
  /** BG-4, BG-7. */
  readonly seller: EParty;
  readonly buyer: EParty;
  readonly lines: readonly ELine[];
  readonly taxes: readonly ETax[];
  /** BT-106 and BT-109, BT-110, BT-112 and BT-115. */
  readonly netTotal: string;
  readonly taxTotal: string;
  readonly grandTotal: string;
}

/** BG-25. */
export interface ELine {
  readonly id: string;
  readonly name: string;
  readonly quantity: string;
  /** BT-146: without tax, less what discount is inside it. */
  readonly unitPrice: string;
  /** BT-136. */
  readonly allowance: string | null;
  /** BT-131. */
  readonly net: string;
  readonly category: ECategory;
  readonly rate: string;
}

/** BG-23. */
export interface ETax {
  readonly category: ECategory;
  readonly rate: string;
  readonly base: string;
  readonly amount: string;
  readonly reason: { readonly text: string; readonly code: string } | null;
}

/** UNCL 5305: standard, zero rated, exempt, reverse charge, outside the scope of VAT. */
export type ECategory = 'S' | 'Z' | 'E' | 'AE' | 'O';

/** Why an invoice cannot be told as EN 16931 has it, in words for the owner; undefined: it can. */
export function whyNotElectronic({ lines, seller, billing, currency, taxes, number }: InvoiceRow): string | undefined {
  if (!seller || !billing || number === null) return 'Only an issued invoice has an e-invoice.';
  if (exponentOf(currency) > 2) return `EN 16931 knows amounts of at most two decimals, and ${currency} has more.`;
  if (lines.some(({ taxIds }) => new Set(taxIds).size > 1)) return 'A line carries several taxes; EN 16931 knows one for each line.';
  const untaxed = lines.filter(({ taxIds }) => taxIds.length === 0).length;
  if (untaxed > 0 && untaxed < lines.length) return 'Some lines carry a tax and some carry none: give the others an exempt or zero-rated tax.';
  if (!seller.country) return 'The invoice does not say your country. Add it in the invoice settings: the next ones will have it.';
  if (!billing.country) return 'The invoice does not say the client\'s country. Add it to their billing details: the next ones will have it.';
  if (!seller.taxNumber && !seller.registration) return 'The invoice says neither your tax number nor your registration. Add one in the invoice settings: the next ones will have it.';
  if (untaxed === 0 && !seller.taxNumber) return 'The invoice does not say your tax number. Add it in the invoice settings: the next ones will have it.';
  if (taxes.some(({ category }) => category === 'reverse_charge') && !billing.taxNumber) return 'Reverse charge needs the client\'s tax number. Add it to their billing details: the next ones will have it.';
  return undefined;
}

const codes = { standard: 'S', zero: 'Z', exempt: 'E', reverse_charge: 'AE' } as const;
const reasons: Readonly<Record<ECategory, ETax['reason']>> = {
  S: null, Z: null, E: { text: 'Exempt from VAT', code: '' }, AE: { text: 'Reverse charge', code: 'VATEX-EU-AE' }, O: { text: 'Not subject to VAT', code: 'VATEX-EU-O' },
};

/** Only for what `whyNotElectronic` has nothing against. */
export function eInvoiceOf(row: InvoiceRow, preceding: string | null): EInvoice {
  const refusal = whyNotElectronic(row);
  if (refusal !== undefined || !row.seller || !row.billing) throw new Error(refusal ?? 'not issued');
  const money = (minor: number): string => decimalOf(minor, exponentOf(row.currency));
  return {
    number: row.number ?? '', issuedOn: row.issuedOn ?? '', dueOn: row.dueOn, typeCode: row.kind === 'invoice' ? '380' : '381', currency: row.currency,
    orderReference: row.poNumber, terms: row.kind === 'invoice' ? row.seller.bankDetails : '', note: row.note, preceding,
    seller: partyOf(row.seller, row.taxes.length === 0), buyer: partyOf(row.billing, row.taxes.length === 0),
    lines: row.lines.map((line, index) => lineOf(line, index, row)), taxes: taxesOf(row),
    netTotal: money(row.subtotalMinor), taxTotal: money(row.taxMinor), grandTotal: money(row.totalMinor),
  };
}

type Line = InvoiceRow['lines'][number];

function lineOf(line: Line, index: number, { currency, taxes }: InvoiceRow): ELine {
  const money = (minor: number): string => decimalOf(minor, exponentOf(currency));
  const tax = taxes.find(({ id }) => id === line.taxIds[0]);
  // With the tax inside, the price that leads to the net has no end: ten more decimals do.
  const isExact = !line.taxIncluded || line.netMinor === line.amountMinor;
  return {
    id: String(index + 1), name: line.description, quantity: decimalOf(line.quantityMilli, 3), net: money(line.netMinor),
    unitPrice: isExact ? money(line.unitPriceMinor) : netPrice(line, exponentOf(currency)), allowance: isExact && line.discountMinor > 0 ? money(line.discountMinor) : null,
    category: tax ? codes[tax.category] : 'O', rate: tax ? percent(tax.ratePpm) : '',
  };
}

const moreDigits = 10;
const netPrice = ({ netMinor, quantityMilli }: Line, exponent: number): string => {
  const digits = String(divideHalfUp(BigInt(netMinor) * 1000n * 10n ** BigInt(moreDigits), BigInt(quantityMilli))).padStart(exponent + moreDigits + 1, '0');
  return `${digits.slice(0, -(exponent + moreDigits))}.${digits.slice(-(exponent + moreDigits))}`;
};

/** `19` from 190 000 ppm. */
const percent = (ppm: number): string => decimalOf(ppm, 4).replace(/\.?0+$/, '');

/** One group for each category and rate (BR-S-08): two taxes of the owner may be one of the norm's. */
function taxesOf(row: InvoiceRow): ETax[] {
  const money = (minor: number): string => decimalOf(minor, exponentOf(row.currency));
  if (row.taxes.length === 0) return [{ category: 'O', rate: '', base: money(row.subtotalMinor), amount: money(0), reason: reasons.O }];
  return [...Map.groupBy(row.taxes, ({ category, ratePpm }) => `${category} ${ratePpm}`).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const sum = (of: 'baseMinor' | 'amountMinor'): string => money(same.reduce((total, tax) => total + tax[of], 0));
    const category = codes[first.category];
    return [{ category, rate: percent(first.ratePpm), base: sum('baseMinor'), amount: sum('amountMinor'), reason: reasons[category] }];
  });
}
