import type { BookingStart } from '@portico/contract/bookings/booking-start.ts';
import { pending, refusal } from '../test-support/fake-client.ts';
import { find, friday, press, scene, type } from '../test-support/gallery.ts';
import { equal, ok, settle, unmountAll, until } from '../test-support/mount.ts';
import { consultation, sampleStart } from '../test-support/sample-bookings.ts';
import { startIn } from '../test-support/sample-languages.ts';

const text = (element: Element, selector: string): string => find(element, selector)?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
const submit = '.confirm button[type="submit"]';
const attributes = `service="${consultation.id}" lang="de"`;

afterEach(unmountAll);

describe('<portal-bookings> in another language', () => {
  it('asks for its labels in it, and says everything in it', async () => {
    const { element, client } = await scene({}, { attributes });
    await until('the times are there', () => find(element, '.slot.free'));
    equal((client.callsOf('bookings.start')[0] as [{ lang: string }])[0].lang, 'de');
    await press(element, '[data-date="2026-11-27"]');
    equal(find(element, '[data-date="2026-11-27"]')?.getAttribute('aria-label'), 'Freitag, 27. November, 6 freie Zeiten');
    await press(element, `[data-time="${friday}"]`);
    await until('the form is there', () => find(element, submit));
    equal([text(element, submit), text(element, 'label[for="field-name"]')], ['Freitag 09:30 buchen', 'Ihr Name']);
    await press(element, submit);
    await until('it asks for the name', () => text(element, '#error-name'));
    equal(text(element, '#error-name'), 'Bitte geben Sie Ihren Namen an.');
  });

  it('says what the server refuses in it', async () => {
    let answer = refusal('invalid_input', 'Check the fields.', { fields: [{ field: 'email', message: 'This is not an address.' }] });
    const { element } = await scene({ bookAsGuest: async () => { throw answer; } }, { attributes });
    await press(element, `[data-time="${friday}"]`.replace(friday, (await until('a time', () => find(element, '.slot.free'))).dataset['time'] ?? ''));
    await type(element, '[name="name"]', 'Thandi');
    await type(element, '[name="email"]', 'thandi@example.com');
    await press(element, submit);
    await until('the field says why', () => text(element, '#error-email'));
    equal(text(element, '#error-email'), 'Bitte geben Sie eine Adresse wie anna@example.com an.');
    answer = refusal('busy', 'Busy.');
    await press(element, submit);
    await until('the form says why', () => text(element, '.confirm > .error'));
    equal(text(element, '.confirm > .error'), 'Gerade ist viel los. Bitte versuchen Sie es gleich noch einmal.');
  });

  it('follows the page to another one, and keeps what was chosen', async () => {
    const { element, client } = await scene({ start: async () => sampleStart() });
    await press(element, '[data-date="2026-11-27"]');
    await press(element, `[data-time="${friday}"]`);
    await until('the form is there', () => find(element, submit));
    element.lang = 'fr';
    await until('it speaks French', () => text(element, submit) === 'Réserver Friday 09:30');
    await until('the labels were asked for again', () => client.callsOf('bookings.start').length === 2);
    const [query] = client.callsOf('bookings.start')[1] as [{ lang: string; month: string; service: string }];
    equal([query.lang, query.month, query.service], ['fr', '2026-11', consultation.id]);
    await settle(element);
    ok(find(element, '.day.selected')?.dataset['date'] === '2026-11-27' && find(element, submit), 'the choice is lost');
  });

  it('keeps the old words, all of them, until the new ones and what the server says in them are there', async () => {
    const answer = pending<BookingStart>();
    let asked = 0;
    const { element } = await scene({ start: () => ((asked += 1) === 1 ? Promise.resolve(sampleStart()) : answer.promise) });
    await until('the times are there', () => find(element, '.slot.free'));
    const before = text(element, '.root');
    element.lang = 'fr';
    await until('it was asked for in French', () => asked === 2);
    await settle(element);
    equal([text(element, '.root'), find(element, '.root')?.lang !== 'fr'], [before, true]);
    answer.resolve(startIn('fr', sampleStart()));
    await until('all is French', () => find(element, '.root')?.lang === 'fr');
    ok(text(element, '.root').includes('Matin') && !/Morning|November/.test(text(element, '.root')), text(element, '.root'));
  });

  it('turns its own words alone when the server is slow', async () => {
    let asked = 0;
    const { element } = await scene({ start: () => ((asked += 1) === 1 ? Promise.resolve(sampleStart()) : new Promise(() => {})) });
    await until('the times are there', () => find(element, '.slot.free'));
    element.lang = 'fr';
    await until('it has waited long enough', () => text(element, '.root').includes('Matin'), 6000);
  });

  it('mirrors itself in Arabic: arrows go the other way', async () => {
    const { element } = await scene({}, { attributes: 'lang="ar"' });
    const first = await until('the times are there', () => find(element, '[data-date="2026-11-23"]'));
    equal(getComputedStyle(first).direction, 'rtl');
    first.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true, composed: true, cancelable: true }));
    await until('the other way is the next day', () => find(element, '.day.selected')?.dataset['date'] === '2026-11-24');
  });
});
