/** What an invoice may hold. Free of zod: pages import it. */
export const mostLines = 200;
/** Minor units; ten thousand million cents. */
export const largestTotalMinor = 100_000_000_000;
export const largestUnitPriceMinor = 10_000_000_000;
/** Thousandths: a million units. */
export const largestQuantityMilli = 1_000_000_000;
