import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newestEvents } from '../events/event-store.ts';
import { signIn } from '../test-support/page-client.ts';
import { guestBooking, otherOrigin, staffCaller, testBusiness, visitor, type Caller, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';

let world: TestWorld;
let river: TestBusiness;
let night: TestBusiness;
let people = 0;

beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  river = await testBusiness(world, { name: `River ${(people += 1)}` });
  night = await testBusiness(world, { name: `Night ${people}`, origin: otherOrigin });
});

const unknown = '01aaaaaaaaaaaaaaaaaaaaaaaa';
const denied = async (at = river): Promise<{ actor: string; payload: unknown }[]> => {
  const rows = await world.deps.store.read((db) => newestEvents(db, at.scope, { limit: 1000 }));
  return rows.filter((row) => row.type === 'access.denied').map((row) => ({ actor: row.actor, payload: JSON.parse(row.payload) as unknown })).reverse();
};

async function guest(startsAt: string): Promise<{ id: string; linkToken: string; email: string }> {
  const email = `guest${(people += 1)}@mail.example`;
  const booked = await (await visitor(world, river.origin)('POST', `/v1/businesses/${river.business.key}/bookings`, guestBooking(river, startsAt, { email }))).json() as { booking: { id: string }; linkToken: string };
  return { id: booked.booking.id, linkToken: booked.linkToken, email };
}

describe('a refused access by somebody who is signed in', () => {
  it('is written down, theirs and not there alike, without the id that was tried', async () => {
    const [ann, bob] = [await guest('2026-11-25T08:00:00.000Z'), await guest('2026-11-25T09:00:00.000Z')];
    const page = await signIn(world, river, ann.email);
    for (const id of [bob.id, unknown]) expect((await page.call('GET', `/v1/bookings/${id}`)).status).toBe(404);
    const one = { actor: expect.stringMatching(/^contact:/), payload: { route: 'GET /v1/bookings/{id}', why: 'not_found', isLast: false } };
    expect(await denied()).toEqual([one, one]);
  });

  it('is written down for staff: a rank too low, and another business\'s client, in their own business\'s log', async () => {
    const member = await staffCaller(world, river, 'member');
    const stranger = await staffCaller(world, night, 'owner');
    expect((await member('GET', '/v1/console/audit')).status).toBe(403);
    expect((await stranger('PATCH', `/v1/console/services/${river.service.id}`, { name: 'Mine' })).status).toBe(404);
    expect(await denied()).toEqual([{ actor: `staff:${member.staffId}`, payload: { route: 'GET /v1/console/audit', why: 'forbidden', isLast: false } }]);
    expect(await denied(night)).toEqual([{ actor: `staff:${stranger.staffId}`, payload: { route: 'PATCH /v1/console/services/{id}', why: 'not_found', isLast: false } }]);
  });

  it('is not written down for strangers, links, bad input and what was allowed', async () => {
    const [ann, bob] = [await guest('2026-11-25T08:00:00.000Z'), await guest('2026-11-25T09:00:00.000Z')];
    const member = await staffCaller(world, river, 'member');
    await visitor(world, river.origin)('GET', `/v1/bookings/${ann.id}`);
    await visitor(world, river.origin)('GET', `/v1/bookings/${bob.id}`, undefined, { authorization: `BookingLink ${ann.linkToken}` });
    await member('GET', '/v1/console/clients/not-an-id');
    await member('GET', '/v1/console/clients');
    expect(await denied()).toEqual([]);
  });

  it('cannot be used to fill the log: ten an hour of one person, the last one says that more are not listed', async () => {
    const member = await staffCaller(world, river, 'member');
    const probe = (caller: Caller): Promise<Response> => caller('GET', `/v1/console/bookings/${unknown}`);
    for (let tries = 0; tries < 15; tries += 1) expect((await probe(member)).status).toBe(404);
    const listed = await denied();
    expect(listed).toHaveLength(10);
    expect(listed.map(({ payload }) => (payload as { isLast: boolean }).isLast)).toEqual([...Array.from({ length: 9 }, () => false), true]);
    world.advance(60);
    await probe(member);
    expect(await denied()).toHaveLength(11);
  });

  it('cannot be used to fill the log by many together: a hundred an hour of one business', async () => {
    const many = await Promise.all(Array.from({ length: 11 }, () => staffCaller(world, river, 'member')));
    for (const member of many) for (let tries = 0; tries < 10; tries += 1) await member('GET', `/v1/console/bookings/${unknown}`);
    const listed = await denied();
    expect(listed).toHaveLength(100);
    expect(listed.at(-1)?.payload).toMatchObject({ isLast: true });
  });

  it('reads well in the audit trail', async () => {
    const [member, owner] = [await staffCaller(world, river, 'member'), await staffCaller(world, river)];
    await member('GET', '/v1/console/audit');
    const trail = await (await owner('GET', '/v1/console/audit')).json() as { items: { type: string; text: string }[] };
    expect(trail.items.find((item) => item.type === 'access.denied')?.text).toBe('Refused what is not theirs: GET /v1/console/audit');
  });
});
