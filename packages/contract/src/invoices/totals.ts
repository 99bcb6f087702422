/**
 * The one function that computes what an invoice comes to. API, page, console, PDF, CSV, e-invoice and checkout all
 * call it; nobody else multiplies a price. Free of zod: pages import it.
 *
 * The rounding rule, to be printed on demand:
 * 1. A line: quantity × unit price, rounded half up to the minor unit; less its discount, rounded the same way.
 * 2. Prices without tax: each tax is computed once, on the sum of the lines that carry it, and rounded half up
 *    (EN 16931 BR-CO-17). Not line by line, so ten lines of 9.99 owe the tax of 99.90.
 * 3. Prices with tax inside: lines with the same taxes are added up, the net is sum ÷ (1 + rates) rounded half up, and
 *    the tax is what is left. The sum on the price tag is never changed by rounding.
 * 4. Where one sum is told in parts (net per line, two taxes in one price), the parts add up to it exactly.
 */
import { allocate, divideHalfUp } from './rounding.ts';

/** How a tax is named in law; EN 16931 code S, Z, E, AE. Only `standard` has a rate above zero. */
export type TaxCategory = 'standard' | 'zero' | 'exempt' | 'reverse_charge';

export interface Tax {
  readonly id: string;
  /** `VAT`, `GST`. */
  readonly name: string;
  /** Parts per million: 19 % is 190 000. */
  readonly ratePpm: number;
  readonly category: TaxCategory;
}

/** Off a line: a share of it in parts per million, or an amount in minor units, never more than the line. */
export type Discount = { readonly kind: 'percent'; readonly ppm: number } | { readonly kind: 'amount'; readonly minor: number };

export interface PricedLine {
  /** Thousandths: 1.5 hours is 1500. */
  readonly quantityMilli: number;
  /** Minor units. */
  readonly unitPriceMinor: number;
  readonly discount: Discount | null;
  /** Is the tax inside the price? */
  readonly taxIncluded: boolean;
  readonly taxIds: readonly string[];
}

export interface LineTotal {
  /** Quantity × unit price. */
  readonly grossMinor: number;
  readonly discountMinor: number;
  /** As the line is printed: gross less discount, with tax inside where the price has it inside. */
  readonly amountMinor: number;
  /** Without tax. */
  readonly netMinor: number;
}

export interface TaxTotal extends Tax {
  /** What the tax is computed on. */
  readonly baseMinor: number;
  readonly amountMinor: number;
}

export interface Totals {
  readonly lines: readonly LineTotal[];
  /** Each tax that a line carries, in the order of first use. */
  readonly taxes: readonly TaxTotal[];
  readonly discountMinor: number;
  /** Without tax. */
  readonly subtotalMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
}

const million = 1_000_000n;

/** @throws RangeError for a tax that is not among `taxes`, and for sums beyond the safe integers. */
export function computeTotals(lines: readonly PricedLine[], taxes: readonly Tax[]): Totals {
  const priced = lines.map(priceOf);
  const nets = priced.map(({ amount }) => amount);
  const sums = new Map<string, { base: bigint; amount: bigint }>();
  for (const { id } of taxesOf(lines, taxes)) sums.set(id, { base: 0n, amount: 0n });

  for (const group of groupsOf(lines)) {
    const carried = group.taxIds.map((id) => taxOf(taxes, id));
    const sum = group.indexes.reduce((total, index) => total + (nets[index] ?? 0n), 0n);
    const net = group.taxIncluded ? takeTaxOut(sum, carried, sums) : sum;
    if (group.taxIncluded) spread(net, group.indexes, nets);
    for (const { id } of carried) add(sums, id, { base: net, amount: 0n });
  }
  for (const [id, amount] of taxesOnTop(lines, priced, taxes)) add(sums, id, { base: 0n, amount });

  return totalsOf(priced, nets, taxesOf(lines, taxes).map((tax) => ({ tax, sum: sums.get(tax.id) ?? { base: 0n, amount: 0n } })));
}

interface Priced {
  readonly gross: bigint;
  readonly discount: bigint;
  readonly amount: bigint;
}

function priceOf({ quantityMilli, unitPriceMinor, discount }: PricedLine): Priced {
  const gross = divideHalfUp(BigInt(quantityMilli) * BigInt(unitPriceMinor), 1000n);
  const wanted = discount === null ? 0n : discount.kind === 'amount' ? BigInt(discount.minor) : divideHalfUp(gross * BigInt(discount.ppm), million);
  const off = wanted > gross ? gross : wanted;
  return { gross, discount: off, amount: gross - off };
}

