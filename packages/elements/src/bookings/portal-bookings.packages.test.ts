import type { BookSlotInput, Booking } from '@portico/contract/bookings/booking.ts';
import type { ClientPackage } from '@portico/contract/invoices/packages.ts';
import { refusal } from '../test-support/fake-client.ts';
import { chooseTime, find, friday, press, scene, type Scene } from '../test-support/gallery.ts';
import { equal, ok, unmountAll, until } from '../test-support/mount.ts';
import { consultation, sampleBooking, sampleStart, slotAt } from '../test-support/sample-bookings.ts';
import { sampleClientPackage } from '../test-support/sample-invoices.ts';

const submit = '.confirm button[type="submit"]';
const text = (element: Element, selector: string): string => find(element, selector)?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
const prepaid = sampleStart({ services: [{ ...consultation, prepay: { amountMinor: 65_000, label: 'R 650', isDeposit: false } }] });
const paidByPackage = (change: Partial<Booking> = {}): Booking => sampleBooking({ package: { id: sampleClientPackage().id, name: 'Ten visits', isReturned: false }, ...change });

type Bookings = Parameters<typeof scene>[0];
/** A signed-in client who has chosen a time. */
async function chosen(own: readonly ClientPackage[], change: Bookings = {}, startsAt = friday): Promise<Scene> {
  const made = await scene({ start: async () => prepaid, ...change }, { signedIn: true, attributes: `service="${consultation.id}"`, invoices: { packages: async () => ({ own: [...own], offers: [] }) } });
  await press(made.element, '[data-date="2026-11-27"]');
  await chooseTime(made.element, startsAt);
  await until('it is known what pays', () => find(made.element, `${submit}:not([aria-disabled])`));
  return made;
}
const booked = (client: Scene['client']): BookSlotInput => client.callsOf('bookings.book').at(-1)?.[0] as BookSlotInput;

afterEach(unmountAll);

describe('<portal-bookings> for who has a package', () => {
  it('takes a session instead of money, says how many are left, and books with it', async () => {
    const { element, client } = await chosen([sampleClientPackage()], { book: async () => ({ booking: paidByPackage(), linkToken: null, invited: false }) });
    equal([text(element, submit), text(element, '.confirm > .hint:last-child')], ['Book Friday 09:30', 'Uses 1 of your 3 remaining sessions.']);
    equal(text(element, '.confirm .choices'), 'How would you like to pay? Use Ten visits 3 of 10 left Pay R 650 instead');
    await press(element, submit);
    await until('it is booked', () => text(element, '#card-title').includes('You’re booked'));
    equal(booked(client).packageId, sampleClientPackage().id);
    ok(text(element, '.told').startsWith('Paid with Ten visits.'), text(element, '.told'));
  });

  it('lets money be chosen, and then the button asks for it', async () => {
    const { element, client } = await chosen([sampleClientPackage({ remaining: 1 })], { book: async () => ({ booking: sampleBooking(), linkToken: null, invited: false }) });
    equal(text(element, '.confirm > .hint:last-child'), 'Uses your last session.');
    find(element, '.confirm .choices input[value="money"]')?.click();
    await until('the button asks for money', () => text(element, submit) === 'Pay R 650 for Friday 09:30');
    equal(text(element, '.confirm > .hint:last-child'), 'We hold the time for ten minutes while you pay.');
    await press(element, submit);
    await until('it was sent', () => client.callsOf('bookings.book').length > 0);
    equal(booked(client).packageId, null);
  });

  it('takes what ends first, and nothing that does not fit', async () => {
    const fits = sampleClientPackage({ id: 'package-ends-first', name: 'Ends first', expiresOn: '2026-11-27' });
    const { element } = await chosen([
      sampleClientPackage(), sampleClientPackage({ id: 'package-over', name: 'Over', expiresOn: '2026-11-26' }), sampleClientPackage({ id: 'package-used', name: 'Used', state: 'used_up', remaining: 0 }),
      sampleClientPackage({ id: 'package-other', name: 'Other', serviceIds: ['another-service'] }), sampleClientPackage({ id: 'package-unpaid', name: 'Unpaid', state: 'awaiting_payment' }), fits,
    ]);
    equal([...element.shadowRoot!.querySelectorAll('.confirm .choices .label')].map((label) => label.textContent), ['Use Ends first', 'Use Ten visits', 'Pay R 650 instead']);
    equal((find(element, '.confirm .choices input:checked') as HTMLInputElement).value, fits.id);
  });

  it('without one asks for money as ever, and says nothing of packages', async () => {
    const { element, client } = await chosen([], { book: async () => ({ booking: sampleBooking(), linkToken: null, invited: false }) });
    equal([text(element, submit), find(element, '.confirm .choices')], ['Pay R 650 for Friday 09:30', null]);
    await press(element, submit);
    await until('it was sent', () => client.callsOf('bookings.book').length > 0);
    ok(!('packageId' in booked(client)), 'the server decides');
  });

  it('whose last session another tab has just used is told so, and may pay', async () => {
    const own = [sampleClientPackage({ remaining: 1 })];
    const { element } = await chosen(own, { book: async () => { own.length = 0; throw refusal('conflict', 'No session of Ten visits is left.', { reason: 'package_not_usable' }); } });
    await press(element, submit);
    await until('it says why', () => text(element, '.confirm > .error'));
    equal(text(element, '.confirm > .error'), 'No session of Ten visits is left.');
    await until('money is asked for', () => text(element, submit) === 'Pay R 650 for Friday 09:30');
  });

  it('a guest is asked for money, and nobody looks for packages', async () => {
    const made = await scene({ start: async () => prepaid }, { attributes: `service="${consultation.id}"` });
    await press(made.element, '[data-date="2026-11-27"]');
    await chooseTime(made.element, friday);
    equal([text(made.element, submit), made.client.callsOf('invoices.packages')], ['Pay R 650 for Friday 09:30', []]);
  });
});

