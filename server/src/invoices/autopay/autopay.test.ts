import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import Sqlite from 'better-sqlite3';
import { ProviderError, type PaymentProvider } from '../../effects/payments/payment-provider.ts';
import { testWorld, type TestWorld } from '../../test-support/test-world.ts';
import { unbalanced } from '../test-support/invoice-office.ts';
import { planOffice, testCard, type PlanOffice } from '../test-support/plan-office.ts';

let world: TestWorld;
let office: PlanOffice;

beforeEach(async () => {
  world = await testWorld({ PORTICO_DEMO: '1' });
  office = await planOffice(world);
});
afterEach(async () => {
  expect(await unbalanced(world)).toEqual([]);
  await world.close();
});

/** A monthly plan from 1 December whose first invoice was paid by hand, with this card and the tick. */
async function agreed(card = testCard.pays, more: Record<string, unknown> = {}): Promise<void> {
  await office.start(await office.plan(more), { startsOn: '2026-12-01' });
  await office.at8('2026-12-01');
  const [first] = await office.invoices();
  await office.payByHand(first?.id ?? '', card);
  world.advance(1);
  await world.settle();
  world.mails.length = 0;
}
const statuses = async (): Promise<string[]> => (await office.invoices()).map(({ status }) => status);
const subjects = (): string[] => world.mails.map(({ subject }) => subject);
/** Nothing gets through to the network as long as this lasts. */
async function unreached(work: () => Promise<void>): Promise<void> {
  const providers = world.deps.payments as { test: PaymentProvider };
  const real = providers.test;
  providers.test = { ...real, charge: async () => { throw new ProviderError('unreachable', 'no connection'); } };
  try {
    await work();
  } finally {
    providers.test = real;
  }
}
const charges = (): unknown[] => {
  const db = new Sqlite(world.config.databasePath, { readonly: true });
  try {
    return db.prepare("SELECT state FROM test_checkouts WHERE ref LIKE 'test_charge_%'").all();
  } finally {
    db.close();
  }
};

describe('a client who agrees while paying', () => {
  it('is charged for the next period without being there, and is told what was agreed', async () => {
    await office.start(await office.plan(), { startsOn: '2026-12-01' });
    await office.at8('2026-12-01');
    const [first] = await office.invoices();
    expect((await office.own()).autopay).toBeNull();
    await office.payByHand(first?.id ?? '');
    expect(await office.own()).toMatchObject({ autopay: { method: { label: 'Visa ···· 4242', expires: '12/2034' } }, next: { on: '2027-01-01', amountMinor: 11_500 } });
    const letter = world.mails.find(({ subject }) => subject === 'Monthly care is paid automatically from now on');
    expect(letter?.text).toContain('pay “Monthly care” automatically: R 115 every month'.replace('R 115', 'R\u00a0115'));
    world.mails.length = 0;
    await office.at8('2027-01-01');
    expect(await statuses()).toEqual(['paid', 'paid']);
    expect(world.mails.find(({ subject }) => subject.startsWith('Invoice'))?.text).toContain('it is taken from Visa ···· 4242');
    expect(charges()).toEqual([{ state: 'paid' }]);
  });

  it('is not charged without the tick', async () => {
    await office.start(await office.plan(), { startsOn: '2026-12-01' });
    await office.at8('2026-12-01');
    await office.payByHand((await office.invoices())[0]?.id ?? '', testCard.pays, false);
    await office.at8('2027-01-01');
    expect([await statuses(), charges(), (await office.all()).methods]).toEqual([['issued', 'paid'], [], []]);
  });

  it('stops it at any time: the next one is an ordinary open invoice', async () => {
    await agreed();
    const { id } = await office.own();
    expect((await office.page().call('POST', `/v1/subscriptions/${id}/autopay/stop`, {})).status).toBe(200);
    expect((await office.page().call('POST', `/v1/subscriptions/${id}/autopay/stop`, {})).status).toBe(200);
    await world.settle();
    expect(subjects()).toEqual(['Monthly care is no longer paid automatically']);
    await office.at8('2027-01-01');
    expect([await statuses(), charges()]).toEqual([['issued', 'paid'], []]);
  });

  it('stops it between the invoice and the charge', async () => {
    await agreed(testCard.pays, { dueDays: 5 });
    await office.at8('2027-01-01');
    expect(await office.own()).toMatchObject({ open: [{ chargeOn: '2027-01-06' }] });
    await office.page().call('POST', `/v1/subscriptions/${(await office.own()).id}/autopay/stop`, {});
    await office.at8('2027-01-06', '08:00:00Z');
    expect([await statuses(), charges()]).toEqual([['issued', 'paid'], []]);
  });

  it('removes the card, and the network forgets it', async () => {
    await agreed();
    const [method] = (await office.all()).methods;
    expect(await (await office.page().call('POST', `/v1/payment-methods/${method?.id}/remove`, {})).json()).toMatchObject({ methods: [], items: [{ autopay: null }] });
    await office.at8('2027-01-01');
    expect([await statuses(), charges()]).toEqual([['issued', 'paid'], []]);
    const db = new Sqlite(world.config.databasePath, { readonly: true });
    expect(db.prepare('SELECT detached FROM test_methods').all()).toEqual([{ detached: 1 }]);
    expect(JSON.stringify(db.prepare('SELECT * FROM payment_methods').all())).not.toContain('4242424242');
    expect(db.prepare('SELECT wording_version, ended_by, stands_for FROM autopay_consents').all()).toEqual([{ wording_version: '2026-11', ended_by: 'method_removed', stands_for: null }]);
    db.close();
  });

  it('agrees again with a card that is kept', async () => {
    await agreed();
    const { id } = await office.own();
    await office.page().call('POST', `/v1/subscriptions/${id}/autopay/stop`, {});
    const { methods: [method], items: [plan] } = await office.all();
    const answer = await office.page().call('POST', `/v1/subscriptions/${id}/autopay`, { methodId: method?.id, version: plan?.consent?.version, lang: 'de', amountMinor: plan?.consent?.amountMinor });
    expect(answer.status).toBe(200);
    await office.at8('2027-01-01');
    expect(await statuses()).toEqual(['paid', 'paid']);
  });

  it('agrees to nothing that it was not shown', async () => {
    await agreed();
    const { id } = await office.own();
    const { methods: [method] } = await office.all();
    const answer = await office.page().call('POST', `/v1/subscriptions/${id}/autopay`, { methodId: method?.id, version: '2026-11', lang: 'en', amountMinor: 1 });
    expect([answer.status, (await answer.json() as { reason: string }).reason]).toEqual([409, 'consent_changed']);
  });
});

