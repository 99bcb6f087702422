import type { CheckoutState } from '../../effects/payments/payment-provider.ts';
import type { AttemptRow } from './attempt-store.ts';

type Verdict =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'move'; readonly state: 'failed' | 'expired'; readonly failure: string | null }
  | { readonly kind: 'book' }
  | { readonly kind: 'review'; readonly why: string };

/**
 * What a checkout's true state means for an attempt. Only forwards: what has succeeded stays so, and money that comes
 * after a failure or an expiry has come all the same. Order and repetition of events do not matter.
 */
export function verdictOn(attempt: AttemptRow, checkout: CheckoutState): Verdict {
  if (attempt.state === 'succeeded' || attempt.state === 'under_review') return { kind: 'nothing' };
  if (checkout.state === 'paid') {
    const why = whyItDoesNotFit(attempt, checkout);
    return why ? { kind: 'review', why } : { kind: 'book' };
  }
  const isOver = attempt.state === 'failed' || attempt.state === 'expired';
  if (checkout.state === 'expired' && !isOver) return { kind: 'move', state: 'expired', failure: null };
  if (checkout.state === 'failed' && !isOver) return { kind: 'move', state: 'failed', failure: checkout.failure };
  return { kind: 'nothing' };
}

function whyItDoesNotFit(attempt: AttemptRow, checkout: CheckoutState): string | undefined {
  if (checkout.attemptId !== attempt.id) return 'the provider names another payment';
  if (checkout.currency !== attempt.currency) return `${checkout.currency} came instead of ${attempt.currency}`;
  if (checkout.amountMinor !== attempt.amountMinor) return 'another amount came than was asked for';
  if (checkout.paymentRef === null) return 'the provider names no payment';
  return undefined;
}
