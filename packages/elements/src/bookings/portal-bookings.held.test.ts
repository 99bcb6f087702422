import type { Booking } from '@portico/contract/bookings/booking.ts';
import type { PaymentAttempt } from '@portico/contract/invoices/checkout.ts';
import { filled, find, press, scene, type Scene } from '../test-support/gallery.ts';
import { equal, ok, unmountAll, until } from '../test-support/mount.ts';
import { consultation, sampleBooking, sampleStart } from '../test-support/sample-bookings.ts';

const id = sampleBooking().id;
const held = (): Booking => sampleBooking({ status: 'held', canChange: false, hold: { until: '2026-11-21T08:10:00.000Z', time: '10:10', amountMinor: 32_500, label: 'R 325' } });
const attempt = (change: Partial<PaymentAttempt> = {}): PaymentAttempt => ({
  id: 'attempt-0000000000000001', state: 'open', provider: 'test', url: 'https://pay.example/checkout', amountMinor: 32_500, currency: 'ZAR', label: 'R 325', invoiceIds: [], failure: null, paymentId: null, expiresAt: '2026-11-21T09:00:00.000Z', ...change,
});
const start = async () => sampleStart({ services: [{ ...consultation, prepay: { amountMinor: 32_500, label: 'R 325', isDeposit: true } }] });
const text = (element: Element, selector: string): string => find(element, selector)?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
/** Pages that would go to the provider stay for the test. */
const leaves: { bookingId: string; url: string }[] = [];
const stay = (event: DocumentEventMap['portal-before-pay-booking']): void => { event.preventDefault(); leaves.push(event.detail); };
const created: unknown[] = [];
const hear = (event: DocumentEventMap['portal-booking-created']): void => { created.push(event.detail); };

/** Back from the provider: the address names the booking, the tab has its key. */
async function back(answers: Parameters<typeof scene>[0]): Promise<Scene> {
  sessionStorage.setItem(`portico-held-${id}`, 'link-token');
  return scene({ start, payment: async () => ({ payment: attempt() }), ...answers }, { hash: `#portal/bookings/${id}` });
}

describe('<portal-bookings> with a service that is paid when it is booked', () => {
  beforeEach(() => {
    document.addEventListener('portal-before-pay-booking', stay);
    document.addEventListener('portal-booking-created', hear);
  });
  afterEach(async () => {
    document.removeEventListener('portal-before-pay-booking', stay);
    document.removeEventListener('portal-booking-created', hear);
    leaves.length = 0;
    created.length = 0;
    sessionStorage.clear();
    history.replaceState(null, '', location.pathname);
    await unmountAll();
  });

  it('says what is paid on the button, holds the time, and goes to pay', async () => {
    const { element, client } = await filled({ start, bookAsGuest: async () => ({ booking: held(), linkToken: 'link-token', invited: true }), pay: async () => attempt() });
    equal(text(element, '.confirm button[type="submit"]'), 'Pay R 325 for Friday 09:30');
    await press(element, '.confirm button[type="submit"]');
    await until('it leaves to pay', () => leaves.length > 0);
    equal(leaves, [{ bookingId: id, url: 'https://pay.example/checkout' }]);
    const [call] = client.callsOf('bookings.pay');
    ok(JSON.stringify(call).includes(`#portal/bookings/${id}"`), 'it comes back to this booking');
    ok(!JSON.stringify(call?.[1]).includes('#portal/bookings/booking-000000000000001/link-token'), 'the address gives no key away');
    equal(text(element, '#card-title'), 'Almost booked');
    equal(created, [], 'nothing is booked yet');
  });

  it('coming back is not being paid; the answer is', async () => {
    let isPaid = false;
    const { element, client } = await back({ read: async () => (isPaid ? sampleBooking() : held()) });
    await until('it is held', () => text(element, '#card-title') === 'Almost booked');
    equal(client.callsOf('bookings.read').every((call) => JSON.stringify(call).includes('link-token')), true, 'it is opened with the key of this tab');
    isPaid = true;
    await until('it is booked', () => text(element, '#card-title').includes('You’re booked'));
    equal(created.length, 1, 'the page is told');
  });

  it('says so too when it was paid before the page was back, once', async () => {
    sessionStorage.setItem('portico-paying', id);
    const { element } = await back({ read: async () => sampleBooking() });
    await until('it is booked', () => text(element, '#card-title').includes('You’re booked'));
    equal(created.length, 1, 'the page is told');
    const again = await back({ read: async () => sampleBooking() });
    await until('it is only shown', () => text(again.element, '#card-title').includes('Your booking'));
    equal(created.length, 1, 'the page is told once');
  });

  it('a payment that fails can be tried again', async () => {
    const { element } = await back({ read: async () => held(), payment: async () => ({ payment: attempt({ state: 'failed', url: null }) }), pay: async () => attempt() });
    await until('it says so', () => text(element, '[role="alert"]') === 'The payment didn’t go through. Please try again.');
    await press(element, '[data-action="pay"]');
    await until('it leaves to pay', () => leaves.length > 0);
  });

  it('a time that was not paid is free again, and says so', async () => {
    let isOver = false;
    const { element } = await back({ read: async () => (isOver ? sampleBooking({ status: 'cancelled', canChange: false }) : held()) });
    await until('it is held', () => find(element, '[data-action="let-go"]'));
    isOver = true;
    await until('it is free', () => text(element, '.told') === 'This time wasn’t paid for, so it’s free again.');
    equal(created, []);
  });

  it('it can be let go at once', async () => {
    const { element, client } = await back({ read: async () => held() });
    await press(element, '[data-action="let-go"]');
    await until('it is free', () => text(element, '.told') === 'This time wasn’t paid for, so it’s free again.');
    equal(client.callsOf('bookings.cancel').length, 1);
  });
});
