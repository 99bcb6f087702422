import type { PortalEventName } from '../base/portal-events.ts';
import { find, friday, gallery, press, scene, type Scene } from '../test-support/gallery.ts';
import { equal, ok, unmountAll, until } from '../test-support/mount.ts';
import { consultation, sampleBooking } from '../test-support/sample-bookings.ts';

const submit = '.confirm button[type="submit"]';
const link = { hash: '#portal/bookings/booking-000000000000001/link-token' };
const mark = (element: Element): string => find(element, '.root')?.textContent?.replaceAll(/\s+/g, ' ') ?? '';

async function opened(): Promise<Scene> {
  const made = await scene({}, link);
  await until('it is open', () => find(made.element, '#card-title'));
  return made;
}

async function moving(): Promise<Scene> {
  const made = await opened();
  await press(made.element, '[data-action="move"]');
  await until('a time can be chosen', () => find(made.element, '[data-action="keep-old"]'));
  await press(made.element, '.slot.free');
  return made;
}

async function cancelling(): Promise<Scene> {
  const made = await opened();
  await press(made.element, '[data-action="cancel"]');
  return made;
}

/** Each way to say no, the call that must not happen, and what the page is told once it does. */
const questions = [
  { asked: 'portal-before-book', told: 'portal-booking-created', call: 'bookings.bookAsGuest', begin: () => gallery['chosen']!(), button: submit,
    detail: { serviceId: consultation.id, providerId: null, startsAt: friday } },
  { asked: 'portal-before-move', told: 'portal-booking-moved', call: 'bookings.move', begin: moving, button: submit, detail: undefined },
  { asked: 'portal-before-cancel', told: 'portal-booking-cancelled', call: 'bookings.cancel', begin: cancelling, button: 'form.cancel button[type="submit"]',
    detail: { bookingId: sampleBooking().id, serviceId: sampleBooking().service.id, providerId: sampleBooking().provider.id, startsAt: sampleBooking().startsAt } },
] as const satisfies readonly { asked: PortalEventName; told: PortalEventName; call: string; begin: () => Promise<Scene>; button: string; detail: object | undefined }[];

afterEach(unmountAll);

describe('what <portal-bookings> asks the page first', () => {
  for (const { asked, told, call, begin, button, detail } of questions) {
    it(`${asked}: a refusal calls nothing and changes nothing, the next try goes through`, async () => {
      const { element, client } = await begin();
      const heard: { readonly type: string; readonly detail: object }[] = [];
      for (const name of [asked, told]) document.addEventListener(name, (event) => heard.push(event), { once: name === told });
      document.addEventListener(asked, (event) => event.preventDefault(), { once: true });
      const before = mark(element);

      await press(element, button);
      equal(client.callsOf(call).length, 0, `${call} after a refusal`);
      equal(mark(element), before, 'what is on the screen');

      await press(element, button);
      await until(`${told} is told`, () => heard.some(({ type }) => type === told));
      equal(client.callsOf(call).length, 1, call);
      equal(heard.map(({ type }) => type), [asked, asked, told]);
      ok(heard.every((event) => Object.isFrozen(event.detail)), 'a detail can be changed');
      if (detail) equal(heard[0]?.detail, detail, 'detail');
    });
  }

  it('carries ids and instants only', async () => {
    const { element } = await moving();
    const keys = new Set<string>();
    for (const { asked, told } of questions) {
      for (const name of [asked, told]) element.addEventListener(name, ({ detail }) => Object.keys(detail).forEach((key) => keys.add(key)));
    }
    await press(element, submit);
    await press(element, '[data-action="cancel"]');
    await press(element, 'form.cancel button[type="submit"]');
    await until('all was told', () => keys.size > 0);
    equal([...keys].sort(), ['bookingId', 'providerId', 'serviceId', 'startsAt']);
  });
});
