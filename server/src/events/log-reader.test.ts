import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testBusiness, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { record } from './event-log.ts';
import { cursorOf, eventsAfter, lastPosition, moveCursor, type EventRow } from './event-store.ts';
import { logReader, type HandleEvent } from './log-reader.ts';

let world: TestWorld;
let at: TestBusiness;
let heard: string[];

beforeEach(async () => {
  world = await testWorld();
  at = await testBusiness(world);
  heard = [];
  // What happened before is not the question here.
  await world.deps.store.write(async (tx) => {
    for (const name of ['one', 'two']) await moveCursor(tx, name, await lastPosition(tx));
  });
});
afterEach(() => world.close());

const happen = (...names: string[]): Promise<void> => world.deps.store.write(async (tx) => {
  for (const name of names) await record(world.deps, tx, at.scope, { type: 'business.signed_up', subjectId: null, payload: { name } });
});
const nameOf = (event: EventRow): string => (JSON.parse(event.payload) as { name: string }).name;
const hear: HandleEvent = async (_, __, event) => { heard.push(nameOf(event)); };
const cursor = (name: string): Promise<number> => world.deps.store.read((db) => cursorOf(db, name));

describe('a reader of the log', () => {
  it('hears everything once, in order, from its own place', async () => {
    const [one, two] = [logReader(world.deps, 'one', hear), logReader(world.deps, 'two', hear)];
    await happen('a', 'b');
    await one.catchUp();
    await happen('c');
    await one.catchUp();
    await one.catchUp();
    expect(heard).toEqual(['a', 'b', 'c']);
    await two.catchUp();
    expect(heard.slice(3)).toEqual(['a', 'b', 'c']);
  });

  it('goes on after a restart where it was', async () => {
    await happen('a');
    await logReader(world.deps, 'one', hear).catchUp();
    await happen('b');
    await logReader(world.deps, 'one', hear).catchUp();
    expect(heard).toEqual(['a', 'b']);
  });

  it('reads more than a batch, and calls that overlap hear nothing twice', async () => {
    const names = Array.from({ length: 250 }, (_, index) => String(index));
    await happen(...names);
    const reader = logReader(world.deps, 'one', hear);
    await Promise.all([reader.catchUp(), reader.catchUp(), reader.catchUp()]);
    expect(heard).toEqual(names);
  });

  it('writes what it does and its place together: half of neither', async () => {
    await happen('a', 'bad', 'c');
    const before = await cursor('one');
    await logReader(world.deps, 'one', async (deps, tx, event) => {
      if (event.type !== 'business.signed_up') return;
      await record(deps, tx, at.scope, { type: 'business.changed', subjectId: null, payload: { fields: [nameOf(event)] } });
      if (nameOf(event) === 'bad') throw new Error('cannot');
    }).catchUp();
    // The bad one is passed, and what it had written is undone; its neighbours are done once.
    const done = (await world.deps.store.read((db) => eventsAfter(db, before, 1000))).filter((event) => event.type === 'business.changed').map((event) => (JSON.parse(event.payload) as { fields: string[] }).fields[0]);
    expect(done).toEqual(['a', 'c']);
  });

  it('does not read on from where another process has read', async () => {
    await happen('a');
    const reading = logReader(world.deps, 'one', hear).catchUp();
    // In the queue before the reader's own write, which has to look at its place first.
    await world.deps.store.write(async (tx) => moveCursor(tx, 'one', await lastPosition(tx)));
    await reading;
    expect(heard).toEqual([]);
    expect(await cursor('one')).toBe(await world.deps.store.read(lastPosition));
  });
});
