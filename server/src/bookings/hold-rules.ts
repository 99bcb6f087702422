import type { Prepayment } from '@portico/contract/bookings/services.ts';
import { MINUTE } from '../domain/civil-time.ts';

/** How long a time is kept for somebody who is paying. */
export const holdMs = 10 * MINUTE;

/** What must be paid for a time to be booked, in minor units; 0: nothing. Never more than the price, halves round up. */
export function prepaidMinor(priceMinor: number, prepayment: Prepayment | null): number {
  if (prepayment === null) return 0;
  if (prepayment.kind === 'full') return priceMinor;
  if (prepayment.kind === 'amount') return Math.min(prepayment.minor, priceMinor);
  return Math.min(priceMinor, Math.max(priceMinor > 0 ? 1 : 0, Math.round((priceMinor * prepayment.percent) / 100)));
}
