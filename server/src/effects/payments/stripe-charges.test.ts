import { Stripe } from 'stripe';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planOffice, type PlanOffice } from '../../invoices/test-support/plan-office.ts';
import { unbalanced } from '../../invoices/test-support/invoice-office.ts';
import { newKey } from '../../test-support/people.ts';
import { testWorld, type TestWorld } from '../../test-support/test-world.ts';
import type { ChargeAsk, CheckoutAsk, PaymentProvider, ProviderAccount } from './payment-provider.ts';
import { stripeProvider } from './stripe-provider.ts';
import { stripeStandIn, type CardFate, type StripeStandIn } from './test-support/stripe-stand-in.ts';

const secretKey = 'sk_test_only_for_tests';
const webhookSecret = 'whsec_only_for_tests';
const account: ProviderAccount = { businessId: 'b', accountId: 'acct_standin', secretKey, webhookSecret };
const now = Date.parse('2026-11-23T06:00:00Z');
const ask: CheckoutAsk = { attemptId: 'attempt-1', amountMinor: 11_500, currency: 'ZAR', description: 'INV-2026-0001', lang: 'en', email: 'payer@river.example', returnUrl: 'https://river.example/portal', idempotencyKey: 'attempt-1', expiresAt: now + 3_600_000, save: { customerRef: null } };

let stripe: StripeStandIn;
let provider: PaymentProvider;
beforeEach(async () => {
  stripe = await stripeStandIn(secretKey);
  provider = stripeProvider({ apiUrl: stripe.url });
});
afterEach(() => stripe.close());

/** A card that was saved while paying, and what to charge it with. */
async function saved(later: CardFate = 'pays'): Promise<ChargeAsk> {
  const { ref } = await provider.createCheckout(account, ask);
  stripe.pay(ref, later);
  const { saved: kept } = await provider.readCheckout(account, ref);
  if (!kept) throw new Error('nothing was saved');
  return { attemptId: 'attempt-2', amountMinor: 11_500, currency: 'ZAR', description: 'INV-2026-0002', customerRef: kept.customerRef, methodRef: kept.methodRef, idempotencyKey: 'charge-attempt-2' };
}

describe('saving a card at checkout, through the official SDK', () => {
  it('asks for it only where the client agreed', async () => {
    await provider.createCheckout(account, { ...ask, save: null });
    expect(stripe.asked[0]?.params).not.toHaveProperty('payment_intent_data[setup_future_usage]');
    await provider.createCheckout(account, { ...ask, idempotencyKey: 'other' });
    expect(stripe.asked[1]?.params).toMatchObject({ 'payment_intent_data[setup_future_usage]': 'off_session', customer_creation: 'always', customer_email: 'payer@river.example' });
  });

  it('keeps one client one customer', async () => {
    await provider.createCheckout(account, { ...ask, save: { customerRef: 'cus_7' } });
    expect(stripe.asked[0]?.params).toMatchObject({ customer: 'cus_7' });
    expect(stripe.asked[0]?.params).not.toHaveProperty('customer_email');
  });

  it('tells what it may be recognised by, and no more', async () => {
    const { ref } = await provider.createCheckout(account, ask);
    expect((await provider.readCheckout(account, ref)).saved).toBeNull();
    stripe.pay(ref);
    expect((await provider.readCheckout(account, ref)).saved).toEqual({ customerRef: 'cus_1', methodRef: `pm_${ref}`, brand: 'visa', last4: '4242', expires: '04/2034' });
    const plain = await provider.createCheckout(account, { ...ask, save: null, idempotencyKey: 'plain' });
    stripe.pay(plain.ref);
    expect((await provider.readCheckout(account, plain.ref)).saved).toBeNull();
  });
});

