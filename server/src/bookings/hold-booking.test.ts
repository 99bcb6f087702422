import type { BookedResult, Booking } from '@portico/contract/bookings/booking.ts';
import type { Prepayment } from '@portico/contract/bookings/services.ts';
import type { PaymentAttempt, ReviewItem } from '@portico/contract/invoices/checkout.ts';
import type { ClientAccount, InvoicePage, InvoiceSummary } from '@portico/contract/invoices/invoice.ts';
import type { PaymentPage } from '@portico/contract/invoices/payments.ts';
import type { SlotMonth } from '@portico/contract/bookings/slots.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { payWithCard } from '../invoices/test-network/pay-with-card.ts';
import { invoiceOffice, unbalanced, type InvoiceOffice } from '../invoices/test-support/invoice-office.ts';
import type { SignedInPage } from '../test-support/page-client.ts';
import { guestBooking, newKey, visitor, type Caller } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { prepaidMinor } from './hold-rules.ts';

const ten = '2026-11-25T08:00:00.000Z';
let world: TestWorld;
let office: InvoiceOffice;
let page: SignedInPage;
let guest: Caller;

beforeEach(async () => {
  world = await testWorld({ PORTICO_DEMO: '1' });
  office = await invoiceOffice(world);
  page = await office.client();
  guest = visitor(world, office.at.origin);
  await office.owner('POST', '/v1/console/payment-accounts/test', { secretKey: 'test_secret_key', webhookSecret: 'whsec_only_for_tests', enabled: true });
  await office.owner('PATCH', '/v1/console/invoice-settings', { pricesIncludeTax: true });
  await ask({ kind: 'share', percent: 50 });
});
afterEach(async () => {
  expect(await unbalanced(world)).toEqual([]);
  await world.close();
});

const json = async <T>(answer: Promise<Response>): Promise<T> => await (await answer).json() as T;
const ask = async (prepayment: Prepayment | null): Promise<void> => { expect((await office.owner('PATCH', `/v1/console/services/${office.at.service.id}`, { prepayment })).status).toBe(200); };
const take = (startsAt = ten, more: Record<string, unknown> = {}): Promise<Response> => page.call('POST', '/v1/bookings', { serviceId: office.at.service.id, startsAt, timeZone: 'Africa/Johannesburg', ...more });
const taken = async (): Promise<Booking> => (await json<BookedResult>(take())).booking;
const returnUrl = 'https://river.example/portal#portal/bookings';
const pay = async ({ id }: Booking, caller: Caller = page.call, headers: Record<string, string> = {}): Promise<PaymentAttempt> => json(caller('POST', `/v1/bookings/${id}/pay`, { returnUrl }, { 'idempotency-key': newKey(), ...headers }));
const withCard = (attempt: PaymentAttempt, number = '4242424242424242') => payWithCard(world.deps, office.at.business.id, attempt.url?.split('/').at(-1) ?? '', number, false);
const stateOf = async ({ id }: Booking): Promise<string> => (await json<{ status: string }>(office.owner('GET', `/v1/console/bookings/${id}`))).status;
const invoices = async (): Promise<InvoiceSummary[]> => (await json<InvoicePage>(office.owner('GET', '/v1/console/invoices'))).items;
const mailsTo = (address: string): string[] => world.mails.filter(({ to, subject }) => to.address === address && /booked|booking/i.test(subject)).map(({ subject }) => subject);
/** The network tells, the payment is booked, the booking confirmed, the letters written: one follows from the other. */
const settleAll = async (): Promise<void> => {
  await world.settle();
  await world.settle();
};
const isFree = async (): Promise<boolean | undefined> => (await json<SlotMonth>(guest('GET', `/v1/businesses/${office.at.business.key}/slots?service=${office.at.service.id}&month=2026-11`))).days.flatMap(({ times }) => times).find(({ startsAt }) => startsAt === ten)?.free;

