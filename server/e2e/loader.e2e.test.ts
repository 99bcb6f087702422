import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDemo, type DemoWorld } from './demo-browser.ts';
import { bookingTag, openHost, scriptTag, warningsOf, works, type HostPage } from './host-page.ts';

let demo: DemoWorld;
let page: HostPage;
beforeAll(async () => { demo = await startDemo(); }, 60_000);
afterAll(async () => { await demo.close(); });
beforeEach(async () => { page = await demo.page({ width: 800 }); });

const open = (body: string, rest: { head?: string; headers?: Record<string, string> } = {}): Promise<void> => openHost(demo, page, { body, ...rest });
/** The loader's text, as an optimizer would put it elsewhere. */
const loaderText = async (): Promise<string> => (await fetch(`${demo.server.url}/v1/portal.js`)).text();

describe('the loader, in a stranger\'s page', () => {
  it('asks for data before the element is there, and for each file once', async () => {
    const asked: string[] = [];
    page.on('request', (request) => { if (request.url().startsWith(demo.server.url)) asked.push(request.url().replace(demo.server.url, '')); });
    await open(scriptTag(demo) + bookingTag());
    await works(page);
    const first = asked.findIndex((path) => path.includes('/booking-start'));
    const code = asked.findIndex((path) => path.includes('/core-calls'));
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(code);
    expect(asked.filter((path) => path.includes('/booking-start'))).toHaveLength(1);
    // Core and element start together: one is not found in the other.
    expect(asked.slice(0, 4).map((path) => path.replace(/-[\w-]{8}\.js/, '.js').replace(/\?.*/, '')).sort())
      .toEqual(['/v1/bookings.js', '/v1/businesses/river-physio/booking-start', '/v1/core.js', '/v1/portal.js']);
    expect(new Set(asked.filter((path) => path.endsWith('.js'))).size).toBe(asked.filter((path) => path.endsWith('.js')).length);
  });

  it('asks for the words of the page\'s language beside the element, not after it, and for each once', async () => {
    const asked: string[] = [];
    page.on('request', (request) => { if (request.url().startsWith(demo.server.url)) asked.push(request.url().replace(demo.server.url, '')); });
    await open(scriptTag(demo) + bookingTag('lang="de"'));
    await works(page);
    await page.locator('portal-bookings').getByText(/^(?:Vormittag|Nachmittag|Abend)$/).first().waitFor();
    expect(asked.slice(0, 6).map((path) => path.replace(/-[\w-]{8}\.js/, '.js').replace(/\?.*/, '')).sort())
      .toEqual(['/v1/bookings.js', '/v1/businesses/river-physio/booking-start', '/v1/core.js', '/v1/portal.js', '/v1/words-base-de.js', '/v1/words-bookings-de.js']);
    expect(asked.filter((path) => path.includes('/words-bookings-de')).length).toBe(1);
    expect(page.complaints).toEqual([]);
  });

  it('may come late, before its tags or after them; tags come, go, move and come back', async () => {
    await open('<main></main>');
    await page.evaluate(([script, tag]) => {
      const place = document.createRange().createContextualFragment(script ?? '');
      document.body.append(place);
      setTimeout(() => document.querySelector('main')?.append(document.createRange().createContextualFragment(tag ?? '')), 50);
    }, [scriptTag(demo), bookingTag('id="one"')]);
    await works(page);
    await page.evaluate(() => {
      const element = document.querySelector('#one')!;
      element.remove();
      document.body.prepend(element);
      // React's StrictMode: there, gone, and there again in one breath.
      element.remove();
      document.body.append(element);
    });
    await works(page);
    await page.evaluate(() => document.startViewTransition(() => {
      const next = document.createElement('body');
      next.innerHTML = '<h1>Another page</h1><portal-bookings></portal-bookings>';
      document.body.replaceWith(next);
    }).finished);
    await works(page);
    expect(await page.locator('portal-bookings').count()).toBe(1);
    expect(page.complaints).toEqual([]);
  });

  it('survives Turbo: a new body each time, with its scripts run again, and back', async () => {
    await open(scriptTag(demo) + bookingTag());
    await works(page);
    const warnings = warningsOf(page);
    const visit = (): Promise<void> => page.evaluate(() => {
      const snapshot = document.body.cloneNode(true) as HTMLBodyElement;
      for (const script of snapshot.querySelectorAll('script')) {
        const fresh = document.createElement('script');
        for (const { name, value } of script.attributes) fresh.setAttribute(name, value);
        script.replaceWith(fresh);
      }
      document.body.replaceWith(snapshot);
    });
    for (let count = 0; count < 3; count += 1) {
      await visit();
      await works(page);
    }
    expect(warnings).toEqual([]);
    expect(page.complaints).toEqual([]);
  });

  it('is harmless pasted three times, with a cache-breaker of a site builder', async () => {
    const warnings = warningsOf(page);
    await open(scriptTag(demo, { file: '/v1/portal.js?ver=6.8.1' }) + scriptTag(demo) + bookingTag() + bookingTag() + scriptTag(demo, { attributes: 'defer' }));
    await works(page, 2);
    expect(warnings).toEqual([]);
    expect(page.complaints).toEqual([]);
  });

  it('lets the first of two versions win, and says so once', async () => {
    const text = (await loaderText()).replace(/"\d+\.\d+\.\d+"/, '"1.99.0"');
    await page.route('**/v1/newer/portal.js*', (route) => route.fulfill({ body: text, contentType: 'text/javascript' }));
    const warnings = warningsOf(page);
    const newer = (query: string): string => scriptTag(demo, { file: `/v1/newer/portal.js${query}`, attributes: '' });
    await open(scriptTag(demo, { attributes: '' }) + newer('') + newer('?again') + bookingTag());
    await works(page);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^portal\.js 1\.99\.0 \(river-physio\) did not start: \d+\.\d+\.\d+ \(river-physio\) is here\.$/);
  });

  it('leaves one frozen name on the page, and takes over what was pushed before', async () => {
    await open(`<script>
      globalThis.heard = [];
      globalThis.before = [...Object.getOwnPropertyNames(globalThis), 'before'];
      (globalThis.portal = globalThis.portal || []).push((portal) => portal.on('portal-ready', (event) => heard.push(event.detail.business)));
      portal.push(() => { throw new Error('a mistake of the page'); });
    </script>${scriptTag(demo)}${bookingTag()}`);
    await works(page);
    await page.waitForFunction(() => (globalThis as unknown as { heard: string[] }).heard.length > 0);
    const state = await page.evaluate(() => {
      const { before, heard, portal } = globalThis as unknown as { before: string[]; heard: string[]; portal: { version: string; push(call: (portal: object) => void): void } };
      let late = false;
      portal.push(() => { late = true; });
      return Promise.resolve().then(() => ({
        heard, late, isFrozen: Object.isFrozen(portal), version: portal.version,
        added: Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name)),
      }));
    });
    expect(state).toMatchObject({ heard: ['river-physio'], late: true, isFrozen: true });
    expect(state.version).toMatch(/^\d+\.\d+\.\d+$/);
    // What lit counts itself with is not ours to take away.
    expect(state.added.filter((name) => !/^(lit|reactiveElement)/.test(name)).sort()).toEqual(['portal']);
    expect(page.complaints).toEqual(['error: a mistake of the page']);
  });

  it('keeps a page\'s own portal', async () => {
    await open(`<script>globalThis.portal = { mine: true };</script>${scriptTag(demo)}${bookingTag()}`);
    await works(page);
    expect(await page.evaluate(() => Object.keys((globalThis as unknown as { portal: object }).portal))).toEqual(['mine']);
  });
});

