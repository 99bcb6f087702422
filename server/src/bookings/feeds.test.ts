import ical, { type VEvent } from 'node-ical';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signIn, type SignedInPage } from '../test-support/page-client.ts';
import { guestBooking, otherOrigin, staffCaller, testBusiness, visitor, type Caller, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';

let world: TestWorld;
let at: TestBusiness;
const ten = '2026-11-25T08:00:00.000Z';

beforeEach(async () => {
  world = await testWorld();
  at = await testBusiness(world);
});
afterEach(() => world.close());

async function book(startsAt: string, email: string, where = at, name = 'Thandi Mokoena'): Promise<string> {
  const booked = await visitor(world, where.origin)('POST', `/v1/businesses/${where.business.key}/bookings`, guestBooking(where, startsAt, { email, name }));
  return (await booked.json() as { booking: { id: string } }).booking.id;
}
const newFeed = async (caller: Caller, path = '/v1/me/feed'): Promise<string> => new URL((await (await caller('POST', path, {})).json() as { url: string }).url).pathname;
const eventsIn = (text: string): VEvent[] => Object.values(ical.sync.parseICS(text)).filter((part): part is VEvent => part?.type === 'VEVENT');
const read = async (feed: string): Promise<VEvent[]> => {
  const response = await world.fetch(feed);
  expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([200, 'text/calendar; charset=utf-8', 'no-store']);
  return eventsIn(await response.text());
};

describe('a client\'s calendar feed', () => {
  let ann: SignedInPage;
  let id: string;
  beforeEach(async () => {
    id = await book(ten, 'ann@mail.example');
    await book('2026-11-26T08:00:00.000Z', 'bob@mail.example', at, 'Bob');
    ann = await signIn(world, at, 'ann@mail.example');
  });

  it('holds its own bookings and nobody else\'s, without signing in', async () => {
    const events = await read(await newFeed(ann.call));
    expect(events.map(({ uid, sequence, status }) => ({ uid, sequence: Number(sequence), status }))).toEqual([{ uid: `${id}@localhost`, sequence: 0, status: 'CONFIRMED' }]);
    expect(events[0]?.start.toISOString()).toBe(ten);
  });

  it('updates the same entry: a move counts SEQUENCE up, a cancellation keeps the UID', async () => {
    const feed = await newFeed(ann.call);
    await ann.call('POST', `/v1/bookings/${id}/move`, { startsAt: '2026-11-27T09:00:00.000Z' });
    const [moved] = await read(feed);
    expect({ uid: moved?.uid, sequence: Number(moved?.sequence), start: moved?.start.toISOString() }).toEqual({ uid: `${id}@localhost`, sequence: 1, start: '2026-11-27T09:00:00.000Z' });
    await ann.call('POST', `/v1/bookings/${id}/cancel`, {});
    const [cancelled] = await read(feed);
    expect({ uid: cancelled?.uid, sequence: Number(cancelled?.sequence), status: cancelled?.status }).toEqual({ uid: `${id}@localhost`, sequence: 2, status: 'CANCELLED' });
  });

  it('is gone once revoked, and the old address once there is a new one; nothing tells it from one that never was', async () => {
    const [first, second] = [await newFeed(ann.call), await newFeed(ann.call)];
    const never = await world.fetch(first.replace(/.{8}\.ics$/, 'AAAAAAAA.ics'));
    const replaced = await world.fetch(first);
    expect([replaced.status, never.status]).toEqual([404, 404]);
    expect(await replaced.text()).toBe(await never.text());
    expect(await read(second)).toHaveLength(1);
    expect(await (await ann.call('POST', '/v1/me/feed/revoke', {})).json()).toMatchObject({ active: false, url: null });
    expect((await world.fetch(second)).status).toBe(404);
  });

  it('tells its address once, and when it was last read', async () => {
    const feed = await newFeed(ann.call);
    expect(await (await ann.call('GET', '/v1/me/feed')).json()).toMatchObject({ active: true, url: null, lastReadAt: null });
    await read(feed);
    expect(await (await ann.call('GET', '/v1/me/feed')).json()).toMatchObject({ lastReadAt: new Date(world.deps.now()).toISOString() });
  });

  it.each(['', 'x', 'a.b', `${'0'.repeat(26)}.${'A'.repeat(43)}`, '../../etc/passwd', 'x'.repeat(121)])('does not exist for %s', async (token) => {
    expect([404, 422]).toContain((await world.fetch(`/v1/feeds/${encodeURIComponent(token)}.ics`)).status);
  });
});

describe('the business\'s calendar feed', () => {
  it('holds all bookings with names, of this business alone, however they are written', async () => {
    const night = await testBusiness(world, { name: 'Night', origin: otherOrigin });
    const names = ['Zoë; Ann, "Q" \\ Mo', `A very long name ${'ü'.repeat(70)}`];
    const ids = [await book(ten, 'zoe@mail.example', at, names[0]), await book('2026-11-26T08:00:00.000Z', 'long@mail.example', at, names[1])];
    await book(ten, 'eve@mail.example', night, 'Eve');
    const feed = await newFeed(await staffCaller(world, at, 'member'), '/v1/console/feed');
    const events = await read(feed);
    expect(events.map(({ uid }) => uid).sort()).toEqual(ids.map((one) => `${one}@localhost`).sort());
    for (const name of names) expect(events.some(({ summary }) => String(summary).startsWith(`${name} · Visit`)), name).toBe(true);
    const lines = Buffer.from(await (await world.fetch(feed)).text()).toString('latin1').split('\r\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(75);
    expect(lines.some((line) => line.startsWith(' '))).toBe(true);
  });
});
