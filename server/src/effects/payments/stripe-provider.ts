import { Stripe } from 'stripe';
import { ProviderError, type CheckoutState, type PaymentProvider, type ProviderAccount } from './payment-provider.ts';
import { chargeKept, chargeState, detach, findChargeOf, isCharge, keptBy } from './stripe-charges.ts';
import { refundState, toEvent } from './stripe-events.ts';
import { fromStripeAmount, toStripeAmount } from './stripe-amounts.ts';

export interface StripeOptions {
  /** Another address than Stripe's, for the tests' stand-in: `http://127.0.0.1:4242`. */
  readonly apiUrl?: string | undefined;
}

const timeout = 15_000;
/** Seconds that a signature stays valid: Stripe's own default. */
const tolerance = 300;

/** Stripe Checkout over the official SDK, with each business's own key. */
export function stripeProvider({ apiUrl }: StripeOptions = {}): PaymentProvider {
  const at = apiUrl === undefined ? undefined : new URL(apiUrl);
  const client = ({ secretKey }: ProviderAccount): Stripe => new Stripe(secretKey, {
    timeout, maxNetworkRetries: 2, telemetry: false,
    ...(at && { host: at.hostname, port: Number(at.port), protocol: at.protocol === 'https:' ? 'https' as const : 'http' as const }),
  });

  return {
    name: 'stripe',
    createCheckout: (account, ask) => asked(async () => {
      const amount = toStripeAmount(ask.amountMinor, ask.currency);
      if (amount === undefined) throw new ProviderError('refused', `Stripe charges ${ask.currency} in steps of ten minor units.`);
      const metadata = { attemptId: ask.attemptId };
      const session = await client(account).checkout.sessions.create({
        mode: 'payment', client_reference_id: ask.attemptId, metadata, payment_intent_data: { metadata, description: ask.description, ...(ask.save && { setup_future_usage: 'off_session' as const }) },
        line_items: [{ quantity: 1, price_data: { currency: ask.currency.toLowerCase(), unit_amount: amount, product_data: { name: ask.description } } }],
        success_url: ask.returnUrl, cancel_url: ask.returnUrl, expires_at: Math.floor(ask.expiresAt / 1000),
        // A customer has an address of its own.
        ...(ask.save?.customerRef ? { customer: ask.save.customerRef } : { ...(ask.save && { customer_creation: 'always' as const }), ...(ask.email !== null && { customer_email: ask.email }) }),
      }, { idempotencyKey: ask.idempotencyKey });
      if (session.url === null) throw new ProviderError('refused', 'Stripe gave no address to pay at.');
      return { ref: session.id, url: session.url };
    }),
    readCheckout: (account, ref) => asked(async () => (isCharge(ref) ? chargeState(await client(account).paymentIntents.retrieve(ref))
      : stateOf(await client(account).checkout.sessions.retrieve(ref, { expand: ['payment_intent.payment_method'] })))),
    expireCheckout: (account, ref) => asked(async () => {
      const { status } = await client(account).checkout.sessions.retrieve(ref);
      if (status === 'open') await client(account).checkout.sessions.expire(ref);
    }),
    charge: (account, ask) => asked(() => chargeKept(client(account), ask)),
    findCharge: (account, ask) => asked(() => findChargeOf(client(account), ask)),
    detachMethod: (account, methodRef) => asked(() => detach(client(account), methodRef)),
    refund: (account, { refundId, paymentRef, amountMinor, currency, idempotencyKey }) => asked(async () => refundState(await client(account).refunds.create(
      { payment_intent: paymentRef, amount: toStripeAmount(amountMinor, currency) ?? amountMinor, metadata: { refundId } }, { idempotencyKey }))),
    readRefund: (account, ref) => asked(async () => refundState(await client(account).refunds.retrieve(ref))),
    readEvent(account, rawBody, header, now) {
      return toEvent(verified(() => client(account).webhooks.constructEvent(rawBody, header('stripe-signature') ?? '', account.webhookSecret, tolerance, undefined, now)));
    },
    whoAmI: (account) => asked(async () => ({ accountId: (await client(account).accounts.retrieveCurrent()).id, isLive: /^(sk|rk)_live_/.test(account.secretKey) })),
  };
}

function stateOf(session: Stripe.Checkout.Session): CheckoutState {
  const currency = (session.currency ?? '').toUpperCase();
  const intent = typeof session.payment_intent === 'object' ? session.payment_intent : null;
  const hasFailed = session.status === 'complete' && session.payment_status === 'unpaid' && intent?.status === 'requires_payment_method';
  return {
    state: session.payment_status === 'paid' ? 'paid' : session.status === 'expired' ? 'expired' : hasFailed ? 'failed' : session.status === 'complete' ? 'processing' : 'open',
    paymentRef: intent?.id ?? (typeof session.payment_intent === 'string' ? session.payment_intent : null),
    amountMinor: fromStripeAmount(session.amount_total ?? 0, currency), currency, attemptId: session.metadata?.['attemptId'] ?? null,
    method: intent?.payment_method_types[0] ?? 'card', failure: intent?.last_payment_error?.code ?? null, saved: intent && keptBy(intent),
  };
}

/** Stripe's errors, told apart by the one question that matters: may it have happened all the same? */
async function asked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ProviderError) throw error;
    const { StripeConnectionError, StripeAPIError, StripeRateLimitError } = Stripe.errors;
    const isUnsure = error instanceof StripeConnectionError || error instanceof StripeAPIError || error instanceof StripeRateLimitError;
    throw new ProviderError(isUnsure ? 'unreachable' : 'refused', error instanceof Error ? error.message : 'Stripe failed', { cause: error });
  }
}

function verified<Event>(read: () => Event): Event {
  try {
    return read();
  } catch (error) {
    throw new ProviderError('forged', 'the signature does not fit', { cause: error });
  }
}