describe('charging a saved card', () => {
  it('once for a key, with our amount and our id, nobody there', async () => {
    const wanted = await saved();
    const first = await provider.charge(account, wanted);
    expect(first.state).toMatchObject({ state: 'paid', amountMinor: 11_500, currency: 'ZAR', attemptId: 'attempt-2', paymentRef: first.ref, failure: null });
    expect(stripe.asked.at(-1)).toMatchObject({ path: '/v1/payment_intents', key: 'charge-attempt-2', params: { off_session: 'true', confirm: 'true', customer: 'cus_1', amount: '11500', currency: 'zar', 'metadata[attemptId]': 'attempt-2' } });
    expect(await provider.charge(account, wanted)).toEqual(first);
    expect(stripe.intents.size).toBe(2);
    expect(await provider.readCheckout(account, first.ref)).toMatchObject({ state: 'paid', attemptId: 'attempt-2' });
    await expect(provider.charge(account, { ...wanted, amountMinor: 1 })).rejects.toMatchObject({ kind: 'refused' });
  });

  it.each([['declined', 'declined'], ['asks', 'authentication_required']] as const)('%s is an answer, and the same one again', async (later, failure) => {
    const wanted = await saved(later);
    const first = await provider.charge(account, wanted);
    expect(first.state).toMatchObject({ state: 'failed', failure, attemptId: 'attempt-2' });
    expect(await provider.charge(account, wanted)).toEqual(first);
    expect((await provider.readCheckout(account, first.ref)).state).toBe('failed');
  });

  it('is slow where the bank is', async () => {
    expect((await provider.charge(account, await saved('is_slow'))).state.state).toBe('processing');
  });

  it('an answer that is lost for good is unreachable, and the charge is found by looking', async () => {
    const wanted = await saved();
    expect(await provider.findCharge(account, wanted)).toBeUndefined();
    stripe.loseNextAnswers(9);
    await expect(provider.charge(account, wanted)).rejects.toMatchObject({ kind: 'unreachable' });
    stripe.loseNextAnswers(0);
    expect(await provider.findCharge(account, wanted)).toMatchObject({ state: { state: 'paid', attemptId: 'attempt-2' } });
    // The payment inside the first checkout names an attempt, too, and is no charge.
    expect(await provider.findCharge(account, { ...wanted, attemptId: 'attempt-1' })).toBeUndefined();
  });

  it('not after it was removed, which may be asked for twice', async () => {
    const wanted = await saved();
    await provider.detachMethod(account, wanted.methodRef);
    await provider.detachMethod(account, wanted.methodRef);
    await expect(provider.charge(account, wanted)).rejects.toMatchObject({ kind: 'refused' });
  });
});

const signed = (payload: string, at = now): string => new Stripe(secretKey).webhooks.generateTestHeaderString({ payload, secret: webhookSecret, timestamp: Math.floor(at / 1000) });
const eventBody = (id: string, type: string, object: unknown): string => JSON.stringify({ id, object: 'event', type, data: { object } });
const read = (type: string, object: unknown) => {
  const body = eventBody('evt_1', type, object);
  return provider.readEvent(account, body, (name) => (name === 'stripe-signature' ? signed(body) : undefined), now);
};

describe('what a webhook is about', () => {
  it('a charge of ours, the payment inside a checkout, and a payment that is none of ours', () => {
    const intent = { id: 'pi_1', object: 'payment_intent' };
    expect(read('payment_intent.succeeded', { ...intent, metadata: { attemptId: 'a', charge: 'off_session' } })).toMatchObject({ checkoutRef: 'pi_1', attemptId: 'a', refund: null });
    expect(read('payment_intent.succeeded', { ...intent, metadata: { attemptId: 'a' } })).toMatchObject({ checkoutRef: null, attemptId: 'a' });
    expect(read('payment_intent.succeeded', { ...intent, metadata: {} })).toMatchObject({ checkoutRef: null, attemptId: null });
  });

  it.each(['refund.failed', 'refund.updated', 'charge.refund.updated'])('%s', (type) => {
    expect(read(type, { id: 're_1', object: 'refund', metadata: { refundId: 'r' } })).toMatchObject({ checkoutRef: null, attemptId: null, refund: { ref: 're_1', refundId: 'r' } });
  });
});

