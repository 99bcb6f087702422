import { axeClean } from '../test-support/axe-clean.ts';
import { button, fill, ok, says, textOf } from '../test-support/console-hands.ts';
import { closeConsole, openConsole, until, type ConsolePage } from '../test-support/console-page.ts';

const choose = async (page: ConsolePage, field: string, option: string): Promise<void> => {
  (await page.find(`[id$="-${field}"]`)).click();
  await until(() => [...document.querySelectorAll<HTMLElement>('.choice-option')].some((one) => one.textContent?.includes(option)), option);
  [...document.querySelectorAll<HTMLElement>('.choice-option')].find((one) => one.textContent?.includes(option))?.click();
};

const noErrors = (): Promise<unknown> => until(() => !document.querySelector('[aria-invalid], p.error'), 'no error any more');

describe('packages that the owner sells', () => {
  let page: ConsolePage;
  afterEach(() => closeConsole(page));

  it('are added with what they hold, and say what one session comes to', async () => {
    page = await openConsole('#/settings/packages');
    await says('Ten visits');
    await axeClean(document.body);
    (await page.find<HTMLAnchorElement>('a[href="#/settings/packages/new"]')).click();
    fill(await page.find('[name=name]'), 'Five follow-ups');
    fill(document.querySelector('[name=sessions]'), '5');
    fill(document.querySelector('[name=price]'), '2000');
    await says('R 400 a session.');
    document.querySelector<HTMLInputElement>('[value=some]')?.click();
    (await button('Add package')).click();
    await says('Choose at least one.');
    ok(!page.api.writes.some(({ route }) => route === 'POST packages'), 'nothing was sent');
    [...document.querySelectorAll('label.check')].find((one) => one.textContent?.includes('Follow-up'))?.querySelector('input')?.click();
    await noErrors();
    await axeClean(document.body);
    (await button('Add package')).click();
    await says('Five follow-ups');
    const sent = page.api.writes.find(({ route }) => route === 'POST packages')?.body as Record<string, unknown>;
    ok(sent['sessions'] === 5 && sent['priceMinor'] === 200_000 && sent['validDays'] === 180 && (sent['serviceIds'] as string[]).length === 1 && sent['onSale'] === true, JSON.stringify(sent));
  });

  it('refuse what cannot be', async () => {
    page = await openConsole('#/settings/packages/new');
    fill(await page.find('[name=sessions]'), '0');
    (await button('Add package')).click();
    await says('Use a whole number from 1 to 500.');
    ok(document.querySelectorAll('[aria-invalid=true]').length === 3, 'name, sessions and price are pointed out');
  });

  it('are not a member\'s to change', async () => {
    page = await openConsole('#/settings/packages', { role: 'member' });
    await says('Ten visits');
    ok(!document.querySelector('a[href="#/settings/packages/new"]'), 'no way to add one');
  });
});

describe('packages of a client', () => {
  let page: ConsolePage;
  afterEach(() => closeConsole(page));
  const client = async (at = 0): Promise<void> => {
    page = await openConsole('#/clients');
    const links = await until<readonly unknown[]>(() => { const all = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#/clients/"]')].filter((one) => !one.href.endsWith('import')); return all.length > at && all; }, 'the list');
    const { id } = page.api.state.data.clients[at] ?? { id: '' };
    ok(links.length > 0 && id !== '', 'somebody is there');
    location.hash = `#/clients/${id}`;
  };

  it('show what is left, each use with its booking, and are corrected with a reason', async () => {
    await client();
    await says('8 of 10 sessions left');
    (await page.find('[data-package]')).click();
    await until(() => textOf('.package-entries').includes('Follow-up, Monday 9 November 2026, 09:00'), 'the uses');
    await says('Cancelled in time: Follow-up, Monday 16 November 2026, 09:00');
    await axeClean(document.body);
    (await page.find('[data-act=correct]')).click();
    (await page.find('[value=fewer]')).click();
    fill(await page.find('portico-change-package [name=count]'), '2');
    (await button('Correct it')).click();
    await says('Say why, in a few words.');
    fill(document.querySelector('portico-change-package [name=reason]'), 'Two visits on the telephone');
    await noErrors();
    await axeClean(document.body);
    (await button('Correct it')).click();
    await says('6 of 10 sessions left');
    await until(() => textOf('.package-entries').includes('Two visits on the telephone −2'), textOf('.package-entries'));
  });

  it('end with a reason, and another last day is given', async () => {
    await client();
    (await page.find('[data-package]')).click();
    (await page.find('[data-act=extend]')).click();
    (await page.find('portico-change-package [value=always]')).click();
    fill(await page.find('portico-change-package [name=reason]'), 'You were ill');
    (await button('Change the last day')).click();
    await until(() => page.api.writes.some(({ route, body }) => route.includes('/extend') && (body as { expiresOn: unknown }).expiresOn === null), 'for ever');
    (await page.find('[data-act=end]')).click();
    await says('8 sessions are lost.');
    fill(await page.find('portico-change-package [name=reason]'), 'Moved away');
    (await button('End it')).click();
    await until(() => textOf('.package-standing').includes('Ended'), textOf('.package-standing'));
    ok(!document.querySelector('[data-act]'), 'nothing more to do about it');
  });

  it('are sold on the client\'s page: used at once, invoiced', async () => {
    await client(1);
    await says('None yet.');
    (await button('Sell a package')).click();
    await says('can use it at once');
    await axeClean(document.body);
    (await button('Sell it')).click();
    await says('10 of 10 sessions left');
    await says('Ten visits is sold to');
    ok(page.api.state.money.invoices.at(-1)?.totalMinor === 575_000, 'with its tax');
  });
});

describe('two windows on one draft', () => {
  let page: ConsolePage;
  afterEach(() => closeConsole(page));

  it('the later save is refused, in words, and what the draft says now can be loaded', async () => {
    page = await openConsole('#/invoices');
    const draft = page.api.state.money.invoices.find(({ status }) => status === 'draft');
    location.hash = `#/invoices/edit/${draft?.id}`;
    const description = await page.find<HTMLTextAreaElement>('.line textarea');
    Object.assign(draft ?? {}, { version: 1, lines: [{ ...draft?.lines[0], description: 'As the other window has it' }] });
    fill(description, 'As this window has it');
    await says('This draft was changed in another window');
    ok(draft?.lines[0]?.description === 'As the other window has it', 'the other one stands');
    await axeClean(document.body);
    (await button('Load what it says now')).click();
    await until(() => document.querySelector<HTMLTextAreaElement>('.line textarea')?.value === 'As the other window has it', 'the other one');
    fill(document.querySelector('.line textarea'), 'As both want it');
    await says('Draft saved');
    ok(page.api.state.money.invoices.find(({ id }) => id === draft?.id)?.lines[0]?.description === 'As both want it', 'saved');
  });
});

it('a country is chosen by its name', async () => {
  const page = await openConsole('#/settings/invoices');
  await choose(page, 'country', 'Germany');
  (await button('Save')).click();
  await says('Saved');
  ok(page.api.state.money.settings.country === 'DE', page.api.state.money.settings.country);
  closeConsole(page);
});
