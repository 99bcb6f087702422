import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemo, type DemoWorld } from './demo-browser.ts';
import { openHost, scriptTag, type HostPage } from './host-page.ts';
import { acceptInvitation, knownClient } from './known-client.ts';
import { freeStarts, postBooking } from './running-server.ts';

let demo: DemoWorld;
let page: HostPage;
const email = 'regular@mail.example';
const tall = (name: string, height: number): string => `<${name} style="display:block;min-height:max(${height}px,${height / 16}rem)"></${name}>`;
const body = (): string => `${scriptTag(demo)}${tall('portal-login', 440)}<p id="between">Between</p>${tall('portal-bookings', 600)}<p id="after">After</p><p style="height:2000px">The rest</p>`;

beforeAll(async () => {
  demo = await startDemo();
  const { invitation } = await knownClient(demo, email, 0);
  for (const nth of [6, 12, 18]) {
    const { serviceId, starts } = await freeStarts(demo.server.url, 'river-physio');
    expect((await postBooking(demo.server.url, 'river-physio', { serviceId, startsAt: starts[nth], email }, `one-more-visit-${nth}`)).status).toBe(201);
  }
  page = await demo.page({ width: 375, height: 1200 });
  await acceptInvitation(page, invitation);
  await page.addInitScript(() => {
    const seen = globalThis as { shift?: number };
    seen.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
        if (!entry.hadRecentInput) seen.shift = (seen.shift ?? 0) + entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}, 90_000);
afterAll(async () => { await demo.close(); });

const shift = (): Promise<number> => page.evaluate(() => (globalThis as { shift?: number }).shift ?? -1);
const height = (selector: string): Promise<number> => page.locator(selector).evaluate((element) => (element as HTMLElement).offsetHeight);
const topOf = (selector: string): Promise<number> => page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);

describe('the room that the page reserved, for who is signed in', () => {
  it('is kept as long as somebody looks: what is longer ends in a button', async () => {
    await openHost(demo, page, { body: body() });
    await page.locator('portal-bookings [data-action=show-all]').waitFor();
    await page.locator('portal-login .person').waitFor();
    expect([await height('portal-login'), await height('portal-bookings')]).toEqual([440, 600]);
    expect(await shift()).toBe(0);
    await page.locator('portal-bookings [data-action=show-all]').click();
    await page.locator('portal-bookings [data-action=show-all]').waitFor({ state: 'detached' });
    expect(await height('portal-bookings')).toBeGreaterThan(1000);
    await page.locator('portal-bookings section.past').waitFor();
  });

  it('is given back when its end leaves the screen, and nothing on the screen moves', async () => {
    await openHost(demo, page, { body: body() });
    await page.locator('portal-login .person').waitFor();
    await page.evaluate(() => scrollTo(0, 700));
    const before = await topOf('#after');
    await page.waitForFunction(() => (document.querySelector('portal-login') as HTMLElement).offsetHeight < 120);
    expect(Math.abs(await topOf('#after') - before)).toBeLessThan(1);
    expect(await shift()).toBe(0);
  });

  it('is not moved by bookings that arrive while they are half out of sight', async () => {
    let arrive = (): void => undefined;
    const mayArrive = new Promise<void>((resolve) => { arrive = resolve; });
    await page.route('**/v1/bookings?*', async (route) => { await mayArrive; await route.continue(); });
    await openHost(demo, page, { body: body() });
    await page.locator('portal-login .person').waitFor();
    await page.evaluate(() => scrollTo(0, 700));
    const before = await topOf('#after');
    arrive();
    await page.locator('portal-bookings [data-action=show-all]').waitFor();
    expect(Math.abs(await topOf('#after') - before)).toBeLessThan(1);
    expect(await shift()).toBe(0);
    await page.unroute('**/v1/bookings?*');
  });

  it('is not minded where what comes after it is out of sight from the beginning', async () => {
    await page.setViewportSize({ width: 375, height: 400 });
    await openHost(demo, page, { body: `<p style="height:500px">Before</p>${body()}` });
    await page.waitForFunction(() => (document.querySelector('portal-login') as HTMLElement).offsetHeight < 120);
    await page.locator('portal-bookings section.past').waitFor();
    expect(await shift()).toBe(0);
    expect(await page.locator('portal-bookings [data-action=show-all]').count()).toBe(0);
    expect(page.complaints).toEqual([]);
  });
});
