import type { Booking } from '@portico/contract/bookings/booking.ts';
import '../bookings/define.ts';
import { fakeApi, fakeClient, refusal, type FakeAnswers, type FakeClient } from './fake-client.ts';
import { mount, settle, until } from './mount.ts';
import { bookingIn, monthIn, startIn } from './sample-languages.ts';
import { consultation, past, sampleBooking, sampleMonth, sampleStart, slotAt, upcoming, videoCall } from './sample-bookings.ts';

/** How `<portal-bookings>` looks in each of its states: for screenshots, and for axe. */
export interface Scene {
  readonly element: HTMLElement;
  readonly client: FakeClient;
}
/** The language of every scene to come. */
export const stage = { lang: 'en' };

type Bookings = NonNullable<FakeAnswers['bookings']>;

const answers: Bookings = {
  start: async ({ lang }) => startIn(lang, sampleStart()),
  month: async ({ month, service, provider, moving, lang }) => monthIn(lang, sampleMonth(month ?? '2026-11', {
    serviceId: service, providerId: provider ?? null, own: moving ? sampleBooking().startsAt : undefined,
  })),
  list: async ({ when, lang }) => ({ items: (when === 'past' ? past : upcoming).map((one) => bookingIn(lang, one)), nextCursor: when === 'past' ? 'more' : null }),
  bookAsGuest: async ({ lang }) => ({ booking: bookingIn(lang, sampleBooking()), linkToken: 'link-token', invited: true }),
  book: async () => ({ booking: sampleBooking(), linkToken: null, invited: false }),
  read: async (id) => sampleBooking({ id }),
  move: async (id, { startsAt }) => sampleBooking({ id, startsAt, when: { ...sampleBooking().when, date: 'Friday 4 December 2026' } }),
  cancel: async (id) => sampleBooking({ id, status: 'cancelled', canChange: false }),
  calendarFile: async () => new Blob(['BEGIN:VCALENDAR']),
};

export const friday = slotAt('2026-11-27', '09:30');

export async function scene(change: Bookings = {}, rest: FakeAnswers & { readonly attributes?: string; readonly hash?: string } = {}): Promise<Scene> {
  if (rest.hash) history.replaceState(null, '', rest.hash);
  // What comes after an act comes at once: a person's pointer has brought it.
  await Promise.all([import('../bookings/answers-view.ts'), import('../bookings/opened-view.ts'), import('../base/overlay-controller.ts')]);
  const client = fakeClient({ ...rest, bookings: { ...answers, ...change } });
  const element = await mount<HTMLElement>(`<portal-bookings ${rest.attributes ?? ''} lang="${stage.lang}" business="river-physio" api-url="${fakeApi}"></portal-bookings>`);
  await until('its words have come', () => find(element, '.root')?.lang === element.lang && (find(element, '.skeleton') ? find(element, '.unseen')?.textContent : true));
  if (rest.signedIn) await until('the lists are there', () => find(element, '.upcoming, .past, .trouble, .card'));
  return { element, client };
}

export const find = (element: Element, selector: string): HTMLElement | null => element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;

export async function press(element: Element, selector: string): Promise<void> {
  const target = await until(`${selector} is there`, () => find(element, selector));
  target.click();
  await settle(element);
}

export async function type(element: Element, selector: string, value: string): Promise<void> {
  const field = await until(`${selector} is there`, () => find(element, selector)) as HTMLInputElement;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settle(element);
}

/** Until its confirmation has grown. */
export async function chooseTime(element: Element, startsAt: string): Promise<void> {
  await press(element, `.times [data-time="${startsAt}"]`);
  await until('it can be confirmed', () => find(element, '.confirm'));
}

async function chosen(change: Bookings = {}, rest: Parameters<typeof scene>[1] = {}): Promise<Scene> {
  const made = await scene(change, rest);
  await press(made.element, '[data-date="2026-11-27"]');
  await chooseTime(made.element, friday);
  return made;
}

