import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageWith, type Manifest } from '../../packages/tools/src/size-limits.ts';
import { startDemo, type DemoWorld } from './demo-browser.ts';
import { acceptInvitation, knownClient } from './known-client.ts';

const manifestFile = fileURLToPath(new URL('../../packages/elements/dist/v1/manifest.json', import.meta.url));
const { files } = JSON.parse(readFileSync(manifestFile, 'utf8')) as { readonly files: Manifest & Record<string, { readonly brotli: number }> };

let demo: DemoWorld;
beforeAll(async () => { demo = await startDemo(); }, 60_000);
afterAll(async () => { await demo.close(); });

type Page = Awaited<ReturnType<DemoWorld['page']>>;
interface Fetched { readonly name: string; readonly bytes: number }

/** Every script of ours that the page has fetched so far. */
const fetchedBy = (page: Page): Promise<Fetched[]> => page.evaluate((origin) => performance.getEntriesByType('resource')
  .filter(({ name }) => name.startsWith(`${origin}/v1/`) && name.endsWith('.js'))
  .map((entry) => ({ name: entry.name.split('/').at(-1) ?? '', bytes: (entry as PerformanceResourceTiming).encodedBodySize })), demo.server.url);
const namesOf = (fetched: readonly Fetched[]): string[] => fetched.map(({ name }) => name).sort();

/** Until the live stream is asked for: that is the last thing that a page does by itself. */
async function stands(page: Page): Promise<void> {
  const isLive = page.waitForRequest((request) => request.url().endsWith('/live'));
  await page.goto(`${demo.site.url}/`);
  await page.locator('portal-bookings .slot.free').first().waitFor();
  await isLive;
}

describe('what a page with one element fetches by itself', () => {
  it('is exactly what the budget counts, compressed; an act brings the rest', async () => {
    const page = await demo.page();
    await stands(page);
    const expected = pageWith('bookings.js', files);
    const fetched = await fetchedBy(page);
    expect(namesOf(fetched)).toEqual([...expected].sort());
    expect(fetched.reduce((sum, { bytes }) => sum + bytes, 0)).toBe([...expected].reduce((sum, name) => sum + (files[name]?.brotli ?? 0), 0));

    const answers = Object.entries(files).find(([, { name }]) => name === 'answers-view')?.[0] ?? '';
    const arrived = page.waitForResponse((response) => response.url().endsWith(answers));
    await page.locator('portal-bookings').hover();
    expect((await arrived).status()).toBe(200);
    expect(page.complaints).toEqual([]);
  });

  it('also for who is signed in', async () => {
    const { invitation } = await knownClient(demo, 'weight@mail.example');
    const page = await demo.page();
    await acceptInvitation(page, invitation);
    await stands(page);
    await page.locator('portal-bookings .upcoming').waitFor();
    expect(namesOf(await fetchedBy(page))).toEqual([...pageWith('bookings.js', files, { isSignedIn: true })].sort());
  });

  it('also in another language: its words more, and no English before them', async () => {
    const page = await demo.page();
    await page.addInitScript(() => {
      const shown: string[] = ((globalThis as { shown?: string[] }).shown = []);
      const look = (): void => {
        const words = document.querySelector('portal-bookings')?.shadowRoot?.querySelector('.root')?.textContent?.trim();
        if (words) shown.push(words);
        requestAnimationFrame(look);
      };
      look();
      new MutationObserver(() => {
        if (document.documentElement.lang !== 'de') document.documentElement.lang = 'de';
      }).observe(document, { childList: true, subtree: true, attributes: true });
    });
    await stands(page);
    expect(namesOf(await fetchedBy(page))).toEqual([...pageWith('bookings.js', files, { language: 'de' })].sort());
    const shown = await page.evaluate(() => (globalThis as { shown?: string[] }).shown ?? []);
    expect(shown.at(-1)).toContain('Zeitzone: ');
    expect(shown.filter((words) => /Loading|Times are in|with anyone/.test(words))).toEqual([]);
    expect(page.complaints).toEqual([]);
  });
});
