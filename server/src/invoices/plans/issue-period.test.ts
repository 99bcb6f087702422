import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import Sqlite from 'better-sqlite3';
import type { JobRow } from '../../jobs/job-store.ts';
import { testWorld, type TestWorld } from '../../test-support/test-world.ts';
import { unbalanced } from '../test-support/invoice-office.ts';
import { planOffice, testCard, type PlanOffice } from '../test-support/plan-office.ts';
import { issuePeriods } from './issue-period.ts';

let world: TestWorld;
let office: PlanOffice;
let id: string;

beforeEach(async () => {
  world = await testWorld({ PORTICO_DEMO: '1' });
  office = await planOffice(world);
  ({ id } = await office.start(await office.plan(), { startsOn: '2026-12-01' }));
});
afterEach(async () => {
  expect(await unbalanced(world)).toEqual([]);
  await world.close();
});

const run = (): Promise<void> => issuePeriods(world.deps, { businessId: office.at.business.id } as JobRow, { subscriptionId: id });
/** By their numbers, which say in which order they were made. */
const inOrder = async () => (await office.invoices()).sort((a, b) => (a.number ?? '').localeCompare(b.number ?? ''));
const issued = async (): Promise<string[]> => (await inOrder()).map(({ title }) => title.replace('Monthly care, ', ''));
const waiting = (): unknown[] => {
  const db = new Sqlite(world.config.databasePath, { readonly: true });
  try {
    return db.prepare("SELECT kind, datetime(run_at / 1000, 'unixepoch') AS at FROM jobs WHERE state = 'waiting' AND kind = 'plan.issue'").all();
  } finally {
    db.close();
  }
};

describe('a period is invoiced once', () => {
  it('by thirty workers at the same moment', async () => {
    world.setNow('2026-12-01T06:00:00Z');
    await Promise.all(Array.from({ length: 30 }, run));
    await office.at8('2026-12-01');
    expect(await issued()).toEqual(['1 Dec 2026 – 31 Dec 2026']);
    expect(waiting()).toEqual([{ kind: 'plan.issue', at: '2027-01-01 06:00:00' }]);
  });

  it('when the server dies right after it, before the job is marked as done', async () => {
    world.setNow('2026-12-01T06:00:00Z');
    await run();
    // The next start finds the job as it was.
    await office.at8('2026-12-01');
    expect(await issued()).toEqual(['1 Dec 2026 – 31 Dec 2026']);
  });

  it('or not at all: a failure in the middle leaves neither invoice, number nor step', async () => {
    world.setNow('2026-12-01T06:00:00Z');
    const broken = { ...world.deps, newId: () => { throw new Error('the power went'); } };
    await expect(issuePeriods(broken, { businessId: office.at.business.id } as JobRow, { subscriptionId: id })).rejects.toThrow('the power went');
    await office.at8('2026-12-01');
    expect((await office.invoices()).map(({ number }) => number)).toEqual(['INV-2026-0001']);
  });

  it('even by somebody who has set the schedule back', async () => {
    await office.at8('2026-12-01');
    const db = new Sqlite(world.config.databasePath);
    db.prepare("UPDATE subscriptions SET next_on = '2026-12-01', next_period = 0").run();
    db.close();
    await run();
    expect(await issued()).toEqual(['1 Dec 2026 – 31 Dec 2026']);
  });
});

describe('after an outage', () => {
  it('every missed period has its invoice, in order, and the plan goes on in its own days', async () => {
    await office.at8('2027-03-10');
    expect(await issued()).toEqual(['1 Dec 2026 – 31 Dec 2026', '1 Jan 2027 – 31 Jan 2027', '1 Feb 2027 – 28 Feb 2027', '1 Mar 2027 – 31 Mar 2027']);
    expect(waiting()).toEqual([{ kind: 'plan.issue', at: '2027-04-01 06:00:00' }]);
  });

  it('only the latest is paid automatically', async () => {
    await office.at8('2026-12-01');
    await office.payByHand((await office.invoices())[0]?.id ?? '', testCard.pays);
    await office.at8('2027-03-10');
    await office.at8('2027-03-11');
    expect((await inOrder()).map(({ status }) => status)).toEqual(['paid', 'overdue', 'overdue', 'paid']);
  });
});

describe('the clock of the business', () => {
  it.each([['Pacific/Auckland', '2026-11-30T19:00:00Z'], ['America/Los_Angeles', '2026-12-01T16:00:00Z']])('says when: %s', async (timeZone, at) => {
    expect((await office.owner('PATCH', '/v1/console/business', { timeZone })).status).toBe(200);
    await world.settle();
    const [date = '', time = ''] = at.split('T');
    await office.at8(date, new Date(Date.parse(at) - 1000).toISOString().slice(11));
    expect(await issued()).toEqual([]);
    await office.at8(date, time);
    expect(await issued()).toEqual(['1 Dec 2026 – 31 Dec 2026']);
  });
});
