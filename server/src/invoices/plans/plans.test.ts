import type { ClientPackage } from '@portico/contract/invoices/packages.ts';
import type { OwnPlan, Plan, PlanRequestList, Subscription } from '@portico/contract/invoices/plans.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testWorld, type TestWorld } from '../../test-support/test-world.ts';
import { unbalanced } from '../test-support/invoice-office.ts';
import { planOffice, type PlanOffice } from '../test-support/plan-office.ts';

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

const json = async <T>(answer: Promise<Response>): Promise<T> => await (await answer).json() as T;
const problem = async (answer: Promise<Response>): Promise<unknown[]> => {
  const response = await answer;
  const { fields, reason } = await response.json() as { fields?: { field: string }[]; reason?: string };
  return [response.status, fields?.[0]?.field ?? reason];
};
const titles = async (): Promise<string[]> => (await office.invoices()).map(({ title }) => title);
const does = (verb: 'pause' | 'resume' | 'end', id: string): Promise<Response> => office.owner('POST', `/v1/console/subscriptions/${id}/${verb}`, {});
const ask = (id: string, body: Record<string, unknown>): Promise<Response> => office.page().call('POST', `/v1/subscriptions/${id}/requests`, body);
const requests = async (): Promise<PlanRequestList['items']> => (await json<PlanRequestList>(office.owner('GET', '/v1/console/plan-requests'))).items;
const answer = async (body: Record<string, unknown>): Promise<Subscription> => json(office.owner('POST', `/v1/console/plan-requests/${(await requests())[0]?.id}/answer`, body));
const letters = (): string[] => world.mails.filter(({ subject }) => !subject.startsWith('Sign in')).map(({ subject }) => subject);

describe('the catalogue', () => {
  it('keeps a plan and says its price and rhythm', async () => {
    expect(await office.plan({ interval: 'week', every: 2, description: 'Two visits' })).toMatchObject({ name: 'Monthly care', priceMinor: 10_000, subscribers: 0, archived: false, dueDays: 0, label: { every: 'every 2 weeks', price: expect.stringMatching(/^R\s100$/) as string } });
  });

  it.each([
    ['no price', { priceMinor: 0 }, 'priceMinor'], ['a negative price', { priceMinor: -1 }, 'priceMinor'], ['cents of cents', { priceMinor: 0.5 }, 'priceMinor'], ['another rhythm', { interval: 'day' }, 'interval'], ['never', { every: 0 }, 'every'],
    ['too seldom', { every: 13 }, 'every'], ['too long to pay', { dueDays: 61 }, 'dueDays'], ['no name', { name: ' ' }, 'name'], ['a tax that is not there', { taxIds: ['01aaaaaaaaaaaaaaaaaaaaaaaa'] }, 'taxIds.0'], ['a package that is not there', { packageId: '01aaaaaaaaaaaaaaaaaaaaaaaa' }, 'packageId'],
  ])('refuses %s and keeps nothing', async (_, more, field) => {
    expect(await problem(office.owner('POST', '/v1/console/plans', { name: 'Odd', priceMinor: 100, interval: 'month', ...more }))).toEqual([422, field]);
    expect((await json<{ items: Plan[] }>(office.owner('GET', '/v1/console/plans'))).items).toEqual([]);
  });

  it('a new price counts from the next period, and the rhythm never changes', async () => {
    const plan = await office.plan();
    await office.start(plan);
    await office.at8('2026-11-23');
    expect(await json<Plan>(office.owner('PATCH', `/v1/console/plans/${plan.id}`, { priceMinor: 20_000 }))).toMatchObject({ priceMinor: 20_000, subscribers: 1 });
    expect(await problem(office.owner('PATCH', `/v1/console/plans/${plan.id}`, { interval: 'week' }))).toEqual([422, expect.anything()]);
    await office.at8('2026-12-23');
    expect((await office.invoices()).map(({ totalMinor }) => totalMinor)).toEqual([23_000, 11_500]);
  });

  it('nobody starts one that is not offered any more; who has it keeps it', async () => {
    const plan = await office.plan();
    await office.start(plan, { startsOn: '2026-12-01' });
    await office.owner('PATCH', `/v1/console/plans/${plan.id}`, { archived: true });
    expect(await problem(office.owner('POST', `/v1/console/clients/${office.clientId}/subscriptions`, { planId: plan.id }))).toEqual([422, 'planId']);
    await office.at8('2026-12-01');
    expect(await titles()).toHaveLength(1);
  });
});

