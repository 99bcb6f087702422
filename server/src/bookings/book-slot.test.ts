import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guestBooking, newKey, otherOrigin, staffCaller, testBusiness, visitor, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';

let world: TestWorld;
let at: TestBusiness;
const tenOClock = '2026-11-25T08:00:00.000Z';

beforeEach(async () => {
  world = await testWorld();
  at = await testBusiness(world);
});
afterEach(() => world.close());

const path = (): string => `/v1/businesses/${at.business.key}/bookings`;
const book = (startsAt = tenOClock, more: Record<string, unknown> = {}, headers?: Record<string, string>): Promise<Response> =>
  visitor(world, at.origin)('POST', path(), guestBooking(at, startsAt, more), headers);
const codeOf = async (response: Response): Promise<{ status: number; code: string; field?: string }> => {
  const body = await response.json() as { code: string; fields?: { field: string }[] };
  return { status: response.status, code: body.code, ...(body.fields?.[0] && { field: body.fields[0].field }) };
};

describe('booking as a guest', () => {
  it('books, and tells both parties the same moment with a calendar file', async () => {
    const response = await book();
    expect(response.status).toBe(201);
    const { booking, linkToken, invited } = await response.json() as { booking: { id: string; when: { time: string } }; linkToken: string; invited: boolean };
    expect([booking.when.time, invited]).toEqual(['10:00', true]);
    await world.settle();
    const [toClient, toOwner] = ['thandi@mail.example', at.business.email].map((address) => world.mails.find((mail) => mail.to.address === address));
    expect(toClient?.text).toContain('10:00 – 10:30');
    expect(toOwner?.text).toContain('10:00 – 10:30');
    expect(toClient?.calendar?.content).toContain(`UID:${booking.id}@localhost`);
    expect(toClient?.calendar?.content).toContain('DTSTART:20261125T080000Z');
    expect(toClient?.text).toContain('#portal/invitation/');
    const linked = await world.fetch(`/v1/bookings/${booking.id}`, { headers: { authorization: `BookingLink ${linkToken}`, origin: at.origin } });
    expect(linked.status).toBe(200);
  });

  it('repeats nothing when the same request comes twice, and refuses another request under the same key', async () => {
    const key = { 'idempotency-key': newKey() };
    const first = await (await book(tenOClock, {}, key)).text();
    const again = await book(tenOClock, {}, key);
    expect([again.status, again.headers.get('idempotency-replayed'), await again.text()]).toEqual([201, 'true', first]);
    expect(await codeOf(await book('2026-11-25T09:00:00.000Z', {}, key))).toEqual({ status: 422, code: 'idempotency_mismatch' });
    await world.settle();
    expect(world.mails.filter((mail) => mail.to.address === at.business.email)).toHaveLength(1);
  });

  it('refuses a taken time with the nearest free ones', async () => {
    await book();
    const response = await book(tenOClock, { email: 'other@mail.example' });
    const problem = await response.json() as { code: string; reason: string; nearest: string[] };
    expect([response.status, problem.code, problem.reason]).toEqual([409, 'time_not_free', 'taken']);
    expect(problem.nearest).toEqual(['2026-11-25T07:30:00.000Z', '2026-11-25T08:30:00.000Z', '2026-11-25T07:00:00.000Z']);
  });

  it.each([
    ['a day that does not exist', { startsAt: '2027-02-29T08:00:00Z' }, 'startsAt'],
    ['24:00', { startsAt: '2026-11-25T24:00:00Z' }, 'startsAt'],
    ['the year 275760', { startsAt: '+275760-09-13T00:00:00.000Z' }, 'startsAt'],
    ['a zone that does not exist', { timeZone: 'Mars/Olympus' }, 'timeZone'],
    ['two addresses', { email: 'a@mail.example,b@mail.example' }, 'email'],
    ['a line break in the name', { name: 'A\r\nBcc: x@mail.example' }, 'name'],
    ['a field we do not know', { businessId: 'x' }, 'businessId'],
    ['an id of another kind', { serviceId: 42 }, 'serviceId'],
    ['a note without end', { note: 'x'.repeat(1001) }, 'note'],
  ])('refuses %s, names the field, and changes nothing', async (_, more, field) => {
    expect(await codeOf(await book(tenOClock, more))).toEqual({ status: 422, code: 'invalid_input', field });
    expect((await book()).status).toBe(201);
  });

  it('refuses pages that the owner has not registered, readably', async () => {
    const response = await visitor(world, otherOrigin)('POST', path(), guestBooking(at, tenOClock));
    expect(response.headers.get('access-control-allow-origin')).toBe(otherOrigin);
    expect(await codeOf(response)).toEqual({ status: 403, code: 'origin_not_allowed' });
    expect((await visitor(world, 'null')('POST', path(), guestBooking(at, tenOClock))).status).toBe(403);
  });

  it('answers a service of another business and one that does not exist alike', async () => {
    const other = await testBusiness(world, { name: 'Nachtwerk', origin: otherOrigin });
    const foreign = await book(tenOClock, { serviceId: other.service.id });
    const unknown = await book(tenOClock, { serviceId: '01aaaaaaaaaaaaaaaaaaaaaaaa' });
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    expect(await foreign.text()).toBe(await unknown.text());
  });

  it('opens exactly one booking with its link', async () => {
    const first = await (await book()).json() as { linkToken: string };
    const second = await (await book('2026-11-26T08:00:00.000Z', { email: 'zoe@mail.example' })).json() as { booking: { id: string } };
    const peek = await world.fetch(`/v1/bookings/${second.booking.id}`, { headers: { authorization: `BookingLink ${first.linkToken}`, origin: at.origin } });
    expect(peek.status).toBe(404);
    const forged = await world.fetch(`/v1/bookings/${second.booking.id}`, { headers: { authorization: `BookingLink ${first.linkToken.slice(0, -1)}x`, origin: at.origin } });
    expect(forged.status).toBe(401);
  });
});

