import { axeClean } from '../test-support/axe-clean.ts';
import { closeConsole, openConsole, until, type ConsolePage } from '../test-support/console-page.ts';

const ok = (holds: unknown, what: string): void => { if (!holds) throw new Error(what); };
const here = 'client000000000000000001';
const text = (selector: string): string => document.querySelector(selector)?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
const button = (label: string): Promise<HTMLElement> => until(() => [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === label), label);
const type = (input: HTMLInputElement, value: string): void => {
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
};

describe('erasing a client in the console', () => {
  let page: ConsolePage;
  afterEach(() => closeConsole(page));

  it('says what goes and stays, wants the name and a proof, erases, and the client is not listed any more', async () => {
    page = await openConsole(`#/clients/${here}`);
    await page.find('h1');
    const name = text('h1');
    (await button('Erase for good…')).click();
    const field = await page.find<HTMLInputElement>('portico-erase [name=name]');
    ok(text('.erase-lists').includes('2 documents. Their key is destroyed'), text('.erase-lists'));
    ok(text('.erase-lists').includes('3 invoices and the books'), text('.erase-lists'));
    await axeClean(document.body);
    type(field, 'somebody else');
    (await button('Erase for good')).click();
    await until(() => text('portico-erase').includes('Type the name exactly'), 'it wants the name');
    type(field, name);
    (await button('Erase for good')).click();
    const password = await page.find<HTMLInputElement>('portico-proof input[type=password]');
    await axeClean(document.body);
    type(password, 'by the river 2026');
    password.form?.requestSubmit();
    await until(() => location.hash === '#/clients', 'the list of clients');
    await until(() => document.body.textContent?.includes(`${name} is erased.`), 'it says so');
    await until(() => document.querySelectorAll('.client-row').length > 0 && ![...document.querySelectorAll('.client-row')].some((row) => row.textContent?.includes(name)), 'and is not there');
  });

  it('says what must be settled first, and offers nothing else', async () => {
    page = await openConsole(`#/clients/${here}`, { unsettled: ['Not paid yet: 2026-014. Take the money, write a credit note or void it first.'] });
    (await button('Erase for good…')).click();
    await page.find('.unsettled');
    ok(text('.unsettled').includes('2026-014'), text('.unsettled'));
    ok(!document.querySelector('portico-erase form'), 'nothing to confirm');
    await axeClean(document.body);
  });
});
