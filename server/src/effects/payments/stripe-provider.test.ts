import { Stripe } from 'stripe';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PaymentAttempt } from '@portico/contract/invoices/checkout.ts';
import { testWorld, type TestWorld } from '../../test-support/test-world.ts';
import { invoiceOffice, unbalanced, type InvoiceOffice } from '../../invoices/test-support/invoice-office.ts';
import type { CheckoutAsk, PaymentProvider, ProviderAccount } from './payment-provider.ts';
import { fromStripeAmount, toStripeAmount } from './stripe-amounts.ts';
import { stripeProvider } from './stripe-provider.ts';
import { stripeStandIn, type StripeStandIn } from './test-support/stripe-stand-in.ts';

const secretKey = 'sk_test_only_for_tests';
const webhookSecret = 'whsec_only_for_tests';
const account: ProviderAccount = { businessId: 'b', accountId: 'acct_standin', secretKey, webhookSecret };
const now = Date.parse('2026-11-23T06:00:00Z');
const ask: CheckoutAsk = { attemptId: 'attempt-1', amountMinor: 11_500, currency: 'ZAR', description: 'INV-2026-0001', lang: 'en', email: 'payer@river.example', returnUrl: 'https://river.example/portal', idempotencyKey: 'attempt-attempt-1', expiresAt: now + 3_600_000, save: null };

let stripe: StripeStandIn;
let provider: PaymentProvider;
beforeEach(async () => {
  stripe = await stripeStandIn(secretKey);
  provider = stripeProvider({ apiUrl: stripe.url });
});
afterEach(() => stripe.close());

describe('the official SDK against a stand-in', () => {
  it('asks for our amount, with our id and our key', async () => {
    const checkout = await provider.createCheckout(account, ask);
    expect(checkout.url).toBe(`https://checkout.stripe.com/c/pay/${checkout.ref}`);
    expect(stripe.asked[0]).toMatchObject({ path: '/v1/checkout/sessions', key: 'attempt-attempt-1', params: { 'line_items[0][price_data][unit_amount]': '11500', 'line_items[0][price_data][currency]': 'zar', 'metadata[attemptId]': 'attempt-1', 'payment_intent_data[metadata][attemptId]': 'attempt-1', client_reference_id: 'attempt-1' } });
  });

  it('the same key gives the same checkout; with another amount it is refused', async () => {
    const [first, second] = [await provider.createCheckout(account, ask), await provider.createCheckout(account, ask)];
    expect(second).toEqual(first);
    expect(stripe.sessions.size).toBe(1);
    await expect(provider.createCheckout(account, { ...ask, amountMinor: 1 })).rejects.toMatchObject({ kind: 'refused' });
  });

  it('a lost answer is asked for again with the same key: one checkout', async () => {
    stripe.loseNextAnswers(1);
    await provider.createCheckout(account, ask);
    expect(stripe.sessions.size).toBe(1);
    expect(new Set(stripe.asked.map(({ key }) => key)).size).toBe(1);
  });

  it('a network that stays silent is unreachable, never refused', async () => {
    stripe.loseNextAnswers(9);
    await expect(provider.createCheckout(account, ask)).rejects.toMatchObject({ kind: 'unreachable' });
  });

  it('a wrong key is refused', async () => {
    await expect(provider.createCheckout({ ...account, secretKey: 'sk_test_wrong' }, ask)).rejects.toMatchObject({ kind: 'refused' });
    await expect(provider.whoAmI({ ...account, secretKey: 'sk_test_wrong' })).rejects.toMatchObject({ kind: 'refused' });
    expect(await provider.whoAmI(account)).toEqual({ accountId: 'acct_standin', isLive: false });
  });

  it('tells open, paid and expired apart', async () => {
    const { ref } = await provider.createCheckout(account, ask);
    expect(await provider.readCheckout(account, ref)).toMatchObject({ state: 'open', attemptId: 'attempt-1', paymentRef: null });
    stripe.pay(ref);
    expect(await provider.readCheckout(account, ref)).toMatchObject({ state: 'paid', amountMinor: 11_500, currency: 'ZAR', paymentRef: `pi_${ref}`, method: 'card' });
    await provider.expireCheckout(account, ref);
    expect((await provider.readCheckout(account, ref)).state).toBe('paid');
    const other = await provider.createCheckout(account, { ...ask, attemptId: 'attempt-2', idempotencyKey: 'attempt-attempt-2' });
    await provider.expireCheckout(account, other.ref);
    expect((await provider.readCheckout(account, other.ref)).state).toBe('expired');
  });

  it('refunds once for a key, never more than was charged', async () => {
    const { ref } = await provider.createCheckout(account, ask);
    stripe.pay(ref);
    const refund = { refundId: 'r1', paymentRef: `pi_${ref}`, amountMinor: 11_000, currency: 'ZAR', idempotencyKey: 'refund-1' };
    expect(await provider.refund(account, refund)).toEqual(await provider.refund(account, refund));
    expect(stripe.sessions.get(ref)?.refunded).toBe(11_000);
    await expect(provider.refund(account, { ...refund, amountMinor: 501, idempotencyKey: 'refund-2' })).rejects.toMatchObject({ kind: 'refused' });
  });

  it('sends amounts as Stripe counts them', async () => {
    expect([toStripeAmount(500, 'JPY'), toStripeAmount(500, 'ISK'), toStripeAmount(1230, 'KWD'), toStripeAmount(1234, 'KWD')]).toEqual([500, 50_000, 1230, undefined]);
    expect([fromStripeAmount(50_000, 'ISK'), fromStripeAmount(500, 'EUR')]).toEqual([500, 500]);
    await expect(provider.createCheckout(account, { ...ask, currency: 'KWD', amountMinor: 1234 })).rejects.toMatchObject({ kind: 'refused' });
  });
});