describe('what is asked for', () => {
  it.each<[Prepayment | null, number, number]>([
    [null, 65_000, 0], [{ kind: 'full' }, 65_000, 65_000], [{ kind: 'share', percent: 50 }, 65_001, 32_501], [{ kind: 'share', percent: 1 }, 10, 1],
    [{ kind: 'amount', minor: 20_000 }, 65_000, 20_000], [{ kind: 'amount', minor: 70_000 }, 65_000, 65_000], [{ kind: 'full' }, 0, 0], [{ kind: 'share', percent: 50 }, 0, 0],
  ])('%o of %i is %i', (prepayment, price, expected) => { expect(prepaidMinor(price, prepayment)).toBe(expected); });

  it.each([[{ kind: 'share', percent: 100 }], [{ kind: 'share', percent: 0 }], [{ kind: 'amount', minor: 0 }], [{ kind: 'amount', minor: -1 }], [{ kind: 'some' }]])('refuses %o', async (prepayment) => {
    expect((await office.owner('PATCH', `/v1/console/services/${office.at.service.id}`, { prepayment })).status).toBe(422);
  });

  it('is told before anybody books, and nothing is asked for where nobody could pay', async () => {
    const service = async (): Promise<unknown> => (await json<{ services: { prepay: unknown }[] }>(guest('GET', `/v1/businesses/${office.at.business.key}/booking-start`))).services[0]?.prepay;
    expect(await service()).toEqual({ amountMinor: 32_500, label: expect.stringMatching(/^R\s325$/) as string, isDeposit: true });
    await office.owner('POST', '/v1/console/payment-accounts/test', { enabled: false });
    expect(await service()).toBeNull();
    expect((await taken()).status).toBe('confirmed');
  });
});

describe('holding a time', () => {
  it('takes it from others, invoices it, and tells nobody yet', async () => {
    const booking = await taken();
    expect(booking).toMatchObject({ status: 'held', canChange: false, hold: { until: '2026-11-23T06:10:00.000Z', amountMinor: 32_500, label: expect.stringMatching(/^R\s325$/) as string } });
    expect(await isFree()).toBe(false);
    expect((await guest('POST', `/v1/businesses/${office.at.business.key}/bookings`, guestBooking(office.at, ten))).status).toBe(409);
    expect(await invoices()).toMatchObject([{ status: 'issued', totalMinor: 65_000, depositMinor: 32_500, minimumPaymentMinor: 32_500, dueOn: '2026-11-25' }]);
    await world.settle();
    expect([...mailsTo(office.email), ...mailsTo(office.at.business.email)]).toEqual([]);
    const listed = async (when: string): Promise<Booking[]> => (await json<{ items: Booking[] }>(page.call('GET', `/v1/bookings?when=${when}`))).items;
    // Eight in the morning where the business is, when it must be paid by.
    expect(await listed('upcoming')).toMatchObject([{ id: booking.id, status: 'held', hold: { time: '08:10' } }]);
    expect(await listed('past')).toEqual([]);
  });

  it('becomes a booking when the network says it is paid, and then people are told', async () => {
    const booking = await taken();
    const attempt = await pay(booking);
    expect(attempt).toMatchObject({ state: 'open', amountMinor: 32_500 });
    expect(await withCard(attempt)).toEqual({ kind: 'done', returnUrl });
    expect(await stateOf(booking)).toBe('held');
    await settleAll();
    expect(await stateOf(booking)).toBe('confirmed');
    expect(mailsTo(office.email)).toHaveLength(1);
    expect((await invoices())[0]).toMatchObject({ status: 'partly_paid', dueMinor: 32_500 });
    world.advance(30);
    await world.settle();
    expect(await stateOf(booking)).toBe('confirmed');
  });

  it('a guest pays with the link of the booking, and only for that one', async () => {
    const { booking, linkToken } = await json<BookedResult>(guest('POST', `/v1/businesses/${office.at.business.key}/bookings`, guestBooking(office.at, ten)));
    const link = { authorization: `BookingLink ${linkToken}` };
    const other = (await json<BookedResult>(take('2026-11-25T09:00:00.000Z'))).booking;
    expect((await guest('POST', `/v1/bookings/${other.id}/pay`, { returnUrl }, link)).status).toBe(404);
    const attempt = await pay(booking, guest, link);
    expect((await json<{ payment: PaymentAttempt }>(guest('GET', `/v1/bookings/${booking.id}/payment`, undefined, link))).payment).toMatchObject({ id: attempt.id, state: 'open' });
    await withCard(attempt);
    await settleAll();
    expect((await json<Booking>(guest('GET', `/v1/bookings/${booking.id}`, undefined, link))).status).toBe('confirmed');
    expect((await json<{ payment: PaymentAttempt }>(guest('GET', `/v1/bookings/${booking.id}/payment`, undefined, link))).payment.state).toBe('succeeded');
    // The guest is new: only now is there something to be invited to.
    expect(world.mails.filter(({ to, text }) => to.address === 'thandi@mail.example' && text.includes('#portal/invitation/'))).toHaveLength(1);
  });

  it('a second click finds the same checkout', async () => {
    const booking = await taken();
    expect((await pay(booking)).id).toBe((await pay(booking)).id);
  });

  it('may not be moved; the client may let it go, and then it is free and nothing is owed', async () => {
    const booking = await taken();
    expect((await page.call('POST', `/v1/bookings/${booking.id}/move`, { startsAt: '2026-11-26T08:00:00.000Z' })).status).toBe(409);
    expect((await page.call('POST', `/v1/bookings/${booking.id}/cancel`, {})).status).toBe(200);
    expect([await isFree(), (await invoices())[0]?.status]).toEqual([true, 'void']);
    await world.settle();
    expect(mailsTo(office.at.business.email)).toEqual([]);
  });
});

