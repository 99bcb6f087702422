/**
 * Integer arithmetic for money. BigInt inside, because quantity × price × rate leaves the safe integers; no floats
 * anywhere, because 138.66 × 1.19 is not 165.0054 to them. Free of zod: pages import it.
 */

/** Divides and rounds to the nearest integer, halves away from zero: commercial rounding (DIN 1333, IEEE 754 "ties to away"). */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  if (divisor <= 0n) throw new RangeError('The divisor must be positive.');
  const twice = 2n * (dividend < 0n ? -dividend : dividend) + divisor;
  const rounded = twice / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}

/**
 * Splits a whole into integer parts in proportion to `weights`, so that the parts add up to the whole exactly: everyone
 * gets the floor, the left over units go to the largest remainders, earlier ones first (the Hare quota method).
 * Nothing to go by (all weights zero): the first gets it all.
 */
export function allocate(whole: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.length === 0) return [];
  if (whole < 0n || weights.some((weight) => weight < 0n)) throw new RangeError('Only amounts of at least zero can be split.');
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? whole : 0n));
  const parts = weights.map((weight) => (whole * weight) / sum);
  const remainders = weights.map((weight, index) => ({ index, left: (whole * weight) % sum }));
  let over = whole - parts.reduce((total, part) => total + part, 0n);
  for (const { index } of remainders.toSorted((a, b) => (b.left > a.left ? 1 : b.left < a.left ? -1 : a.index - b.index))) {
    if (over === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    over -= 1n;
  }
  return parts;
}
