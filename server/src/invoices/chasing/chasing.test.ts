import type { Chasing, InvoiceReminders } from '@portico/contract/invoices/chasing.ts';
import type { Invoice, InvoicePage } from '@portico/contract/invoices/invoice.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { jobWorker } from '../../all-work.ts';
import { morningAfter } from '../../domain/mornings.ts';
import { dateAfter, todayIn } from '../../domain/civil-dates.ts';
import { letterWords } from '../../domain/letters/voice.ts';
import { systemScope } from '../../domain/scope.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { cancelJobsAbout } from '../../jobs/job-store.ts';
import { staffCaller } from '../../test-support/people.ts';
import { testWorld, type TestWorld } from '../../test-support/test-world.ts';
import { balanceOf } from '../ledger-store.ts';
import { invoiceOffice, unbalanced, type InvoiceOffice } from '../test-support/invoice-office.ts';

import { remindersOf } from './chasing-store.ts';
import { aboutInvoice, chasingKinds } from './plan-chasing.ts';
import { planOverlooked } from './plan-overlooked.ts';

let world: TestWorld;
let offices = 0;
beforeAll(async () => {
  world = await testWorld();
  // The first paper reads the fonts, which no test should wait for.
  await (await openOffice()).issued([{}]);
  await world.settle();
}, 30_000);
beforeEach(() => world.setNow('2026-11-23T06:00:00Z'));
afterAll(() => world.close());

async function openOffice(settings: Record<string, unknown> = {}, options: { timeZone?: string } = {}): Promise<InvoiceOffice> {
  offices += 1;
  const office = await invoiceOffice(world, { name: `Chasing ${offices}`, origin: `https://chasing${offices}.example`, ...options });
  const answer = await office.owner('PATCH', '/v1/console/invoice-settings', settings);
  expect(answer.status).toBe(200);
  return office;
}
/** Lets everything that is due by then happen. */
async function at(iso: string): Promise<void> {
  await world.settle();
  world.setNow(iso);
  await world.settle();
}
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const lettersTo = (office: InvoiceOffice): string[] => world.mails.filter(({ to, subject }) => to.address === office.email && !/^Invoice \S+: R/.test(plain(subject))).map(({ subject }) => plain(subject));
const lastTo = (office: InvoiceOffice): string => plain(world.mails.findLast(({ to }) => to.address === office.email)?.text ?? '');
/** The owner, signed in just now: these tests outlast a session. */
const boss = (office: InvoiceOffice): ReturnType<typeof staffCaller> => staffCaller(world, office.at);
const change = async (office: InvoiceOffice, path: string, body: Record<string, unknown>): Promise<void> => { expect((await (await boss(office))('PATCH', path, body)).status).toBe(200); };
const chasing = async (office: InvoiceOffice, days = 90): Promise<Chasing> => await (await (await boss(office))('GET', `/v1/console/chasing?days=${days}`)).json() as Chasing;
const allocated = (invoice: Invoice, amountMinor: number) => ({ allocations: [{ invoiceId: invoice.id, amountMinor }] });