describe('a client with a plan', () => {
  it('gets an invoice on every day of it, through the same door as any other', async () => {
    await office.start(await office.plan({ dueDays: 7 }), { startsOn: '2026-11-30', anchorDay: 31 });
    expect(await office.own()).toMatchObject({ state: 'active', startsOn: '2026-11-30', next: { on: '2026-11-30', dueOn: '2026-12-07', amountMinor: 11_500 }, autopay: null, request: null, open: [] });
    await office.at8('2026-11-29');
    expect(await titles()).toEqual([]);
    for (const day of ['2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31']) await office.at8(day);
    expect((await office.invoices()).map(({ issuedOn, dueOn, number, title }) => [issuedOn, dueOn, number, title])).toEqual([
      ['2027-03-31', '2027-04-07', 'INV-2027-0003', 'Monthly care, 31 Mar 2027 – 29 Apr 2027'], ['2027-02-28', '2027-03-07', 'INV-2027-0002', 'Monthly care, 28 Feb 2027 – 30 Mar 2027'], ['2027-01-31', '2027-02-07', 'INV-2027-0001', 'Monthly care, 31 Jan 2027 – 27 Feb 2027'],
      ['2026-12-31', '2027-01-07', 'INV-2026-0002', 'Monthly care, 31 Dec 2026 – 30 Jan 2027'], ['2026-11-30', '2026-12-07', 'INV-2026-0001', 'Monthly care, 30 Nov 2026 – 30 Dec 2026'],
    ]);
    expect(await office.own()).toMatchObject({ next: { on: '2027-04-30' } });
    expect((await office.own()).open).toHaveLength(5);
  });

  it('starts at once when it starts today', async () => {
    await office.start(await office.plan());
    await world.settle();
    expect(await titles()).toEqual(['Monthly care, 23 Nov 2026 – 22 Dec 2026']);
    expect(letters()).toEqual(['Monthly care begins on Monday 23 November 2026', expect.stringMatching(/^Invoice INV-2026-0001/)]);
  });

  it.each([['in the past', { startsOn: '2026-11-22' }, 'startsOn'], ['on another day than its own', { startsOn: '2026-12-14', anchorDay: 31 }, 'anchorDay'], ['on no day', { startsOn: '2026-02-30' }, 'startsOn']])('does not start %s', async (_, more, field) => {
    const plan = await office.plan();
    expect(await problem(office.owner('POST', `/v1/console/clients/${office.clientId}/subscriptions`, { planId: plan.id, ...more }))).toEqual([422, field]);
  });

  it('gets the sessions of a plan when its period is paid, and loses them with the invoice', async () => {
    const pack = await json<{ id: string }>(office.owner('POST', '/v1/console/packages', { name: 'Four visits', sessions: 4, priceMinor: 100, validDays: 31, onSale: false }));
    await office.start(await office.plan({ packageId: pack.id }), { startsOn: '2026-12-01' });
    await office.at8('2026-12-01');
    const own = async (): Promise<unknown[]> => (await json<{ items: ClientPackage[] }>(office.owner('GET', `/v1/console/clients/${office.clientId}/packages`))).items.map(({ name, state, remaining }) => [name, state, remaining]);
    expect(await own()).toEqual([['Four visits', 'awaiting_payment', 0]]);
    await office.owner('POST', '/v1/console/payments', { clientId: office.clientId, amountMinor: 11_500, method: 'cash', receivedOn: '2026-12-01' });
    await world.settle();
    expect(await own()).toEqual([['Four visits', 'active', 4]]);
    await office.at8('2027-01-01');
    expect(await own()).toEqual([['Four visits', 'awaiting_payment', 0], ['Four visits', 'expired', 0]]);
  });

  it('keeps its account: invoices of a plan never change their client', async () => {
    const { id: other } = await json<{ id: string }>(office.owner('POST', '/v1/console/clients', { name: 'Other' }));
    await office.start(await office.plan(), { startsOn: '2027-01-01' });
    expect((await office.owner('POST', `/v1/console/clients/${other}/merge`, { from: office.clientId })).status).toBe(409);
  });
});

