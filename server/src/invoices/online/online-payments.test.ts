import type { PaymentAttempt, ReviewItem } from '@portico/contract/invoices/checkout.ts';
import type { Invoice } from '@portico/contract/invoices/invoice.ts';
import type { PaymentPage } from '@portico/contract/invoices/payments.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ProviderError, type PaymentProvider } from '../../effects/payments/payment-provider.ts';
import type { SignedInPage } from '../../test-support/page-client.ts';
import { newKey } from '../../test-support/people.ts';
import { testWorld, type TestWorld } from '../../test-support/test-world.ts';
import { payWithCard } from '../test-network/pay-with-card.ts';
import { signNetworkEvent } from '../test-network/network-signature.ts';
import { invoiceOffice, unbalanced, type InvoiceOffice } from '../test-support/invoice-office.ts';

const webhookSecret = 'whsec_only_for_tests';
const start = '2026-11-23T06:00:00Z';
const card = { pays: '4242424242424242', declined: '4000000000000002', asks: '4000002760003184', late: '4000000000000077', silent: '4000000000000341' };
let world: TestWorld;
let office: InvoiceOffice;
let page: SignedInPage;

beforeAll(async () => {
  world = await testWorld({ PORTICO_DEMO: '1' });
  office = await invoiceOffice(world);
  const set = await office.owner('POST', '/v1/console/payment-accounts/test', { secretKey: 'test_secret_key', webhookSecret, enabled: true });
  expect(set.status).toBe(200);
  page = await office.client();
});
beforeEach(() => world.setNow(start));
afterEach(async () => { expect(await unbalanced(world)).toEqual([]); });
afterAll(() => world.close());

const returnUrl = 'https://river.example/portal#portal/invoices';
const startPaying = (invoiceIds: readonly string[], more: Record<string, unknown> = {}, key = newKey()): Promise<Response> => page.call('POST', '/v1/payments/attempts', { invoiceIds, returnUrl, ...more }, { 'idempotency-key': key });
const begin = async (invoice: Invoice, more?: Record<string, unknown>): Promise<PaymentAttempt> => await (await startPaying([invoice.id], more)).json() as PaymentAttempt;
const refOf = ({ url }: PaymentAttempt): string => url?.split('/').at(-1) ?? '';
const pay = (attempt: PaymentAttempt, number: string, isApproved = false) => payWithCard(world.deps, office.at.business.id, refOf(attempt), number, isApproved);
const reread = async ({ id }: PaymentAttempt): Promise<PaymentAttempt> => await (await page.call('GET', `/v1/payments/attempts/${id}`)).json() as PaymentAttempt;
const reviews = async (): Promise<ReviewItem[]> => (await (await office.owner('GET', '/v1/console/reviews')).json() as { items: ReviewItem[] }).items;
const paymentsOf = async (invoice: Invoice): Promise<number> => (await office.read(invoice.id)).payments.filter(({ kind }) => kind === 'payment').length;

const webhook = (body: Record<string, unknown>, { secret = webhookSecret, at = Date.parse(start), path = office.at.business.key } = {}): Promise<Response> => {
  const rawBody = JSON.stringify(body);
  return world.fetch(`/v1/payments/webhooks/test/${path}`, { method: 'POST', body: rawBody, headers: { 'content-type': 'application/json', 'test-signature': signNetworkEvent(secret, rawBody, at) } });
};
let events = 0;
const eventFor = (attempt: PaymentAttempt, more: Record<string, unknown> = {}) => ({ id: `event-${(events += 1)}`, type: 'checkout.paid', checkout: refOf(attempt), attemptId: attempt.id, ...more });

/** Puts another provider in front of the network for one test. */
async function withProvider(change: Partial<PaymentProvider>, work: () => Promise<void>): Promise<void> {
  const providers = world.deps.payments as { test: PaymentProvider };
  const real = providers.test;
  providers.test = { ...real, ...change };
  try {
    await work();
  } finally {
    providers.test = real;
  }
}

