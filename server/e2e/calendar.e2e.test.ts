import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailTo, startDemo, type DemoWorld } from './demo-browser.ts';
import { ask, bookedAt, ownerOf, spotOf, weekdayAhead, type Owner, type OwnerPage } from './owner-console.ts';

let demo: DemoWorld;
let owner: Owner;
beforeAll(async () => {
  demo = await startDemo();
  owner = await ownerOf(demo, 'anna@river-physio.example');
}, 60_000);
afterAll(async () => { await demo.close(); });

const tell = (page: OwnerPage): Promise<{ x: number; y: number; width: number; height: number } | null> => page.locator('.move-tell').boundingBox();
const clockOf = (instant: string): string => new Date(instant).toLocaleTimeString('en-GB', { timeZone: 'Africa/Johannesburg', hour: '2-digit', minute: '2-digit' });
const startOf = async (page: OwnerPage, id: string): Promise<string> => clockOf((await ask<{ startsAt: string }>(page, 'GET', `bookings/${id}`)).startsAt);

async function dragTo(page: OwnerPage, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
}

async function dayWith(name: string, day: string, clock: string): Promise<{ page: OwnerPage; id: string }> {
  const page = await owner.at(`#/calendar/day/${day}`);
  const { id } = await bookedAt(page, name, day, clock);
  await page.locator(`[data-item="${id}"]`).waitFor();
  return { page, id };
}

async function blocksOn(page: OwnerPage, day: string): Promise<string[]> {
  const { blocks } = await ask<{ blocks: { startsAt: string; endsAt: string; note: string }[] }>(page, 'GET', `calendar?firstDate=${day}&days=1`);
  return blocks.map(({ startsAt, endsAt, note }) => `${clockOf(startsAt)}-${clockOf(endsAt)} ${note}`.trim());
}