describe('an unpaid invoice', () => {
  it('is reminded of at nine, before and after the due date, from friendly to firm', async () => {
    const office = await openOffice();
    const { number } = await office.issued([{}], { dueOn: '2026-12-07' });
    await at('2026-12-04T06:59:00Z');
    expect(lettersTo(office)).toEqual([]);
    await at('2026-12-04T07:00:00Z');
    expect(lettersTo(office)).toEqual([`Invoice ${number} is due in 3 days`]);
    expect(lastTo(office)).toContain('R 115 is due on Monday 7 December 2026.');
    for (const day of ['2026-12-08', '2026-12-14', '2026-12-28', '2027-02-01']) await at(`${day}T07:00:00Z`);
    expect(lettersTo(office).slice(1)).toEqual([`Invoice ${number}: a friendly reminder`, `Invoice ${number} is overdue`, `Invoice ${number} is long overdue`]);
  });

  it('that was issued before there were reminders is planned once, and only what is still to come', async () => {
    const office = await openOffice();
    const invoice = await office.issued([{}], { dueOn: '2026-11-26' });
    await world.settle();
    const { items } = await chasing(office);
    expect(items.length).toBeGreaterThan(0);
    await world.deps.store.write((tx) => cancelJobsAbout(tx, office.at.business.id, aboutInvoice(invoice.id), chasingKinds));
    expect((await chasing(office)).items).toEqual([]);
    world.setNow('2026-11-30T06:00:00Z');
    for (const _ of [1, 2]) await planOverlooked(world.deps);
    const left = items.filter(({ at: when }) => when > '2026-11-30');
    expect(left.length).toBeLessThan(items.length);
    expect((await chasing(office)).items).toEqual(left);
  });

  it('is not reminded of once it is paid, void, or credited', async () => {
    const office = await openOffice();
    const [paid, voided, credited] = [await office.issued([{}]), await office.issued([{}]), await office.issued([{}])];
    await world.settle();
    await office.pay(11_500, allocated(paid, 11_500));
    await office.owner('POST', `/v1/console/invoices/${voided.id}/void`, { reason: 'Mistake' });
    await office.owner('POST', `/v1/console/invoices/${credited.id}/credit`, { reason: 'Gift' });
    await world.settle();
    expect((await chasing(office)).items).toEqual([]);
    world.mails.length = 0;
    for (const day of ['2026-12-04', '2026-12-08', '2026-12-28']) await at(`${day}T07:00:00Z`);
    expect(lettersTo(office)).toEqual([]);
  });

  it('paid a moment before the reminder is run is not reminded of, though nobody has read the payment yet', async () => {
    const office = await openOffice();
    const invoice = await office.issued([{}], { dueOn: '2026-12-07' });
    await world.settle();
    world.mails.length = 0;
    await world.deps.store.write((tx) => enqueue(world.deps, tx, { businessId: office.at.business.id, kind: 'invoice.remind', payload: { invoiceId: invoice.id, daysAfterDue: -3 } }));
    await office.pay(11_500, allocated(invoice, 11_500));
    await jobWorker(world.deps).runDue();
    expect(await remindersOfInvoice(office, invoice.id)).toMatchObject({ sent: [] });
  });

  it('paid in part is reminded of for what is left', async () => {
    const office = await openOffice();
    const invoice = await office.issued([{}], { dueOn: '2026-12-07' });
    await office.pay(4000, allocated(invoice, 4000));
    await at('2026-12-08T07:00:00Z');
    for (const text of ['R 75 was due on', 'Paid: R 40', 'Left to pay: R 75']) expect(lastTo(office)).toContain(text);
  });

  it('is reminded of once for each stage, however often its job is queued and however the days change', async () => {
    const office = await openOffice({ reminderDays: [1, 7] });
    const { id } = await office.issued([{}], { dueOn: '2026-12-07' });
    const again = { businessId: office.at.business.id, kind: 'invoice.remind', payload: { invoiceId: id, daysAfterDue: 1 }, runAt: Date.parse('2026-12-08T07:00:00Z') };
    await world.deps.store.write(async (tx) => { for (const _ of [1, 2, 3]) await enqueue(world.deps, tx, again); });
    await at('2026-12-08T07:00:00Z');
    await change(office, '/v1/console/invoice-settings', { reminderDays: [1, 9] });
    await world.settle();
    await change(office, '/v1/console/invoice-settings', { reminderDays: [1, 7] });
    await world.deps.store.write((tx) => enqueue(world.deps, tx, { ...again, runAt: world.deps.now() }));
    await at('2026-12-16T07:00:00Z');
    expect(lettersTo(office)).toHaveLength(2);
    expect((await remindersOfInvoice(office, id)).sent.map(({ daysAfterDue }) => daysAfterDue)).toEqual([1, 7]);
  });

  it('after an outage is reminded of once, not for every morning that was missed', async () => {
    const office = await openOffice();
    const { number } = await office.issued([{}], { dueOn: '2026-12-07' });
    await at('2026-12-20T15:00:00Z');
    expect(lettersTo(office)).toEqual([`Invoice ${number}: a friendly reminder`]);
  });
});

