import { axeClean } from '../test-support/axe-clean.ts';
import { button, fill, ok, says, textOf } from '../test-support/console-hands.ts';
import { closeConsole, openConsole, until, type ConsolePage } from '../test-support/console-page.ts';

let page: ConsolePage;
afterEach(() => closeConsole(page));
const sent = (route: string): Record<string, unknown> | undefined => page.api.writes.find((one) => one.route.startsWith(route))?.body as Record<string, unknown> | undefined;
const choose = async (field: string, option: string): Promise<void> => {
  (await page.find(`[id$="-${field}"]`)).click();
  await until(() => [...document.querySelectorAll<HTMLElement>('.choice-option')].some((one) => one.textContent?.includes(option)), option);
  [...document.querySelectorAll<HTMLElement>('.choice-option')].find((one) => one.textContent?.includes(option))?.click();
};
const client = async (at = 0): Promise<void> => {
  page = await openConsole('#/clients');
  await page.find('.client-row');
  location.hash = `#/clients/${page.api.state.data.clients[at]?.id}`;
  await page.find('portico-client-plans .title-row');
};

describe('plans that the owner offers', () => {
  it('are added with their price and rhythm', async () => {
    page = await openConsole('#/settings/plans');
    await says('Monthly care');
    await axeClean(document.body);
    (await page.find<HTMLAnchorElement>('a[href="#/settings/plans/new"]')).click();
    fill(await page.find('portico-plan-editor [name=name]'), 'Pilates');
    fill(document.querySelector('[name=price]'), '1200');
    fill(document.querySelector('[name=every]'), '2');
    await choose('interval', 'weeks');
    fill(document.querySelector('[name=dueDays]'), '7');
    await axeClean(document.body);
    (await button('Add plan')).click();
    await says('every 2 weeks');
    const body = sent('POST plans');
    ok(body?.['priceMinor'] === 120_000 && body['every'] === 2 && body['interval'] === 'week' && body['dueDays'] === 7 && body['packageId'] === null, JSON.stringify(body));
  });

  it('refuse what cannot be', async () => {
    page = await openConsole('#/settings/plans/new');
    fill(await page.find('[name=every]'), '13');
    (await button('Add plan')).click();
    await says('Use a whole number from 1 to 12.');
    ok(document.querySelectorAll('[aria-invalid=true]').length === 3, 'name, price and rhythm are pointed out');
    ok(!sent('POST plans'), 'nothing was sent');
  });

  it('get a new price that counts from the next invoice, and no new rhythm', async () => {
    page = await openConsole('#/settings/plans');
    (await page.find<HTMLAnchorElement>('a[href^="#/settings/plans/plan"]')).click();
    await says('A new price counts from the next invoice of 1 client.');
    ok(!document.querySelector('[name=every]'), 'a rhythm to change');
    fill(await page.find('[name=price]'), '900');
    (await button('Save')).click();
    await until(() => sent('PATCH plans'), 'it was sent');
    ok(!('interval' in sent('PATCH plans')!) && sent('PATCH plans')!['priceMinor'] === 90_000, JSON.stringify(sent('PATCH plans')));
  });

  it('are not a member\'s to change', async () => {
    page = await openConsole('#/settings/plans', { role: 'member' });
    await says('Monthly care');
    ok(!document.querySelector('a[href="#/settings/plans/new"]'), 'a way to add one');
  });
});

describe('plans of a client', () => {
  it('say what comes next and how it is paid; pause with a way back', async () => {
    await client();
    await until(() => /Next invoice Friday,? 25 December, automatically with Visa ···· 4242/.test(textOf('portico-client-plans')), textOf('portico-client-plans'));
    await says('Asks for a pause.');
    await axeClean(document.body);
    (await page.find('[aria-label^="Pause: Monthly care"]')).click();
    await says('Paused: no invoices until it goes on');
    await says('Monthly care is paused.');
    (await button('Undo')).click();
    await until(() => page.api.writes.some(({ route }) => route.endsWith('/resume')), 'it goes on');
  });

  it('end only when it is meant', async () => {
    await client();
    (await page.find('[aria-label^="End: Monthly care"]')).click();
    await says('No more invoices. This is final.');
    (await button('Keep it')).click();
    ok(!page.api.writes.some(({ route }) => route.endsWith('/end')), 'it ended');
    (await page.find('[aria-label^="End: Monthly care"]')).click();
    (await button('End it')).click();
    await says('Show the one that has ended');
  });

  it('are started on a day; at the end of a month for always', async () => {
    await client(1);
    (await button('Start a plan')).click();
    const day = await page.find<HTMLInputElement>('portico-start-plan portico-date input');
    fill(day, '30 November');
    day.dispatchEvent(new Event('change', { bubbles: true }));
    await says('Always on the last day of the month');
    await axeClean(document.body);
    (await button('Start it')).click();
    await says('is started for');
    const body = sent('POST clients/');
    ok(body?.['startsOn'] === '2026-11-30' && body['anchorDay'] === 31, JSON.stringify(body));
    await until(() => textOf('portico-client-plans').includes('Monthly care'), textOf('portico-client-plans'));
  });
});

describe('what clients ask about their plans', () => {
  it('is said today, and answered with a word to the client', async () => {
    page = await openConsole('#/today');
    await says('1 client asks something about a plan.');
    location.hash = '#/invoices/reviews';
    await says('Back in March.');
    (await button('Answer')).click();
    fill(await page.find('portico-plan-requests [name=note]'), 'Get well.');
    await axeClean(document.body);
    (await button('Pause it')).click();
    await until(() => !document.querySelector('[data-request]'), 'it is answered');
    ok(sent('POST plan-requests/')?.['accept'] === true && sent('POST plan-requests/')?.['note'] === 'Get well.', JSON.stringify(page.api.writes));
  });

  it('is declined', async () => {
    page = await openConsole('#/invoices/reviews');
    (await button('Answer')).click();
    (await button('Decline')).click();
    await says('stays as it is.');
    ok(sent('POST plan-requests/')?.['accept'] === false, JSON.stringify(page.api.writes));
  });
});
