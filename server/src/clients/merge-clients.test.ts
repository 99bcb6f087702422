import type { CalendarBooking } from '@portico/contract/bookings/calendar.ts';
import type { Client, MergePreview } from '@portico/contract/clients.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signIn } from '../test-support/page-client.ts';
import { guestBooking, otherOrigin, staffCaller, testBusiness, visitor, type Caller, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';

let world: TestWorld;
let at: TestBusiness;
let owner: Caller;
let thandi: Client;
let tandy: Client;

const read = async <T>(answer: Promise<Response>): Promise<T> => await (await answer).json() as T;
const book = (startsAt: string, email: string): Promise<Response> =>
  visitor(world, at.origin)('POST', `/v1/businesses/${at.business.key}/bookings`, guestBooking(at, startsAt, { email }));
const client = (id: string): Promise<Client> => read(owner('GET', `/v1/console/clients/${id}`));
const merge = (into: Client, from: Client): Promise<Response> => owner('POST', `/v1/console/clients/${into.id}/merge`, { from: from.id });
const undo = (into: Client, from: Client): Promise<Response> => owner('POST', `/v1/console/clients/${into.id}/merge/undo`, { from: from.id });
const bookingsOf = async ({ id }: Client): Promise<string[]> =>
  (await read<{ items: CalendarBooking[] }>(owner('GET', `/v1/console/clients/${id}/bookings`))).items.map((one) => one.startsAt).sort();
const historyOf = async ({ id }: Client): Promise<string[]> =>
  (await read<{ items: { type: string }[] }>(owner('GET', `/v1/console/clients/${id}/timeline?limit=100`))).items.map((one) => one.type);
const listed = async (search = ''): Promise<string[]> => (await read<{ items: Client[] }>(owner('GET', `/v1/console/clients?search=${search}`))).items.map(({ name }) => name);

const first = '2026-11-25T08:00:00.000Z';
const second = '2026-11-26T08:00:00.000Z';
const third = '2026-11-27T08:00:00.000Z';

beforeEach(async () => {
  world = await testWorld();
  at = await testBusiness(world);
  owner = await staffCaller(world, at);
  thandi = await read(owner('POST', '/v1/console/clients', { name: 'Thandi Mokoena', note: 'Left knee.', contact: { name: 'Thandi Mokoena', email: 'thandi@mail.example' } }));
  tandy = await read(owner('POST', '/v1/console/clients', { name: 'Tandy M', note: 'Likes mornings.', contact: { name: 'Tandy M', email: 'tandy@work.example' } }));
  await book(first, 'thandi@mail.example');
  await book(second, 'tandy@work.example');
});
afterEach(() => world.close());

describe('merging two clients', () => {
  it('says first what would move, and writes nothing', async () => {
    const preview = await read<MergePreview>(owner('GET', `/v1/console/clients/${thandi.id}/merge?from=${tandy.id}`));
    expect(preview).toMatchObject({ stays: { id: thandi.id }, goes: { id: tandy.id, contacts: [{ name: 'Tandy M' }] }, bookings: 1, upcoming: 1, note: 'Left knee.\n\nLikes mornings.' });
    expect(await listed()).toEqual(['Tandy M', 'Thandi Mokoena']);
  });

  it('books for the own contact of the account that stays, also when the other one’s is older', async () => {
    world.advance(1);
    const newer = await read<Client>(owner('POST', '/v1/console/clients', { name: 'T. Mokoena', contact: { name: 'T. Mokoena' } }));
    await merge(newer, thandi);
    const answer = await owner('POST', '/v1/console/bookings', { serviceId: at.service.id, providerId: at.providerId, startsAt: third, clientId: newer.id });
    expect([answer.status, (await answer.json() as CalendarBooking).contactName]).toEqual([201, 'T. Mokoena']);
  });

  it('brings people, bookings, note and history; the other account is gone, and the search finds it here', async () => {
    const merged = await read<Client>(merge(thandi, tandy));
    expect(merged).toMatchObject({ id: thandi.id, name: 'Thandi Mokoena', note: 'Left knee.\n\nLikes mornings.', bookingCount: 2 });
    expect(merged.contacts.map(({ email }) => email).sort()).toEqual(['tandy@work.example', 'thandi@mail.example']);
    expect(await bookingsOf(thandi)).toEqual([first, second]);
    expect((await owner('GET', `/v1/console/clients/${tandy.id}`)).status).toBe(404);
    expect([await listed(), await listed('work.example')]).toEqual([['Thandi Mokoena'], ['Thandi Mokoena']]);
    const history = await historyOf(thandi);
    expect(history[0]).toBe('client.merged');
    expect(history.filter((type) => type === 'booking.created')).toHaveLength(2);
    expect(history.filter((type) => type === 'client.added')).toHaveLength(2);
  });

  it('keeps whichever the owner chooses', async () => {
    expect(await read<Client>(merge(tandy, thandi))).toMatchObject({ id: tandy.id, name: 'Tandy M', bookingCount: 2 });
    expect(await listed()).toEqual(['Tandy M']);
  });

  it('twice is the same as once', async () => {
    await merge(thandi, tandy);
    expect((await merge(thandi, tandy)).status).toBe(200);
    expect((await historyOf(thandi)).filter((type) => type === 'client.merged')).toHaveLength(1);
    expect((await client(thandi.id)).note).toBe('Left knee.\n\nLikes mornings.');
  });

  it('shows both persons everything at once, also on a page that was open, and lets them book', async () => {
    const page = await signIn(world, at, 'tandy@work.example');
    await merge(thandi, tandy);
    expect((await page.call('GET', '/v1/bookings')).status).toBe(401);
    const again = await signIn(world, at, 'tandy@work.example');
    const list = await read<{ items: { startsAt: string }[] }>(again.call('GET', '/v1/bookings'));
    expect(list.items.map(({ startsAt }) => startsAt)).toEqual([first, second]);
    expect((await again.call('POST', '/v1/bookings', { serviceId: at.service.id, startsAt: third, timeZone: 'Africa/Johannesburg' })).status).toBe(201);
    expect(await bookingsOf(thandi)).toEqual([first, second, third]);
  });

  it('mails reminders to the person who booked', async () => {
    await world.settle();
    await merge(thandi, tandy);
    world.setNow('2026-11-25T08:00:00.000Z');
    await world.settle();
    expect(world.mails.findLast((mail) => mail.subject.includes('coming up'))?.to.address).toBe('tandy@work.example');
  });

  it('leaves an account with invoices where it is: they never change their client', async () => {
    await owner('POST', '/v1/console/invoices', { clientId: tandy.id, lines: [{ description: 'Visit', unitPriceMinor: 100 }] });
    expect((await merge(thandi, tandy)).status).toBe(409);
    expect((await client(tandy.id)).contacts).toHaveLength(1);
    expect((await merge(tandy, thandi)).status).toBe(200);
  });

  it('refuses itself, somebody unknown, and another business’s client, changing nothing', async () => {
    expect(await read(merge(thandi, thandi))).toMatchObject({ code: 'invalid_input', fields: [{ field: 'from' }] });
    const other = await testBusiness(world, { name: 'Nachtwerk', origin: otherOrigin });
    const stranger = await staffCaller(world, other);
    const theirs = await read<Client>(stranger('POST', '/v1/console/clients', { name: 'Zoe' }));
    const [foreign, unknown] = [await merge(thandi, theirs), await merge(thandi, { ...theirs, id: '01aaaaaaaaaaaaaaaaaaaaaaaa' })];
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    expect(await foreign.text()).toBe(await unknown.text());
    expect((await owner('GET', `/v1/console/clients/${thandi.id}/merge?from=${theirs.id}`)).status).toBe(404);
    expect((await read<Client>(stranger('GET', `/v1/console/clients/${theirs.id}`))).name).toBe('Zoe');
    expect((await client(thandi.id)).contacts).toHaveLength(1);
  });
});

describe('taking them apart again', () => {
  it('puts everything back, with what was booked since', async () => {
    await merge(thandi, tandy);
    await book(third, 'tandy@work.example');
    const back = await read<Client>(undo(thandi, tandy));
    expect(back).toMatchObject({ id: tandy.id, name: 'Tandy M', note: 'Likes mornings.', contacts: [{ email: 'tandy@work.example' }], bookingCount: 2 });
    expect(await client(thandi.id)).toMatchObject({ note: 'Left knee.', contacts: [{ email: 'thandi@mail.example' }], bookingCount: 1 });
    expect([await bookingsOf(thandi), await bookingsOf(tandy)]).toEqual([[first], [second, third]]);
    expect(await listed()).toEqual(['Tandy M', 'Thandi Mokoena']);
    expect((await historyOf(thandi)).slice(0, 1)).toEqual(['client.separated']);
    expect(await historyOf(tandy)).toContain('client.added');
    expect((await undo(thandi, tandy)).status).toBe(409);
  });

  it('keeps a note that was rewritten since', async () => {
    await merge(thandi, tandy);
    await owner('PATCH', `/v1/console/clients/${thandi.id}`, { note: 'One and the same.' });
    await undo(thandi, tandy);
    expect((await client(thandi.id)).note).toBe('One and the same.');
  });

  it('works through a chain, the last first', async () => {
    const third = await read<Client>(owner('POST', '/v1/console/clients', { name: 'T. Mokoena' }));
    await merge(thandi, tandy);
    await merge(third, thandi);
    expect((await historyOf(third)).filter((type) => type === 'client.added')).toHaveLength(3);
    expect((await undo(thandi, tandy)).status).toBe(404);
    await undo(third, thandi);
    await undo(thandi, tandy);
    expect([await bookingsOf(thandi), await bookingsOf(tandy), await bookingsOf(third)]).toEqual([[first], [second], []]);
  });
});

it('the database itself keeps people and bookings on one account', async () => {
  const { moveContacts } = await import('./merge-store.ts');
  const { deferReferences } = await import('../storage/defer-references.ts');
  const half = world.deps.store.write(async (tx) => {
    await deferReferences(tx);
    await moveContacts(tx, at.scope, tandy.contacts.map(({ id }) => id), thandi.id);
  });
  await expect(half).rejects.toThrow(/FOREIGN KEY/i);
  expect((await client(tandy.id)).contacts).toHaveLength(1);
});
