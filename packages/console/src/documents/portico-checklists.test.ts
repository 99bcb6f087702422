import { axeClean } from '../test-support/axe-clean.ts';
import { button, fill, ok, says, textOf } from '../test-support/console-hands.ts';
import { closeConsole, openConsole, until, type ConsolePage } from '../test-support/console-page.ts';

describe('what is asked for again and again', () => {
  let page: ConsolePage;
  beforeEach(() => localStorage.clear());
  afterEach(() => closeConsole(page));

  it('is kept as a checklist, and asked for at once', async () => {
    page = await openConsole('#/documents/requests');
    (await button('Checklists')).click();
    (await button('A new client')).click();
    await axeClean(document.body);
    fill(await page.find('#days-0'), 'soon');
    (await button('Save')).click();
    await says('Days are a number up to 365, or empty for no date.');
    fill(await page.find('#days-0'), '7');
    fill(await page.find('#days-2'), '');
    (await button('Save')).click();
    await says('3 things: A copy of your ID, Proof of address, The signed intake form');
    ok(JSON.stringify((page.api.writes.at(-1)!.body as { items: { dueInDays: number | null }[] }).items.map(({ dueInDays }) => dueInDays)) === '[7,14,null]', JSON.stringify(page.api.writes.at(-1)));
    await axeClean(document.body);
    (await page.find('.sheet [aria-label="Close"]')).click();
    location.hash = '#/clients/client000000000000000001';
    (await page.find('portico-client-documents .quiet')).click();
    await until(() => textOf('portico-ask-document').includes('Ask for'), 'it is offered');
    const which = await page.find('portico-ask-document portico-choice');
    which.querySelector<HTMLElement>('.choice')?.click();
    await until(() => which.querySelectorAll('.choice-option').length === 2, 'both ways');
    which.querySelectorAll<HTMLElement>('.choice-option')[1]?.click();
    await says('within 7 days');
    (await button('Ask')).click();
    await says('Thandi Nkosi is asked for “A new client”.');
  });

  it('is reminded of, and changed, in its row', async () => {
    page = await openConsole('#/documents/requests');
    const row = await page.find('[data-request]:nth-child(2)');
    row.querySelector<HTMLElement>('[aria-label^="Remind"]')?.click();
    await says('is reminded.');
    await until(() => row.textContent?.includes('reminded') ?? false, 'it says when');
    row.querySelector<HTMLElement>('[aria-label^="Change"]')?.click();
    fill(await page.find('portico-change-request [name=title]'), 'Both sides of your passport');
    await axeClean(document.body);
    (await button('Save')).click();
    await until(() => row.textContent?.includes('Both sides') ?? false, 'it is changed');
    ok(!('dueOn' in (page.api.writes.at(-1)!.body as object)), 'a day that was not touched is not sent');
  });
});