export async function filled(change: Bookings = {}, rest: Parameters<typeof scene>[1] = {}): Promise<Scene> {
  const made = await chosen(change, { attributes: `service="${consultation.id}"`, ...rest });
  await type(made.element, '[name="name"]', 'Thandi Dlamini');
  await type(made.element, '[name="email"]', 'thandi@example.com');
  return made;
}

const then = async (made: Promise<Scene>, ...selectors: string[]): Promise<Scene> => {
  const { element, client } = await made;
  for (const selector of selectors) await press(element, selector);
  return { element, client };
};
/** A list, until its choices are there. */
export async function openList(selector: string, made = scene()): Promise<Scene> {
  const opened = await then(made, selector);
  await until('the choices are there', () => find(opened.element, '#choices input'));
  return opened;
}

const submit = '.confirm button[type="submit"]';
const tooLate: Partial<Booking> = { canChange: false };

/** Every state, by name. */
export const gallery: Readonly<Record<string, () => Promise<Scene>>> = {
  'first': () => scene(),
  'services': () => openList('#change-service'),
  'chosen-kind': () => chosen(),
  'chosen': () => filled(),
  'missing': () => then(chosen({}, { attributes: `service="${consultation.id}"` }), submit),
  'busy': () => then(filled({ bookAsGuest: () => new Promise(() => {}) }), submit),
  'done': () => then(filled(), submit),
  'cancel-question': () => then(filled(), submit, '[data-action="cancel"]'),
  'cancelled': () => then(filled(), submit, '[data-action="cancel"]', 'form.cancel button[type="submit"]'),
  'moving': () => then(filled(), submit, '[data-action="move"]'),
  'too-late': () => scene({ read: async () => sampleBooking(tooLate) }, { hash: '#portal/bookings/booking-000000000000001/token' }),
  'asks-sign-in': async () => {
    const made = await scene({}, { hash: '#portal/bookings/booking-000000000000001' });
    await until('it says so', () => find(made.element, '.notice a'));
    return made;
  },
  'held': () => scene({
    read: async () => sampleBooking({ status: 'held', canChange: false, hold: { until: '2026-11-21T08:10:00.000Z', time: '10:10', amountMinor: 32_500, label: 'R 325' } }), payment: async () => ({ payment: null }),
  }, { hash: '#portal/bookings/booking-000000000000001/token' }),
  'refused': () => then(filled({
    month: async () => sampleMonth('2026-11', { taken: [friday] }),
    bookAsGuest: async () => { throw refusal('time_not_free', 'Taken.', { reason: 'taken', nearest: [slotAt('2026-11-27', '08:45'), slotAt('2026-11-27', '10:15'), slotAt('2026-11-30', '08:45')] }); },
  }), submit),
  'signed-in': () => scene({}, { signedIn: true }),
  'signed-in-chosen': () => chosen({}, { signedIn: true, attributes: `service="${consultation.id}"` }),
  'empty-month': () => scene({ start: async () => sampleStart({ month: sampleMonth('2026-11', { isEmpty: true }) }) }),
  'no-services': () => scene({ start: async () => sampleStart({ services: [], month: null }) }),
  'video': () => scene({ start: async () => sampleStart({ month: sampleMonth('2026-11', { serviceId: videoCall.id, timeZone: 'Europe/London', timeZoneLabel: 'London (GMT)' }) }) }),
  'zones': async () => {
    const made = await then(gallery['video']?.() ?? scene(), '#change-zone');
    await until('the cities are there', () => find(made.element, '.zone-choice'));
    await settle(made.element);
    return made;
  },
  'failed': () => scene({ start: async () => { throw refusal('unreachable', 'No connection.'); } }),
  'loading': () => scene({ start: () => new Promise(() => {}) }),
  'stale': async () => {
    const made = await scene({ month: async () => { throw refusal('unreachable', 'No connection.'); } });
    made.client.say({ type: 'slots.changed', providerId: null, from: null, until: null });
    await until('it says what it is from', () => find(made.element, '.trouble'));
    return made;
  },
};