describe('a deposit', () => {
  const deposit = { amountMinor: 3000, dueOn: '2026-12-01' };

  it('is asked for on its own days, then the invoice as a whole', async () => {
    const office = await openOffice();
    const { id, number } = await office.issued([{}], { dueOn: '2026-12-14', deposit });
    for (const day of ['2026-11-28', '2026-12-02', '2026-12-08']) await at(`${day}T07:00:00Z`);
    expect(lettersTo(office)).toEqual([`The deposit for invoice ${number} is due in 3 days`, `The deposit for invoice ${number} is still open`, `The deposit for invoice ${number} is still open`]);
    expect(lastTo(office)).toContain('a deposit of R 30 was due on Tuesday 1 December 2026');
    await at('2026-12-11T07:00:00Z');
    expect(lettersTo(office).at(-1)).toBe(`Invoice ${number} is due in 3 days`);
    expect((await remindersOfInvoice(office, id)).sent.map(({ kind, daysAfterDue }) => [kind, daysAfterDue])).toEqual([['deposit', -3], ['deposit', 1], ['deposit', 7], ['reminder', -3]]);
  });

  it('paid, or the better part of it, is not asked for again, or only for the rest', async () => {
    const office = await openOffice();
    const [paid, part] = [await office.issued([{}], { dueOn: '2026-12-28', deposit }), await office.issued([{}], { dueOn: '2026-12-28', deposit })];
    await office.pay(3000, allocated(paid, 3000));
    await office.pay(1000, allocated(part, 1000));
    await world.settle();
    expect((await chasing(office)).items.filter(({ kind }) => kind === 'deposit').map(({ number, daysAfterDue, dueMinor, dueOn }) => [number, daysAfterDue, dueMinor, dueOn])).toEqual([-3, 1, 7, 21].map((days) => [part.number, days, 2000, '2026-12-01']));
    world.mails.length = 0;
    await at('2026-12-02T07:00:00Z');
    expect(lettersTo(office)).toEqual([`The deposit for invoice ${part.number} is still open`]);
    expect(lastTo(office)).toContain('a deposit of R 20 was due');
  });

  it.each(Object.keys(letterWords))('is asked for in %s', async (lang) => {
    const office = await openOffice();
    const { number } = await office.issued([{}], { dueOn: '2026-12-28', deposit, lang });
    await at('2026-11-28T07:00:00Z');
    await at('2026-12-02T07:00:00Z');
    const { depositLateTitle } = letterWords[lang as keyof typeof letterWords];
    expect(lettersTo(office).at(-1)).toBe(plain(depositLateTitle.replace('{number}', number ?? '')));
    expect(lastTo(office)).not.toMatch(/\{\w+\}/);
  });
});

const remindersOfInvoice = async (office: InvoiceOffice, id: string): Promise<InvoiceReminders> => await (await (await boss(office))('GET', `/v1/console/invoices/${id}/reminders`)).json() as InvoiceReminders;

