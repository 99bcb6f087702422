import type { BookedResult, Booking } from '@portico/contract/bookings/booking.ts';
import type { InvoiceStart } from '@portico/contract/invoices/invoice.ts';
import type { ClientPackage, PackageProduct, PackageShop } from '@portico/contract/invoices/packages.ts';
import type { PaymentAttempt } from '@portico/contract/invoices/checkout.ts';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SignedInPage } from '../../test-support/page-client.ts';
import { guestBooking, staffCaller, visitor } from '../../test-support/people.ts';
import { testWorld, type TestWorld } from '../../test-support/test-world.ts';
import { payWithCard } from '../test-network/pay-with-card.ts';
import { invoiceOffice, unbalanced, type InvoiceOffice } from '../test-support/invoice-office.ts';

let world: TestWorld;
let office: InvoiceOffice;
let page: SignedInPage;

beforeEach(async () => {
  world = await testWorld({ PORTICO_DEMO: '1' });
  office = await invoiceOffice(world);
  page = await office.client();
});
afterEach(async () => {
  expect(await unbalanced(world)).toEqual([]);
  await world.close();
});

const json = async <T>(answer: Promise<Response>): Promise<T> => await (await answer).json() as T;
const offer = (more: Record<string, unknown> = {}): Promise<PackageProduct> =>
  json(office.owner('POST', '/v1/console/packages', { name: 'Ten visits', sessions: 10, priceMinor: 500_000, taxIds: [office.vat.id], ...more }));
const sell = async (more: Record<string, unknown> = {}): Promise<ClientPackage> => json(office.owner('POST', `/v1/console/clients/${office.clientId}/packages`, { productId: (await offer(more)).id }));
const order = ({ id }: PackageProduct): Promise<ClientPackage> => json(page.call('POST', '/v1/packages', { productId: id }));
const own = async (): Promise<ClientPackage[]> => (await json<PackageShop>(page.call('GET', '/v1/packages'))).own;
/** The clock has moved on: the page signs in again. */
const signInAgain = async (): Promise<void> => { page = await office.client(); };
const left = async (): Promise<number[]> => (await json<InvoiceStart>(page.call('GET', '/v1/invoices/start'))).packages.map(({ remaining }) => remaining);
/** Sessions of half an hour from 09:00 to 17:00: sixteen a day, from Wednesday 25 November on. */
const timeAt = (count: number): string => new Date(Date.parse('2026-11-25T07:00:00Z') + Math.floor(count / 16) * 86_400_000 + (count % 16) * 1_800_000).toISOString();
const book = (count = 0, more: Record<string, unknown> = {}): Promise<Response> => page.call('POST', '/v1/bookings', { serviceId: office.at.service.id, startsAt: timeAt(count), timeZone: 'Africa/Johannesburg', ...more });
const booked = async (count = 0, more: Record<string, unknown> = {}): Promise<Booking> => (await json<BookedResult>(book(count, more))).booking;
const problem = async (answer: Promise<Response>): Promise<{ status: number; reason?: string; field?: string }> => {
  const response = await answer;
  const { reason, fields } = await response.json() as { reason?: string; fields?: { field: string }[] };
  return { status: response.status, ...(reason && { reason }), ...(fields?.[0] && { field: fields[0].field }) };
};
const happened = async (): Promise<string[]> => (await json<{ items: { type: string; text: string }[] }>(office.owner('GET', `/v1/console/clients/${office.clientId}/timeline?limit=100`))).items.filter(({ type }) => type.startsWith('package.')).map(({ text }) => text);