const signed = (payload: string, secret = webhookSecret, at = now): string => new Stripe(secretKey).webhooks.generateTestHeaderString({ payload, secret, timestamp: Math.floor(at / 1000) });
const eventBody = (id: string, type: string, session: unknown): string => JSON.stringify({ id, object: 'event', type, data: { object: session } });

describe('webhooks signed by the SDK itself', () => {
  const body = eventBody('evt_1', 'checkout.session.completed', { id: 'cs_test_1', object: 'checkout.session', metadata: { attemptId: 'attempt-1' } });
  const read = (payload: string, header: string) => provider.readEvent(account, payload, (name) => (name === 'stripe-signature' ? header : undefined), now);

  it('are read', () => {
    expect(read(body, signed(body))).toEqual({ id: 'evt_1', type: 'checkout.session.completed', checkoutRef: 'cs_test_1', attemptId: 'attempt-1', refund: null });
  });

  it.each([['changed', () => signed(body.replace('attempt-1', 'attempt-2'))], ['old', () => signed(body, webhookSecret, now - 301_000)], ['another’s', () => signed(body, 'whsec_other')], ['missing', () => '']])('%s ones are forged', (_, header) => {
    expect(() => read(body, header())).toThrow(expect.objectContaining({ kind: 'forged' }) as Error);
  });
});

describe('a client pays with Stripe', () => {
  let world: TestWorld | undefined;
  afterAll(() => world?.close());

  it('from the page to the books, whatever is repeated', async () => {
    world = await testWorld({ PORTICO_STRIPE_API_URL: stripe.url });
    const office: InvoiceOffice = await invoiceOffice(world);
    expect((await office.owner('POST', '/v1/console/payment-accounts/stripe', { secretKey: 'sk_test_wrong_key', webhookSecret })).status).toBe(422);
    expect(await (await office.owner('POST', '/v1/console/payment-accounts/stripe', { secretKey, webhookSecret, enabled: true })).json()).toMatchObject({ accountId: 'acct_standin', isLive: false });
    const invoice = await office.issued([{}]);
    const page = await office.client();
    const attempt = await (await page.call('POST', '/v1/payments/attempts', { invoiceIds: [invoice.id], returnUrl: 'https://river.example/portal' })).json() as PaymentAttempt;
    expect(attempt).toMatchObject({ state: 'open', provider: 'stripe', amountMinor: 11_500 });
    const ref = attempt.url?.split('/').at(-1) ?? '';
    const tell = async (id: string, header?: string): Promise<number> => {
      const payload = eventBody(id, 'checkout.session.completed', stripe.sessions.get(ref));
      const path = `/v1/payments/webhooks/stripe/${office.at.business.key}`;
      return (await (world as TestWorld).fetch(path, { method: 'POST', body: payload, headers: { 'content-type': 'application/json', 'stripe-signature': header ?? signed(payload) } })).status;
    };
    expect(await tell('evt_early')).toBe(200);
    expect((await office.read(invoice.id)).status).toBe('issued');
    stripe.pay(ref);
    expect(await tell('evt_forged', 't=1,v1=00')).toBe(400);
    expect((await office.read(invoice.id)).status).toBe('issued');
    expect([await tell('evt_paid'), await tell('evt_paid'), await tell('evt_again')]).toEqual([200, 200, 200]);
    expect(await office.read(invoice.id)).toMatchObject({ status: 'paid', payments: [{ method: 'card', amountMinor: 11_500 }] });
    expect(await unbalanced(world)).toEqual([]);
  });
});
