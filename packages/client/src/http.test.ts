import { beforeEach, describe, expect, it } from 'vitest';
import { memoryKeyStore } from './key-store.ts';
import { createPortalClient } from './portal-client.ts';
import type { PortalClient } from './portal-client.ts';
import { PortalError } from './portal-error.ts';
import { fakeServer, problem } from './test-support/fake-server.ts';
import type { FakeServer } from './test-support/fake-server.ts';

const place = 'businesses/river-physio';
const guest = {
  serviceId: 's'.repeat(20), startsAt: '2026-11-27T12:30:00Z', timeZone: 'Africa/Johannesburg', name: 'Thandi', email: 'thandi@example.com',
};
const booked = { booking: { id: 'b1' }, linkToken: 'link', invited: true };
let server: FakeServer;
let portal: PortalClient;

beforeEach(() => {
  server = fakeServer();
  portal = createPortalClient({
    apiUrl: `${server.apiUrl}/`, business: 'river-physio', fetch: server.fetch, storage: memoryKeyStore(), backOff: () => 1,
  });
});

describe('public reads', () => {
  it('are simple requests: no header that would need a preflight', async () => {
    server.on(`GET ${place}/booking-start`, { services: [] });
    await portal.bookings.start({ service: 'x', timeZone: 'Africa/Johannesburg', lang: 'en' });
    const names = [...server.asked[0]?.headers.keys() ?? []];
    expect(names.filter((name) => !['accept', 'accept-language', 'content-language'].includes(name))).toEqual([]);
  });

  it('leave out what was not said', async () => {
    server.on(`GET ${place}/slots`, { days: [] });
    const urls: string[] = [];
    const watching: typeof fetch = (input, init) => {
      urls.push(new Request(input, init).url);
      return server.fetch(input, init);
    };
    const watched = createPortalClient({ apiUrl: server.apiUrl, business: 'river-physio', fetch: watching, storage: memoryKeyStore() });
    await watched.bookings.month({ service: 's1', provider: undefined, month: '2026-11' });
    expect(urls).toEqual([`${server.apiUrl}/v1/${place}/slots?service=s1&month=2026-11`]);
  });

  it('use an answer that was asked for early, once', async () => {
    const early = new Map([[`${server.apiUrl}/v1/${place}/booking-start?timeZone=UTC`, Promise.resolve(Response.json({ services: [], early: true }))]]);
    const take = (url: string): Promise<Response> | undefined => {
      const answer = early.get(url);
      early.delete(url);
      return answer;
    };
    server.on(`GET ${place}/booking-start`, { services: [], early: false });
    const eager = createPortalClient({
      apiUrl: server.apiUrl, business: 'river-physio', fetch: server.fetch, storage: memoryKeyStore(), early: take,
    });
    expect(await eager.bookings.start({ timeZone: 'UTC' })).toEqual({ services: [], early: true });
    expect(await eager.bookings.start({ timeZone: 'UTC' })).toEqual({ services: [], early: false });
  });

  it('wait with a refusal until what it needs is there', async () => {
    server.on(`GET ${place}`, problem('not_found'));
    const steps: string[] = [];
    const careful = createPortalClient({
      apiUrl: server.apiUrl, business: 'river-physio', fetch: server.fetch, storage: memoryKeyStore(),
      beforeRefusal: async () => { await Promise.resolve(); steps.push('its words are there'); },
    });
    await careful.page().catch((error: unknown) => steps.push((error as PortalError).code));
    expect(steps).toEqual(['its words are there', 'not_found']);
  });

  it('are tried again when the network drops or the server is busy', async () => {
    server.on(`GET ${place}`, 'no answer', problem('busy'), { name: 'River Physio' });
    expect(await portal.page()).toEqual({ name: 'River Physio' });
    expect(server.countOf(`GET ${place}`)).toBe(3);
  });

  it('can be abandoned', async () => {
    server.on(`GET ${place}/booking-start`, () => new Promise(() => {}));
    const leave = new AbortController();
    const start = portal.bookings.start({}, { signal: leave.signal });
    leave.abort();
    await expect(start).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('failures', () => {
  it('tell everything that the problem said', async () => {
    const facts = {
      fields: [{ field: 'startsAt', message: 'Choose a free time.' }], nearest: ['2026-11-27T13:00:00Z'], reason: 'taken', retryAfter: 3,
    };
    server.on(`POST ${place}/bookings`, problem('time_not_free', {}, facts));
    const error = await portal.bookings.bookAsGuest(guest).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PortalError);
    expect(error).toMatchObject({ code: 'time_not_free', status: 409, detail: 'It is time_not_free.', requestId: 'r1', ...facts });
    expect((error as PortalError).fieldMessage('startsAt')).toBe('Choose a free time.');
  });

  it('say unreachable when there was no answer at all', async () => {
    server.on(`GET ${place}`, 'no answer');
    await expect(portal.page()).rejects.toMatchObject({ code: 'unreachable', status: 0 });
  });

  it('make the best of an answer that is not ours', async () => {
    server.on(`POST ${place}/auth/reset`, () => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    await expect(portal.auth.reset({ email: 'a@example.com' })).rejects.toMatchObject({ code: 'busy', status: 502 });
  });

  it('take nothing for an answer that is not ours, early or late: something between may answer with 200', async () => {
    for (const stranger of [{ hello: 'world' }, 'null', '[]', '']) {
      server.on(`GET ${place}`, typeof stranger === 'string' ? () => new Response(stranger) : stranger);
      await expect(portal.page(), String(stranger)).rejects.toBeInstanceOf(PortalError);
    }
    const eager = createPortalClient({
      apiUrl: server.apiUrl, business: 'river-physio', fetch: server.fetch, storage: memoryKeyStore(), early: () => Promise.resolve(Response.json({ hello: 'world' })),
    });
    server.on(`GET ${place}/booking-start`, { services: [] });
    expect(await eager.bookings.start({ timeZone: 'UTC' })).toEqual({ services: [] });
  });

  it('are not remembered', async () => {
    server.on(`GET ${place}`, problem('not_found'), { name: 'River Physio' });
    await expect(portal.page()).rejects.toMatchObject({ code: 'not_found' });
    expect(await portal.page()).toEqual({ name: 'River Physio' });
  });
});

describe('booking', () => {
  it('sends the same key again after a lost answer', async () => {
    server.on(`POST ${place}/bookings`, 'no answer', problem('request_in_progress'), booked);
    expect(await portal.bookings.bookAsGuest(guest, { idempotencyKey: 'intention-1' })).toEqual(booked);
    expect(server.asked.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['intention-1', 'intention-1', 'intention-1']);
    expect(new Set(server.asked.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  it('makes a key where none was given', async () => {
    server.on(`POST ${place}/bookings`, booked);
    await portal.bookings.bookAsGuest(guest);
    expect(server.asked[0]?.headers.get('idempotency-key')?.length).toBeGreaterThanOrEqual(16);
  });

  it('does not repeat a post that has no key', async () => {
    server.on(`POST ${place}/auth/reset`, 'no answer');
    await expect(portal.auth.reset({ email: 'a@example.com' })).rejects.toMatchObject({ code: 'unreachable' });
    expect(server.countOf(`POST ${place}/auth/reset`)).toBe(1);
  });

  it('opens one booking with a guest\'s link, without a proof', async () => {
    server.on('GET bookings/b1', { id: 'b1' });
    server.on('POST bookings/b1/cancel', { id: 'b1' });
    server.on('GET bookings/b1/calendar.ics', () => new Response('BEGIN:VCALENDAR'));
    await portal.bookings.read('b1', { linkToken: 'secret', lang: 'de' });
    await portal.bookings.cancel('b1', { reason: 'Ill' }, { linkToken: 'secret' });
    expect(await (await portal.bookings.calendarFile('b1', { linkToken: 'secret' })).text()).toBe('BEGIN:VCALENDAR');
    expect(server.asked.map(({ headers }) => [headers.get('authorization'), headers.get('dpop')]))
      .toEqual([['BookingLink secret', null], ['BookingLink secret', null], ['BookingLink secret', null]]);
  });

  it('takes an id as one part of the address', async () => {
    await portal.bookings.read('../me', { linkToken: 'secret' }).catch(() => undefined);
    expect(server.asked[0]?.path).toBe('bookings/..%2Fme');
  });
});
