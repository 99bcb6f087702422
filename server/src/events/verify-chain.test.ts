import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemScope } from '../domain/scope.ts';
import { otherOrigin, testBusiness, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { record } from './event-log.ts';
import { verifyChain } from './verify-chain.ts';

let world: TestWorld;
let at: TestBusiness;

beforeEach(async () => {
  world = await testWorld();
  at = await testBusiness(world);
  for (let count = 0; count < 5; count += 1) await note(at);
});
afterEach(() => world.close());

const note = ({ business }: TestBusiness): Promise<void> => world.deps.store.write((tx) =>
  record(world.deps, tx, systemScope(business.id), { type: 'business.changed', subjectId: business.id, payload: { fields: ['name'] } }));

/** Somebody who has the file and knows how to get the guards out of the way. */
function tamper(statement: string): void {
  const db = new Sqlite(world.config.databasePath);
  for (const trigger of ['events_no_update', 'events_no_delete']) db.exec(`DROP TRIGGER ${trigger}`);
  db.exec(statement);
  db.close();
}
const inOurs = (seq: string): string => `business_id = '${at.business.id}' AND seq = ${seq}`;
const last = async (): Promise<number> => (await verifyChain(world.deps, at.business.id)).events;

describe('the chain of a business\'s events', () => {
  it('is unbroken, over more than one stretch, and each business has its own', async () => {
    const other = await testBusiness(world, { name: 'Night', origin: otherOrigin });
    await world.deps.store.write(async (tx) => {
      for (let count = 0; count < 1100; count += 1) await record(world.deps, tx, at.scope, { type: 'business.changed', subjectId: null, payload: { fields: [] } });
    });
    await note(other);
    const report = await verifyChain(world.deps, at.business.id);
    expect(report).toMatchObject({ events: expect.any(Number), broken: undefined });
    expect(report.events).toBeGreaterThan(1100);
    expect((await verifyChain(world.deps, other.business.id)).broken).toBeUndefined();
  });

  it.each([
    ['a changed payload', "UPDATE events SET payload = '{\"fields\":[]}' WHERE", 'changed'],
    ['another actor', "UPDATE events SET actor = 'staff:nobody' WHERE", 'changed'],
    ['another time', 'UPDATE events SET at = at + 1 WHERE', 'changed'],
    ['a made-up hash', "UPDATE events SET hash = 'x' WHERE", 'changed'],
    ['an event that is gone', 'DELETE FROM events WHERE', 'missing'],
  ] as const)('shows %s, where it is', async (_, statement, why) => {
    const seq = (await last()) - 2;
    tamper(`${statement} ${inOurs(String(seq))}`);
    expect(await verifyChain(world.deps, at.business.id)).toMatchObject({ events: seq - 1, broken: { seq, why } });
  });

  it('shows a gap that was closed by counting anew', async () => {
    const seq = (await last()) - 2;
    tamper(`DELETE FROM events WHERE ${inOurs(String(seq))}; UPDATE events SET seq = seq - 1 WHERE business_id = '${at.business.id}' AND seq > ${seq}`);
    expect((await verifyChain(world.deps, at.business.id)).broken).toEqual({ seq, why: 'changed' });
  });

  it('shows that the newest were cut off, or made anew, to whoever kept the head', async () => {
    const { head, events } = await verifyChain(world.deps, at.business.id);
    await note(at);
    expect((await verifyChain(world.deps, at.business.id, head)).broken).toBeUndefined();
    tamper(`DELETE FROM events WHERE ${inOurs('seq')} AND seq >= ${events}`);
    expect((await verifyChain(world.deps, at.business.id)).broken).toBeUndefined();
    expect((await verifyChain(world.deps, at.business.id, head)).broken).toEqual({ seq: events, why: 'missing' });
    world.advance(1);
    await note(at);
    expect((await verifyChain(world.deps, at.business.id, head)).broken).toEqual({ seq: events, why: 'changed' });
    await expect(verifyChain(world.deps, at.business.id, 'yesterday')).rejects.toThrow('a number, a colon and the hash');
  });

  it('cannot be made anew without the key', async () => {
    const stranger = { ...world.deps, config: { ...world.deps.config, keys: { ...world.deps.config.keys, audit: world.deps.config.keys.nonce } } };
    await world.deps.store.write((tx) => record(stranger, tx, at.scope, { type: 'business.changed', subjectId: null, payload: { fields: [] } }));
    expect((await verifyChain(world.deps, at.business.id)).broken?.why).toBe('changed');
  });

  it('is guarded by the database against everything but that', () => {
    const db = new Sqlite(world.config.databasePath);
    expect(() => db.exec("UPDATE events SET actor = 'x'")).toThrow('append-only');
    expect(() => db.exec('DELETE FROM events')).toThrow('append-only');
    db.close();
  });
});
