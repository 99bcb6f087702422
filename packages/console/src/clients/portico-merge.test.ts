import { axeClean } from '../test-support/axe-clean.ts';
import { closeConsole, openConsole, until, type ConsolePage } from '../test-support/console-page.ts';

const ok = (holds: unknown, what: string): void => { if (!holds) throw new Error(what); };
const here = 'client000000000000000001';
const text = (selector: string): string => document.querySelector(selector)?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
const button = (label: string): Promise<HTMLElement> => until(() => [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === label), label);

describe('merging two clients in the console', () => {
  let page: ConsolePage;
  afterEach(() => closeConsole(page));

  const chooseOther = async (): Promise<{ id: string; name: string }> => {
    page = await openConsole(`#/clients/${here}`);
    (await button('Merge with another client…')).click();
    const row = await page.find('[data-client]');
    ok(!document.querySelector(`[data-client="${here}"]`), 'the client itself is offered');
    const other = { id: row.dataset['client'] ?? '', name: row.querySelector('.name')?.textContent ?? '' };
    row.click();
    await page.find('.merge-moves');
    return other;
  };

  it('shows what moves, merges, says so and can be undone', async () => {
    const other = await chooseOther();
    ok(text('.merge-moves').includes('booking'), text('.merge-moves'));
    await axeClean(document.body);
    const before = document.querySelectorAll('.contacts > li').length;
    (await button('Merge')).click();
    await until(() => document.querySelectorAll('.contacts > li').length > before, 'the people have come');
    const undo = await button('Undo');
    ok(document.body.textContent?.includes(`${other.name} is merged into`), 'it says what was done');
    undo.click();
    await until(() => document.querySelectorAll('.contacts > li').length === before, 'the people have gone back');
  });

  it('lets the owner keep the other one, and goes there', async () => {
    const other = await chooseOther();
    document.querySelectorAll<HTMLInputElement>('.segment input')[1]?.click();
    await until(() => text('.merge-moves').includes(`What moves to ${other.name}`), 'the other one stays');
    (await button('Merge')).click();
    await until(() => location.hash === `#/clients/${other.id}`, 'its page is open');
    await until(() => text('h1') === other.name, 'and shown');
  });

  it('searches, and says when nobody matches', async () => {
    page = await openConsole(`#/clients/${here}`);
    (await button('Merge with another client…')).click();
    const search = await page.find<HTMLInputElement>('#merge-search');
    search.value = 'zzz';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => document.body.textContent?.includes('Nobody else matches “zzz”.'), 'it says so');
  });
});