describe('a client pays', () => {
  it('in full: paid only when the network says so', async () => {
    const invoice = await office.issued([{}]);
    const attempt = await begin(invoice);
    expect(attempt).toMatchObject({ state: 'open', amountMinor: 11_500, currency: 'ZAR', provider: 'test' });
    expect((await office.read(invoice.id)).status).toBe('issued');
    expect(await pay(attempt, card.pays)).toEqual({ kind: 'done', returnUrl });
    expect((await office.read(invoice.id)).status).toBe('issued');
    await world.settle();
    expect(await office.read(invoice.id)).toMatchObject({ status: 'paid', payments: [{ method: 'card', amountMinor: 11_500 }] });
    const paid = await reread(attempt);
    expect(paid.state).toBe('succeeded');
    expect((await page.call('GET', `/v1/payments/${paid.paymentId}/receipt`)).status).toBe(200);
  });

  it('comes back to an address that names the attempt', async () => {
    const invoice = await office.issued([{}]);
    const attempt = await begin(invoice, { returnUrl: `${returnUrl}/payment/{attempt}` });
    expect(await pay(attempt, card.pays)).toEqual({ kind: 'done', returnUrl: `${returnUrl}/payment/${attempt.id}` });
  });

  it('in part, several at once, and no more than is owed', async () => {
    const [one, two] = [await office.issued([{}], { minimumPaymentMinor: 5000 }), await office.issued([{}])];
    expect((await startPaying([one.id], { amountMinor: 4999 })).status).toBe(422);
    expect((await startPaying([one.id], { amountMinor: 11_501 })).status).toBe(422);
    const part = await begin(one, { amountMinor: 6000 });
    await pay(part, card.pays);
    await world.settle();
    expect((await office.read(one.id)).dueMinor).toBe(5500);
    expect((await startPaying([one.id, two.id], { amountMinor: 100 })).status).toBe(422);
    const both = await (await startPaying([one.id, two.id])).json() as PaymentAttempt;
    expect(both.amountMinor).toBe(17_000);
    await pay(both, card.pays);
    await world.settle();
    expect([(await office.read(one.id)).status, (await office.read(two.id)).status]).toEqual(['paid', 'paid']);
    expect((await startPaying([one.id])).status).toBe(409);
  });

  it('is declined, tries again; the bank asks first', async () => {
    const attempt = await begin(await office.issued([{}]));
    expect(await pay(attempt, card.declined)).toEqual({ kind: 'declined' });
    expect((await reread(attempt)).state).toBe('open');
    expect(await pay(attempt, card.asks)).toEqual({ kind: 'ask' });
    expect((await reread(attempt)).state).toBe('open');
    await pay(attempt, card.asks, true);
    await world.settle();
    expect((await reread(attempt)).state).toBe('succeeded');
  });

  it('money that is late comes late', async () => {
    const invoice = await office.issued([{}]);
    const attempt = await begin(invoice);
    await pay(attempt, card.late);
    await world.settle();
    expect((await office.read(invoice.id)).status).toBe('issued');
    world.advance(1);
    await world.settle();
    expect((await office.read(invoice.id)).status).toBe('paid');
  });

  it('what no webhook tells is found by looking', async () => {
    const invoice = await office.issued([{}]);
    await pay(await begin(invoice), card.silent);
    await world.settle();
    expect((await office.read(invoice.id)).status).toBe('issued');
    world.advance(3);
    await world.settle();
    expect((await office.read(invoice.id)).status).toBe('paid');
  });

  it('coming back marks nothing paid that is not', async () => {
    const invoice = await office.issued([{}]);
    const attempt = await begin(invoice);
    expect((await reread(attempt)).state).toBe('open');
    expect((await office.read(invoice.id)).status).toBe('issued');
  });
});

