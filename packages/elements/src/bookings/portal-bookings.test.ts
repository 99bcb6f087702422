import type { BookAsGuestInput } from '@portico/contract/bookings/booking.ts';
import { keepsPromises } from '../test-support/element-promises.ts';
import { fakeClient, pending, refusal } from '../test-support/fake-client.ts';
import { chooseTime, find, friday, gallery, openList, press, scene, type } from '../test-support/gallery.ts';
import { equal, ok, settle, unmountAll, until } from '../test-support/mount.ts';
import { anna, consultation, massage, past, sampleBooking, sampleMonth, sampleStart, slotAt } from '../test-support/sample-bookings.ts';

const submit = '.confirm button[type="submit"]';
const text = (element: Element, selector = '.root'): string => find(element, selector)?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
const time = (startsAt: string): string => `.times [data-time="${startsAt}"]`;
const key = async (element: Element, selector: string, name: string): Promise<void> => {
  find(element, selector)?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }));
  await settle(element);
};
const focused = (element: Element): HTMLElement | null => element.shadowRoot?.activeElement as HTMLElement | null;
const heard = (element: Element, name: string): CustomEvent[] => {
  const events: CustomEvent[] = [];
  element.addEventListener(name, (event) => events.push(event as CustomEvent));
  return events;
};

afterEach(unmountAll);

keepsPromises({
  tag: 'portal-bookings',
  define: async () => { await import('./define.ts'); },
  loads: 'bookings.start',
  serve: (business, how) => fakeClient({
    business,
    bookings: {
      start: () => {
        if (how === 'silent') return new Promise(() => {});
        if (how === 'failing') throw refusal('unreachable');
        return Promise.resolve(how === 'empty' ? sampleStart({ services: [], month: null }) : sampleStart());
      },
    },
  }),
});

