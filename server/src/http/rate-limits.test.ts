import { afterEach, describe, expect, it } from 'vitest';
import { enter, testContact, testPage } from '../auth/test-support/auth-people.ts';
import { guestBooking, testBusiness, visitor } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { addressBucket, memoryRateLimits } from './rate-limits.ts';
import { addressOf } from './request-context.ts';

describe('who is counted as one', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:cb00:7107', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::ffff', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8::abcd:1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['not:an:address', 'not:an:address'],
    ['', ''],
  ])('%s is %s', (address, bucket) => {
    expect(addressBucket(address)).toBe(bucket);
  });
});

describe('the caller\'s address', () => {
  it('is what the connection says, whatever a header claims, unless a proxy of ours wrote it', () => {
    expect(addressOf('198.51.100.1', '203.0.113.7', 0)).toBe('203.0.113.7');
    expect(addressOf('198.51.100.1', '10.0.0.1', 1)).toBe('198.51.100.1');
    expect(addressOf('6.6.6.6, 198.51.100.1', '10.0.0.1', 1)).toBe('198.51.100.1');
    expect(addressOf('6.6.6.6, 198.51.100.1, 10.0.0.2', '10.0.0.1', 2)).toBe('198.51.100.1');
    expect(addressOf(undefined, '10.0.0.1', 1)).toBe('10.0.0.1');
    expect(addressOf('198.51.100.1', '10.0.0.1', 3)).toBe('10.0.0.1');
  });
});

describe('limits', () => {
  let world: TestWorld | undefined;
  afterEach(() => world?.close());

  it('count each class and each caller apart, and say how long to wait', async () => {
    const limits = memoryRateLimits();
    for (let count = 0; count < 10; count += 1) await limits.take('mail', 'ann');
    await expect(limits.take('mail', 'ann')).rejects.toMatchObject({ code: 'rate_limited', extras: { retryAfter: expect.any(Number) } });
    await limits.take('mail', 'bob');
    await limits.take('read', 'ann');
  });

  it('refuse at the door, with Retry-After, and nothing is changed; another address goes on', async () => {
    world = await testWorld({ PORTICO_RATE_LIMITS: 'on', PORTICO_TRUSTED_PROXIES: '1' });
    const { fetch } = world;
    const at = await testBusiness(world);
    const book = (from: string, guest: number): Promise<Response> => fetch(`/v1/businesses/${at.business.key}/bookings`, {
      method: 'POST', headers: { origin: at.origin, 'content-type': 'application/json', 'idempotency-key': `limits-test-key-${from}-${guest}`, 'x-forwarded-for': from },
      body: JSON.stringify(guestBooking(at, '2026-11-25T08:00:00.000Z', { email: `guest${guest}@mail.example` })),
    });
    const answers = await Promise.all(Array.from({ length: 31 }, (_, guest) => book('2001:db8::1', guest)));
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(1);
    const refused = await book('2001:db8::2', 99);
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0, refused.headers.get('content-type')]).toEqual([429, true, 'application/problem+json']);
    expect(await refused.json()).toMatchObject({ code: 'rate_limited', retryAfter: expect.any(Number) });
    expect((await book('2001:db8:0:1::1', 100)).status).toBe(409);
  });

  it('count who is signed in by the session, wherever it calls from; another session goes on', async () => {
    world = await testWorld({ PORTICO_RATE_LIMITS: 'on', PORTICO_TRUSTED_PROXIES: '1' });
    const at = await testBusiness(world);
    const { email } = await testContact(world, at);
    const [ann, again] = [await enter(world, await testPage(world, at), email), await enter(world, await testPage(world, at), email)];
    const ask = async (session: typeof ann, from: number): Promise<number> =>
      (await session.call('POST', '/v1/me/fresh-proof', { password: 'wrong password' }, { 'x-forwarded-for': `198.51.100.${from}` })).status;
    const first: number[] = [];
    for (let from = 1; from <= 31; from += 1) first.push(await ask(ann, from));
    expect(first.filter((status) => status === 429).length).toBeGreaterThan(0);
    expect(first.at(-1)).toBe(429);
    const refused = await ann.call('POST', '/v1/me/fresh-proof', { password: 'wrong password' }, { 'x-forwarded-for': '198.51.100.99' });
    expect((await refused.json() as { detail: string }).detail).toMatch(/^That was a lot at once/);
    expect((await again.call('GET', '/v1/me')).status).toBe(200);
  });

  it('count who holds a booking\'s link by the address', async () => {
    world = await testWorld({ PORTICO_RATE_LIMITS: 'on', PORTICO_TRUSTED_PROXIES: '1' });
    const at = await testBusiness(world);
    const call = visitor(world, at.origin);
    const made = await call('POST', `/v1/businesses/${at.business.key}/bookings`, guestBooking(at, '2026-11-25T08:00:00.000Z'), { 'idempotency-key': 'a-key-of-this-test-1', 'x-forwarded-for': '198.51.100.1' });
    const { booking, linkToken } = await made.json() as { booking: { id: string }; linkToken: string };
    const look = (from: string): Promise<Response> => call('GET', `/v1/bookings/${booking.id}`, undefined, { authorization: `BookingLink ${linkToken}`, 'x-forwarded-for': from });
    const answers: number[] = [];
    for (let count = 0; count < 31; count += 1) answers.push((await look('198.51.100.2')).status);
    expect([answers.filter((status) => status === 200).length, answers.at(-1)]).toEqual([30, 429]);
    expect((await look('198.51.100.3')).status).toBe(200);
  });
});
