import type { Stripe } from 'stripe';
import type { ProviderEvent, RefundState } from './payment-provider.ts';
import { chargeMark } from './stripe-charges.ts';

/**
 * What an event is about. The intent inside a checkout names its attempt, too, but not as a charge: its checkout is
 * looked at then. Other intents of the same account are none of ours.
 */
export function toEvent(event: Stripe.Event): ProviderEvent {
  const { id, type } = event;
  const nothing = { id, type, checkoutRef: null, attemptId: null, refund: null };
  if (type.startsWith('checkout.session.')) {
    const session = event.data.object as Stripe.Checkout.Session;
    return { ...nothing, checkoutRef: session.id, attemptId: session.metadata?.['attemptId'] ?? null };
  }
  if (type.startsWith('payment_intent.')) {
    const intent = event.data.object as Stripe.PaymentIntent;
    return { ...nothing, checkoutRef: intent.metadata['charge'] === chargeMark ? intent.id : null, attemptId: intent.metadata['attemptId'] ?? null };
  }
  if (type.startsWith('refund.') || type === 'charge.refund.updated') {
    const refund = event.data.object as Stripe.Refund;
    return { ...nothing, refund: { ref: refund.id, refundId: refund.metadata?.['refundId'] ?? null } };
  }
  return nothing;
}

export const refundState = (refund: Stripe.Refund): RefundState =>
  ({ ref: refund.id, state: refund.status === 'succeeded' ? 'succeeded' : refund.status === 'failed' || refund.status === 'canceled' ? 'failed' : 'pending' });