describe('<portal-bookings> for a guest', () => {
  it('shows the first free day\'s times after one request', async () => {
    const { element, client } = await scene();
    equal(client.calls.map(([name]) => name), ['bookings.start']);
    equal(find(element, '.day.selected')?.dataset['date'], '2026-11-23');
    equal(text(element, '.pieces'), 'Initial consultation 45 min with anyone R 650');
    ok(find(element, '.slot.free'), 'no free times');
  });

  it('says every day and time in full', async () => {
    const { element } = await scene();
    equal(find(element, '[data-date="2026-11-27"]')?.getAttribute('aria-label'), 'Friday 27 November, 6 times available');
    equal(find(element, '[data-date="2026-11-21"]')?.getAttribute('aria-label'), 'Saturday 21 November, today, no times available');
    await press(element, '[data-date="2026-11-27"]');
    equal(find(element, time(friday))?.getAttribute('aria-label'), 'Friday 27 November, 09:30, available');
    equal(find(element, '.slot.taken')?.getAttribute('aria-label'), 'Friday 27 November, 10:15, taken');
  });

  it('books: time, name, address, done', async () => {
    const { element, client } = await scene({}, { attributes: `service="${consultation.id}"` });
    const created = heard(element, 'portal-booking-created');
    await press(element, '[data-date="2026-11-27"]');
    await chooseTime(element, friday);
    equal(text(element, submit), 'Book Friday 09:30');
    await type(element, '[name="name"]', ' Thandi ');
    await type(element, '[name="email"]', 'thandi@example.com');
    await press(element, submit);
    await until('it says so', () => find(element, '#card-title'));
    const [input] = client.callsOf('bookings.bookAsGuest')[0] as readonly [BookAsGuestInput];
    equal(input, { serviceId: consultation.id, startsAt: friday, timeZone: 'Africa/Johannesburg', lang: 'en', note: '', name: 'Thandi', email: 'thandi@example.com' });
    equal(created.map(({ detail }) => detail), [{ bookingId: sampleBooking().id, serviceId: consultation.id, providerId: anna.id, startsAt: sampleBooking().startsAt }]);
    equal(focused(element)?.id, 'card-title');
    ok(text(element).includes('thandi@example.com') && text(element).includes('set a password'), text(element));
  });

  it('says what is missing next to the field, and sends nothing', async () => {
    const { element, client } = await gallery['missing']!();
    equal(text(element, '#error-name'), 'Tell us your name.');
    equal(focused(element)?.id, 'field-name');
    equal(client.callsOf('bookings.bookAsGuest').length, 0);
  });

  it('shows what the server says about a field where the field is', async () => {
    const { element } = await scene({ bookAsGuest: async () => { throw refusal('invalid_input', 'Check it.', { fields: [{ field: 'email', message: 'This address does not exist.' }] }); } },
      { attributes: `service="${consultation.id}" name="Thandi" email="t@nowhere.example"` });
    await press(element, '[data-date="2026-11-27"]');
    await press(element, time(friday));
    await press(element, submit);
    equal(text(element, '#error-email'), 'This address does not exist.');
    equal((find(element, '[name="name"]') as HTMLInputElement).value, 'Thandi');
  });

  it('books once, however often one clicks', async () => {
    const answer = pending<{ booking: ReturnType<typeof sampleBooking>; linkToken: string; invited: boolean }>();
    const { element, client } = await scene({ bookAsGuest: () => answer.promise }, { attributes: `service="${consultation.id}" name="T" email="t@example.com"` });
    await press(element, time(slotAt('2026-11-23', '08:45')));
    await press(element, submit);
    equal(text(element, submit), 'Booking…');
    await press(element, submit);
    equal(client.callsOf('bookings.bookAsGuest').length, 1);
    answer.resolve({ booking: sampleBooking(), linkToken: 'x', invited: false });
    await until('it says so', () => find(element, '#card-title'));
  });

  it('tries again with the same key after a lost answer, with another one for another wish', async () => {
    const { element, client } = await scene({ bookAsGuest: async () => { throw refusal('unreachable', 'No connection.'); } }, { attributes: `service="${consultation.id}" name="T" email="t@example.com"` });
    await press(element, time(slotAt('2026-11-23', '08:45')));
    await press(element, submit);
    ok(text(element, '.confirm [role="alert"]').includes('No connection'), 'no failure');
    await press(element, submit);
    await type(element, '[name="name"]', 'Thandi');
    await press(element, submit);
    const keys = client.callsOf('bookings.bookAsGuest').map(([, options]) => (options as { idempotencyKey: string }).idempotencyKey);
    ok(keys[0] === keys[1], 'the second try had another key');
    ok(keys[2] !== keys[0], 'another wish had the same key');
  });

  it('lets the page stop a booking', async () => {
    const { element, client } = await gallery['chosen']!();
    element.addEventListener('portal-before-book', (event) => event.preventDefault(), { once: true });
    await press(element, submit);
    equal(client.callsOf('bookings.bookAsGuest').length, 0);
  });

  it('says kindly that a time is gone, and offers the nearest', async () => {
    const { element } = await gallery['refused']!();
    equal(text(element, '#refused-sentence'), '09:30 on Friday 27 November has just been taken.');
    equal(focused(element)?.id, 'refused-sentence');
    ok(find(element, `${time(friday)}.taken`), 'still free');
    await press(element, '.refused li:last-child button');
    await until('the other time is chosen', () => find(element, `.grown ${time(slotAt('2026-11-30', '08:45')).replace('.times ', '')}`));
    equal((find(element, '[name="name"]') as HTMLInputElement).value, 'Thandi Dlamini');
  });

  it('asks what it is for where the time is confirmed, unless that was chosen', async () => {
    const { element, client } = await gallery['chosen-kind']!();
    const kinds = element.shadowRoot!.querySelectorAll<HTMLInputElement>('.confirm input[name="kind"]');
    equal(kinds.length, 3);
    kinds[1]!.click();
    await until('the massage is confirmed', () => text(element, '.confirm-what').includes('Sports massage'));
    ok(find(element, `.grown [data-time="${friday}"]`), 'the time was lost');
    equal((client.callsOf('bookings.month')[0] as readonly [{ service: string }])[0].service, massage.id);
  });

  it('asks for a phone number only where the owner needs it, and fills in what is known', async () => {
    const start = sampleStart();
    const { element } = await scene({ start: async () => ({ ...start, business: { ...start.business, phoneRequired: true } }) }, { attributes: 'name="Thandi" email="t@example.com"' });
    await chooseTime(element, slotAt('2026-11-23', '08:45'));
    ok(find(element, '[name="phone"]'), 'no phone');
    equal((find(element, '[name="email"]') as HTMLInputElement).value, 't@example.com');
    ok(!find(element, 'textarea'), 'the note is open');
    await press(element, '.fold');
    equal(focused(element)?.id, 'field-note');
  });

  it('keeps to what the owner fixed', async () => {
    const { element } = await scene({}, { attributes: `service="${consultation.id}" provider="${anna.id}" lock-service lock-provider` });
    ok(!find(element, '#change-service') && !find(element, '#change-provider'), 'it can be changed');
  });

  it('changes service and provider from the line on top', async () => {
    const { element, client } = await openList('#change-provider');
    equal(find(element, '#change-provider')?.getAttribute('aria-expanded'), 'true');
    element.shadowRoot!.querySelectorAll<HTMLInputElement>('input[name="provider"]')[1]!.click();
    await settle(element);
    equal((client.callsOf('bookings.month')[0] as readonly [{ provider: string }])[0].provider, anna.id);
    equal(text(element, '#change-provider'), 'with Anna');
    await key(element, '#choices input', 'Enter');
    ok(!find(element, '#choices'), 'the list is open');
    equal(focused(element)?.id, 'change-provider');
  });

  it('follows the attributes', async () => {
    const { element, client } = await scene();
    element.setAttribute('service', massage.id);
    await settle(element);
    equal((client.callsOf('bookings.start')[1] as readonly [{ service: string }])[0].service, massage.id);
  });

  it('leads on where a month is empty', async () => {
    const { element } = await gallery['empty-month']!();
    equal(text(element, '[data-action="next-free"]'), 'Next free: Monday 4 January');
    await press(element, '[data-action="next-free"]');
    await until('January is there', () => text(element, '.month-name') === 'January 2027');
    equal(find(element, '.day.selected')?.dataset['date'], '2027-01-04');
  });
});

