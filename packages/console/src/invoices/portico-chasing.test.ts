import { axeClean } from '../test-support/axe-clean.ts';
import { button, ok, says, textOf } from '../test-support/console-hands.ts';
import { closeConsole, openConsole, until, type ConsolePage } from '../test-support/console-page.ts';

const steps = (): string[] => [...document.querySelectorAll('.chasing-day .chasing-row')].map((row) => row.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '');

describe('what will go out about unpaid invoices', () => {
  let page: ConsolePage;
  beforeEach(() => localStorage.clear());
  afterEach(() => closeConsole(page));

  it('is listed by day, with whom, about what and when', async () => {
    page = await openConsole('#/invoices/chasing');
    await until(() => steps().length > 0, 'what comes');
    ok(steps().every((step) => /Reminder, \d+ days? (before it is due|after it was due)/.test(step)), steps().join(' | '));
    ok([...document.querySelectorAll('.chasing-day h2')].every((day) => /, 0?9:00/.test(day.textContent ?? '')), textOf('.chasing-day h2'));
    const few = steps().length;
    document.querySelector<HTMLInputElement>('[name="chasing-days"][value="90"]')?.click();
    await until(() => steps().length > few, 'more in three months');
    await axeClean(document.body);
  });

  it('is held back for one invoice, and let go again', async () => {
    page = await openConsole('#/invoices/chasing');
    await until(() => steps().length > 0, 'what comes');
    const before = steps().length;
    const [first] = document.querySelectorAll<HTMLElement>('.chasing-day button[aria-label^="Hold back"]');
    const name = first?.getAttribute('aria-label')?.slice('Hold back: '.length) ?? '';
    first?.click();
    await says('Nothing goes out about');
    await until(() => steps().length < before && textOf('.page').includes('Held back'), 'it is gone from what comes');
    await axeClean(document.body);
    (await button(`Let it go on: ${name}`)).click();
    await until(() => steps().length === before, 'it is back');
  });

  it('says so where reminders are off', async () => {
    page = await openConsole('#/today');
    Object.assign(page.api.state.money.settings, { reminderDays: [] });
    location.hash = '#/invoices/chasing';
    await says('Reminders are off.');
    ok(document.querySelector('.empty a[href="#/settings/invoices"]'), 'and leads to where they are switched on');
  });

  it('is told of one invoice in its sheet', async () => {
    page = await openConsole('#/invoices/chasing');
    (await page.find('.chasing-day .link')).click();
    await until(() => textOf('.sheet').includes('Next: Reminder,'), textOf('.sheet'));
    (await button('Hold back')).click();
    await until(() => textOf('.sheet').includes('Held back: nothing goes out.'), 'it is held');
    await axeClean(document.body);
  });
});