describe('a charge that does not go through', () => {
  it.each([['the card is declined', testCard.once, 'could not take'], ['the bank wants to ask', testCard.asks, 'wants you to approve']])('%s: an open invoice, and a letter that asks to pay by hand', async (_, card, words) => {
    await agreed(card);
    await office.at8('2027-01-01');
    expect(await statuses()).toEqual(['issued', 'paid']);
    const letter = world.mails.find(({ subject }) => subject === 'Please pay invoice INV-2027-0001 yourself');
    expect(letter?.text).toContain(words);
    const [open] = await office.invoices();
    await office.payByHand(open?.id ?? '', testCard.pays, false);
    await office.at8('2027-01-02');
    expect(await statuses()).toEqual(['paid', 'paid']);
    expect(charges()).toHaveLength(1);
  });

  it('a lost answer is asked for again with the same key: charged once', async () => {
    await agreed(testCard.silent);
    await office.at8('2027-01-01');
    expect([await statuses(), charges()]).toEqual([['issued', 'paid'], [{ state: 'paid' }]]);
    world.advance(1);
    await world.settle();
    expect([await statuses(), charges()]).toEqual([['paid', 'paid'], [{ state: 'paid' }]]);
  });

  it('a lost answer, and the client stops it meanwhile: what was charged is found, and nothing is asked for again', async () => {
    await agreed(testCard.silent);
    await office.at8('2027-01-01');
    await office.page().call('POST', `/v1/subscriptions/${(await office.own()).id}/autopay/stop`, {});
    world.advance(1);
    await world.settle();
    expect([await statuses(), charges()]).toEqual([['paid', 'paid'], [{ state: 'paid' }]]);
  });

  it('a network that was never reached, and the client stops it meanwhile: nothing is asked for, and nobody is asked to pay by hand for that', async () => {
    await agreed();
    await unreached(async () => office.at8('2027-01-01'));
    await office.page().call('POST', `/v1/subscriptions/${(await office.own()).id}/autopay/stop`, {});
    world.advance(1);
    await world.settle();
    expect([await statuses(), charges(), subjects().filter((subject) => subject.startsWith('Please'))]).toEqual([['issued', 'paid'], [], []]);
  });

  it('where the owner takes no cards any more nothing is charged, and the client is asked to pay', async () => {
    await agreed();
    await office.at8('2026-12-31');
    await office.owner('POST', '/v1/console/payment-accounts/test', { enabled: false });
    await office.at8('2027-01-01');
    expect([await statuses(), charges(), subjects().filter((subject) => subject.startsWith('Please'))]).toEqual([['issued', 'paid'], [], ['Please pay invoice INV-2027-0001 yourself']]);
  });

  it('a network that was not reached for a day: its key is too old to be used, so the client is asked to pay by hand', async () => {
    await agreed();
    await unreached(async () => {
      for (const time of ['07:00:00Z', '07:01:00Z', '08:00:00Z', '12:00:00Z', '20:00:00Z']) await office.at8('2027-01-01', time);
    });
    await office.at8('2027-01-02', '07:00:00Z');
    expect([await statuses(), charges(), subjects().filter((subject) => subject.startsWith('Please'))]).toEqual([['overdue', 'paid'], [], ['Please pay invoice INV-2027-0001 yourself']]);
    await office.payByHand((await office.invoices())[0]?.id ?? '', testCard.pays, false);
    expect(await statuses()).toEqual(['paid', 'paid']);
  });

  it('one that is slow is booked when the network says so', async () => {
    await agreed(testCard.late);
    await office.at8('2027-01-01');
    expect(await statuses()).toEqual(['issued', 'paid']);
    expect((await office.page().call('POST', '/v1/payments/attempts', { invoiceIds: [(await office.invoices())[0]?.id], returnUrl: 'https://river.example/' })).status).toBe(409);
    world.advance(1);
    await world.settle();
    expect(await statuses()).toEqual(['paid', 'paid']);
  });

  it('what is being paid by hand is closed there first', async () => {
    await agreed(testCard.pays, { dueDays: 5 });
    await office.at8('2027-01-01');
    await office.at8('2027-01-06', '06:30:00Z');
    const [open] = await office.invoices();
    const { id } = await (await office.page().call('POST', '/v1/payments/attempts', { invoiceIds: [open?.id], returnUrl: 'https://river.example/' })).json() as { id: string };
    await office.at8('2027-01-06');
    expect([await statuses(), charges()]).toEqual([['paid', 'paid'], [{ state: 'paid' }]]);
    expect(await (await office.page().call('GET', `/v1/payments/attempts/${id}`)).json()).toMatchObject({ state: 'expired' });
  });

  it('what was paid by hand before is not charged', async () => {
    await agreed(testCard.pays, { dueDays: 5 });
    await office.at8('2027-01-01');
    await office.payByHand((await office.invoices())[0]?.id ?? '', testCard.pays, false);
    await office.at8('2027-01-06', '08:00:00Z');
    expect([await statuses(), charges()]).toEqual([['paid', 'paid'], []]);
  });
});

