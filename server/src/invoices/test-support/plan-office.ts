import type { PaymentAttempt } from '@portico/contract/invoices/checkout.ts';
import type { InvoiceSummary } from '@portico/contract/invoices/invoice.ts';
import type { OwnPlan, OwnPlanList, Plan, Subscription } from '@portico/contract/invoices/plans.ts';
import type { SignedInPage } from '../../test-support/page-client.ts';
import { newKey, staffCaller, type BusinessOptions } from '../../test-support/people.ts';
import type { TestWorld } from '../../test-support/test-world.ts';
import { payWithCard } from '../test-network/pay-with-card.ts';
import { invoiceOffice, type InvoiceOffice } from './invoice-office.ts';

export const testCard = { pays: '4242424242424242', asks: '4000002760003184', late: '4000000000000077', silent: '4000000000000341', once: '4000008260003178' };

/** An office that takes cards and has a client with a plan. */
export interface PlanOffice extends InvoiceOffice {
  plan(more?: Record<string, unknown>): Promise<Plan>;
  start(plan: Plan, more?: Record<string, unknown>): Promise<Subscription>;
  /** The clock goes to that moment and everything that was due happens. Page and owner sign in again. */
  at8(date: string, time?: string): Promise<void>;
  page(): SignedInPage;
  own(): Promise<OwnPlan>;
  all(): Promise<OwnPlanList>;
  invoices(): Promise<InvoiceSummary[]>;
  /** The client pays in full; `agree`: and ticks that it is the last time by hand. */
  payByHand(invoiceId: string, card?: string, agree?: boolean): Promise<PaymentAttempt>;
}

export const returnUrl = 'https://river.example/portal#portal/invoices';

export async function planOffice(world: TestWorld, options?: BusinessOptions): Promise<PlanOffice> {
  const office = await invoiceOffice(world, options);
  await office.owner('POST', '/v1/console/payment-accounts/test', { secretKey: 'test_secret_key', webhookSecret: 'whsec_only_for_tests', enabled: true });
  let page = await office.client();
  let owner = office.owner;
  const json = async <T>(answer: Promise<Response>): Promise<T> => {
    const response = await answer;
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    return await response.json() as T;
  };
  const all = (): Promise<OwnPlanList> => json(page.call('GET', '/v1/subscriptions'));
  const own = async (): Promise<OwnPlan> => {
    const [plan] = (await all()).items;
    if (!plan) throw new Error('no plan');
    return plan;
  };
  return {
    ...office, all, own, page: () => page,
    owner: (...asked) => owner(...asked),
    read: (id) => json(owner('GET', `/v1/console/invoices/${id}`)),
    plan: (more) => json(owner('POST', '/v1/console/plans', { name: 'Monthly care', priceMinor: 10_000, taxIds: [office.vat.id], interval: 'month', ...more })),
    start: (plan, more) => json(owner('POST', `/v1/console/clients/${office.clientId}/subscriptions`, { planId: plan.id, ...more })),
    async at8(date, time = '07:00:00Z') {
      world.setNow(`${date}T${time}`);
      await world.settle();
      await world.settle();
      [page, owner] = [await office.client(), await staffCaller(world, office.at, 'owner')];
    },
    invoices: async () => (await json<{ items: InvoiceSummary[] }>(owner('GET', `/v1/console/invoices?client=${office.clientId}&limit=50`))).items,
    async payByHand(invoiceId, card = testCard.pays, agree = true) {
      const { id, consent } = await own();
      const autopay = agree && consent ? { autopay: { subscriptionId: id, version: consent.version, lang: consent.lang, amountMinor: consent.amountMinor } } : {};
      const attempt = await json<PaymentAttempt>(page.call('POST', '/v1/payments/attempts', { invoiceIds: [invoiceId], returnUrl, ...autopay }, { 'idempotency-key': newKey() }));
      await payWithCard(world.deps, office.at.business.id, attempt.url?.split('/').at(-1) ?? '', card, true);
      await world.settle();
      return json(page.call('GET', `/v1/payments/attempts/${attempt.id}`));
    },
  };
}