describe('offering packages', () => {
  it('says the price in words and keeps what it covers', async () => {
    expect(await offer({ serviceIds: [office.at.service.id] })).toMatchObject({ sessions: 10, priceLabel: expect.stringMatching(/^R\s5,000$/) as string, serviceIds: [office.at.service.id], validDays: null, onSale: true, archived: false });
  });

  it.each([
    ['no session', { sessions: 0 }, 'sessions'], ['half a session', { sessions: 1.5 }, 'sessions'], ['a negative price', { priceMinor: -1 }, 'priceMinor'], ['cents of cents', { priceMinor: 0.5 }, 'priceMinor'],
    ['no day', { validDays: 0 }, 'validDays'], ['a tax that is not there', { taxIds: ['01aaaaaaaaaaaaaaaaaaaaaaaa'] }, 'taxIds.0'], ['a service that is not there', { serviceIds: ['01aaaaaaaaaaaaaaaaaaaaaaaa'] }, 'serviceIds'],
  ])('refuses %s and offers nothing', async (_, more, field) => {
    expect(await problem(office.owner('POST', '/v1/console/packages', { name: 'Odd', sessions: 10, priceMinor: 100, ...more }))).toMatchObject({ status: 422, field });
    expect((await json<{ items: unknown[] }>(office.owner('GET', '/v1/console/packages'))).items).toEqual([]);
  });

  it('a change leaves what was sold as it was, and an archived offer cannot be had', async () => {
    const product = await offer();
    await office.owner('POST', `/v1/console/clients/${office.clientId}/packages`, { productId: product.id });
    await office.owner('PATCH', `/v1/console/packages/${product.id}`, { sessions: 5, name: 'Five visits', archived: true });
    expect(await own()).toMatchObject([{ name: 'Ten visits', sessions: 10, remaining: 10 }]);
    expect((await json<PackageShop>(page.call('GET', '/v1/packages'))).offers).toEqual([]);
    expect((await page.call('POST', '/v1/packages', { productId: product.id })).status).toBe(404);
    expect(await problem(office.owner('POST', `/v1/console/clients/${office.clientId}/packages`, { productId: product.id }))).toEqual({ status: 422, field: 'productId' });
  });
});

describe('buying', () => {
  it('from the owner: invoiced, and there at once', async () => {
    const sold = await sell({ validDays: 90 });
    expect(sold).toMatchObject({ state: 'active', remaining: 10, expiresOn: '2027-02-20', label: { remaining: '10', sessions: '10', expiresOn: 'Saturday 20 February 2027' } });
    expect(await office.read(sold.invoiceId)).toMatchObject({ status: 'issued', totalMinor: 575_000, source: { kind: 'package', id: sold.id } });
    expect(await left()).toEqual([10]);
  });

  it('by the client: there when it is paid, and not before', async () => {
    await office.owner('POST', '/v1/console/payment-accounts/test', { secretKey: 'test_secret_key', webhookSecret: 'whsec_only_for_tests', enabled: true });
    const product = await offer({ validDays: 30 });
    const ordered = await order(product);
    expect(ordered).toMatchObject({ state: 'awaiting_payment', remaining: 0, expiresOn: null });
    expect(await left()).toEqual([]);
    expect(await problem(book(0, { packageId: ordered.id }))).toEqual({ status: 409, reason: 'package_not_usable' });
    // Asked again while it waits: the same order, not another invoice.
    expect((await order(product)).invoiceId).toBe(ordered.invoiceId);
    world.advance(60 * 24);
    await signInAgain();
    const attempt = await json<PaymentAttempt>(page.call('POST', '/v1/payments/attempts', { invoiceIds: [ordered.invoiceId], returnUrl: `${office.at.origin}/` }));
    await payWithCard(world.deps, office.at.business.id, attempt.url?.split('/').at(-1) ?? '', '4242424242424242', false);
    await world.settle();
    expect(await own()).toMatchObject([{ id: ordered.id, state: 'active', remaining: 10, expiresOn: '2026-12-23' }]);
    expect((await order(product)).id).not.toBe(ordered.id);
  });

  it('paid in part is not paid', async () => {
    const ordered = await order(await offer());
    await office.pay(100_000);
    await world.settle();
    expect((await own())[0]?.state).toBe('awaiting_payment');
    await office.pay(475_000);
    await world.settle();
    expect(await own()).toMatchObject([{ id: ordered.id, state: 'active', remaining: 10 }]);
  });

  it('an order nobody pays is voided after three days', async () => {
    const ordered = await order(await offer());
    world.advance(3 * 24 * 60 - 1);
    await world.settle();
    expect((await office.read(ordered.invoiceId)).status).not.toBe('void');
    world.advance(1);
    await world.settle();
    expect((await office.read(ordered.invoiceId)).status).toBe('void');
    await signInAgain();
    expect((await own())[0]?.state).toBe('cancelled');
  });

  it('one that its invoice was taken back for is gone, whether voided or credited', async () => {
    const voided = await sell();
    world.advance(1);
    const credited = await sell();
    await booked(0, { packageId: credited.id });
    await office.owner('POST', `/v1/console/invoices/${voided.invoiceId}/void`, { reason: 'Mistake' });
    await office.owner('POST', `/v1/console/invoices/${credited.invoiceId}/credit`, { reason: 'Moved away' });
    await world.settle();
    expect((await own()).map(({ state, remaining, entries }) => [state, remaining, entries.find(({ kind }) => kind === 'withdrawn')?.change])).toEqual([['cancelled', 0, -9], ['cancelled', 0, -10]]);
    expect(await left()).toEqual([]);
  });
});

