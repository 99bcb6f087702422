import type { LiveMessage } from '@portico/contract/live.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signIn, type SignedInPage } from '../test-support/page-client.ts';
import { guestBooking, otherOrigin, staffCaller, testBusiness, visitor, type Caller, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';

let world: TestWorld;
let river: TestBusiness;
let night: TestBusiness;

beforeEach(async () => {
  world = await testWorld();
  river = await testBusiness(world);
  night = await testBusiness(world, { name: 'Night', origin: otherOrigin });
});
afterEach(() => world.close());

interface Heard {
  readonly id: number;
  readonly message: LiveMessage;
}

interface Listener {
  /** Everything up to now; the stream must still be open, or have ended by itself. */
  heard(): Promise<readonly Heard[]>;
  /** Resolves when the server ends the stream. */
  readonly ended: Promise<void>;
  leave(): Promise<void>;
}

async function listen(caller: Caller, path: string, headers: Record<string, string> = {}): Promise<Listener> {
  const response = await caller('GET', path, undefined, headers);
  expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([200, 'text/event-stream', 'no-store']);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  let text = '';
  const ended = (async () => {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) text += new TextDecoder().decode(chunk.value);
  })();
  return {
    ended,
    async heard() {
      await world.deps.live.catchUp();
      await new Promise((later) => { setImmediate(later); });
      return [...text.matchAll(/^id: (\d+)\ndata: (.+)$/gm)].map(([, id, data]) => ({ id: Number(id), message: JSON.parse(data ?? '') as LiveMessage }));
    },
    leave: () => reader.cancel(),
  };
}

async function book(at: TestBusiness, startsAt: string, email: string): Promise<string> {
  const booked = await visitor(world, at.origin)('POST', `/v1/businesses/${at.business.key}/bookings`, guestBooking(at, startsAt, { email }));
  return (await booked.json() as { booking: { id: string } }).booking.id;
}
const page = async (email: string, startsAt: string): Promise<SignedInPage & { readonly bookingId: string }> => {
  const bookingId = await book(river, startsAt, email);
  return { ...await signIn(world, river, email), bookingId };
};
const bookingsIn = (heard: readonly Heard[]): string[] => heard.flatMap(({ message }) => message.type === 'booking.changed' ? [message.bookingId] : []);