describe('<portal-bookings> from the keyboard', () => {
  it('has one day in the tab order and walks through the month', async () => {
    const { element } = await scene();
    equal(element.shadowRoot!.querySelectorAll('.day[tabindex="0"]').length, 1);
    await key(element, '[data-date="2026-11-23"]', 'ArrowRight');
    await until('the focus is on the next day', () => focused(element)?.dataset['date'] === '2026-11-24');
    await key(element, '[data-date="2026-11-24"]', 'PageDown');
    await until('December is there', () => text(element, '.month-name') === 'December 2026');
    await until('the focus came along', () => focused(element)?.dataset['date']?.startsWith('2026-12'));
  });

  it('walks through the times and leaves the confirmation', async () => {
    const { element } = await scene();
    equal(element.shadowRoot!.querySelectorAll('.slot[tabindex="0"]').length, 1);
    const first = find(element, '.slot[tabindex="0"]')!;
    first.focus();
    await key(element, '.slot[tabindex="0"]', 'ArrowRight');
    await until('the focus moves', () => focused(element) !== first && focused(element)?.matches('.slot'));
    first.click();
    await settle(element);
    await press(element, '.confirm .close');
    ok(focused(element)?.matches('.slot'), 'the focus is lost');
    ok(!find(element, '.confirm'), 'it is open');
  });
});