it('one that was paid is gone with its credit note, too', async () => {
  const sold = await sell();
  await office.pay(575_000);
  await office.owner('POST', `/v1/console/invoices/${sold.invoiceId}/credit`, { reason: 'Moved away' });
  await world.settle();
  expect(await own()).toMatchObject([{ state: 'cancelled', remaining: 0 }]);
});

describe('usable at once', () => {
  const atOnce = (more: Record<string, unknown> = {}): Promise<PackageProduct> => offer({ usableAtOnce: true, ...more });

  it('is there before it is paid, due like any invoice, and not lapsing', async () => {
    const product = await atOnce();
    const ordered = await order(product);
    expect(ordered).toMatchObject({ state: 'active', remaining: 10, isPaid: false });
    expect(await office.read(ordered.invoiceId)).toMatchObject({ status: 'issued', dueOn: '2026-12-07' });
    await booked();
    world.advance(4 * 24 * 60);
    await world.settle();
    await signInAgain();
    expect(await own()).toMatchObject([{ state: 'active', remaining: 9 }]);
    expect((await office.read(ordered.invoiceId)).status).toBe('issued');
  });

  it('nobody has two of it on credit', async () => {
    const product = await atOnce();
    const first = await order(product);
    expect((await order(product)).id).toBe(first.id);
    await office.pay(575_000);
    await world.settle();
    expect((await order(product)).id).not.toBe(first.id);
  });
});

it('what is offered is told at the first look, with its tax, and not what is not on sale', async () => {
  await offer({ name: 'Hidden', onSale: false });
  await offer();
  const { offers } = await json<InvoiceStart>(page.call('GET', '/v1/invoices/start'));
  expect(offers).toMatchObject([{ name: 'Ten visits', priceLabel: expect.stringMatching(/^R\s5,750$/) as string }]);
});

describe('by hand', () => {
  const change = (id: string, what: string, body: Record<string, unknown>): Promise<Response> => office.owner('POST', `/v1/console/client-packages/${id}/${what}`, body);
  const changed = async (id: string, what: string, body: Record<string, unknown>): Promise<ClientPackage> => json(change(id, what, body));

  it('gives and takes sessions, and keeps why', async () => {
    const { id } = await sell();
    expect(await changed(id, 'correct', { change: -2, reason: 'Two visits on the telephone' })).toMatchObject({ remaining: 8 });
    world.advance(1);
    const { entries, remaining } = await changed(id, 'correct', { change: 3, reason: 'A present' });
    expect([remaining, entries.slice(1).map(({ kind, change: by, reason, bookingId }) => [kind, by, reason, bookingId])]).toEqual([11, [['corrected', -2, 'Two visits on the telephone', null], ['corrected', 3, 'A present', null]]]);
    expect((await happened())[0]).toBe('Ten visits corrected by +3 sessions, 11 left: A present');
  });

  it.each([
    ['nothing', { change: 0, reason: 'x' }, 'change'], ['half a session', { change: 0.5, reason: 'x' }, 'change'], ['more than there is', { change: -11, reason: 'x' }, 'change'], ['no reason', { change: 1, reason: ' ' }, 'reason'], ['a thousand', { change: 1000, reason: 'x' }, 'change'],
  ])('refuses %s', async (_, body, field) => {
    const { id } = await sell();
    expect(await problem(change(id, 'correct', body))).toMatchObject({ status: 422, field });
    expect(await left()).toEqual([10]);
  });

  it('refuses one that is not paid or has ended, and ends it once', async () => {
    const ordered = await order(await offer({ name: 'Ordered' }));
    expect((await change(ordered.id, 'correct', { change: 1, reason: 'x' })).status).toBe(409);
    const { id } = await sell();
    await booked(0, { packageId: id });
    world.advance(1);
    expect(await changed(id, 'end', { reason: 'Moved away' })).toMatchObject({ state: 'ended', remaining: 0, entries: [{ change: 10 }, { change: -1 }, { kind: 'ended', change: -9, reason: 'Moved away' }] });
    for (const [what, body] of [['end', { reason: 'x' }], ['correct', { change: 1, reason: 'x' }], ['extend', { expiresOn: null, reason: 'x' }]] as const) expect((await change(id, what, body)).status).toBe(409);
    expect(await problem(book(1, { packageId: id }))).toEqual({ status: 409, reason: 'package_not_usable' });
    expect((await happened())[0]).toBe('Ten visits was ended: 9 sessions lost (Moved away)');
  });

  it('an ended one takes nothing back from a cancellation', async () => {
    const { id } = await sell();
    const booking = await booked();
    await change(id, 'end', { reason: 'Moved away' });
    expect(await json<Booking>(page.call('POST', `/v1/bookings/${booking.id}/cancel`, {}))).toMatchObject({ package: { isReturned: false } });
    expect((await own())[0]?.remaining).toBe(0);
  });

  it('gives another last day, which the old one does not overrule; what had run out comes back', async () => {
    const { id } = await sell({ validDays: 3 });
    expect((await change(id, 'extend', { expiresOn: '2026-11-22', reason: 'x' })).status).toBe(422);
    expect(await changed(id, 'extend', { expiresOn: '2026-11-27', reason: 'You were ill' })).toMatchObject({ expiresOn: '2026-11-27', remaining: 10 });
    world.setNow('2026-11-26T00:00:00Z');
    await world.settle();
    await signInAgain();
    expect((await own())[0]).toMatchObject({ state: 'active', remaining: 10 });
    world.setNow('2026-11-28T00:00:00Z');
    await world.settle();
    world.advance(1);
    office = { ...office, owner: await staffCaller(world, office.at, 'owner') };
    const extended = await changed(id, 'extend', { expiresOn: '2026-12-31', reason: 'We were closed' });
    expect(extended).toMatchObject({ state: 'active', remaining: 10, entries: [{ kind: 'bought' }, { kind: 'expired', change: -10 }, { kind: 'corrected', change: 10, reason: 'We were closed' }] });
  });
});