interface Group {
  readonly taxIncluded: boolean;
  readonly taxIds: readonly string[];
  readonly indexes: number[];
}

/** Lines whose price is built the same way. */
function groupsOf(lines: readonly PricedLine[]): Group[] {
  const groups = new Map<string, Group>();
  for (const [index, { taxIncluded, taxIds }] of lines.entries()) {
    const ids = [...new Set(taxIds)].sort();
    const key = `${taxIncluded} ${ids.join(' ')}`;
    const group = groups.get(key) ?? { taxIncluded, taxIds: ids, indexes: [] };
    groups.set(key, group);
    group.indexes.push(index);
  }
  return [...groups.values()];
}

/** Rule 3. Adds the taxes found to `sums`; answers the net. */
function takeTaxOut(sum: bigint, carried: readonly Tax[], sums: Map<string, { base: bigint; amount: bigint }>): bigint {
  const rates = carried.map(({ ratePpm }) => BigInt(ratePpm));
  const net = divideHalfUp(sum * million, million + rates.reduce((total, rate) => total + rate, 0n));
  const parts = allocate(sum - net, rates);
  for (const [index, { id }] of carried.entries()) add(sums, id, { base: 0n, amount: parts[index] ?? 0n });
  return net;
}

/** Rule 4: the net of a group, told line by line. */
function spread(net: bigint, indexes: readonly number[], nets: bigint[]): void {
  const parts = allocate(net, indexes.map((index) => nets[index] ?? 0n));
  for (const [at, index] of indexes.entries()) nets[index] = parts[at] ?? 0n;
}

/** Rule 2. */
function taxesOnTop(lines: readonly PricedLine[], priced: readonly Priced[], taxes: readonly Tax[]): Map<string, bigint> {
  const bases = new Map<string, bigint>();
  for (const [index, line] of lines.entries()) {
    if (line.taxIncluded) continue;
    for (const id of new Set(line.taxIds)) bases.set(id, (bases.get(id) ?? 0n) + (priced[index]?.amount ?? 0n));
  }
  return new Map([...bases].map(([id, base]) => [id, divideHalfUp(base * BigInt(taxOf(taxes, id).ratePpm), million)]));
}

function taxesOf(lines: readonly PricedLine[], taxes: readonly Tax[]): Tax[] {
  return [...new Set(lines.flatMap(({ taxIds }) => taxIds))].map((id) => taxOf(taxes, id));
}

function taxOf(taxes: readonly Tax[], id: string): Tax {
  const tax = taxes.find((one) => one.id === id);
  if (!tax) throw new RangeError(`There is no tax ${id}.`);
  return tax;
}

function add(sums: Map<string, { base: bigint; amount: bigint }>, id: string, more: { base: bigint; amount: bigint }): void {
  const sum = sums.get(id) ?? { base: 0n, amount: 0n };
  sums.set(id, { base: sum.base + more.base, amount: sum.amount + more.amount });
}

function totalsOf(priced: readonly Priced[], nets: readonly bigint[], taxes: readonly { tax: Tax; sum: { base: bigint; amount: bigint } }[]): Totals {
  const subtotal = nets.reduce((total, net) => total + net, 0n);
  const tax = taxes.reduce((total, { sum }) => total + sum.amount, 0n);
  return {
    lines: priced.map(({ gross, discount, amount }, index) => ({
      grossMinor: whole(gross), discountMinor: whole(discount), amountMinor: whole(amount), netMinor: whole(nets[index] ?? 0n),
    })),
    taxes: taxes.map(({ tax: { id, name, ratePpm, category }, sum }) => ({ id, name, ratePpm, category, baseMinor: whole(sum.base), amountMinor: whole(sum.amount) })),
    discountMinor: whole(priced.reduce((total, { discount }) => total + discount, 0n)),
    subtotalMinor: whole(subtotal), taxMinor: whole(tax), totalMinor: whole(subtotal + tax),
  };
}

function whole(amount: bigint): number {
  const number = Number(amount);
  if (!Number.isSafeInteger(number)) throw new RangeError('This sum is too large to be an invoice.');
  return number;
}