describe('<portal-bookings>, live', () => {
  const news = { type: 'slots.changed', providerId: null, from: null, until: null } as const;

  it('asks once for many messages, and tints what changed', async () => {
    const { element, client } = await scene({ month: async () => sampleMonth('2026-11', { taken: [slotAt('2026-11-23', '08:45')] }) });
    for (let count = 0; count < 5; count += 1) client.say(news);
    await until('it is grey', () => find(element, `${time(slotAt('2026-11-23', '08:45'))}.taken.changed`));
    equal(client.callsOf('bookings.month').length, 1);
  });

  it('does not ask for what is not shown', async () => {
    const { client } = await scene();
    client.say({ ...news, from: '2027-05-01T08:00:00Z', until: '2027-05-01T09:00:00Z' });
    client.say({ ...news, providerId: 'provider-of-something-else' });
    await new Promise((resolve) => { setTimeout(resolve, 200); });
    equal(client.callsOf('bookings.month').length, 0);
  });

  it('says when the chosen time is taken meanwhile', async () => {
    const { element, client } = await scene({ month: async () => sampleMonth('2026-11', { taken: [friday] }) });
    await press(element, '[data-date="2026-11-27"]');
    await press(element, time(friday));
    client.say(news);
    await until('it says so', () => text(element, '#refused-sentence').includes('just been taken'));
    equal(element.shadowRoot!.querySelectorAll('.refused .slot').length, 3);
  });

  it('keeps the old times, says from when they are, and tries again', async () => {
    const { element, client } = await gallery['stale']!();
    ok(/As of \d\d:\d\d/.test(text(element, '.trouble')) && find(element, '.slot.free'), text(element));
    await press(element, '[data-action="retry"]');
    equal(client.callsOf('bookings.month').length, 2);
  });
});

describe('<portal-bookings>, a booking that exists', () => {
  const link = { hash: '#portal/bookings/booking-000000000000001/link-token' };

  it('is opened by a guest\'s link, moved and cancelled with it, and the token leaves the address bar', async () => {
    const { element, client } = await scene({}, link);
    await until('it is open', () => find(element, '#card-title'));
    equal(location.hash, '');
    const moved = heard(element, 'portal-booking-moved');
    await press(element, '[data-action="move"]');
    await until('a time can be chosen', () => find(element, '[data-action="keep-old"]'));
    await press(element, '.slot.free');
    await press(element, submit);
    await until('it is moved', () => text(element, '#card-title') === 'Moved');
    equal(moved.length, 1);
    const [id, , options] = client.callsOf('bookings.move')[0] as readonly [string, unknown, { linkToken: string }];
    equal([id, options.linkToken], ['booking-000000000000001', 'link-token']);
    await press(element, '[data-action="cancel"]');
    equal(focused(element)?.id, 'cancel-reason');
    await type(element, '#cancel-reason', 'The knee is fine.');
    await press(element, 'form.cancel button[type="submit"]');
    await until('it is cancelled', () => text(element, '#card-title') === 'Cancelled');
    equal((client.callsOf('bookings.cancel')[0] as readonly [string, { reason: string }])[1].reason, 'The knee is fine.');
  });

  it('shows where it stands now: neither free nor taken by somebody else', async () => {
    const { element } = await scene({}, link);
    await press(element, '[data-action="move"]');
    const own = await until('its own time is there', () => find(element, '.slot.own'));
    equal(own.dataset['time'], sampleBooking().startsAt);
    equal(own.getAttribute('aria-label'), 'Friday 27 November, 10:15, your time now');
    equal(own.textContent?.replaceAll(/\s+/g, ' ').trim(), '10:15 Your time now');
    own.click();
    await settle(element);
    ok(!find(element, '.confirm'), 'it can be moved to where it is');
  });

  it('names who is free when anybody will do and its own provider is not', async () => {
    const month = sampleMonth();
    const days = month.days.map((day) => ({ ...day, times: day.times.map((one) => ({ ...one, providerIds: one.free ? [massage.providerIds[0] ?? ''] : [] })) }));
    const { element, client } = await scene({ month: async () => ({ ...month, days }) }, link);
    await press(element, '[data-action="move"]');
    await press(element, '#change-provider');
    await press(element, 'input[name="provider"]');
    await press(element, '.slot.free');
    await press(element, submit);
    equal((client.callsOf('bookings.move')[0] as readonly [string, { providerId?: string }])[1].providerId, massage.providerIds[0]);
  });

  it('keeps its old time when one changes one\'s mind', async () => {
    const { element, client } = await scene({}, link);
    await press(element, '[data-action="move"]');
    await press(element, '[data-action="keep-old"]');
    equal(text(element, '#card-title'), 'Your booking');
    equal(client.callsOf('bookings.move').length, 0);
  });

  it('says why it cannot be changed any more', async () => {
    const { element } = await gallery['too-late']!();
    await until('it is open', () => find(element, '#card-title'));
    ok(text(element).includes('Changes were possible until Thursday 26 November'), text(element));
    ok(!find(element, '[data-action="move"]'), 'it can be moved');
  });

  it('says once that it is too late to change, not of each that is coming', async () => {
    const late = [friday, slotAt('2026-11-27', '10:15')].map((startsAt, index) => sampleBooking({ id: `booking-late-${index}`, startsAt, canChange: false }));
    const { element } = await scene({ list: async ({ when }) => ({ items: when === 'past' ? [] : late, nextCursor: null }) }, { signedIn: true });
    await until('the list is there', () => find(element, '.rows'));
    equal(text(element, '.upcoming').match(/Changes were possible/g)?.length, 1);
  });

  it('leads who is not signed in to the sign-in of the page, else to the hosted one, and opens it afterwards', async () => {
    const { element, client } = await scene({}, { hash: '#portal/bookings/booking-000000000000001' });
    const link = await until('it says so', () => find(element, '.notice a') as HTMLAnchorElement | null);
    ok(text(element, '.notice').startsWith('Sign in to see this booking.'), text(element, '.notice'));
    equal(link.href, 'https://api.portico.test/p/river-physio#portal/bookings/booking-000000000000001');
    const login = document.createElement('portal-login');
    login.append(document.createElement('input'));
    document.body.append(login);
    link.click();
    const [focus, page] = [document.activeElement, location.pathname];
    login.remove();
    ok(focus === login.firstElementChild && page === location.pathname, 'it does not lead to the field');
    client.become('signed_in');
    await until('it is open', () => find(element, '#card-title'));
    equal(client.callsOf('bookings.read').map(([id]) => id), ['booking-000000000000001']);
  });

  it('says when a link does not open it, and books all the same', async () => {
    const { element } = await scene({ read: async () => { throw refusal('not_found', 'Not there.'); } }, link);
    await until('it says so', () => text(element, '.notice').includes('any more'));
    ok(find(element, '.slot.free'), 'no times');
  });
});