describe('two of everything', () => {
  it('a double click and a second tab find the same checkout', async () => {
    const invoice = await office.issued([{}]);
    const key = newKey();
    const answers = await Promise.all([startPaying([invoice.id], {}, key), startPaying([invoice.id], {}, key), startPaying([invoice.id]), startPaying([invoice.id])]);
    const attempts = await Promise.all(answers.map(async (answer) => await answer.json() as PaymentAttempt));
    expect(new Set(attempts.map(({ id }) => id)).size).toBe(1);
    const [attempt] = attempts;
    if (!attempt) throw new Error('none');
    await Promise.all([pay(attempt, card.pays), pay(attempt, card.pays)]);
    await world.settle();
    expect(await paymentsOf(invoice)).toBe(1);
  });

  it('the same event twice, twice at once, and out of order: one payment', async () => {
    const invoice = await office.issued([{}]);
    const attempt = await begin(invoice);
    await pay(attempt, card.silent);
    const event = eventFor(attempt);
    const answers = await Promise.all([webhook(event), webhook(event), webhook(eventFor(attempt)), webhook(eventFor(attempt, { type: 'checkout.expired' }))]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await webhook(event)).status).toBe(200);
    expect(await paymentsOf(invoice)).toBe(1);
    expect((await reread(attempt)).state).toBe('succeeded');
  });

  it('two payments for one invoice: the second is account credit, and somebody is told', async () => {
    const invoice = await office.issued([{}]);
    const [part, full] = [await begin(invoice, { amountMinor: 5000 }), await begin(invoice)];
    await pay(full, card.pays);
    await world.settle();
    await pay(part, card.pays);
    await world.settle();
    expect((await office.read(invoice.id)).status).toBe('paid');
    expect((await reviews()).find(({ attemptId }) => attemptId === part.id)).toMatchObject({ kind: 'more_than_owed', amountMinor: 5000, resolvedAt: null });
  });
});

describe('what does not fit', () => {
  it('a forged, stale or foreign event changes nothing', async () => {
    const invoice = await office.issued([{}]);
    const attempt = await begin(invoice);
    await pay(attempt, card.silent);
    expect((await webhook(eventFor(attempt), { secret: 'whsec_somebody_else' })).status).toBe(400);
    expect((await webhook(eventFor(attempt), { at: Date.parse(start) - 301_000 })).status).toBe(400);
    expect((await webhook(eventFor(attempt), { path: 'nobody-here' })).status).toBe(404);
    const other = await invoiceOffice(world, { name: 'Other Cards', origin: 'https://cards.example' });
    expect((await webhook(eventFor(attempt), { path: other.at.business.key })).status).toBe(404);
    expect((await office.read(invoice.id)).status).toBe('issued');
  });

  it('an event says paid, the network says no: nothing is booked', async () => {
    const invoice = await office.issued([{}]);
    const attempt = await begin(invoice);
    expect((await webhook(eventFor(attempt))).status).toBe(200);
    expect([(await office.read(invoice.id)).status, (await reread(attempt)).state]).toEqual(['issued', 'open']);
  });

  it.each([['another amount', { amountMinor: 1 }], ['another currency', { currency: 'EUR' }], ['another payment', { attemptId: 'somebody-elses' }]])('%s waits for a person', async (_, wrong) => {
    const invoice = await office.issued([{}]);
    const attempt = await begin(invoice);
    await pay(attempt, card.silent);
    const real = world.deps.payments.test;
    await withProvider({ readCheckout: async (account, ref) => ({ ...await real.readCheckout(account, ref), ...wrong }) }, async () => { await webhook(eventFor(attempt)); });
    expect((await office.read(invoice.id)).status).toBe('issued');
    const item = (await reviews()).find(({ attemptId }) => attemptId === attempt.id);
    expect(item).toMatchObject({ kind: 'mismatch' });
    expect((await reread(attempt)).state).toBe('under_review');
    const settled = await office.owner('POST', `/v1/console/reviews/${item?.id}/settle`, { note: 'Refunded at the provider' });
    expect(await settled.json()).toMatchObject({ resolution: 'Refunded at the provider' });
    expect((await office.owner('POST', `/v1/console/reviews/${item?.id}/settle`, { note: 'Again' })).status).toBe(404);
  });

  it('money that nothing here asked for is shown, never guessed', async () => {
    await withProvider({ readCheckout: async () => ({ state: 'paid', paymentRef: 'pay_from_nowhere', amountMinor: 777, currency: 'ZAR', attemptId: null, method: 'card', failure: null, saved: null }) }, async () => {
      expect((await webhook({ id: 'event-nowhere', type: 'checkout.paid', checkout: 'test_nowhere', attemptId: null })).status).toBe(200);
    });
    expect((await reviews()).find(({ kind }) => kind === 'unknown_payment')).toMatchObject({ amountMinor: 777, clientId: null });
  });

  it('pays while the owner voids: the money is credit, and somebody is told', async () => {
    const invoice = await office.issued([{}]);
    const attempt = await begin(invoice);
    expect((await office.owner('POST', `/v1/console/invoices/${invoice.id}/void`, { reason: 'Wrong' })).status).toBe(200);
    await pay(attempt, card.pays);
    await world.settle();
    expect((await office.read(invoice.id)).status).toBe('void');
    expect((await reviews()).find(({ attemptId }) => attemptId === attempt.id)).toMatchObject({ kind: 'more_than_owed', amountMinor: 11_500 });
  });

  it('a voided invoice cannot be paid in the tab that is still open', async () => {
    const invoice = await office.issued([{}]);
    const attempt = await begin(invoice);
    await office.owner('POST', `/v1/console/invoices/${invoice.id}/void`, { reason: 'Wrong' });
    await world.settle();
    await pay(attempt, card.pays);
    await world.settle();
    expect((await reread(attempt)).state).toBe('expired');
  });
});