describe('pausing, going on, ending', () => {
  it('makes no invoice for the pause, and goes on with the next of its own days', async () => {
    const { id } = await office.start(await office.plan(), { startsOn: '2026-12-01' });
    await office.at8('2026-12-01');
    expect(await json<Subscription>(does('pause', id))).toMatchObject({ state: 'paused', next: null });
    expect((await does('pause', id)).status).toBe(409);
    await office.at8('2027-02-10');
    expect(await titles()).toHaveLength(1);
    expect(await json<Subscription>(does('resume', id))).toMatchObject({ state: 'active', next: { on: '2027-03-01' } });
    expect((await does('resume', id)).status).toBe(409);
    await office.at8('2027-03-01');
    expect(await titles()).toEqual(['Monthly care, 1 Mar 2027 – 31 Mar 2027', 'Monthly care, 1 Dec 2026 – 31 Dec 2026']);
    expect(letters()).toEqual(expect.arrayContaining(['Monthly care is paused', 'Monthly care goes on']));
  });

  it('a pause that is over before the next day changes nothing', async () => {
    const { id } = await office.start(await office.plan(), { startsOn: '2026-12-01' });
    for (let time = 0; time < 3; time += 1) {
      await does('pause', id);
      await does('resume', id);
    }
    await office.at8('2026-12-01');
    expect(await titles()).toHaveLength(1);
  });

  it('makes none after the end, which is final', async () => {
    const { id } = await office.start(await office.plan(), { startsOn: '2026-12-01' });
    await office.at8('2026-12-01');
    expect(await json<Subscription>(does('end', id))).toMatchObject({ state: 'ended', endedOn: '2026-12-01', next: null });
    for (const verb of ['end', 'pause', 'resume'] as const) expect((await does(verb, id)).status).toBe(409);
    await office.at8('2027-02-01');
    expect([await titles(), (await office.own()).state, (await office.own()).consent]).toEqual([['Monthly care, 1 Dec 2026 – 31 Dec 2026'], 'ended', null]);
  });
});

describe('a client asks', () => {
  let id: string;
  beforeEach(async () => {
    ({ id } = await office.start(await office.plan(), { startsOn: '2026-12-01' }));
    await world.settle();
    world.mails.length = 0;
  });

  it('for a pause: the owner hears of it, accepts, and the client is told with what the owner wrote', async () => {
    const asked = await ask(id, { kind: 'pause', note: 'Back in March.' });
    expect([asked.status, await asked.json()]).toMatchObject([201, { state: 'active', request: { kind: 'pause', note: 'Back in March.', label: { askedOn: 'today' } } } satisfies Partial<Record<keyof OwnPlan, unknown>>]);
    await world.settle();
    expect(world.mails.map(({ subject, to }) => [subject, to.address])).toEqual([['Quintessa Ltd asks to pause Monthly care', office.at.business.email]]);
    expect(await requests()).toMatchObject([{ kind: 'pause', note: 'Back in March.', subscription: { clientName: 'Quintessa Ltd', name: 'Monthly care' } }]);
    expect(await answer({ accept: true, note: 'Get well.' })).toMatchObject({ state: 'paused', request: null });
    await world.settle();
    expect(letters().slice(1)).toEqual(['Monthly care is paused']);
    expect(world.mails.at(-1)?.text).toContain('Get well.');
    expect(await requests()).toEqual([]);
  });

  it('for the end, and is declined: everything stays', async () => {
    await ask(id, { kind: 'cancel' });
    expect(await answer({ accept: false, note: 'You are bound until June.' })).toMatchObject({ state: 'active', request: null, next: { on: '2026-12-01' } });
    await world.settle();
    expect(letters()).toEqual(['Quintessa Ltd asks to end Monthly care', 'About your plan Monthly care']);
    await office.at8('2026-12-01');
    expect(await titles()).toHaveLength(1);
  });

  it('once at a time; can take it back; and an answer is given once', async () => {
    await ask(id, { kind: 'pause' });
    expect(await problem(ask(id, { kind: 'cancel' }))).toEqual([409, 'already_asked']);
    const [request] = await requests();
    expect(await json<OwnPlan>(office.page().call('POST', `/v1/subscriptions/${id}/requests/take-back`, {}))).toMatchObject({ request: null });
    expect((await office.owner('POST', `/v1/console/plan-requests/${request?.id}/answer`, { accept: true })).status).toBe(409);
    expect((await office.own()).state).toBe('active');
  });

  it('to go on only where it is paused; nothing where it has ended; nothing odd at all', async () => {
    expect(await problem(ask(id, { kind: 'resume' }))).toEqual([409, 'plan_changed']);
    expect(await problem(ask(id, { kind: 'free' }))).toEqual([422, 'kind']);
    expect(await problem(ask(id, { kind: 'pause', note: 'x'.repeat(501) }))).toEqual([422, 'note']);
    await does('pause', id);
    expect((await ask(id, { kind: 'resume' })).status).toBe(201);
    await does('end', id);
    expect(await requests()).toEqual([]);
    expect(await problem(ask(id, { kind: 'cancel' }))).toEqual([409, 'plan_changed']);
  });

  it('is told in the language that is spoken there', async () => {
    expect((await office.owner('PATCH', '/v1/console/business', { lang: 'de' })).status).toBe(200);
    await ask(id, { kind: 'cancel' });
    await answer({ accept: true });
    await world.settle();
    expect(letters()).toContain('Monthly care ist beendet');
  });
});