describe('not paid in ten minutes', () => {
  it('is free again to the minute, its invoice void, its checkout closed, and nobody is bothered', async () => {
    const booking = await taken();
    const attempt = await pay(booking);
    world.advance(9);
    await world.settle();
    expect(await stateOf(booking)).toBe('held');
    world.advance(1);
    await world.settle();
    expect([await stateOf(booking), await isFree(), (await invoices())[0]?.status]).toEqual(['cancelled', true, 'void']);
    page = await office.client();
    expect((await page.call('POST', `/v1/bookings/${booking.id}/pay`, { returnUrl })).status).toBe(409);
    expect((await json<PaymentAttempt>(page.call('GET', `/v1/payments/attempts/${attempt.id}`))).state).toBe('expired');
    expect([...mailsTo(office.email), ...mailsTo(office.at.business.email)]).toEqual([]);
  });

  it('money that comes all the same becomes credit, and the owner is shown it', async () => {
    const booking = await taken();
    const attempt = await pay(booking);
    // Paid at the last moment by a card that takes its time.
    await withCard(attempt, '4000000000000077');
    world.advance(10);
    await world.settle();
    world.advance(60);
    await world.settle();
    expect(await stateOf(booking)).toBe('cancelled');
    const reviews = (await json<{ items: ReviewItem[] }>(office.owner('GET', '/v1/console/reviews'))).items;
    expect(reviews.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([['more_than_owed', 32_500]]);
  });

  it('money in the books by then counts, even when nobody has read of it', async () => {
    const booking = await taken();
    await office.pay(65_000);
    world.advance(10);
    await world.settle();
    expect(await stateOf(booking)).toBe('confirmed');
  });
});

describe('the owner', () => {
  it('may take it as it is', async () => {
    const booking = await taken();
    expect((await office.owner('POST', `/v1/console/bookings/${booking.id}/mark`, { status: 'confirmed' })).status).toBe(200);
    await world.settle();
    expect(mailsTo(office.email)).toHaveLength(1);
    world.advance(10);
    await world.settle();
    expect(await stateOf(booking)).toBe('confirmed');
  });

  it('is asked about the money when a paid booking is cancelled; an unpaid one leaves no debt', async () => {
    const [paid, unpaid] = [await taken(), (await json<BookedResult>(take('2026-11-25T09:00:00.000Z'))).booking];
    await withCard(await pay(paid));
    await office.owner('POST', `/v1/console/bookings/${unpaid.id}/mark`, { status: 'confirmed' });
    await world.settle();
    for (const { id } of [paid, unpaid]) expect((await page.call('POST', `/v1/bookings/${id}/cancel`, {})).status).toBe(200);
    const reviews = (await json<{ items: ReviewItem[] }>(office.owner('GET', '/v1/console/reviews'))).items;
    expect(reviews).toMatchObject([{ kind: 'booking_cancelled', amountMinor: 32_500 }]);
    expect((await invoices()).map(({ status }) => status).sort()).toEqual(['partly_paid', 'void']);
  });

  const moneyIn = async (): Promise<[string, number][]> => (await json<ClientAccount>(office.owner('GET', `/v1/console/clients/${office.clientId}/account`))).credit.map(({ currency, creditMinor }) => [currency, creditMinor]);
  const refunds = async (): Promise<number[]> => (await json<PaymentPage>(office.owner('GET', '/v1/console/payments'))).items.map(({ refundedMinor }) => refundedMinor);
  const reviewed = async (): Promise<ReviewItem[]> => (await json<{ items: ReviewItem[] }>(office.owner('GET', '/v1/console/reviews'))).items;
  const cancelPaid = async (byHand = false): Promise<Booking> => {
    const booking = await taken();
    if (byHand) await office.pay(32_500);
    else await withCard(await pay(booking));
    await settleAll();
    expect((await page.call('POST', `/v1/bookings/${booking.id}/cancel`, {})).status).toBe(200);
    await settleAll();
    return booking;
  };
  const decide = (cancelledPaid: string): Promise<Response> => office.owner('PATCH', '/v1/console/invoice-settings', { cancelledPaid });

  it('may have it become account credit, once for all', async () => {
    await decide('credit');
    await cancelPaid();
    expect([await moneyIn(), await refunds(), await reviewed()]).toEqual([[['ZAR', 32_500]], [0], []]);
    expect((await invoices()).map(({ kind, status, dueMinor }) => [kind, status, dueMinor]).sort()).toEqual([['credit_note', 'issued', 0], ['invoice', 'paid', 0]]);
  });

  it('may have it go back the way it came', async () => {
    await decide('refund');
    await cancelPaid();
    expect([await moneyIn(), await refunds(), await reviewed()]).toEqual([[], [32_500], []]);
    expect(world.mails.some(({ to, subject }) => to.address === office.email && subject.includes('on its way back'))).toBe(true);
  });

  it('is asked all the same where the money came by hand, and it is kept as credit meanwhile', async () => {
    await decide('refund');
    await cancelPaid(true);
    expect([await moneyIn(), await refunds()]).toEqual([[['ZAR', 32_500]], [0]]);
    expect(await reviewed()).toMatchObject([{ kind: 'booking_cancelled', amountMinor: 32_500, text: expect.stringContaining('account credit now') as string }]);
  });

  it('is asked when it was cancelled late, whatever holds for others', async () => {
    await decide('refund');
    const booking = await taken();
    await withCard(await pay(booking));
    await settleAll();
    world.setNow('2026-11-24T12:00:00Z');
    await office.owner('POST', `/v1/console/bookings/${booking.id}/cancel`, {});
    await settleAll();
    expect([await moneyIn(), await refunds(), (await reviewed()).length]).toEqual([[], [0], 1]);
  });

  it('a package pays instead of money', async () => {
    const product = await json<{ id: string }>(office.owner('POST', '/v1/console/packages', { name: 'Ten', sessions: 10, priceMinor: 100 }));
    await office.owner('POST', `/v1/console/clients/${office.clientId}/packages`, { productId: product.id });
    expect(await taken()).toMatchObject({ status: 'confirmed', package: { name: 'Ten' }, hold: null });
  });
});

describe('prices without their tax', () => {
  const told = async (): Promise<{ priceMinor: number; prepay: { amountMinor: number; isDeposit: boolean } | null }> => (await json<{ services: { priceMinor: number; prepay: { amountMinor: number; isDeposit: boolean } | null }[] }>(guest('GET', `/v1/businesses/${office.at.business.key}/booking-start`))).services[0] as never;
  const priced = (priceMinor: number, prepayment: Prepayment | null): Promise<Response> => office.owner('PATCH', `/v1/console/services/${office.at.service.id}`, { priceMinor, prepayment });
  beforeEach(async () => { await office.owner('PATCH', '/v1/console/invoice-settings', { pricesIncludeTax: false }); });

  it('are told, held and invoiced with it', async () => {
    await priced(65_000, { kind: 'full' });
    expect(await told()).toMatchObject({ priceMinor: 74_750, prepay: { amountMinor: 74_750, isDeposit: false } });
    const booking = await taken();
    expect(booking).toMatchObject({ priceMinor: 74_750, priceLabel: expect.stringMatching(/747.50$/) as string, hold: { amountMinor: 74_750 } });
    expect(await invoices()).toMatchObject([{ totalMinor: 74_750, depositMinor: null }]);
    await withCard(await pay(booking));
    await settleAll();
    expect([await stateOf(booking), (await invoices())[0]?.status]).toEqual(['confirmed', 'paid']);
  });

  it('whatever the price and the deposit: what the page tells is what is held is what is invoiced, and the deposit is a part of it', async () => {
    const prepayment = fc.oneof(fc.constant<Prepayment>({ kind: 'full' }), fc.record({ kind: fc.constant('share' as const), percent: fc.integer({ min: 1, max: 99 }) }), fc.record({ kind: fc.constant('amount' as const), minor: fc.integer({ min: 1, max: 200_000 }) }));
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 150_000 }), prepayment, fc.boolean(), async (priceMinor, asked, pricesIncludeTax) => {
      await office.owner('PATCH', '/v1/console/invoice-settings', { pricesIncludeTax });
      expect((await priced(priceMinor, asked)).status).toBe(200);
      const { priceMinor: shown, prepay } = await told();
      const { booking } = await json<BookedResult>(take());
      const invoice = (await invoices()).find(({ status }) => status !== 'void');
      const total = pricesIncludeTax ? priceMinor : priceMinor + Math.floor(priceMinor * 0.15 + 0.5 + 1e-9);
      expect([shown, booking.priceMinor, invoice?.totalMinor]).toEqual([total, total, total]);
      expect([booking.hold?.amountMinor, invoice?.minimumPaymentMinor]).toEqual([prepay?.amountMinor, prepay?.amountMinor]);
      expect(invoice?.depositMinor ?? total).toBe(prepay?.amountMinor);
      await page.call('POST', `/v1/bookings/${booking.id}/cancel`, {});
    }), { numRuns: 20 });
  }, 60_000);
});
