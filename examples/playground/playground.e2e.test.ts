import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDemo, type DemoWorld } from '../../server/e2e/demo-browser.ts';

let demo: DemoWorld;
beforeAll(async () => { demo = await startDemo(); }, 60_000);
afterAll(async () => { await demo.close(); });

it('the example page shows real times on each page, and what was changed ends in the rule to copy', async () => {
  const page = await demo.page({ width: 375, height: 800 });
  await page.goto(`${demo.site.url}/playground/`);
  const playground = page.locator('portico-playground');
  for (const name of ['Light page', 'Dark page', 'Narrow column']) {
    await playground.getByRole('radio', { name }).check({ force: true });
    await playground.locator('portal-bookings .slot.free').first().waitFor();
  }
  await playground.locator('[name="--portal-radius"]').first().fill('20');
  await playground.locator('pre', { hasText: '--portal-radius: 20px;' }).waitFor();
  expect(await playground.locator('portal-bookings .slot.free').first().evaluate((slot) => getComputedStyle(slot).borderTopLeftRadius)).toBe('20px');
  await playground.getByRole('radio', { name: 'Sign-in' }).check({ force: true });
  await page.locator('portico-playground input[type=password]').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  expect(page.complaints).toEqual([]);
}, 60_000);
