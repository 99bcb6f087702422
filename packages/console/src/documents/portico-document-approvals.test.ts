import { axeClean } from '../test-support/axe-clean.ts';
import { button, fill, ok, says, textOf } from '../test-support/console-hands.ts';
import { closeConsole, openConsole, until, type ConsolePage } from '../test-support/console-page.ts';
import { dropSettled } from './outgoing.ts';

const sheet = (): string => textOf('.sheet');
const bodyOf = (page: ConsolePage, ending: string): unknown[] => page.api.writes.filter(({ route }) => route.startsWith('POST documents/') && route.endsWith(ending)).map(({ body }) => body);

describe('approvals in the console', () => {
  let page: ConsolePage;
  beforeEach(() => localStorage.clear());
  afterEach(() => { dropSettled(); return closeConsole(page); });

  const openFirst = async (): Promise<void> => {
    page = await openConsole('#/documents/approvals');
    (await page.find('[data-review-of] .row-button')).click();
    await until(() => sheet().includes('Which shoes?'), 'the sheet is there');
  };

  it('list what waits for whom, with the wish of whoever wants a change', async () => {
    page = await openConsole('#/documents/approvals');
    await says('1 document to change.');
    ok(textOf('[data-review-of]').includes('Not on Sundays') && textOf('[data-review-of]').includes('Changes wanted'), textOf('[data-review-of]'));
    await axeClean(document.body);
    document.querySelector<HTMLInputElement>('[value="approved"]')?.click();
    await says('Nothing here.');
  });

  it('are asked for in the document\'s sheet, changed, and taken back', async () => {
    await openFirst();
    ok(sheet().includes('Upload a new version, and Thandi Nkosi is asked about it by itself.'), sheet());
    await axeClean(document.body);
    (await button('Ask again')).click();
    fill(await page.find('portico-document-approval textarea'), 'And now?');
    (await button('Ask')).click();
    await until(() => textOf('portico-document-approval').includes('Waiting for approval'), 'it is asked');
    ok(JSON.stringify(bodyOf(page, '/review')) === '[{"message":"And now?","dueOn":null}]', JSON.stringify(page.api.writes));
    (await button('Not needed any more')).click();
    await until(() => textOf('portico-document-approval').includes('Not asked any more'), 'it is taken back');
  });

  it('can be asked for while files are sent, of each that arrives', async () => {
    page = await openConsole('#/clients/client000000000000000001');
    (await button('Send files')).click();
    const input = await page.find('.send-files [type=file]') as HTMLInputElement;
    const transfer = new DataTransfer();
    for (const name of ['Draft one.pdf', 'Draft two.pdf']) transfer.items.add(new File(['words'], name));
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    (await page.find('.send-files [type=checkbox]')).click();
    fill(await page.find('.send-files textarea'), 'Which one?');
    await axeClean(document.body);
    (await button('Send')).click();
    await until(() => bodyOf(page, '/review').length === 2, 'both are asked about');
    ok(JSON.stringify(bodyOf(page, '/review')[0]) === '{"message":"Which one?","dueOn":null}', 'with the words');
  });
});

describe('what is said about a document', () => {
  let page: ConsolePage;
  beforeEach(() => localStorage.clear());
  afterEach(() => closeConsole(page));
  const openFirst = async (): Promise<void> => {
    page = await openConsole('#/documents/approvals');
    (await page.find('[data-review-of] .row-button')).click();
    await until(() => sheet().includes('Which shoes?'), 'the sheet is there');
  };

  it('is answered, settled and taken back; what comes in leaves what is being typed', async () => {
    await openFirst();
    const mine = await page.find('portico-document-comments > section > form textarea') as HTMLTextAreaElement;
    fill(mine, 'Half a sent');
    document.querySelector<HTMLElement>('.thread .document-acts button')?.click();
    fill(await page.find('.thread textarea'), 'Any shoes');
    (await page.find('.thread [type=submit]')).click();
    await until(() => textOf('.thread').includes('Any shoes'), 'it is answered');
    ok(mine.value === 'Half a sent', mine.value);
    (await page.find('.thread .comment .link')).click();
    await until(() => textOf('.thread').includes('Taken back.'), 'it is taken back');
    (await button('Settled')).click();
    await until(() => textOf('portico-document-comments').includes('Settled (2)'), 'it is settled');
    (await page.find('portico-document-comments > section > form [type=submit]')).click();
    await until(() => textOf('portico-document-comments').includes('Half a sent') && mine.value === '', 'it is said');
  });

  it('is pinned to a place on the page', async () => {
    await openFirst();
    (await page.find('.page-thumb')).click();
    const dialog = await page.find('.pages-dialog') as HTMLDialogElement;
    ok(dialog.open && textOf('.page-whole .pin') === '1', 'the pages are shown');
    await axeClean(dialog);
    (await button('Comment on a place')).click();
    await says('Press the place on the page.');
    const whole = await page.find('.page-whole');
    const box = whole.getBoundingClientRect();
    whole.dispatchEvent(new MouseEvent('click', { clientX: box.left + box.width / 2, clientY: box.top + box.height / 4, bubbles: true }));
    await says('At the place on page 1');
    fill(await page.find('portico-document-comments > section > form textarea'), 'Here');
    (await page.find('portico-document-comments > section > form [type=submit]')).click();
    await until(() => bodyOf(page, '/comments').length === 1, 'it is said');
    const { pin } = bodyOf(page, '/comments')[0] as { pin: { page: number; x: number; y: number } };
    ok(pin.page === 1 && Math.abs(pin.x - 0.5) < 0.01 && Math.abs(pin.y - 0.25) < 0.01, JSON.stringify(pin));
    await until(() => document.querySelectorAll('.page-whole .pin').length === 2, 'it stands there');
  });
});
