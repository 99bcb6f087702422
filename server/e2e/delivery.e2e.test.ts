import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { snippetOf, type ScriptFile } from '../../packages/contract/src/embed-snippet.ts';
import { startDemo, type DemoWorld } from './demo-browser.ts';
import { bookingTag, openHost, scriptTag, works, type HostPage } from './host-page.ts';

let demo: DemoWorld;
let page: HostPage;
let integrity: { readonly version: string; readonly files: Readonly<Record<string, string>> };
beforeAll(async () => {
  demo = await startDemo();
  integrity = await (await fetch(`${demo.server.url}/v1/integrity.json`)).json() as typeof integrity;
}, 60_000);
afterAll(async () => { await demo.close(); });
beforeEach(async () => { page = await demo.page({ width: 800 }); });

const strict = (script: string): string => `default-src 'none'; script-src ${script}; connect-src ${demo.server.url}; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html`;
const scriptsOf = (): Promise<string[]> => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.split('?')[0]?.endsWith('.js')));

describe('delivered to a page', () => {
  it.each([
    ['a nonce', () => strict("'nonce-r4nd0m'"), 'async nonce="r4nd0m"'],
    ['strict-dynamic', () => strict("'nonce-r4nd0m' 'strict-dynamic'"), 'async nonce="r4nd0m"'],
    ['our address', () => strict(demo.server.url), 'async'],
  ])('under Trusted Types and a policy with %s', async (_what, policy, attributes) => {
    await openHost(demo, page, { body: scriptTag(demo, { attributes }) + bookingTag(), headers: { 'content-security-policy': policy() } });
    await works(page);
    expect(page.complaints).toEqual([]);
  });

  it('that isolates itself: COOP and COEP require-corp', async () => {
    const headers = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
    await openHost(demo, page, { body: scriptTag(demo) + bookingTag(), headers });
    await works(page);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    expect(page.complaints).toEqual([]);
  });

  it('pinned to a version: its loader checked by hash, its files from the same folder', async () => {
    const attributes = `async crossorigin="anonymous" integrity="${integrity.files['portal.js']}"`;
    await openHost(demo, page, { body: scriptTag(demo, { file: `/v${integrity.version}/portal.js`, attributes }) + bookingTag() });
    await works(page);
    const scripts = await scriptsOf();
    expect(scripts.length).toBeGreaterThan(2);
    for (const script of scripts) expect(script).toContain(`/v${integrity.version}/`);
  });

  it('as one file whose hash covers everything, also under a policy of hashes alone', async () => {
    const hash = integrity.files['portal.all.js'] ?? '';
    const headers = { 'content-security-policy': strict(`'${hash}'`) };
    const attributes = `async crossorigin="anonymous" integrity="${hash}"`;
    await openHost(demo, page, { body: scriptTag(demo, { file: `/v${integrity.version}/portal.all.js`, attributes }) + bookingTag() + '<portal-login></portal-login>', headers });
    await works(page);
    await page.locator('portal-bookings .slot.free').first().click();
    await page.locator('portal-bookings .confirm').waitFor();
    await page.locator('portal-login > form').waitFor();
    expect(await scriptsOf()).toEqual([`${demo.server.url}/v${integrity.version}/portal.all.js`]);
    expect(page.complaints).toEqual([]);
  });

  it('as modules with the hash of each and of what it starts with; a byte that is not as promised starts nothing', async () => {
    const { files } = await (await fetch(`${demo.server.url}/v1/manifest.json`)).json() as { readonly files: Readonly<Record<string, { readonly imports: readonly string[] }>> };
    const at = (name: string, hash = integrity.files[name] ?? ''): ScriptFile => ({ url: `${demo.server.url}/v${integrity.version}/${name}`, integrity: hash });
    const imported = files['bookings.js']?.imports ?? [];
    expect(imported.length).toBeGreaterThan(0);
    const snippet = (wrong?: string): string => {
      const modules = [...imported.map((name) => at(name, wrong)), at('bookings.js')];
      return snippetOf({ scriptUrl: '', key: 'river-physio', hostedUrl: '/book', modules: { bookings: modules, documents: [], invoices: [], login: [] } }, [{ element: 'bookings' }]);
    };
    await openHost(demo, page, { body: snippet() });
    await works(page);
    expect(page.complaints).toEqual([]);
    const tampered = await demo.page({ width: 800 });
    await openHost(demo, tampered, { body: snippet(integrity.files['login.js']) });
    await expect.poll(() => tampered.complaints.join()).toContain('integrity');
    expect(await tampered.evaluate(() => customElements.get('portal-bookings') === undefined)).toBe(true);
    expect(await tampered.getByRole('link', { name: 'Book online' }).isVisible()).toBe(true);
  });

  it('refused when a byte of it is not the one that was promised', async () => {
    const attributes = `async crossorigin="anonymous" integrity="${integrity.files['login.js']}"`;
    await openHost(demo, page, { body: scriptTag(demo, { file: `/v${integrity.version}/portal.js`, attributes }) + bookingTag() });
    await expect.poll(() => page.complaints.join()).toContain('integrity');
    expect(await page.getByRole('link', { name: 'Book online' }).isVisible()).toBe(true);
  });

  it('as one element from its own address, with attributes alone, wherever it stands; also beside the loader', async () => {
    const module = `<script type="module" src="${demo.server.url}/v1/bookings.js"></script>`;
    const tag = bookingTag('business="river-physio"');
    await openHost(demo, page, { body: `${tag}${module}<div id="shadow"></div>` });
    await works(page);
    await page.evaluate((inside) => { document.querySelector('#shadow')!.attachShadow({ mode: 'open' }).innerHTML = inside; }, tag);
    await page.locator('#shadow portal-bookings .slot.free').first().waitFor();

    const mixed = await demo.page({ width: 800 });
    await openHost(demo, mixed, { body: `${scriptTag(demo)}${module}${tag}${bookingTag()}` });
    await works(mixed, 2);
    expect([...page.complaints, ...mixed.complaints]).toEqual([]);
  });
});