describe('using', () => {
  it('takes the one that ends first by itself, names the booking, and tells', async () => {
    const open = await sell({ name: 'Open' });
    world.advance(1);
    const ending = await sell({ name: 'Ending', validDays: 60 });
    const booking = await booked();
    expect(booking.package).toEqual({ id: ending.id, name: 'Ending', isReturned: false });
    expect(await own()).toMatchObject([{ id: ending.id, remaining: 9, entries: [{ kind: 'bought', change: 10, bookingId: null, booking: null }, { kind: 'used', change: -1, bookingId: booking.id, booking: { service: office.at.service.name, date: 'Wednesday 25 November 2026', time: '09:00' } }] }, { id: open.id, remaining: 10 }]);
    expect(await left()).toEqual([9, 10]);
    expect((await happened())[0]).toBe('A session of Ending used, 9 left');
  });

  it('takes none when the client wants none, it covers something else, or the day is after its last', async () => {
    await sell({ validDays: 3 });
    expect((await booked(0, { packageId: null })).package).toBeNull();
    const other = await json<{ id: string }>(office.owner('POST', '/v1/console/services', { name: 'Massage', durationMinutes: 30 }));
    const massage = await sell({ name: 'Massages', serviceIds: [other.id] });
    expect(await problem(book(1, { packageId: massage.id }))).toEqual({ status: 409, reason: 'package_not_usable' });
    // Valid on the 23rd, 24th and 25th.
    expect([(await booked(15)).package?.name, (await booked(16)).package]).toEqual(['Ten visits', null]);
  });

  it('a free service takes none unless it is asked for', async () => {
    await sell();
    await office.owner('PATCH', `/v1/console/services/${office.at.service.id}`, { priceMinor: 0 });
    expect((await booked()).package).toBeNull();
    expect(await left()).toEqual([10]);
  });

  it('a guest with the same address cannot use it up', async () => {
    await sell();
    await visitor(world, office.at.origin)('POST', `/v1/businesses/${office.at.business.key}/bookings`, guestBooking(office.at, timeAt(0), { email: office.email }));
    expect(await left()).toEqual([10]);
  });

  it('another client\'s is not there', async () => {
    const sold = await sell();
    const stranger = await json<{ id: string }>(office.owner('POST', '/v1/console/clients', { name: 'Bob', contact: { name: 'Bob', email: 'bob@mail.example' } }));
    const answer = await office.owner('POST', '/v1/console/bookings', { serviceId: office.at.service.id, providerId: office.at.providerId, startsAt: timeAt(0), clientId: stranger.id, packageId: sold.id });
    expect(answer.status).toBe(404);
    expect(await left()).toEqual([10]);
  });

  it('a booking that fails takes nothing', async () => {
    await sell();
    await booked(0, { packageId: null });
    expect((await book(0)).status).toBe(409);
    expect(await left()).toEqual([10]);
  });

  it('thirty at once for the last session: one wins, twenty times', async () => {
    for (let round = 0; round < 20; round += 1) {
      const sold = await sell({ sessions: 1 });
      const answers = await Promise.all(Array.from({ length: 30 }, (_, count) => book(round * 30 + count, { packageId: sold.id })));
      expect(answers.filter(({ status }) => status === 201), `round ${round}`).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 409), `round ${round}`).toHaveLength(29);
      expect((await own()).find(({ id }) => id === sold.id)).toMatchObject({ remaining: 0, state: 'used_up', entries: [{ change: 1 }, { change: -1 }] });
    }
  }, 60_000);
});