describe('a plan that is paid with Stripe', () => {
  let world: TestWorld;
  let office: PlanOffice;
  beforeEach(async () => {
    world = await testWorld({ PORTICO_STRIPE_API_URL: stripe.url, PORTICO_DEMO: '1' });
    office = await planOffice(world);
    await office.owner('POST', '/v1/console/payment-accounts/test', { enabled: false });
    await office.owner('POST', '/v1/console/payment-accounts/stripe', { secretKey, webhookSecret, enabled: true });
    await office.start(await office.plan(), { startsOn: '2026-12-01' });
    await office.at8('2026-12-01');
  });
  afterEach(async () => {
    expect(await unbalanced(world)).toEqual([]);
    await world.close();
  });
  const tell = async (id: string, type: string, object: unknown): Promise<number> => {
    const payload = eventBody(id, type, object);
    return (await world.fetch(`/v1/payments/webhooks/stripe/${office.at.business.key}`, { method: 'POST', body: payload, headers: { 'content-type': 'application/json', 'stripe-signature': signed(payload, world.deps.now()) } })).status;
  };
  async function payFirst(later?: CardFate): Promise<string> {
    const { id, consent } = await office.own();
    const [invoice] = await office.invoices();
    const body = { invoiceIds: [invoice?.id], returnUrl: 'https://river.example/portal', autopay: { subscriptionId: id, version: consent?.version, lang: 'en', amountMinor: consent?.amountMinor } };
    const attempt = await (await office.page().call('POST', '/v1/payments/attempts', body, { 'idempotency-key': newKey() })).json() as { url: string };
    const ref = attempt.url.split('/').at(-1) ?? '';
    stripe.pay(ref, later);
    expect(await tell('evt_paid', 'checkout.session.completed', stripe.sessions.get(ref))).toBe(200);
    return ref;
  }
  const statuses = async (): Promise<string[]> => (await office.invoices()).map(({ status }) => status);

  it('is charged for the next period; whatever webhooks come, once', async () => {
    const ref = await payFirst();
    expect(await office.own()).toMatchObject({ autopay: { method: { label: 'Visa ···· 4242', expires: '04/2034' } } });
    expect(await tell('evt_intent', 'payment_intent.succeeded', stripe.sessions.get(ref)?.payment_intent)).toBe(200);
    await office.at8('2027-01-01');
    expect(await statuses()).toEqual(['paid', 'paid']);
    const charge = stripe.intents.get('pi_charge_2');
    expect([await tell('evt_charge', 'payment_intent.succeeded', charge), await tell('evt_charge', 'payment_intent.succeeded', charge), await tell('evt_charge_2', 'payment_intent.succeeded', charge)]).toEqual([200, 200, 200]);
    expect((await (await office.owner('GET', '/v1/console/reviews')).json() as { items: unknown[] }).items).toEqual([]);
    expect((await office.read((await office.invoices())[0]?.id ?? '')).payments).toHaveLength(1);
  });

  it('a slow one is booked by its webhook, however it comes', async () => {
    await payFirst('is_slow');
    await office.at8('2027-01-01');
    expect(await statuses()).toEqual(['issued', 'paid']);
    const charge = stripe.intents.get('pi_charge_2');
    expect(await tell('evt_early', 'payment_intent.processing', charge)).toBe(200);
    expect(await statuses()).toEqual(['issued', 'paid']);
    if (charge) charge.status = 'succeeded';
    expect(await tell('evt_late', 'payment_intent.succeeded', charge)).toBe(200);
    expect(await statuses()).toEqual(['paid', 'paid']);
  });

  it('a bank that wants to ask leaves an open invoice', async () => {
    await payFirst('asks');
    await office.at8('2027-01-01');
    expect(await statuses()).toEqual(['issued', 'paid']);
    expect(world.mails.some(({ text }) => text.includes('your bank wants you to approve'))).toBe(true);
  });

  it('a refund that comes back days later is account credit again, and somebody is told; once', async () => {
    await payFirst();
    const [invoice] = await office.invoices();
    const { payments: [payment] } = await office.read(invoice?.id ?? '');
    await office.owner('POST', `/v1/console/invoices/${invoice?.id}/credit`, { reason: 'Not given' });
    expect((await office.owner('POST', `/v1/console/payments/${payment?.id}/refund`, { amountMinor: 11_500, reason: 'Not given' })).status).toBe(200);
    await world.settle();
    const credit = async (): Promise<unknown> => (await (await office.owner('GET', `/v1/console/clients/${office.clientId}/account`)).json() as { credit: unknown }).credit;
    expect(await credit()).toEqual([]);
    const [refund] = [...stripe.refunds.values()];
    expect(refund?.metadata['refundId']).not.toBe('');
    expect(await tell('evt_r1', 'refund.updated', refund)).toBe(200);
    expect(await credit()).toEqual([]);
    stripe.failRefund(refund?.id ?? '');
    expect([await tell('evt_r2', 'refund.failed', refund), await tell('evt_r2', 'refund.failed', refund), await tell('evt_r3', 'charge.refund.updated', refund)]).toEqual([200, 200, 200]);
    expect(await credit()).toMatchObject([{ creditMinor: 11_500, currency: 'ZAR' }]);
    const { items } = await (await office.owner('GET', '/v1/console/reviews')).json() as { items: { kind: string; amountMinor: number }[] };
    expect(items).toMatchObject([{ kind: 'refund_failed', amountMinor: 11_500 }]);
    expect((await office.owner('POST', `/v1/console/payments/${payment?.id}/refund`, { amountMinor: 11_500, reason: 'Again' })).status).toBe(200);
  });
});