describe('a network that fails', () => {
  it('the answer to the first question is lost: the same key gives the same checkout', async () => {
    const invoice = await office.issued([{}]);
    const key = newKey();
    const real = world.deps.payments.test;
    await withProvider({ createCheckout: async (account, ask) => { await real.createCheckout(account, ask); throw new ProviderError('unreachable', 'timeout'); } }, async () => {
      expect((await startPaying([invoice.id], {}, key)).status).toBe(503);
    });
    const attempt = await (await startPaying([invoice.id], {}, key)).json() as PaymentAttempt;
    expect(attempt.state).toBe('open');
    await pay(attempt, card.pays);
    await world.settle();
    expect(await paymentsOf(invoice)).toBe(1);
  });

  it('a webhook while the network cannot be asked is answered with try again, and not lost', async () => {
    const invoice = await office.issued([{}]);
    const attempt = await begin(invoice);
    await pay(attempt, card.silent);
    const event = eventFor(attempt);
    await withProvider({ readCheckout: async () => { throw new ProviderError('unreachable', 'down'); } }, async () => { expect((await webhook(event)).status).toBeGreaterThanOrEqual(500); });
    expect((await webhook(event)).status).toBe(200);
    expect((await office.read(invoice.id)).status).toBe('paid');
  });

  it('an abandoned checkout expires', async () => {
    const attempt = await begin(await office.issued([{}]));
    world.advance(75);
    await world.settle();
    world.setNow('2026-11-23T07:30:00Z');
    await world.settle();
    const fresh = await office.client();
    expect((await (await fresh.call('GET', `/v1/payments/attempts/${attempt.id}`)).json() as PaymentAttempt).state).toBe('expired');
  });
});