describe('moving', () => {
  it('past the last day is refused with a reason, and leaves everything as it was; the owner may', async () => {
    await sell({ validDays: 3 });
    const { id, startsAt } = await booked();
    expect(await problem(page.call('POST', `/v1/bookings/${id}/move`, { startsAt: timeAt(16) }))).toEqual({ status: 409, reason: 'package_ends_before' });
    expect(await json<Booking>(page.call('GET', `/v1/bookings/${id}`))).toMatchObject({ startsAt, package: { name: 'Ten visits' } });
    expect((await page.call('POST', `/v1/bookings/${id}/move`, { startsAt: timeAt(3) })).status).toBe(200);
    expect((await office.owner('POST', `/v1/console/bookings/${id}/move`, { startsAt: timeAt(16) })).status).toBe(200);
    expect(await left()).toEqual([9]);
  });
});

describe('cancelling', () => {
  it('in time gives the session back, once, and says so', async () => {
    await sell();
    const { id } = await booked();
    expect(await json<Booking>(page.call('POST', `/v1/bookings/${id}/cancel`, {}))).toMatchObject({ status: 'cancelled', package: { name: 'Ten visits', isReturned: true } });
    await page.call('POST', `/v1/bookings/${id}/cancel`, {});
    expect(await left()).toEqual([10]);
    expect((await happened())[0]).toBe('A session of Ten visits came back, 10 left');
  });

  it.each([
    ['late keeps it', undefined, 9], ['late gives it back when the owner says so', true, 10],
  ])('by the owner, %s', async (_, returnSession, expected) => {
    await sell();
    const { id } = await booked();
    world.setNow('2026-11-24T08:00:00Z');
    await office.owner('POST', `/v1/console/bookings/${id}/cancel`, { ...(returnSession !== undefined && { returnSession }) });
    await signInAgain();
    expect((await own())[0]?.remaining).toBe(expected);
    expect((await json<Booking>(page.call('GET', `/v1/bookings/${id}`))).package?.isReturned).toBe(expected === 10);
  });
});

describe('running out', () => {
  it('takes what is left when its last day is over where the business is', async () => {
    await sell({ validDays: 3 });
    await booked();
    world.setNow('2026-11-25T21:59:00Z');
    await world.settle();
    await signInAgain();
    expect((await own())[0]).toMatchObject({ state: 'active', remaining: 9 });
    world.setNow('2026-11-25T22:00:00Z');
    await world.settle();
    await signInAgain();
    expect((await own())[0]).toMatchObject({ state: 'expired', remaining: 0, entries: [{ change: 10 }, { change: -1 }, { kind: 'expired', change: -9 }] });
    expect((await happened())[0]).toBe('Ten visits ran out: 9 sessions lost');
  });
});

describe('the database', () => {
  const inside = (work: (db: Sqlite.Database) => void): void => {
    const db = new Sqlite(world.config.databasePath);
    db.pragma('foreign_keys = ON');
    try {
      work(db);
    } finally {
      db.close();
    }
  };

  it('refuses to take more than there is, to give back what was not used, and to forget', async () => {
    const sold = await sell({ sessions: 1 });
    const { id } = await booked(0, { packageId: null });
    inside((db) => {
      const add = (kind: string, change: number): void => {
        db.prepare('INSERT INTO package_entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(office.at.business.id, office.clientId, sold.id, `${kind}${change}`, kind, change, ['used', 'returned'].includes(kind) ? id : null, null, 0);
      };
      expect(() => add('expired', -2)).toThrow('package exhausted');
      expect(() => add('returned', 1)).toThrow('only a session that was used comes back');
      expect(() => add('corrected', 1)).toThrow('package_entries_change');
      add('used', -1);
      expect(() => db.prepare('UPDATE package_entries SET change = 5').run()).toThrow('append-only');
      expect(() => db.prepare('DELETE FROM package_entries').run()).toThrow('append-only');
    });
    expect(await left()).toEqual([]);
  });
});