describe('<portal-bookings> for who is signed in', () => {
  it('begins with what is next, ends with what was, and asks for nothing', async () => {
    const { element, client } = await scene({}, { signedIn: true, attributes: `service="${consultation.id}"` });
    await until('it is listed', () => find(element, 'section.past'));
    ok(text(element, '.next').startsWith('Monday, 14:30 Initial consultation with Anna'), text(element, '.next'));
    equal(element.shadowRoot!.querySelectorAll('section.past li').length, past.length);
    await press(element, time(slotAt('2026-11-23', '08:45')));
    ok(!find(element, '[name="email"]'), 'it asks');
    await press(element, submit);
    await until('it is booked', () => find(element, '#card-title'));
    equal(client.callsOf('bookings.book').length, 1);
  });

  it('books the same again in one click and a confirmation', async () => {
    const { element, client } = await scene({}, { signedIn: true });
    await press(element, 'section.past [data-booking="booking-past-00000000002"] [data-action="again"]'.replace('booking-past-00000000002', past[1]!.id));
    await until('it can be confirmed', () => find(element, submit));
    const [query] = client.callsOf('bookings.month')[0] as readonly [{ service: string; provider: string }];
    equal(query.service, massage.id);
    ok(text(element, '.confirm-what').includes('Sports massage with Sipho'), text(element, '.confirm-what'));
    await until('the focus is on the button', () => focused(element)?.matches('[type="submit"]'));
  });

  it('cancels in place, and can be talked out of it', async () => {
    const { element, client } = await scene({}, { signedIn: true });
    await press(element, '.next [data-action="cancel"]');
    await press(element, 'form.cancel [type="button"]');
    ok(!find(element, 'form.cancel'), 'still asking');
    equal(client.callsOf('bookings.cancel').length, 0);
  });

  it('shows the lists when somebody signs in, and takes them away', async () => {
    const { element, client } = await scene();
    ok(!find(element, '.upcoming'), 'a list');
    client.become('signed_in');
    await until('it is listed', () => find(element, '.upcoming'));
    client.become('signed_out');
    await until('it is gone', () => !find(element, '.upcoming'));
  });
});
