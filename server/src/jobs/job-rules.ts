const firstMs = 5_000;
const mostMs = 6 * 3_600_000;

/** Exponential back-off with full jitter on its upper half: 5 s, 20 s, 80 s … at most six hours. */
export function backOffMs(attempts: number, chance: number): number {
  const ceiling = Math.min(mostMs, firstMs * 4 ** Math.max(0, attempts - 1));
  return Math.round(ceiling / 2 + (ceiling / 2) * chance);
}