describe('the owner\'s calendar, against the real server', () => {
  it('moves a booking by dragging, says the new time on the way, waits for a yes, tells the client, and takes it back', async () => {
    const { page, id } = await dayWith('Dora Drag', weekdayAhead(5, 3), '10:00');
    const start = await spotOf(page, '10:00');
    await dragTo(page, { x: start.x, y: start.y + 8 }, { x: start.x, y: (await spotOf(page, '12:00')).y + 8 });
    await page.locator('.ghost', { hasText: '12:00 – 12:30' }).waitFor();
    await page.mouse.up();
    await page.getByRole('group', { name: 'Confirm the move' }).waitFor();
    expect(await startOf(page, id)).toBe('10:00');
    expect(await tell(page)).not.toBeNull();
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await page.locator(`[data-item="${id}"][aria-label*=", 12:00 "]`).waitFor();
    await mailTo(demo.server, 'dora.drag@mail.example', /has a new time/);
    expect(await startOf(page, id)).toBe('12:00');

    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
    await page.locator(`[data-item="${id}"][aria-label*=", 10:00 "]`).waitFor();
    await expect.poll(() => startOf(page, id)).toBe('10:00');
    expect(page.complaints).toEqual([]);
  });

  it('moves a booking by finger on a phone: hold, drag, yes; a swipe only scrolls', async () => {
    const day = weekdayAhead(5, 4);
    const page = await owner.at(`#/calendar/day/${day}`, { width: 375, height: 800, hasTouch: true });
    const { id } = await bookedAt(page, 'Thabo Touch', day, '09:00');
    await page.locator('.agenda-open', { hasText: 'Thabo Touch' }).tap();
    await page.getByRole('dialog', { name: 'Booking' }).getByRole('button', { name: 'Close' }).tap();
    await page.getByRole('radio', { name: 'Hours' }).check();
    const thing = page.locator(`[data-item="${id}"]`);
    await thing.waitFor();
    await thing.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const finger = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) => finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
    const [from, to] = [await spotOf(page, '09:00'), await spotOf(page, '10:30')];
    await touch('touchStart', from.x, from.y + 10);
    await page.locator('.ghost').waitFor();
    for (const share of [0.3, 0.7, 1]) await touch('touchMove', from.x, from.y + 10 + (to.y - from.y) * share);
    await page.locator('.ghost', { hasText: '10:30 – 11:00' }).waitFor();
    await touch('touchEnd', to.x, to.y);
    await page.getByRole('button', { name: 'Move', exact: true }).tap();
    await expect.poll(() => startOf(page, id)).toBe('10:30');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);

    await page.locator('.move-bar').waitFor({ state: 'detached' });
    const { x, y } = await spotOf(page, '10:30');
    const scrolledBefore = await page.evaluate(() => scrollY);
    await touch('touchStart', x, y + 10);
    for (const step of [12, 30, 60]) await touch('touchMove', x, y + 10 - step);
    await touch('touchEnd', x, y);
    await expect.poll(() => page.evaluate(() => scrollY)).not.toBe(scrolledBefore);
    expect(await page.locator('.ghost').count()).toBe(0);
    expect(await startOf(page, id)).toBe('10:30');
    expect(page.complaints).toEqual([]);
  });

  it('blocks time by drawing on empty hours, stretches it by its edge, by keys and by typing, and opens it again', async () => {
    const day = weekdayAhead(6, 3);
    const page = await owner.at(`#/calendar/day/${day}`);
    await page.locator('[data-column]').first().waitFor();
    await dragTo(page, await spotOf(page, '10:05'), await spotOf(page, '11:25'));
    await page.locator('.ghost', { hasText: '10:00 – 11:30' }).waitFor();
    await page.mouse.up();
    await page.getByRole('radio', { name: 'Block this time' }).check();
    await page.getByLabel('What for').fill('Dentist');
    await page.getByRole('button', { name: 'Block 10:00 – 11:30' }).click();
    const block = page.locator('.thing.block', { hasText: 'Dentist' });
    await block.waitFor();
    expect(await blocksOn(page, day)).toEqual(['10:00-11:30 Dentist']);

    const end = await spotOf(page, '11:30');
    await dragTo(page, { x: end.x, y: end.y - 3 }, { x: end.x, y: (await spotOf(page, '12:30')).y - 3 });
    await page.mouse.up();
    await expect.poll(() => blocksOn(page, day)).toEqual(['10:00-12:30 Dentist']);
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => blocksOn(page, day)).toEqual(['10:00-11:30 Dentist']);

    await block.focus();
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Enter');
    await expect.poll(() => blocksOn(page, day)).toEqual(['10:00-11:00 Dentist']);

    await block.click();
    const sheet = page.getByRole('dialog', { name: 'Blocked time' });
    await sheet.getByRole('textbox', { name: 'From' }).fill('9');
    await sheet.getByRole('textbox', { name: 'Until' }).fill('8:30');
    await sheet.getByRole('button', { name: 'Change' }).click();
    await sheet.getByText('End after the start.').waitFor();
    await sheet.getByRole('textbox', { name: 'Until' }).fill('10:15');
    await sheet.getByLabel('What for').fill('Dentist, again');
    await sheet.getByRole('button', { name: 'Change' }).click();
    await expect.poll(() => blocksOn(page, day)).toEqual(['09:00-10:15 Dentist, again']);

    await page.locator('.thing.block', { hasText: 'again' }).click();
    await sheet.getByRole('button', { name: 'Open this time again' }).click();
    await expect.poll(() => blocksOn(page, day)).toEqual([]);
    expect(page.complaints).toEqual([]);
  });

  it('marks what has been as done or no-show, and takes that back', async () => {
    const page = await owner.at(`#/calendar/week/${weekdayAhead(-1, 3)}`);
    const thing = page.locator('.thing.done').first();
    const id = await thing.getAttribute('data-item') ?? '';
    const status = async (): Promise<string> => (await ask<{ status: string }>(page, 'GET', `bookings/${id}`)).status;
    await thing.click();
    const sheet = page.getByRole('dialog', { name: 'Booking' });
    await sheet.getByRole('button', { name: 'Undo “Done”' }).click();
    await expect.poll(status).toBe('confirmed');
    await sheet.getByRole('button', { name: 'No-show' }).click();
    await expect.poll(status).toBe('no_show');
    await page.locator(`[data-item="${id}"].no_show`).waitFor();
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(status).toBe('confirmed');
    await sheet.getByRole('button', { name: 'Done', exact: true }).click();
    await expect.poll(status).toBe('done');
    expect(page.complaints).toEqual([]);
  });

  it('books for a client from an empty hour, and mails the confirmation', async () => {
    const day = weekdayAhead(6, 4);
    const page = await owner.at(`#/calendar/day/${day}`);
    await page.locator('[data-column]').first().waitFor();
    const { x, y } = await spotOf(page, '11:10');
    await page.mouse.click(x, y);
    const sheet = page.getByRole('dialog', { name: 'Book or block' });
    await sheet.getByRole('combobox', { name: 'Client' }).fill('thandi');
    await sheet.getByRole('option', { name: /Thandi Mokoena/ }).click();
    await sheet.getByRole('button', { name: /^Book .*11:00$/ }).click();
    await page.locator('.thing[aria-label^="Thandi Mokoena, 11:00"]').waitFor();
    await mailTo(demo.server, 'thandi.mokoena@mail.example', /is booked/);
    expect(page.complaints).toEqual([]);
  });

  it('shows a change in every tab of a browser, over one stream that another tab takes up', async () => {
    const day = weekdayAhead(7, 3);
    const first = await owner.at(`#/calendar/day/${day}`);
    const second = await first.context().newPage();
    const streams: string[] = [];
    first.context().on('request', (request) => { if (request.url().endsWith('/v1/console/live')) streams.push(request.url()); });
    await first.reload();
    await first.locator('[data-column]').first().waitFor();
    await second.goto(first.url());
    await second.locator('[data-column]').first().waitFor();
    await expect.poll(() => streams.length).toBe(1);

    const phone = await owner.at('#/today', { width: 375 });
    const { id } = await bookedAt(phone, 'Livia Live', day, '10:00');
    for (const tab of [first, second]) await tab.locator(`[data-item="${id}"]`).waitFor();
    expect(streams).toHaveLength(1);

    await first.close();
    await expect.poll(() => streams.length).toBe(2);
    const later = await bookedAt(phone, 'Livia Later', day, '11:00');
    await second.locator(`[data-item="${later.id}"]`).waitFor();
    expect(streams).toHaveLength(2);
  });
});
