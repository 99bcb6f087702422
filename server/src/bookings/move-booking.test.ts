import type { SlotMonth, SlotTime } from '@portico/contract/bookings/slots.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signIn } from '../test-support/page-client.ts';
import { guestBooking, staffCaller, testBusiness, visitor, type Caller, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';

let world: TestWorld;
let at: TestBusiness;
let owner: Caller;
let guest: Caller;
let bookingId: string;
const ten = '2026-11-25T08:00:00.000Z';
const quarterPast = '2026-11-25T08:15:00.000Z';

beforeEach(async () => {
  world = await testWorld();
  at = await testBusiness(world, { service: { durationMinutes: 45, intervalMinutes: 15 } });
  owner = await staffCaller(world, at);
  const answer = await visitor(world, at.origin)('POST', `/v1/businesses/${at.business.key}/bookings`, guestBooking(at, ten));
  const { booking, linkToken } = await answer.json() as { booking: { id: string }; linkToken: string };
  bookingId = booking.id;
  guest = (method, path, body, headers) => visitor(world, at.origin)(method, path, body, { authorization: `BookingLink ${linkToken}`, ...headers });
});
afterEach(() => world.close());

const slots = (more = ''): string => `/v1/businesses/${at.business.key}/slots?service=${at.service.id}&month=2026-11${more}`;
const moving = (more = ''): string => slots(`&moving=${bookingId}${more}`);
const archive = (): Promise<Response> => owner('PATCH', `/v1/console/services/${at.service.id}`, { archived: true });
const move = (startsAt: string): Promise<Response> => guest('POST', `/v1/bookings/${bookingId}/move`, { startsAt });
async function timesOf(answer: Response): Promise<ReadonlyMap<string, SlotTime>> {
  expect(answer.status).toBe(200);
  const { days } = await answer.json() as SlotMonth;
  return new Map(days.flatMap((day) => day.times).map((time) => [time.startsAt, time]));
}

describe('free times for a booking that is being moved', () => {
  it('does not stand in its own way, and is neither free nor taken where it is', async () => {
    const strangers = await timesOf(await visitor(world, at.origin)('GET', slots()));
    expect([strangers.get(ten)?.free, strangers.get(quarterPast)?.free]).toEqual([false, false]);
    const own = await timesOf(await guest('GET', moving()));
    expect(own.get(ten)).toMatchObject({ free: false, own: true, providerIds: [] });
    expect(own.get(quarterPast)).toMatchObject({ free: true, providerIds: [at.providerId] });
    expect([...own.values()].filter((time) => time.own)).toHaveLength(1);
    expect((await move(quarterPast)).status).toBe(200);
  });

  it('is told to nobody else: no session, another booking’s link, another business', async () => {
    expect((await visitor(world, at.origin)('GET', moving())).status).toBe(401);
    const second = await visitor(world, at.origin)('POST', `/v1/businesses/${at.business.key}/bookings`, guestBooking(at, '2026-11-26T08:00:00.000Z', { email: 'zoe@mail.example' }));
    const { linkToken } = await second.json() as { linkToken: string };
    expect((await visitor(world, at.origin)('GET', moving(), undefined, { authorization: `BookingLink ${linkToken}` })).status).toBe(404);
    const other = await testBusiness(world, { name: 'Nachtwerk', origin: at.origin });
    expect((await guest('GET', `/v1/businesses/${other.business.key}/slots?service=${other.service.id}&moving=${bookingId}`)).status).toBe(404);
  });

  it('is not left in a cache that strangers share', async () => {
    expect((await guest('GET', moving())).headers.get('cache-control')).toBe('private, no-store');
    expect((await visitor(world, at.origin)('GET', slots())).headers.get('cache-control')).toContain('public');
  });

  it('keeps a service that is no longer offered, for this booking only', async () => {
    await archive();
    expect((await visitor(world, at.origin)('GET', slots())).status).toBe(404);
    expect((await timesOf(await guest('GET', moving()))).get(quarterPast)?.free).toBe(true);
    expect((await move(quarterPast)).status).toBe(200);
    const another = await (await owner('POST', '/v1/console/services', { name: 'Other', durationMinutes: 30 })).json() as { id: string };
    await owner('PATCH', `/v1/console/services/${another.id}`, { archived: true });
    expect((await guest('GET', moving().replace(at.service.id, another.id))).status).toBe(404);
  });

  it('shows them to its signed-in client too, and to no other client', async () => {
    await archive();
    const thandi = await signIn(world, at, 'thandi@mail.example');
    expect((await timesOf(await thandi.call('GET', moving()))).get(ten)?.own).toBe(true);
    await owner('POST', '/v1/console/clients', { name: 'Zoe', contact: { name: 'Zoe', email: 'zoe@mail.example' } });
    const zoe = await signIn(world, at, 'zoe@mail.example');
    expect((await zoe.call('GET', moving())).status).toBe(404);
  });

  it('ends with the booking: cancelled or past its cut-off, there is nothing to move', async () => {
    world.setNow('2026-11-24T08:00:01.000Z');
    expect(await (await guest('GET', moving())).json()).toMatchObject({ code: 'too_late_to_change' });
    world.setNow('2026-11-23T08:00:00.000Z');
    await guest('POST', `/v1/bookings/${bookingId}/cancel`, {});
    expect(await (await guest('GET', moving())).json()).toMatchObject({ code: 'conflict' });
  });

  it('counts with the length that was agreed, not with what the service takes now', async () => {
    await visitor(world, at.origin)('POST', `/v1/businesses/${at.business.key}/bookings`, guestBooking(at, '2026-11-25T10:00:00.000Z', { email: 'zoe@mail.example' }));
    await owner('PATCH', `/v1/console/services/${at.service.id}`, { durationMinutes: 15 });
    const own = await timesOf(await guest('GET', moving()));
    expect([own.get('2026-11-25T09:15:00.000Z')?.free, own.get('2026-11-25T09:30:00.000Z')?.free]).toEqual([true, false]);
    const refused = await (await move('2026-11-25T09:30:00.000Z')).json() as { code: string; nearest: string[] };
    expect([refused.code, refused.nearest[0]]).toEqual(['time_not_free', '2026-11-25T09:15:00.000Z']);
  });

  it('stays with a provider who does not offer the service any more, and finds another when theirs has gone', async () => {
    const sipho = await (await owner('POST', '/v1/console/providers', { name: 'Sipho', weeklyHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 540, endMinute: 1020 })) })).json() as { id: string };
    await owner('PATCH', `/v1/console/services/${at.service.id}`, { providerIds: [sipho.id] });
    expect((await timesOf(await guest('GET', moving(`&provider=${at.providerId}`)))).get(quarterPast)?.providerIds).toEqual([at.providerId]);
    await owner('PATCH', `/v1/console/providers/${at.providerId}`, { archived: true });
    expect((await timesOf(await guest('GET', moving(`&provider=${at.providerId}`)))).get(quarterPast)?.providerIds).toEqual([sipho.id]);
    expect(await (await move(quarterPast)).json()).toMatchObject({ provider: { id: sipho.id } });
  });
});