describe('fifty clients at one time', () => {
  it('twenty rounds: one booking each, forty-nine clear refusals', async () => {
    for (let round = 0; round < 20; round += 1) {
      const startsAt = new Date(Date.parse('2026-11-24T07:00:00Z') + Math.floor(round / 10) * 86_400_000 + (round % 10) * 1_800_000).toISOString();
      const answers = await Promise.all(Array.from({ length: 50 }, (_, guest) => book(startsAt, { email: `guest${guest}@mail.example` })));
      const refused = answers.filter((answer) => answer.status === 409);
      expect([answers.filter((answer) => answer.status === 201).length, refused.length]).toEqual([1, 49]);
      expect(await codeOf(refused[0] as Response)).toEqual({ status: 409, code: 'time_not_free' });
    }
  }, 30_000);

  it('overlapping starts with buffers: what is booked never overlaps', async () => {
    const owner = await staffCaller(world, at);
    await owner('PATCH', `/v1/console/services/${at.service.id}`, { durationMinutes: 45, bufferBeforeMinutes: 10, bufferAfterMinutes: 20, intervalMinutes: 15 });
    const starts = Array.from({ length: 50 }, (_, index) => new Date(Date.parse('2026-11-25T07:00:00Z') + (index % 25) * 900_000).toISOString());
    await Promise.all(starts.map((startsAt, guest) => book(startsAt, { email: `guest${guest}@mail.example` })));
    const calendar = await (await owner('GET', '/v1/console/calendar?firstDate=2026-11-25&days=1')).json() as { bookings: { busyFrom: string; busyUntil: string }[] };
    const spans = calendar.bookings.map((one) => [Date.parse(one.busyFrom), Date.parse(one.busyUntil)] as const).sort((a, b) => a[0] - b[0]);
    expect(spans.length).toBeGreaterThan(3);
    for (const [index, span] of spans.entries()) if (index > 0) expect(span[0]).toBeGreaterThanOrEqual(spans[index - 1]?.[1] ?? 0);
  });
});

describe('moving, cancelling, reminding', () => {
  it('moves the entry in calendars, stops the old reminders and sets new ones', async () => {
    const { booking, linkToken } = await (await book()).json() as { booking: { id: string }; linkToken: string };
    await world.settle();
    const headers = { authorization: `BookingLink ${linkToken}` };
    const moved = await visitor(world, at.origin)('POST', `/v1/bookings/${booking.id}/move`, { startsAt: '2026-11-26T09:00:00.000Z' }, headers);
    expect(moved.status).toBe(200);
    await world.settle();
    const invitation = world.mails.findLast((mail) => mail.to.address === 'thandi@mail.example');
    expect(invitation?.calendar?.content).toContain('SEQUENCE:1');
    world.setNow('2026-11-24T08:00:00.000Z');
    await world.settle();
    expect(world.mails.filter((mail) => mail.subject.includes('coming up'))).toHaveLength(0);
    world.setNow('2026-11-25T09:00:00.000Z');
    await world.settle();
    expect(world.mails.filter((mail) => mail.subject.includes('coming up'))).toHaveLength(1);
  });

  it('refuses changes after the cut-off, and says so', async () => {
    const { booking, linkToken } = await (await book()).json() as { booking: { id: string }; linkToken: string };
    world.setNow('2026-11-24T08:00:01.000Z');
    const late = await visitor(world, at.origin)('POST', `/v1/bookings/${booking.id}/cancel`, {}, { authorization: `BookingLink ${linkToken}` });
    expect(await codeOf(late)).toEqual({ status: 409, code: 'too_late_to_change' });
  });

  it('a cancelled booking frees its time, reminds nobody, and its calendar entry goes', async () => {
    const { booking, linkToken } = await (await book()).json() as { booking: { id: string }; linkToken: string };
    await world.settle();
    await visitor(world, at.origin)('POST', `/v1/bookings/${booking.id}/cancel`, { reason: 'Rain' }, { authorization: `BookingLink ${linkToken}` });
    await world.settle();
    expect(world.mails.findLast((mail) => mail.to.address === 'thandi@mail.example')?.calendar?.method).toBe('CANCEL');
    expect((await book(tenOClock, { email: 'next@mail.example' })).status).toBe(201);
    await world.settle();
    world.setNow('2026-11-25T07:00:00.000Z');
    await world.settle();
    expect(world.mails.filter((mail) => mail.subject.includes('coming up') && mail.to.address === 'thandi@mail.example')).toHaveLength(0);
  });

  it('stands when the mail server refuses; the mail is tried again and visible', async () => {
    world.mailFails(new Error('the mail server hangs'));
    expect((await book()).status).toBe(201);
    await world.settle();
    expect(world.mails).toHaveLength(0);
    const owner = await staffCaller(world, at);
    const waiting = await (await owner('GET', '/v1/console/mails')).json() as { items: { state: string; lastError: string }[] };
    expect(waiting.items[0]).toMatchObject({ state: 'waiting', lastError: 'the mail server hangs' });
    world.mailFails(undefined);
    world.advance(1);
    await world.settle();
    expect(world.mails.length).toBeGreaterThanOrEqual(2);
  });
});
