import { closeConsole, openConsole, until, type ConsolePage } from '../test-support/console-page.ts';

const text = (selector: string): string => document.querySelector(selector)?.textContent?.replaceAll(/\s+/g, ' ') ?? '';
const expect = (isTrue: boolean, what: string): void => { if (!isTrue) throw new Error(what); };

describe('<portico-embed>', () => {
  let page: ConsolePage;
  beforeEach(async () => { page = await openConsole('#/settings/embed'); });
  afterEach(() => closeConsole(page));

  const checkAddress = async (address: string): Promise<void> => {
    const input = await page.find<HTMLInputElement>('portico-page-check input');
    input.value = address;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    (await page.find<HTMLFormElement>('.check-page')).requestSubmit();
  };

  it('prints one script for what is chosen, with the height reserved', async () => {
    const snippet = await page.find('pre');
    const boxes = document.querySelectorAll<HTMLInputElement>('.picks input');
    expect(/<script async.*<portal-bookings style="display:block;min-height:max\(600px,37\.5rem\)">/s.test(snippet.textContent ?? ''), snippet.textContent ?? '');
    boxes[1]?.click();
    await until(() => text('pre').includes('<portal-invoices'), 'the invoices are added');
    boxes[1]?.click();
    boxes[2]?.click();
    await until(() => text('pre').includes('<portal-documents'), 'the documents are added');
    boxes[2]?.click();
    boxes[3]?.click();
    await until(() => text('pre').includes('<portal-login'), 'the sign-in is added');
    expect(text('pre').match(/<script/g)?.length === 1, text('pre'));
    boxes[0]?.click();
    await until(() => !text('pre').includes('<portal-bookings'), 'booking is taken out');
    boxes[3]?.click();
    await until(() => text('.note').includes('Choose what your page should show'), 'nothing chosen says so');
  });

  it('pins what is chosen to one version, with the hashes of what they vouch for, and says what that costs', async () => {
    const answer = globalThis.fetch;
    const file = (integrity: string, brotli: number, imports: string[] = []) => ({ integrity, brotli, imports });
    globalThis.fetch = async (input, init) => (String(input).endsWith('/v1/manifest.json') ? Response.json({
      version: '1.2.3', files: {
        'portal.all.js': file('sha384-all', 99_000), 'portal.js': file('sha384-loader', 1400), 'core-1.js': file('sha384-core', 15_000),
        'bookings.js': file('sha384-bookings', 10_000, ['core-1.js']), 'login.js': file('sha384-login', 5000, ['core-1.js']), 'invoices.js': file('sha384-invoices', 7000, ['core-1.js']),
      },
    }) : answer(input, init));
    (await page.find<HTMLInputElement>('.pinned input')).click();
    await until(() => text('pre').includes('/v1.2.3/portal.js" data-business='), 'the version');
    expect(text('pre').includes('integrity="sha384-loader" crossorigin="anonymous"'), text('pre'));
    expect(text('.pinned .segments').includes('Lightest: 1.4 kB, then only what the page shows (24 kB to start with)'), text('.pinned'));
    const choose = (value: string): void => document.querySelector<HTMLInputElement>(`.pinned input[value="${value}"]`)!.click();
    choose('all');
    await until(() => text('pre').includes('portal.all.js" data-business="') && text('pre').includes('integrity="sha384-all"'), 'the whole');
    expect(text('.pinned .segments').includes('It is 97 kB on every page'), text('.pinned'));
    choose('modules');
    await until(() => text('pre').includes('type="module"'), 'the modules');
    for (const part of ['<link rel="modulepreload" href="', 'core-1.js" integrity="sha384-core"', '/v1.2.3/bookings.js" data-cfasync="false" integrity="sha384-bookings"', '<portal-bookings business="']) expect(text('pre').includes(part), `${part} in ${text('pre')}`);
    globalThis.fetch = answer;
  });

  it('says in words why nothing shows, and adds the address that is missing', async () => {
    await checkAddress('www.new-site.example/book');
    await until(() => document.querySelector('[data-code="origin_not_registered"]'), 'the finding');
    expect(text('.findings').includes('https://www.new-site.example is not among the addresses where your portal may run.'), text('.findings'));
    expect(text('.findings').includes('The script is not on the page.'), text('.findings'));
    (await page.find<HTMLButtonElement>('.findings button')).click();
    await until(() => !document.querySelector('[data-code="origin_not_registered"]'), 'it is registered');
    const added = page.api.writes.find(({ route }) => route === 'PATCH business');
    expect(/"https:\/\/www\.new-site\.example"\]/.test(JSON.stringify(added?.body)), JSON.stringify(added));
    await until(() => [...document.querySelectorAll<HTMLInputElement>('.origin-row input')].some(({ value }) => value === 'https://www.new-site.example'), 'the list knows it');
  });

  it('asks for an address first', async () => {
    await checkAddress(' ');
    await until(() => text('portico-page-check .error').includes('Enter the address'), 'the sentence');
    expect(!page.api.writes.some(({ route }) => route === 'POST page-checks'), 'nothing may be sent');
  });
});