describe('giving back through the network', () => {
  const paid = async (): Promise<{ invoice: Invoice; paymentId: string }> => {
    const invoice = await office.issued([{}]);
    await pay(await begin(invoice), card.pays);
    await world.settle();
    await office.owner('POST', `/v1/console/invoices/${invoice.id}/credit`, { reason: 'Cancelled' });
    const list = await (await office.owner('GET', '/v1/console/payments')).json() as PaymentPage;
    return { invoice, paymentId: list.items.find(({ allocations }) => allocations.some(({ invoiceId }) => invoiceId === invoice.id))?.id ?? '' };
  };
  const refund = (paymentId: string, amountMinor: number): Promise<Response> => office.owner('POST', `/v1/console/payments/${paymentId}/refund`, { amountMinor, reason: 'Cancelled' });

  it('in parts, never more than came', async () => {
    const { paymentId } = await paid();
    expect((await refund(paymentId, 5000)).status).toBe(200);
    expect((await refund(paymentId, 6501)).status).toBe(422);
    expect((await refund(paymentId, 6500)).status).toBe(200);
    await world.settle();
    const list = await (await office.owner('GET', '/v1/console/payments')).json() as PaymentPage;
    expect(list.items.find(({ id }) => id === paymentId)).toMatchObject({ status: 'refunded', refundedMinor: 11_500 });
  });

  it('asks again when the answer was lost, and the money goes once', async () => {
    const { paymentId } = await paid();
    const real = world.deps.payments.test;
    let asked = 0;
    await refund(paymentId, 11_500);
    await withProvider({ refund: async (account, ask) => { asked += 1; await real.refund(account, ask); throw new ProviderError('unreachable', 'timeout'); } }, () => world.settle());
    world.advance(5);
    await world.settle();
    expect(asked).toBeGreaterThan(0);
    const list = await (await office.owner('GET', '/v1/console/payments')).json() as PaymentPage;
    expect(list.items.find(({ id }) => id === paymentId)?.refundedMinor).toBe(11_500);
    expect((await reviews()).filter(({ kind, paymentId: about }) => kind === 'refund_failed' && about === paymentId)).toEqual([]);
  });

  it('a refusal puts it back, and tells somebody', async () => {
    const { paymentId } = await paid();
    await withProvider({ refund: async () => { throw new ProviderError('refused', 'account closed'); } }, async () => {
      await refund(paymentId, 11_500);
      await world.settle();
    });
    expect((await reviews()).find(({ paymentId: about }) => about === paymentId)).toMatchObject({ kind: 'refund_failed', amountMinor: 11_500 });
    expect((await refund(paymentId, 11_500)).status).toBe(200);
    await world.settle();
  });
});

describe('setting up', () => {
  it('keeps secrets to itself, and wants a way to check webhooks', async () => {
    const other = await invoiceOffice(world, { name: 'Setting Up', origin: 'https://setup.example' });
    const set = (input: unknown): Promise<Response> => other.owner('POST', '/v1/console/payment-accounts/test', input);
    expect((await set({ enabled: true })).status).toBe(422);
    expect((await set({ secretKey: 'test_secret_key', enabled: true })).status).toBe(422);
    const answer = await (await set({ secretKey: 'test_secret_key', webhookSecret, enabled: true })).text();
    expect(answer).not.toContain('test_secret_key');
    expect(answer).not.toContain(webhookSecret);
    expect(JSON.parse(answer)).toMatchObject({ enabled: true, hasWebhookSecret: true, isLive: false });
  });

  it('nobody pays where nothing is set up, nor from a page that is not registered', async () => {
    const other = await invoiceOffice(world, { name: 'No Cards', origin: 'https://nocards.example' });
    const invoice = await other.issued([{}]);
    const theirs = await other.client();
    expect((await theirs.call('POST', '/v1/payments/attempts', { invoiceIds: [invoice.id], returnUrl: 'https://nocards.example/' })).status).toBe(409);
    const ours = await office.issued([{}]);
    expect((await startPaying([ours.id], { returnUrl: 'https://evil.example/' })).status).toBe(403);
    expect((await theirs.call('POST', '/v1/payments/attempts', { invoiceIds: [ours.id], returnUrl: 'https://nocards.example/' })).status).toBe(404);
  });
});