describe('a live stream', () => {
  it('tells a client of its own bookings and, of others\', only that a time has gone', async () => {
    const ann = await page('ann@mail.example', '2026-11-25T08:00:00.000Z');
    const listener = await listen(ann.call, '/v1/live');
    const others = await book(river, '2026-11-26T08:00:00.000Z', 'bob@mail.example');
    const own = await ann.call('POST', `/v1/bookings/${ann.bookingId}/move`, { startsAt: '2026-11-27T08:00:00.000Z' });
    expect(own.status).toBe(200);
    const heard = await listener.heard();
    expect(bookingsIn(heard)).toEqual([ann.bookingId]);
    expect(heard.filter(({ message }) => message.type === 'slots.changed').length).toBeGreaterThanOrEqual(3);
    expect(JSON.stringify(heard)).not.toContain(others);
    expect(heard.some(({ message }) => message.type === 'business.event')).toBe(false);
    await listener.leave();
  });

  it('tells staff all of their business and nothing of another', async () => {
    const [here, there] = [await listen(await staffCaller(world, river), '/v1/console/live'), await listen(await staffCaller(world, night), '/v1/console/live')];
    const booking = await book(river, '2026-11-25T08:00:00.000Z', 'ann@mail.example');
    expect(bookingsIn(await here.heard())).toEqual([booking]);
    expect((await here.heard()).some(({ message }) => message.type === 'business.event' && message.event === 'client.added')).toBe(true);
    expect(await there.heard()).toEqual([]);
    await Promise.all([here.leave(), there.leave()]);
  });

  it('tells a visitor that free times changed, and of whom nothing', async () => {
    const listener = await listen(visitor(world, river.origin), `/v1/businesses/${river.business.key}/live`);
    const booking = await book(river, '2026-11-25T08:00:00.000Z', 'ann@mail.example');
    const heard = await listener.heard();
    expect(heard.map(({ message }) => message)).toEqual([{ type: 'slots.changed', providerId: river.providerId, from: '2026-11-25T08:00:00.000Z', until: '2026-11-25T08:30:00.000Z' }]);
    expect(JSON.stringify(heard)).not.toContain(booking);
    await listener.leave();
  });

  it('ends with a session that is revoked elsewhere, and says so; others go on', async () => {
    const ann = await page('ann@mail.example', '2026-11-25T08:00:00.000Z');
    const phone = await signIn(world, river, 'ann@mail.example');
    const [ending, staying] = [await listen(phone.call, '/v1/live'), await listen(ann.call, '/v1/live')];
    expect((await ann.call('POST', `/v1/me/sessions/${phone.sessionId}/revoke`, {})).status).toBe(200);
    await ending.ended;
    expect((await ending.heard()).at(-1)?.message).toEqual({ type: 'session.ended' });
    await book(river, '2026-11-26T08:00:00.000Z', 'bob@mail.example');
    const heard = await staying.heard();
    expect(heard.some(({ message }) => message.type === 'session.ended')).toBe(false);
    expect(heard.some(({ message }) => message.type === 'slots.changed')).toBe(true);
    expect(world.deps.live.size).toBe(1);
    await staying.leave();
  });

  it('ends for staff who are let go', async () => {
    const [owner, member] = [await staffCaller(world, river), await staffCaller(world, river, 'member')];
    const listener = await listen(member, '/v1/console/live');
    await owner('POST', `/v1/console/staff/${member.staffId}/remove`, {});
    await listener.ended;
    expect((await listener.heard()).at(-1)?.message).toEqual({ type: 'session.ended' });
  });

  it('is forgotten when its reader leaves', async () => {
    const listener = await listen(await staffCaller(world, river), '/v1/console/live');
    expect(world.deps.live.size).toBe(1);
    await listener.leave();
    expect(world.deps.live.size).toBe(0);
  });
});

describe('a stream that was interrupted', () => {
  it('tells exactly what was missed after Last-Event-ID, once', async () => {
    const owner = await staffCaller(world, river);
    const first = await listen(owner, '/v1/console/live');
    const known = await book(river, '2026-11-25T08:00:00.000Z', 'ann@mail.example');
    const last = (await first.heard()).at(-1)?.id ?? 0;
    expect(bookingsIn(await first.heard())).toEqual([known]);
    await first.leave();
    const missed = await book(river, '2026-11-26T08:00:00.000Z', 'bob@mail.example');
    await book(night, '2026-11-26T08:00:00.000Z', 'eve@mail.example');
    await world.deps.live.catchUp();
    const second = await listen(owner, '/v1/console/live', { 'last-event-id': String(last) });
    expect(bookingsIn(await second.heard())).toEqual([missed]);
    const later = await book(river, '2026-11-27T08:00:00.000Z', 'ann@mail.example');
    expect(bookingsIn(await second.heard())).toEqual([missed, later]);
    await second.leave();
  });

  it('says that anything may have changed when too much was missed', async () => {
    const owner = await staffCaller(world, river);
    for (let count = 0; count < 201; count += 1) await owner('PATCH', `/v1/console/services/${river.service.id}`, { name: `Visit ${count}` });
    const listener = await listen(owner, '/v1/console/live', { 'last-event-id': '1' });
    expect((await listener.heard()).map(({ message }) => message)).toEqual([{ type: 'slots.changed', providerId: null, from: null, until: null }]);
    await listener.leave();
  });

  it.each(['', 'x', '-1', '1; DROP', '9'.repeat(20)])('begins anew with an id that is none: %s', async (id) => {
    await book(river, '2026-11-25T08:00:00.000Z', 'ann@mail.example');
    const listener = await listen(await staffCaller(world, river), '/v1/console/live', { 'last-event-id': id });
    expect(await listener.heard()).toEqual([]);
    await listener.leave();
  });
});
