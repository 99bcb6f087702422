import { axeClean } from '../test-support/axe-clean.ts';
import { button, fill, ok, press, says, textOf } from '../test-support/console-hands.ts';
import { closeConsole, openConsole, until, type ConsolePage } from '../test-support/console-page.ts';
import { FakeRefusal } from '../test-support/fake-routes.ts';

const draft = 'invoice00000000000000008';
const line = (at: number, field: string): HTMLInputElement | HTMLTextAreaElement | null => document.querySelectorAll('.line')[at]?.querySelector(`[name="line-${field}"]`) ?? null;
const lineCount = (count: number): Promise<unknown> => until(() => document.querySelectorAll('.line').length === count, `${count} lines`);
const written = (page: ConsolePage, route: RegExp): readonly { readonly body: unknown }[] => page.api.writes.filter((write) => route.test(write.route));

describe('writing an invoice', () => {
  let page: ConsolePage;
  beforeEach(() => localStorage.clear());
  afterEach(() => closeConsole(page));

  it('takes nothing but the keyboard, from the client to the issued invoice', async () => {
    page = await openConsole('#/invoices/new');
    fill(await page.find('#client-search'), 'Botha');
    await until(() => document.querySelectorAll('#client-options .choice-option').length === 2 && document.querySelector('[data-active]')?.textContent?.includes('Johan'), 'Johan is found');
    press('Enter');
    await until(() => document.activeElement === line(0, 'description'), 'the first line has the focus');
    fill(line(0, 'description'), 'Sports massage');
    fill(line(0, 'quantity'), '1,5');
    fill(line(0, 'price'), '1 234,50');
    fill(line(0, 'discount'), '10 %');
    press('Enter');
    await lineCount(2);
    await until(() => document.activeElement === line(1, 'description'), 'the new line has the focus');
    fill(line(1, 'description'), 'Tape');
    fill(line(1, 'price'), '23');
    // 1.5 × 1234.50 = 1851.75, less 185.18 (half up) = 1666.57, and 23.00: 1689.57 and 15 % of it.
    await until(() => textOf('.totals .is-final').replaceAll(/\s/g, '') === 'TotalR1943,01', `the total, not ${textOf('.totals')}`);
    press('Enter', { ctrlKey: true });
    await says('INV-2026-0008 for Johan Botha is issued');
    await until(() => /^#\/invoices\/invoice\d+$/.test(location.hash), 'the list is open');
    await until(() => textOf('.sheet .invoice-big').replaceAll(/\s/g, '') === 'R1943,01', 'its sheet lies beside it');
    ok(written(page, /^POST invoices$/).length === 1, 'one draft was made');
    const sent = written(page, /^POST invoices$|^PATCH invoices/).at(-1)?.body as { lines: unknown[] };
    ok(JSON.stringify(sent.lines[0]) === JSON.stringify({ description: 'Sports massage', quantityMilli: 1500, unitPriceMinor: 123_450, discount: { kind: 'percent', ppm: 100_000 }, taxIncluded: false, taxIds: ['tax000000000000000000001'] }), JSON.stringify(sent.lines[0]));
    ok(Object.keys(localStorage).filter((key) => key.startsWith('portico-invoice')).length === 0, 'nothing is left in the browser');
  });

  it('saves while one types: once made, then changed, and named by its address', async () => {
    page = await openConsole('#/invoices/new/client000000000000000005');
    fill((await page.find('.line')).querySelector('textarea'), 'Follow-up');
    fill(line(0, 'price'), '420');
    await says('Draft saved');
    ok(/^#\/invoices\/edit\/invoice\d+$/.test(location.hash), location.hash);
    fill(line(0, 'price'), '430');
    await until(() => written(page, /^PATCH invoices/).length === 1, 'it is changed');
    ok(written(page, /^POST invoices$/).length === 1, 'it is made once');
    const [patched] = written(page, /^PATCH/).map(({ body }) => body as { lines: { unitPriceMinor: number }[] });
    ok(patched?.lines[0]?.unitPriceMinor === 43_000, 'with the new price');
  });

  it('keeps in the browser what cannot be saved yet, and shows it again', async () => {
    page = await openConsole('#/invoices/new');
    fill((await page.find('.line')).querySelector('textarea'), 'Half of a thought');
    fill(line(0, 'price'), '12,3,4');
    await says('Kept in this browser');
    ok(written(page, /invoices/).length === 0, 'nothing was sent');
    closeConsole(page);
    page = await openConsole('#/invoices/new');
    await says('What you typed last time is here again.');
    ok(line(0, 'description')?.value === 'Half of a thought' && line(0, 'price')?.value === '12,3,4', 'every letter of it');
    (await button('Start afresh')).click();
    await until(() => line(0, 'description')?.value === '', 'it begins anew');
  });

  it('leaves nothing in the browser for the next person once somebody signs out', async () => {
    page = await openConsole('#/invoices/new');
    fill((await page.find('.line')).querySelector('textarea'), 'About Johan');
    await says('Kept in this browser');
    location.hash = '#/settings/account';
    (await button('Sign out')).click();
    await until(() => Object.keys(localStorage).every((key) => !key.startsWith('portico-invoice')), 'it is gone');
  });

  it('opens the rarer terms when the server has something to say of them', async () => {
    page = await openConsole(`#/invoices/edit/${draft}`);
    const more = await page.find<HTMLDetailsElement>('.more-terms');
    ok(!more.open, 'closed at first');
    page.api.refuseNext(`POST invoices/${draft}/issue`, new FakeRefusal(422, 'invalid_input', 'Some fields need another look.', { fields: [{ field: 'deposit.amountMinor', message: 'The deposit is more than the invoice.', code: 'invalid' } as never] }));
    await page.find('.line');
    (await button('Issue R 483')).click();
    await says('The deposit is more than the invoice.');
    await until(() => more.open, 'it is open');
  });

  it('says beside the field what is wrong, and moves there', async () => {
    page = await openConsole('#/invoices/new');
    fill((await page.find('.line')).querySelector('textarea'), 'Follow-up');
    fill(line(0, 'price'), '1.250');
    press('Enter', { ctrlKey: true });
    await says('Choose a client.');
    await says('Use an amount such as 650,50.');
    ok(document.activeElement?.id === 'client-search', 'the first wrong field has the focus');
    await axeClean(document.body);
    ok(written(page, /invoices/).length === 0, 'nothing was sent');
  });

  it('puts what the server refuses beside its line, also when a blank line stands before it', async () => {
    page = await openConsole(`#/invoices/edit/${draft}`);
    await page.find('.invoice-client.is-chosen');
    (await button('Add a line')).click();
    await lineCount(2);
    (await button('Add a line')).click();
    await lineCount(3);
    fill(line(2, 'description'), 'Tape');
    fill(line(2, 'price'), '20');
    await says('Draft saved');
    page.api.refuseNext(`POST invoices/${draft}/issue`, new FakeRefusal(422, 'invalid_input', 'Some fields need another look.', { fields: [{ field: 'lines.1.taxIds', message: 'Use taxes from your settings.', code: 'invalid' } as never] }));
    press('Enter', { ctrlKey: true });
    await until(() => document.querySelectorAll('.line')[2]?.querySelector('.error')?.textContent === 'Use taxes from your settings.', 'it stands at the third line');
  });

  it('takes a line out and brings it back, and deletes a draft', async () => {
    page = await openConsole(`#/invoices/edit/${draft}`);
    (await button('Add a line')).click();
    await lineCount(2);
    (await button('Remove line 1')).click();
    await lineCount(1);
    (await button('Undo')).click();
    await until(() => line(0, 'description')?.value === 'Follow-up', 'it is back');
    (await button('Delete this draft')).click();
    await until(() => location.hash === '#/invoices', 'the list');
    await says('Draft deleted.');
    ok(!page.api.state.money.invoices.some(({ id }) => id === draft), 'it is gone');
  });
});