it('whatever the zone, the clocks, the days and the payments: each stage once, at nine, and never after it is settled', async () => {
  const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Auckland');
  // Around the changes of the clock in March, April, October and November.
  const start = fc.constantFrom('2026-03-01', '2026-03-20', '2026-10-10', '2026-10-25');
  const act = fc.record({ day: fc.integer({ min: 0, max: 30 }), what: fc.constantFrom('pay_part', 'pay_all', 'settings', 'double') });
  await fc.assert(fc.asyncProperty(zone, start, fc.uniqueArray(fc.integer({ min: -10, max: 20 }), { minLength: 1, maxLength: 4 }), fc.array(act, { maxLength: 3 }), async (timeZone, from, reminderDays, acts) => {
    world.setNow(`${from}T00:00:00Z`);
    const office = await openOffice({ reminderDays }, { timeZone });
    const scope = systemScope(office.at.business.id);
    const today = todayIn(timeZone, world.deps.now());
    const dueOn = dateAfter(today, 9);
    const invoice = await office.issued([{}], { dueOn });
    await world.settle();
    let settledAt = Infinity;
    for (let day = 0; day <= 30; day += 1) {
      const nine = morningAfter(today, day, timeZone);
      for (const { what } of acts.filter((one) => one.day === day)) {
        world.setNow(new Date(nine - 60_000).toISOString());
        if (what === 'settings') await change(office, '/v1/console/invoice-settings', { reminderDays: [...reminderDays] });
        if (what === 'double') await world.deps.store.write((tx) => enqueue(world.deps, tx, { businessId: scope.businessId, kind: 'invoice.remind', payload: { invoiceId: invoice.id, daysAfterDue: day - 9 }, runAt: reminderDays.includes(day - 9) ? nine : nine + 1e12 }));
        const { dueMinor } = await world.deps.store.read((db) => balanceOf(db, scope, invoice.id));
        const amount = what === 'pay_all' ? dueMinor : what === 'pay_part' && dueMinor > 1000 ? 1000 : 0;
        if (amount > 0) expect((await (await boss(office))('POST', '/v1/console/payments', { clientId: office.clientId, amountMinor: amount, method: 'cash', receivedOn: today, ...allocated(invoice, amount) })).status).toBe(201);
        if (amount > 0 && amount === dueMinor) settledAt = world.deps.now();
        await world.settle();
      }
      for (const instant of [nine - 1, nine]) {
        world.setNow(new Date(instant).toISOString());
        await world.settle();
      }
    }
    const sent = await world.deps.store.read((db) => remindersOf(db, scope, invoice.id));
    const wanted = reminderDays.map((daysAfterDue) => ({ daysAfterDue, sentAt: morningAfter(dueOn, daysAfterDue, timeZone) })).filter(({ sentAt }) => sentAt > Date.parse(`${from}T00:00:00Z`) && sentAt < settledAt).sort((a, b) => a.sentAt - b.sentAt);
    expect(sent.map(({ daysAfterDue, sentAt }) => ({ daysAfterDue, sentAt }))).toEqual(wanted);
    expect(lettersTo(office).filter((subject) => /due|reminder/.test(subject))).toHaveLength(wanted.length);
  }), { numRuns: 8 });
}, 120_000);

describe('the owner', () => {
  it('sees what will go out, soonest first, and holds one invoice back', async () => {
    const office = await openOffice({ reminderDays: [-3, 1], lateFee: { kind: 'amount', minor: 5000, afterDays: 10 } });
    const [one, other] = [await office.issued([{}], { dueOn: '2026-12-07' }), await office.issued([{}], { dueOn: '2026-12-08' })];
    await world.settle();
    const { items } = await chasing(office);
    expect(items.map(({ number, kind, daysAfterDue, at: when, held }) => [number, kind, daysAfterDue, when, held])).toEqual([
      [one.number, 'reminder', -3, '2026-12-04T07:00:00.000Z', false], [other.number, 'reminder', -3, '2026-12-05T07:00:00.000Z', false],
      [one.number, 'reminder', 1, '2026-12-08T07:00:00.000Z', false], [other.number, 'reminder', 1, '2026-12-09T07:00:00.000Z', false],
      [one.number, 'late_fee', 10, '2026-12-17T07:00:00.000Z', false], [other.number, 'late_fee', 10, '2026-12-18T07:00:00.000Z', false],
    ]);
    expect((await chasing(office, 12)).items.map(({ number }) => number)).toEqual([one.number]);
    const held = await (await office.owner('PATCH', `/v1/console/invoices/${one.id}/reminders`, { held: true })).json() as InvoiceReminders;
    expect(held).toMatchObject({ held: true, sent: [] });
    expect(await chasing(office)).toMatchObject({ held: [{ invoiceId: one.id, number: one.number }] });
    await at('2026-12-31T07:00:00Z');
    expect(lettersTo(office).filter((subject) => subject.includes(one.number ?? ''))).toEqual([]);
    const fees = (await allInvoices(office)).filter(({ title }) => title.startsWith('Late fee'));
    expect(fees.map(({ title }) => title)).toEqual([`Late fee for invoice ${other.number}`]);
  });

  it('lets reminders go on from today, without those that were missed', async () => {
    const office = await openOffice({ reminderDays: [-3, 1] });
    const { id, number } = await office.issued([{}], { dueOn: '2026-12-07' });
    await office.owner('PATCH', `/v1/console/invoices/${id}/reminders`, { held: true });
    await at('2026-12-05T07:00:00Z');
    await change(office, `/v1/console/invoices/${id}/reminders`, { held: false });
    await at('2026-12-08T07:00:00Z');
    expect(lettersTo(office)).toEqual([`Invoice ${number}: a friendly reminder`]);
  });

  it('changes the days, and everything open is planned anew', async () => {
    const office = await openOffice({ reminderDays: [1] });
    await office.issued([{}], { dueOn: '2026-12-07' });
    await world.settle();
    await office.owner('PATCH', '/v1/console/invoice-settings', { reminderDays: [2, 5] });
    await world.settle();
    expect((await chasing(office)).items.map(({ daysAfterDue }) => daysAfterDue)).toEqual([2, 5]);
    await office.owner('PATCH', '/v1/console/business', { timeZone: 'America/New_York' });
    await world.settle();
    expect((await chasing(office)).items.map(({ at: when }) => when)).toEqual(['2026-12-09T14:00:00.000Z', '2026-12-12T14:00:00.000Z']);
  });

  it('is told what does not fit', async () => {
    const office = await openOffice();
    const draft = await office.draft([{}]);
    expect((await office.owner('PATCH', `/v1/console/invoices/${draft.id}/reminders`, { held: true })).status).toBe(409);
    expect((await office.owner('PATCH', `/v1/console/invoices/${draft.id}/reminders`, { held: 'yes' })).status).toBe(422);
    expect((await office.owner('GET', '/v1/console/chasing?days=400')).status).toBe(422);
    const { id } = await office.issued([{}]);
    const stranger = await staffCaller(world, (await openOffice()).at);
    expect((await stranger('PATCH', `/v1/console/invoices/${id}/reminders`, { held: true })).status).toBe(404);
    expect((await remindersOfInvoice(office, id)).held).toBe(false);
  });
});