describe('what is told beforehand', () => {
  const changePrice = async (priceMinor: number): Promise<void> => {
    const { items: [plan] } = await (await office.owner('GET', '/v1/console/plans')).json() as { items: { id: string }[] };
    expect((await office.owner('PATCH', `/v1/console/plans/${plan?.id}`, { priceMinor })).status).toBe(200);
  };
  const announced = (): number => world.mails.filter(({ subject }) => subject.startsWith('Monthly care: R')).length;

  it('nothing, for the same amount every month', async () => {
    await agreed();
    for (const day of ['2026-12-24', '2026-12-26', '2027-01-01', '2027-02-01']) await office.at8(day);
    expect([announced(), await statuses()]).toEqual([0, ['paid', 'paid', 'paid']]);
  });

  it('another amount, a week before; once', async () => {
    await agreed();
    await changePrice(20_000);
    await office.at8('2026-12-24');
    expect(announced()).toBe(0);
    await office.at8('2026-12-25', '08:00:00Z');
    expect(world.mails.findLast(({ subject }) => subject.startsWith('Monthly care: R'))?.text).toContain('the amount for Monthly care is another one from now on: R\u00a0230');
    await office.at8('2027-01-01');
    expect([announced(), (await office.invoices())[0]]).toMatchObject([1, { status: 'paid', totalMinor: 23_000 }]);
  });

  it('another amount that nobody was told of: the invoice is the first to say so, and the charge waits three days', async () => {
    await agreed();
    await office.at8('2026-12-31');
    // Nothing is settled in between: the announcement would be later than the invoice.
    await changePrice(20_000);
    await office.at8('2027-01-01');
    expect([announced(), (await office.own()).open, charges()]).toMatchObject([0, [{ chargeOn: '2027-01-04' }], []]);
    expect(world.mails.findLast(({ subject }) => subject.startsWith('Invoice'))?.text).toContain('R\u00a0230. You have nothing to do: it is taken from Visa ···· 4242 on Monday 4 January 2027');
    await office.at8('2027-01-04');
    expect((await office.invoices())[0]).toMatchObject({ status: 'paid', totalMinor: 23_000 });
  });

  it('a yearly charge, even when it never changes', async () => {
    await agreed(testCard.pays, { interval: 'year' });
    await office.at8('2027-11-24', '08:00:00Z');
    expect(announced()).toBe(1);
  });

  it('no reminder of what is going to be paid by itself', async () => {
    await agreed(testCard.pays, { dueDays: 5 });
    for (const day of ['2027-01-01', '2027-01-03', '2027-01-06', '2027-01-08']) await office.at8(day, '08:00:00Z');
    expect([subjects().filter((subject) => subject.includes('is due')), await statuses()]).toEqual([[], ['paid', 'paid']]);
  });
});