describe('optimizers of site builders', () => {
  it.each([
    ['put the address elsewhere until somebody moves (WP Rocket, Rocket Loader)', (src: string) => `<script type="text/rocketscript" data-rocket-src="${src}" data-business="river-physio"></script>
      <script>setTimeout(() => {
        const held = document.querySelector('script[data-rocket-src]');
        const script = document.createElement('script');
        script.src = held.dataset.rocketSrc; // the copy knows nothing of data-business
        document.body.append(script);
      }, 50)</script>`],
    ['make it a module', (src: string) => `<script type="module" src="${src}" data-business="river-physio"></script>`],
    ['defer it', (src: string) => `<script defer src="${src}" data-business="river-physio"></script>`],
  ])('%s', async (_what, tag) => {
    await open(bookingTag() + tag(`${demo.server.url}/v1/portal.js`));
    await works(page);
    expect(page.complaints).toEqual([]);
  });

  it('inline it, and leave the tag behind', async () => {
    const text = await loaderText();
    await page.route('**/bundle.js', (route) => route.fulfill({ body: `/* everything */\n${text}`, contentType: 'text/javascript' }));
    for (const left of [`type="text/plain" data-src="${demo.server.url}/v1/portal.js"`, `type="text/plain" data-api-url="${demo.server.url}"`]) {
      await open(`${bookingTag()}<script ${left} data-business="river-physio"></script><script src="/bundle.js"></script>`);
      await works(page);
      await page.unroute(`${demo.site.url}/somewhere.html`);
      await open(`${bookingTag()}<script ${left} data-business="river-physio"></script><script>${text}</script>`);
      await works(page);
      await page.unroute(`${demo.site.url}/somewhere.html`);
    }
    expect(page.complaints).toEqual([]);
  });

  it('that leave no trace are told what to do, and the link stays', async () => {
    const warnings = warningsOf(page);
    await open(`${bookingTag()}<script>${await loaderText()}</script>`);
    await expect.poll(() => warnings).toEqual(['portal.js needs data-api-url.']);
    expect(await page.getByRole('link', { name: 'Book online' }).isVisible()).toBe(true);
    // Pasted properly after all: it starts.
    await page.evaluate((tag) => document.body.append(document.createRange().createContextualFragment(tag)), scriptTag(demo));
    await works(page);
  });
});

