/**
 * Stripe's amounts are minor units, with exceptions (docs.stripe.com/currencies): ISK and UGX have no minor unit in
 * ISO 4217 but are sent with two decimals, always zero; three-decimal currencies are charged in steps of ten.
 */
const sentWithTwoDecimals = new Set(['ISK', 'UGX']);
const threeDecimals = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);

/** Undefined when Stripe cannot charge this amount. */
export function toStripeAmount(minor: number, currency: string): number | undefined {
  if (sentWithTwoDecimals.has(currency)) return minor * 100;
  if (threeDecimals.has(currency) && minor % 10 !== 0) return undefined;
  return minor;
}

/** What Stripe reports, in ours; not whole for what Stripe cannot have charged. */
export const fromStripeAmount = (amount: number, currency: string): number => (sentWithTwoDecimals.has(currency) ? amount / 100 : amount);
