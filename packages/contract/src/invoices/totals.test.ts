import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, divideHalfUp } from './rounding.ts';
import { computeTotals, type PricedLine, type Tax } from './totals.ts';

const vat19: Tax = { id: 'vat19', name: 'VAT', ratePpm: 190_000, category: 'standard' };
const vat7: Tax = { id: 'vat7', name: 'VAT', ratePpm: 70_000, category: 'standard' };
const gst: Tax = { id: 'gst', name: 'GST', ratePpm: 50_000, category: 'standard' };
const qst: Tax = { id: 'qst', name: 'QST', ratePpm: 99_750, category: 'standard' };
const none: Tax = { id: 'none', name: 'Exempt', ratePpm: 0, category: 'exempt' };
const taxes = [vat19, vat7, gst, qst, none];

const line = (unitPriceMinor: number, more: Partial<PricedLine> = {}): PricedLine => ({ quantityMilli: 1000, unitPriceMinor, discount: null, taxIncluded: false, taxIds: ['vat19'], ...more });

describe('figures that other products got wrong', () => {
  it('138.66 and 19 % is 165.01 everywhere (Invoice Ninja #10936)', () => {
    expect(computeTotals([line(13_866)], taxes)).toMatchObject({ subtotalMinor: 13_866, taxMinor: 2635, totalMinor: 16_501 });
  });

  it('takes 9.975 % as exactly that (Invoice Ninja ui#2733)', () => {
    expect(computeTotals([line(10_000, { taxIds: ['gst', 'qst'] })], taxes).taxes.map(({ amountMinor }) => amountMinor)).toEqual([500, 998]);
  });

  it('computes the tax on the sum, not line by line', () => {
    const ten = Array.from({ length: 10 }, () => line(999));
    expect(computeTotals(ten, taxes)).toMatchObject({ subtotalMinor: 9990, taxMinor: 1898, totalMinor: 11_888 });
  });

  it('never changes a price that has its tax inside', () => {
    for (let price = 1; price < 3000; price += 1) {
      const { totalMinor, subtotalMinor, taxMinor } = computeTotals([line(price, { taxIncluded: true })], taxes);
      expect([totalMinor, subtotalMinor + taxMinor]).toEqual([price, price]);
    }
  });

  it('tells parts of an inclusive price that add up', () => {
    const totals = computeTotals([line(3333, { taxIncluded: true }), line(3333, { taxIncluded: true }), line(3334, { taxIncluded: true })], taxes);
    expect(totals.lines.map(({ netMinor }) => netMinor).reduce((a, b) => a + b)).toBe(totals.subtotalMinor);
    expect(totals.totalMinor).toBe(10_000);
  });

  it('discounts a share or an amount, never more than the line', () => {
    const totals = computeTotals([line(1000, { discount: { kind: 'percent', ppm: 333_333 } }), line(1000, { discount: { kind: 'amount', minor: 2000 } })], taxes);
    expect(totals.lines.map(({ amountMinor }) => amountMinor)).toEqual([667, 0]);
    expect(totals.discountMinor).toBe(1333);
  });

  it('counts thousandths of a unit', () => {
    expect(computeTotals([line(10_000, { quantityMilli: 1333 })], taxes).subtotalMinor).toBe(13_330);
    expect(computeTotals([line(1, { quantityMilli: 500 })], taxes).subtotalMinor).toBe(1);
    expect(computeTotals([line(1, { quantityMilli: 499 })], taxes).subtotalMinor).toBe(0);
  });

  it('refuses a tax that is not there, and sums that no number holds', () => {
    expect(() => computeTotals([line(1, { taxIds: ['other'] })], taxes)).toThrow('no tax other');
    expect(() => computeTotals([line(9e15, { quantityMilli: 9e15 })], taxes)).toThrow('too large');
  });
});

/** An exact fraction, as slow and as obvious as can be. */
interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}
const fraction = (top: bigint, bottom = 1n): Fraction => ({ top, bottom });
const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
const minus = (a: Fraction, b: Fraction): Fraction => plus(a, fraction(-b.top, b.bottom));
const isWithin = (a: Fraction, minor: number, halves: bigint): boolean => {
  const off = minus(a, fraction(BigInt(minor)));
  return 2n * (off.top < 0n ? -off.top : off.top) <= halves * off.bottom;
};

