import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { challenges, knownDevices, mailedTokens, sessions } from './auth/tables.ts';
import { DAY } from './domain/civil-time.ts';
import { keepHouse } from './housekeeping.ts';
import { idempotencyKeys } from './http/tables.ts';
import { jobs } from './jobs/tables.ts';
import { mails } from './notifications/tables.ts';
import { testBusiness, type TestBusiness } from './test-support/people.ts';
import { testWorld, type TestWorld } from './test-support/test-world.ts';

let world: TestWorld;
let at: TestBusiness;
let now: number;

beforeEach(async () => {
  world = await testWorld();
  at = await testBusiness(world);
  now = world.deps.now();
});
afterEach(() => world.close());

type Ages = readonly (readonly [id: string, age: number])[];

const session = (id: string, endedAgo: number | null, expiredAgo: number) => ({
  businessId: at.business.id, id, identityId: at.ownerId, kind: 'staff' as const, secretHash: id, jkt: null, origin: null, device: '', createdAt: 0, lastUsedAt: 0, provenAt: 0,
  endedAt: endedAgo === null ? null : now - endedAgo, expiresAt: now - expiredAgo,
});
const answer = (key: string, age: number) => ({ businessId: at.business.id, principal: 'guest', key, fingerprint: '', status: 201, body: '{}', createdAt: now - age });
const job = (id: string, state: 'waiting' | 'running' | 'done' | 'dead' | 'cancelled', age: number) => ({
  businessId: at.business.id, id, kind: 'x', payload: '{}', state, runAt: now - age, leaseUntil: null, attempts: 1, maxAttempts: 8, lastError: null, about: null, dedupeKey: null, createdAt: now - age,
});
const mail = (id: string, state: 'waiting' | 'sent' | 'failed', age: number) => ({
  businessId: at.business.id, id, jobId: null, toName: null, toAddress: 'a@mail.example', replyToAddress: null, subject: '', text: '', html: '', calendarMethod: null, calendar: null,
  sort: 'ordinary' as const, state, lastError: null, attempts: 1, createdAt: now - age, sentAt: state === 'sent' ? now - age : null,
});
const idsIn = (table: typeof sessions | typeof jobs | typeof mailedTokens | typeof mails): Promise<string[]> =>
  world.deps.store.read(async (db) => (await db.select({ id: table.id }).from(table)).map(({ id }) => id).sort());

describe('housekeeping', () => {
  it('forgets sessions a month after they ended or ran out', async () => {
    await world.deps.store.write((tx) => tx.insert(sessions).values([
      session('alive', null, -DAY), session('ended-lately', 29 * DAY, -DAY), session('ended-long-ago', 31 * DAY, -DAY), session('ran-out-lately', null, 29 * DAY), session('ran-out-long-ago', null, 31 * DAY),
    ]));
    await keepHouse(world.deps);
    expect(await idsIn(sessions)).toEqual(['alive', 'ended-lately', 'ran-out-lately']);
  });

  it('forgets finished work after a month, and never what still has to be done or looked at', async () => {
    await world.deps.store.write((tx) => tx.insert(jobs).values([
      job('done-old', 'done', 31 * DAY), job('cancelled-old', 'cancelled', 31 * DAY), job('done-new', 'done', 29 * DAY), job('dead-old', 'dead', 400 * DAY), job('waiting-old', 'waiting', 400 * DAY), job('running-old', 'running', 400 * DAY),
    ]));
    await keepHouse(world.deps);
    const left = await idsIn(jobs);
    expect(left.filter((id) => id.includes('-'))).toEqual(['dead-old', 'done-new', 'running-old', 'waiting-old']);
  });

  it('forgets a mail a year after it was sent, and never one that was not', async () => {
    await world.deps.store.write((tx) => tx.insert(mails).values([
      mail('sent-new', 'sent', 364 * DAY), mail('sent-old', 'sent', 366 * DAY), mail('failed-old', 'failed', 800 * DAY), mail('waiting-old', 'waiting', 800 * DAY),
    ]));
    await keepHouse(world.deps);
    expect((await idsIn(mails)).filter((id) => id.includes('-'))).toEqual(['failed-old', 'sent-new', 'waiting-old']);
  });

  it('forgets mailed links a month after they ran out, used or not', async () => {
    const token = (id: string, expiredAgo: number, usedAt: number | null = null) => ({ businessId: at.business.id, id, identityId: at.ownerId, purpose: 'reset' as const, tokenHash: id, changeId: null, newEmail: null, expiresAt: now - expiredAgo, usedAt });
    await world.deps.store.write((tx) => tx.insert(mailedTokens).values([token('open', -DAY), token('used', -DAY, now), token('over', 29 * DAY), token('old', 31 * DAY), token('used-old', 31 * DAY, now - 31 * DAY)]));
    await keepHouse(world.deps);
    expect(await idsIn(mailedTokens)).toEqual(['open', 'over', 'used']);
  });

  it('forgets started sign-ins after a day, answers after two, devices after half a year', async () => {
    const kept: Ages = [['new', 0.9], ['old', 1.1]];
    await world.deps.store.write(async (tx) => {
      await tx.insert(challenges).values(kept.map(([idHash, age]) => ({ businessId: at.business.id, idHash, identityId: null, kind: 'staff' as const, next: 'code' as const, codeHash: null, linkHash: null, jkt: null, triesLeft: 5, method: 'mail', expiresAt: now - age * DAY, usedAt: null })));
      await tx.insert(idempotencyKeys).values(kept.map(([key, age]) => answer(key, 2 * age * DAY)));
      await tx.insert(knownDevices).values(kept.map(([deviceHash, age]) => ({ businessId: at.business.id, identityId: at.ownerId, deviceHash, lastUsedAt: now - 180 * age * DAY })));
    });
    await keepHouse(world.deps);
    const left = await world.deps.store.read(async (db) => [
      (await db.select().from(challenges)).map((row) => row.idHash), (await db.select().from(idempotencyKeys)).map((row) => row.key), (await db.select().from(knownDevices)).map((row) => row.deviceHash),
    ]);
    expect(left).toEqual([['new'], ['new'], ['new']]);
  });

  it('works in batches, and lets others write in between', async () => {
    const many = Array.from({ length: 1201 }, (_, index) => answer(`key-${index}`, 3 * DAY));
    await world.deps.store.write((tx) => tx.insert(idempotencyKeys).values(many));
    const left = (): Promise<number> => world.deps.store.read((db) => db.$count(idempotencyKeys));
    const seen: number[] = [];
    const stop = world.deps.store.onCommit(() => void left().then((count) => seen.push(count)));
    const tidying = keepHouse(world.deps);
    const meanwhile = world.deps.store.write(async (tx) => tx.$count(idempotencyKeys));
    expect(await meanwhile).toBe(701);
    await tidying;
    stop();
    expect(await left()).toBe(0);
    expect(seen).toEqual(expect.arrayContaining([701, 201, 0]));
  });
});
