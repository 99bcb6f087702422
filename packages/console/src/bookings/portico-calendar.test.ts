import { axeClean } from '../test-support/axe-clean.ts';
import { closeConsole, openConsole, until, type ConsolePage } from '../test-support/console-page.ts';
import { FakeRefusal } from '../test-support/fake-routes.ts';

const kabelo = 'booking00000000000000011';
const thing = (id = kabelo): HTMLElement => document.querySelector<HTMLElement>(`[data-item="${id}"]`)!;

function point(type: string, target: EventTarget, x: number, y: number): void {
  target.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, pointerId: 1, pointerType: 'mouse', button: 0, clientX: x, clientY: y }));
}

/** Drags by so many hours down the grid. */
function drag(element: HTMLElement, hours: number): void {
  const { left, top } = element.getBoundingClientRect();
  point('pointerdown', element, left + 20, top + 4);
  point('pointermove', window, left + 20, top + 20);
  point('pointermove', window, left + 20, top + 4 + hours * 60);
}

describe('<portico-calendar>', () => {
  let page: ConsolePage;
  beforeEach(async () => {
    page = await openConsole('#/calendar/day/2026-11-24');
    await page.find(`[data-item="${kabelo}"]`);
  });
  afterEach(() => closeConsole(page));

  it('writes the new time on the ghost, waits for a yes, and moves', async () => {
    drag(thing(), 1);
    const ghost = await page.find('.ghost');
    if (!/12:00 – 12:30/.test(ghost.textContent ?? '')) throw new Error(`ghost says ${ghost.textContent}`);
    point('pointerup', window, 0, 0);
    if (page.api.writes.length > 0) throw new Error('nothing may be sent before the yes');
    (await page.find('.move-bar .primary')).click();
    await until(() => page.api.writes.some(({ route }) => route === `POST bookings/${kabelo}/move`), 'the move');
    const { body, headers } = page.api.writes[0]!;
    if ((body as { startsAt: string }).startsAt !== '2026-11-24T10:00:00Z') throw new Error(JSON.stringify(body));
    if (!headers.get('idempotency-key')) throw new Error('a move carries a key');
  });

  it('forgets a drag at Escape', async () => {
    drag(thing(), 1);
    await page.find('.ghost');
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await until(() => !document.querySelector('.ghost'), 'the ghost to go');
  });

  it('moves by arrow keys and Enter', async () => {
    thing().focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) thing().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await until(() => page.api.writes.length > 0, 'the move');
    const { startsAt } = page.api.writes[0]!.body as { startsAt: string };
    if (startsAt !== '2026-11-24T09:30:00Z') throw new Error(startsAt);
  });

  it('puts a refused booking back and offers the nearest times', async () => {
    page.api.refuseNext(`POST bookings/${kabelo}/move`, new FakeRefusal(409, 'time_not_free', 'That time is taken.', { nearest: ['2026-11-24T11:00:00Z'] }));
    drag(thing(), 1);
    point('pointerup', window, 0, 0);
    (await page.find('.move-bar .primary')).click();
    const chip = await page.find('.move-bar .chip');
    if (!thing().getAttribute('aria-label')?.includes(', 11:00 ')) throw new Error('it must be back at 11:00');
    chip.click();
    await until(() => page.api.writes.length === 2, 'the second try');
    if ((page.api.writes[1]!.body as { startsAt: string }).startsAt !== '2026-11-24T11:00:00Z') throw new Error('the nearest time');
  });

  it('glows for what arrives, and not for what one does oneself', async () => {
    const { state } = page.api;
    const moved = state.data.bookings.find(({ id }) => id === kabelo)!;
    const added = { ...moved, id: 'booking00000000000000999', startsAt: '2026-11-24T11:15:00Z', endsAt: '2026-11-24T11:45:00Z', busyFrom: '2026-11-24T11:15:00Z', busyUntil: '2026-11-24T11:45:00Z' };
    state.data.bookings.push(added);
    await until(() => { state.tell({ type: 'booking.changed', bookingId: added.id, event: 'booking.created', startsAt: added.startsAt, clientId: added.clientId }); return thing(added.id); }, 'the new booking');
    if (!thing(added.id).classList.contains('fresh')) throw new Error('what arrives glows');
    if (thing().classList.contains('fresh')) throw new Error('the others do not');
  });

  it('opens the booking beside the calendar and says what can be done', async () => {
    thing().click();
    await page.find('portico-booking-details .actions');
    await axeClean(document.body);
    const cancel = [...document.querySelectorAll<HTMLElement>('portico-booking-details button')].find(({ textContent }) => textContent === 'Cancel booking')!;
    cancel.click();
    (await page.find('portico-booking-details .danger')).click();
    await until(() => page.api.writes.some(({ route }) => route.endsWith('/cancel')), 'the cancellation');
  });

  it('names what is missing when booking, and sends nothing', async () => {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
    await page.find('portico-book .chip');
    (await page.find('portico-book .primary')).click();
    await page.find('#client-error');
    if (page.api.writes.length > 0) throw new Error('nothing may be sent');
    await axeClean(document.body);
  });
});
