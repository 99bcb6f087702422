import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guestBooking, newKey, otherOrigin, staffCaller, testBusiness, type Caller, type TestBusiness } from '../test-support/people.ts';
import { findAnswer } from './idempotency-store.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';

let world: TestWorld;
let at: TestBusiness;
let owner: Caller;
let day = 0;
/** A time that nobody has taken yet. */
const nextTime = (): string => new Date(Date.parse('2026-11-24T08:00:00Z') + (day += 1) * 86_400_000).toISOString();

beforeAll(async () => {
  world = await testWorld();
  at = await testBusiness(world);
  owner = await staffCaller(world, at);
});
afterAll(() => world.close());

const code = async (response: Response): Promise<[number, string]> => [response.status, (await response.json() as { code: string }).code];

describe('an idempotency key', () => {
  const book = (key: string | undefined, startsAt: string, more: Record<string, unknown> = {}, at_ = at): Promise<Response> => world.fetch(`/v1/businesses/${at_.business.key}/bookings`, {
    method: 'POST', headers: { origin: at_.origin, 'content-type': 'application/json', ...(key !== undefined && { 'idempotency-key': key }) }, body: JSON.stringify(guestBooking(at_, startsAt, more)),
  });
  const idOf = async (response: Response): Promise<string> => (await response.json() as { booking: { id: string } }).booking.id;

  it.each([undefined, '', 'short', 'x'.repeat(256), 'with space 1234567890'])('is needed, and has a shape: %s', async (key) => {
    expect(await code(await book(key, nextTime()))).toEqual([400, 'malformed_request']);
  });

  it('makes one booking of many at once, and all hear the same', async () => {
    const [key, startsAt] = [newKey(), nextTime()];
    const answers = await Promise.all(Array.from({ length: 6 }, () => book(key, startsAt)));
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201, 201]);
    expect(answers.filter((answer) => answer.headers.get('idempotency-replayed') === 'true')).toHaveLength(5);
    expect(new Set(await Promise.all(answers.map(idOf))).size).toBe(1);
  });

  it('is another one for another business', async () => {
    const other = await testBusiness(world, { name: 'Night', origin: otherOrigin });
    const [key, startsAt] = [newKey(), nextTime()];
    const ids = [await idOf(await book(key, startsAt)), await idOf(await book(key, startsAt, {}, other))];
    expect(new Set(ids).size).toBe(2);
  });

  it('does not keep a refusal: the same request is right once it can be', async () => {
    const [key, startsAt] = [newKey(), nextTime()];
    await book(newKey(), startsAt, { email: 'first@mail.example' });
    expect((await book(key, startsAt)).status).toBe(409);
    const calendar = await (await owner('GET', `/v1/console/calendar?firstDate=${startsAt.slice(0, 10)}&days=1`)).json() as { bookings: { id: string }[] };
    await owner('POST', `/v1/console/bookings/${calendar.bookings[0]?.id}/cancel`, {});
    expect((await book(key, startsAt)).status).toBe(201);
  });

  it('keeps the answer sealed', async () => {
    const [key, startsAt] = [newKey(), nextTime()];
    await book(key, startsAt);
    const kept = await world.deps.store.write((tx) => findAnswer(tx, { businessId: at.business.id, principal: 'guest', key, fingerprint: '' }));
    expect(kept?.body).toMatch(/^v1\.[\w-]+$/);
    expect(await (await book(key, startsAt)).text()).toContain('linkToken');
  });

  it('is bound to its request', async () => {
    const [key, startsAt] = [newKey(), nextTime()];
    await book(key, startsAt);
    expect(await code(await book(key, nextTime()))).toEqual([422, 'idempotency_mismatch']);
  });
});
