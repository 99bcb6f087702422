import { afterEach, beforeEach, expect, it } from 'vitest';
import { guestBooking, newKey, visitor } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';

let world: TestWorld;
beforeEach(async () => { world = await testWorld(); });
afterEach(() => world.close());

const answers = {
  ownerName: 'Zanele Khumalo', email: 'zanele@hair.example', password: 'three chairs one mirror', businessName: 'Zanele’s Hair & Söhne', timeZone: 'Africa/Johannesburg', currency: 'ZAR', lang: 'en-ZA',
  service: { name: 'Cut', durationMinutes: 30, priceMinor: 25_000 }, weeklyHours: [{ weekday: 2, startMinute: 540, endMinute: 1020 }], website: 'https://zanele.example',
};
const signUp = (more: Record<string, unknown> = {}, headers: Record<string, string> = {}): Promise<Response> => world.fetch('/v1/console/sign-up', {
  method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': newKey(), 'x-portico-console': '1', ...headers }, body: JSON.stringify({ ...answers, ...more }),
});

it('makes everything that the first booking needs, and signs the owner in', async () => {
  const response = await signUp();
  const { key, service } = await response.json() as { key: string; service: { id: string } };
  expect([response.status, key]).toEqual([201, 'zanele-s-hair-sohne']);
  const cookie = response.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  const me = await (await world.fetch('/v1/console/me', { headers: { cookie } })).json() as { name: string; role: string };
  expect([me.name, me.role]).toEqual(['Zanele Khumalo', 'owner']);
  const booked = await visitor(world, 'https://zanele.example')('POST', `/v1/businesses/${key}/bookings`, guestBooking({ service } as never, '2026-11-24T08:00:00.000Z'));
  expect(booked.status).toBe(201);
});

it('gives the second of the same name another key', async () => {
  await signUp();
  expect((await (await signUp({ email: 'other@hair.example' })).json() as { key: string }).key).toBe('zanele-s-hair-sohne-2');
});

it.each([
  ['no open day', { weeklyHours: [] }, 'weeklyHours'],
  ['a currency that does not exist', { currency: 'ABC' }, 'currency'],
  ['a website with a path', { website: 'https://zanele.example/book' }, 'website'],
  ['a short password', { password: 'short' }, 'password'],
])('refuses %s, names the field, and leaves nothing behind', async (_, more, field) => {
  const response = await signUp(more);
  const problem = await response.json() as { fields: { field: string }[] };
  expect([response.status, problem.fields[0]?.field]).toEqual([422, field]);
  expect((await (await signUp()).json() as { key: string }).key).toBe('zanele-s-hair-sohne');
});

it('is closed where the server says so, and to other sites', async () => {
  expect((await signUp({}, { origin: 'https://evil.example' })).status).toBe(403);
  await world.close();
  world = await testWorld({ PORTICO_SIGN_UP: 'closed' });
  expect((await signUp()).status).toBe(403);
});