const allInvoices = async (office: InvoiceOffice): Promise<InvoicePage['items']> => (await (await (await boss(office))('GET', '/v1/console/invoices?limit=50')).json() as InvoicePage).items;

describe('a late fee', () => {
  it('is an invoice of its own, once, of what is left; being late with it costs nothing more', async () => {
    const office = await openOffice({ reminderDays: [], lateFee: { kind: 'percent', ppm: 100_000, afterDays: 5 } });
    const invoice = await office.issued([{}], { dueOn: '2026-12-01' });
    await office.pay(1500, allocated(invoice, 1500));
    await at('2026-12-06T07:00:00Z');
    await world.deps.store.write((tx) => enqueue(world.deps, tx, { businessId: office.at.business.id, kind: 'invoice.late_fee', payload: { invoiceId: invoice.id, daysAfterDue: 5 } }));
    await at('2027-03-06T07:00:00Z');
    const all = await allInvoices(office);
    expect(all.map(({ totalMinor, status, title }) => [totalMinor, status, title])).toEqual([[1000, 'overdue', `Late fee for invoice ${invoice.number}`], [11_500, 'overdue', 'Visit']]);
    const fee = await (await (await boss(office))('GET', `/v1/console/invoices/${all[0]?.id}`)).json() as Invoice;
    expect(fee.source).toEqual({ kind: 'late_fee', id: invoice.id });
    expect(await unbalanced(world)).toEqual([]);
  });

  it('is not charged for what was paid in time, nor when the settings say none', async () => {
    const office = await openOffice({ reminderDays: [], lateFee: { kind: 'amount', minor: 5000, afterDays: 5 } });
    const paid = await office.issued([{}], { dueOn: '2026-12-01' });
    await office.issued([{}], { dueOn: '2026-12-20' });
    await office.pay(11_500, allocated(paid, 11_500));
    await at('2026-12-06T07:00:00Z');
    await change(office, '/v1/console/invoice-settings', { lateFee: { kind: 'none' } });
    await at('2027-01-06T07:00:00Z');
    expect(await allInvoices(office)).toHaveLength(2);
  });
});