describe('<portal-bookings> when a session that a package paid for is cancelled', () => {
  const openOne = (booking: Booking, change: Bookings = {}): Promise<Scene> => scene({ read: async () => booking, ...change }, { hash: `#portal/bookings/${booking.id}/link-token` });
  afterEach(() => history.replaceState(null, '', location.pathname));

  it('says before and after that the session comes back', async () => {
    const { element } = await openOne(paidByPackage(), { cancel: async () => paidByPackage({ status: 'cancelled', canChange: false, package: { id: 'package-000000000001', name: 'Ten visits', isReturned: true } }) });
    await press(element, '[data-action="cancel"]');
    await until('it asks', () => find(element, 'form.cancel'));
    ok(text(element, 'form.cancel').includes('Your session goes back to Ten visits.'), text(element, 'form.cancel'));
    await press(element, 'form.cancel button[type="submit"]');
    await until('it is cancelled', () => text(element, '#card-title') === 'Cancelled');
    ok(text(element, '.told').startsWith('Your session is back in Ten visits.'), text(element, '.told'));
  });

  it('late, says that it does not', async () => {
    const { element } = await openOne(paidByPackage({ status: 'cancelled', canChange: false }));
    await until('it is open', () => find(element, '.told'));
    equal(text(element, '.told'), 'This was cancelled late, so the session of Ten visits was not given back.');
  });
});

describe('<portal-bookings> and a time that waits for its payment', () => {
  it('stands in the list with when it must be paid by, and is paid from there', async () => {
    const left: string[] = [];
    const stay = (event: DocumentEventMap['portal-before-pay-booking']): void => { event.preventDefault(); left.push(event.detail.bookingId); };
    document.addEventListener('portal-before-pay-booking', stay);
    const held = sampleBooking({ id: 'booking-held-00000001', status: 'held', canChange: false, startsAt: slotAt('2026-11-27', '10:15'), hold: { until: '2026-11-21T12:05:00.000Z', time: '14:05', amountMinor: 65_000, label: 'R 650' } });
    const { element } = await scene({
      list: async ({ when }) => ({ items: when === 'upcoming' ? [held] : [], nextCursor: null }),
      pay: async () => ({ id: 'attempt-000000000001', state: 'open', provider: 'test', url: 'https://pay.example/', amountMinor: 65_000, currency: 'ZAR', label: 'R 650', invoiceIds: [], failure: null, paymentId: null, expiresAt: '2026-11-21T12:05:00.000Z' }),
    }, { signedIn: true });
    await until('it is there', () => find(element, '.upcoming [data-action="pay"]'));
    ok(text(element, '.upcoming').includes('Pay by 14:05, or the time is free again. Pay R 650 Let it go'), text(element, '.upcoming'));
    await press(element, '.upcoming [data-action="pay"]');
    await until('it leaves to pay', () => left.length > 0);
    document.removeEventListener('portal-before-pay-booking', stay);
    equal(left, [held.id]);
  });
});