const anyLine = fc.record({
  quantityMilli: fc.integer({ min: 1, max: 100_000 }),
  unitPriceMinor: fc.integer({ min: 0, max: 1_000_000 }),
  discount: fc.oneof(fc.constant(null), fc.record({ kind: fc.constant('percent' as const), ppm: fc.integer({ min: 0, max: 1_000_000 }) }), fc.record({ kind: fc.constant('amount' as const), minor: fc.integer({ min: 0, max: 10_000 }) })),
  taxIncluded: fc.boolean(),
  taxIds: fc.subarray(taxes.map(({ id }) => id), { maxLength: 3 }),
});

describe('random invoices against exact fractions', () => {
  it('each tax is within half a unit of the exact one, per price built with it; sums are exact', () => {
    fc.assert(fc.property(fc.array(anyLine, { minLength: 1, maxLength: 12 }), (lines) => {
      const totals = computeTotals(lines, taxes);
      const exactTax = new Map<string, Fraction>();
      const inclusiveSets = new Map<string, Set<string>>();
      for (const [index, { taxIncluded, taxIds }] of lines.entries()) {
        // What is printed on the line is rule 1's; from there on the reference is exact.
        const amount = fraction(BigInt(totals.lines[index]?.amountMinor ?? -1));
        const rates = taxIds.reduce((sum, id) => sum + BigInt(taxes.find((tax) => tax.id === id)?.ratePpm ?? 0), 0n);
        for (const id of taxIds) {
          const rate = BigInt(taxes.find((tax) => tax.id === id)?.ratePpm ?? 0);
          const bottom = taxIncluded ? 1_000_000n + rates : 1_000_000n;
          exactTax.set(id, plus(exactTax.get(id) ?? fraction(0n), fraction(amount.top * rate, bottom)));
          if (taxIncluded) inclusiveSets.set(id, (inclusiveSets.get(id) ?? new Set()).add([...taxIds].sort().join()));
        }
      }
      for (const tax of totals.taxes) {
        // Half a unit for the tax on top; for each inclusive price half for its net and one for telling two taxes apart.
        const halves = 1n + 3n * BigInt(inclusiveSets.get(tax.id)?.size ?? 0);
        expect(isWithin(exactTax.get(tax.id) ?? fraction(0n), tax.amountMinor, halves), tax.id).toBe(true);
      }
      const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
      expect(sum(totals.lines.map(({ netMinor }) => netMinor))).toBe(totals.subtotalMinor);
      expect(sum(totals.taxes.map(({ amountMinor }) => amountMinor))).toBe(totals.taxMinor);
      expect(totals.subtotalMinor + totals.taxMinor).toBe(totals.totalMinor);
      if (lines.every(({ taxIncluded }) => taxIncluded)) expect(totals.totalMinor).toBe(sum(totals.lines.map(({ amountMinor }) => amountMinor)));
    }), { numRuns: 2000 });
  });

  it('does not depend on the order of the lines', () => {
    fc.assert(fc.property(fc.array(anyLine, { minLength: 2, maxLength: 8 }), (lines) => {
      const { subtotalMinor, taxMinor, totalMinor } = computeTotals(lines.toReversed(), taxes);
      expect(computeTotals(lines, taxes)).toMatchObject({ subtotalMinor, taxMinor, totalMinor });
    }));
  });
});

describe('rounding', () => {
  it('rounds halves away from zero', () => {
    expect([5n, 15n, -5n, 4n, -4n].map((tenths) => divideHalfUp(tenths, 10n))).toEqual([1n, 2n, -1n, 0n, 0n]);
  });

  it('allocates exactly, nobody more than one unit off', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 10 }), (whole, weights) => {
      const parts = allocate(whole, weights);
      const total = weights.reduce((a, b) => a + b, 0n);
      expect(parts.reduce((a, b) => a + b, 0n)).toBe(whole);
      if (total > 0n) for (const [index, part] of parts.entries()) {
        const off = part * total - whole * (weights[index] ?? 0n);
        expect(off < total && off > -total).toBe(true);
      }
    }));
  });
});
