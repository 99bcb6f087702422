import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { staffCaller, testBusiness, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { enqueue, type NewJob } from './enqueue.ts';
import { backOffMs } from './job-rules.ts';
import { claimJobs, findJob, type JobRow } from './job-store.ts';
import { jobs as jobsTable } from './tables.ts';
import { HopelessJob, worker, workers, type RunJob, type Worker } from './worker.ts';

let world: TestWorld;
let at: TestBusiness;
let ran: string[];

beforeEach(async () => {
  world = await testWorld();
  at = await testBusiness(world);
  await world.settle();
  ran = [];
});
afterEach(() => world.close());

const queue = (job: Partial<NewJob> = {}): Promise<string> => world.deps.store.write((tx) => enqueue(world.deps, tx, { businessId: at.business.id, kind: 'test', payload: {}, ...job }));
const rowOf = async (id: string): Promise<JobRow> => {
  const row = await world.deps.store.read((db) => findJob(db, at.scope, id));
  if (!row) throw new Error('no such job');
  return row;
};
const noted: RunJob = async (_, job) => { ran.push(job.id); };
const failing: RunJob = async () => { throw new Error('the other side is down'); };
const workerThat = (run: RunJob): Worker => worker(world.deps, { test: run });

describe('the worker', () => {
  it('runs what is due, once, with what it was given', async () => {
    const payloads: unknown[] = [];
    const work = workerThat(async (_, job, payload) => { ran.push(job.id); payloads.push(payload); });
    const [now, later] = [await queue({ payload: { to: 'ann' } }), await queue({ runAt: world.deps.now() + 60_000 })];
    await Promise.all([work.runDue(), work.runDue()]);
    await work.runDue();
    expect([ran, payloads, (await rowOf(now)).state, (await rowOf(later)).state]).toEqual([[now], [{ to: 'ann' }], 'done', 'waiting']);
    world.advance(1);
    await work.runDue();
    expect(ran).toEqual([now, later]);
  });

  it('queues the same key once, and nothing at all when its transaction is undone', async () => {
    await queue({ dedupeKey: 'same' });
    await queue({ dedupeKey: 'same' });
    await world.deps.store.write(async (tx) => {
      await enqueue(world.deps, tx, { businessId: at.business.id, kind: 'test', payload: {} });
      throw new Error('undone');
    }).catch(() => undefined);
    await workerThat(noted).runDue();
    expect(ran).toHaveLength(1);
  });

  it('tries again later and later, says why, and gives up in the end: dead, for the owner to see', async () => {
    const id = await queue({ maxAttempts: 3 });
    const work = workerThat(failing);
    const waits: number[] = [];
    for (let attempt = 1; attempt < 3; attempt += 1) {
      await work.runDue();
      const { state, attempts, lastError, runAt } = await rowOf(id);
      expect([state, attempts, lastError]).toEqual(['waiting', attempt, 'the other side is down']);
      waits.push(runAt - world.deps.now());
      await work.runDue();
      expect((await rowOf(id)).attempts).toBe(attempt);
      world.setNow(new Date(runAt).toISOString());
    }
    expect(waits).toEqual([backOffMs(1, 0.5), backOffMs(2, 0.5)]);
    await work.runDue();
    expect(await rowOf(id)).toMatchObject({ state: 'dead', attempts: 3, leaseUntil: null, lastError: 'the other side is down' });
    world.advance(60 * 24 * 30);
    await work.runDue();
    expect((await rowOf(id)).attempts).toBe(3);
  });

  it('gives up at once what is hopeless, and what nobody knows how to do', async () => {
    const [hopeless, unknown] = [await queue(), await queue({ kind: 'from-the-future' })];
    await workerThat(async () => { throw new HopelessJob('no such address'); }).runDue();
    expect([await rowOf(hopeless), await rowOf(unknown)]).toMatchObject([{ state: 'dead', lastError: 'no such address' }, { state: 'dead', lastError: 'nothing here knows the kind from-the-future' }]);
  });

  it('runs a dead one again when the owner says so', async () => {
    const id = await queue({ maxAttempts: 1 });
    await workerThat(failing).runDue();
    const owner = await staffCaller(world, at);
    expect((await owner('POST', `/v1/console/jobs/${id}/retry`, {})).status).toBe(200);
    expect(await rowOf(id)).toMatchObject({ state: 'waiting', attempts: 0 });
    await workerThat(noted).runDue();
    expect(await rowOf(id)).toMatchObject({ state: 'done', lastError: null });
  });

  it('lets one that fails stop no other', async () => {
    const ids = [await queue({ payload: { bad: true } }), await queue(), await queue()];
    await workerThat(async (_, job, payload) => {
      if (payload['bad']) throw new Error('bad');
      ran.push(job.id);
    }).runDue();
    expect(ran.sort()).toEqual(ids.slice(1).sort());
  });

  it('sends mails while something slow is not through, and that goes on by itself', async () => {
    const { promise: through, resolve } = Promise.withResolvers<void>();
    const kinds: Record<string, RunJob> = { test: noted, 'document.settle': async (_, job) => { await through; ran.push(job.id); } };
    const both = workers([worker(world.deps, kinds, 'usual'), worker(world.deps, kinds, 'slow')]);
    const slow = await queue({ kind: 'document.settle' });
    const first = await queue();
    const work = both.runDue();
    const usual = worker(world.deps, kinds, 'usual');
    await usual.runDue();
    const second = await queue();
    // A lease that ran out in the meantime is the slow lane's own business.
    world.advance(5);
    await usual.runDue();
    expect(ran).toEqual([first, second]);
    resolve();
    await work;
    expect([ran, (await rowOf(slow)).attempts]).toEqual([[first, second, slow], 1]);
  });

  it('lets nothing wait for work that nobody waits for', async () => {
    const { promise: through, resolve } = Promise.withResolvers<void>();
    const kinds: Record<string, RunJob> = { test: noted, 'document.settle': noted, 'document.read_pictures': async (_, job) => { await through; ran.push(job.id); } };
    const idle = await queue({ kind: 'document.read_pictures' });
    const [work, ...others] = (['idle', 'slow', 'usual'] as const).map((lane) => worker(world.deps, kinds, lane).runDue());
    await Promise.all(others);
    const later = [await queue({ kind: 'document.settle' }), await queue()];
    for (const lane of ['slow', 'usual'] as const) await worker(world.deps, kinds, lane).runDue();
    expect(ran).toEqual(later);
    resolve();
    await work;
    expect(ran).toEqual([...later, idle]);
  });

  it('takes only as many at a time as it can do, and all of them in the end', async () => {
    let [now, most] = [0, 0];
    for (let count = 0; count < 20; count += 1) await queue();
    await workerThat(async () => {
      most = Math.max(most, (now += 1));
      await world.deps.store.read(async () => undefined);
      ran.push('one');
      now -= 1;
    }).runDue();
    expect([ran.length, most]).toEqual([20, 8]);
  });
});

describe('a crash between the lease and the end', () => {
  /** Taken by a worker that was never heard of again. */
  const lost = async (leaseMs = 60_000): Promise<string> => {
    const id = await queue();
    await world.deps.store.write((tx) => claimJobs(tx, world.deps.now(), world.deps.now() + leaseMs, 10));
    expect((await rowOf(id)).state).toBe('running');
    return id;
  };

  it('leaves the job to nobody else while the lease holds, and to the next worker afterwards', async () => {
    const id = await lost();
    const work = workerThat(noted);
    await queue();
    await work.runDue();
    expect(ran).not.toContain(id);
    world.advance(2);
    const nudge = await queue();
    await work.runDue();
    expect(ran).toEqual(expect.arrayContaining([id, nudge]));
    expect(await rowOf(id)).toMatchObject({ state: 'done', attempts: 2 });
  });

  it('frees the job when nothing else is due, too', async () => {
    const id = await lost();
    world.advance(2);
    await workerThat(noted).runDue();
    expect(ran).toEqual([id]);
  });

  it('frees every job at the next start: one server owns the database', async () => {
    const id = await lost(3_600_000);
    const done = Promise.withResolvers<void>();
    const work = workerThat(async (_, job) => { ran.push(job.id); done.resolve(); });
    work.start();
    await done.promise;
    await work.stop();
    expect(ran).toEqual([id]);
  });

  it('runs work twice, so work must not mind: a mail that was sent is not sent again', async () => {
    const mail = world.mails.length;
    const owner = await staffCaller(world, at);
    const client = await (await owner('POST', '/v1/console/clients', { name: 'Ann', contact: { name: 'Ann', email: 'ann@mail.example' } })).json() as { id: string; contacts: { id: string }[] };
    await owner('POST', `/v1/console/clients/${client.id}/contacts/${client.contacts[0]?.id}/invite`, {});
    await world.settle();
    expect(world.mails.length).toBe(mail + 1);
    const jobs = await (await owner('GET', '/v1/console/jobs')).json() as { items: { id: string; kind: string }[] };
    const sent = jobs.items.find((job) => job.kind === 'mail.send') ?? jobs.items[0];
    await world.deps.store.write((tx) => tx.update(jobsTable).set({ state: 'waiting' }).where(eq(jobsTable.id, sent?.id ?? '')));
    await world.settle();
    expect(world.mails.length).toBe(mail + 1);
  });
});

describe('the wait', () => {
  it('grows fourfold from five seconds to six hours, and is never the same for all', () => {
    expect([1, 2, 3, 4].map((attempts) => backOffMs(attempts, 1))).toEqual([5_000, 20_000, 80_000, 320_000]);
    expect(backOffMs(20, 1)).toBe(6 * 3_600_000);
    expect([backOffMs(1, 0), backOffMs(1, 0.5)]).toEqual([2_500, 3_750]);
  });
});