describe('when something is in the way', () => {
  it('tries a second time', async () => {
    await page.route(/\/v1\/bookings\.js$/, (route) => route.abort());
    await open(scriptTag(demo) + bookingTag());
    await works(page);
    expect(await page.locator('portal-bookings[data-portal-error]').count()).toBe(0);
  });

  it('says so on the tag and to the page, keeps the link, and comes back with the connection', async () => {
    let isBlocked = true;
    await page.route(/\/v1\/bookings\.js/, (route) => (isBlocked ? route.abort() : route.continue()));
    await open(`<script>(globalThis.portal ||= []).push((portal) => portal.on('portal-error', (event) => { globalThis.told = event.detail.code; }))</script>${scriptTag(demo)}${bookingTag()}`);
    await page.locator('portal-bookings[data-portal-error=unreachable]').waitFor();
    expect(await page.evaluate(() => (globalThis as unknown as { told: string }).told)).toBe('unreachable');
    expect(await page.getByRole('link', { name: 'Book online' }).isVisible()).toBe(true);
    isBlocked = false;
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await works(page);
    expect(await page.locator('portal-bookings[data-portal-error]').count()).toBe(0);
  });

  it('without JavaScript the link is there', async () => {
    const context = await demo.browser.newContext({ javaScriptEnabled: false });
    const plain = Object.assign(await context.newPage(), { complaints: [] });
    await plain.goto(`${demo.site.url}/`);
    const link = plain.locator('portal-bookings a');
    expect(await link.isVisible()).toBe(true);
    await link.click();
    expect(plain.url()).toBe(`${demo.server.url}/p/river-physio`);
    await context.close();
  });
});
