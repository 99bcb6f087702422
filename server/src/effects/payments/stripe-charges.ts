import { Stripe } from 'stripe';
import { ProviderError, type Charge, type ChargeAsk, type CheckoutState, type KeptMethod } from './payment-provider.ts';
import { fromStripeAmount, toStripeAmount } from './stripe-amounts.ts';

/** Charges without anybody there are payment intents of their own; what the client pays at Stripe is a checkout session. */
export const isCharge = (ref: string): boolean => ref.startsWith('pi_');
/** Tells a charge of ours from the payment intent inside a checkout. */
export const chargeMark = 'off_session';

export async function chargeKept(stripe: Stripe, ask: ChargeAsk): Promise<Charge> {
  const amount = toStripeAmount(ask.amountMinor, ask.currency);
  if (amount === undefined) throw new ProviderError('refused', `Stripe charges ${ask.currency} in steps of ten minor units.`);
  try {
    const intent = await stripe.paymentIntents.create({
      amount, currency: ask.currency.toLowerCase(), customer: ask.customerRef, payment_method: ask.methodRef, off_session: true, confirm: true, description: ask.description,
      metadata: { attemptId: ask.attemptId, charge: chargeMark },
    }, { idempotencyKey: ask.idempotencyKey });
    return toCharge(intent);
  } catch (error) {
    // A declined card, or a bank that wants to ask: an answer like any other, with the intent in it.
    if (error instanceof Stripe.errors.StripeCardError && error.payment_intent) return { ref: error.payment_intent.id, state: { ...chargeState(error.payment_intent), state: 'failed', failure: failureOf(error.code) } };
    throw error;
  }
}

/** Lists of a customer are complete at once, where Stripe's search lags behind by a minute. */
export async function findChargeOf(stripe: Stripe, { attemptId, customerRef }: Pick<ChargeAsk, 'attemptId' | 'customerRef'>): Promise<Charge | undefined> {
  for await (const intent of stripe.paymentIntents.list({ customer: customerRef, limit: 100 })) {
    if (intent.metadata['attemptId'] === attemptId && intent.metadata['charge'] === chargeMark) return toCharge(intent);
  }
  return undefined;
}

export async function detach(stripe: Stripe, methodRef: string): Promise<void> {
  try {
    await stripe.paymentMethods.detach(methodRef);
  } catch (error) {
    // Gone already, by the business's own hand at Stripe.
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
  }
}

const toCharge = (intent: Stripe.PaymentIntent): Charge => ({ ref: intent.id, state: chargeState(intent) });

export function chargeState(intent: Stripe.PaymentIntent): CheckoutState {
  const currency = intent.currency.toUpperCase();
  const states: Partial<Record<Stripe.PaymentIntent.Status, CheckoutState['state']>> = { succeeded: 'paid', processing: 'processing', canceled: 'expired' };
  const state = states[intent.status] ?? 'failed';
  return {
    state, paymentRef: intent.id, amountMinor: fromStripeAmount(intent.amount, currency), currency, attemptId: intent.metadata['attemptId'] ?? null,
    method: intent.payment_method_types[0] ?? 'card', failure: state === 'failed' ? failureOf(intent.last_payment_error?.code ?? (intent.status === 'requires_action' ? 'authentication_required' : undefined)) : null, saved: null,
  };
}

const ourWords: Readonly<Record<string, string>> = { card_declined: 'declined', payment_intent_authentication_failure: 'authentication_required' };
const failureOf = (code: string | undefined): string => ourWords[code ?? ''] ?? code ?? 'declined';

/** What can be charged later on; what pays once only (a bank's page) is not kept. */
const reusable = new Set<string>(['card', 'sepa_debit', 'bacs_debit', 'au_becs_debit', 'us_bank_account', 'link']);

/** What a checkout keeps, if that was asked for and the way of paying allows it. */
export function keptBy(intent: Stripe.PaymentIntent): KeptMethod | null {
  const method = intent.payment_method;
  const customerRef = typeof intent.customer === 'string' ? intent.customer : intent.customer?.id;
  if (intent.setup_future_usage !== 'off_session' || !customerRef || method === null || typeof method === 'string' || !reusable.has(method.type)) return null;
  const { card } = method;
  if (card) return { customerRef, methodRef: method.id, brand: card.brand, last4: card.last4, expires: `${String(card.exp_month).padStart(2, '0')}/${card.exp_year}` };
  const account = method.sepa_debit ?? method.bacs_debit ?? method.au_becs_debit ?? method.us_bank_account;
  return { customerRef, methodRef: method.id, brand: method.type, last4: account?.last4 ?? '', expires: null };
}
