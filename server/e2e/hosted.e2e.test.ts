import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkIn, mailTo, startDemo, type DemoWorld } from './demo-browser.ts';
import { openHost, scriptTag, type HostPage } from './host-page.ts';
import { acceptInvitation, knownClient, newestCode, password, type KnownClient } from './known-client.ts';

let demo: DemoWorld;
let nadia: KnownClient;
const email = 'nadia@mail.example';
beforeAll(async () => {
  demo = await startDemo();
  nadia = await knownClient(demo, email, 3);
}, 60_000);
afterAll(async () => { await demo.close(); });

const card = (page: HostPage) => page.locator('portal-bookings #card-title', { hasText: 'Your booking' });
const booker = (page: HostPage) => page.locator('portal-bookings .booker');

describe('the hosted page', () => {
  it('books, and lets who was invited set a password and come in, under its own strict policy', async () => {
    const page = await demo.page({ width: 375, height: 800 });
    await page.goto(`${demo.server.url}/p/river-physio`);
    await page.locator('portal-bookings .slot.free').first().waitFor();
    await page.locator('portal-login > form').waitFor();
    const isAccountFirst = (): Promise<boolean> => page.evaluate(() => document.querySelector('main')?.firstElementChild?.className === 'account');
    expect(await isAccountFirst()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);

    const invitation = nadia.invitation.slice(nadia.invitation.indexOf('#'));
    await acceptInvitation(page, `${demo.server.url}/p/river-physio${invitation}`);
    expect(await isAccountFirst()).toBe(true);
    expect(page.complaints).toEqual([]);
  });
});

describe('a deep link to a booking, in the owner\'s page', () => {
  it('opens, closes with the back button, opens again with forward and by the same link', async () => {
    const page = await demo.page();
    await page.goto(`${demo.server.url}/p/river-physio`);
    await signIn(page);
    const link = `#portal/bookings/${nadia.bookingId}`;
    await page.evaluate((hash) => { location.hash = hash; }, link);
    await card(page).waitFor();
    expect(new URL(page.url()).hash).toBe(link);
    await page.goBack();
    await booker(page).waitFor();
    expect(await card(page).count()).toBe(0);
    await page.goForward();
    await card(page).waitFor();
    await page.locator('portal-bookings [data-action=another]').click();
    await booker(page).waitFor();
    await page.evaluate((hash) => { location.hash = hash; }, link);
    await card(page).waitFor();
    expect(page.complaints).toEqual([]);
  });

  it('leads through signing in, and back to the booking', async () => {
    const page = await demo.page();
    await openHost(demo, page, { body: `${scriptTag(demo)}<portal-login></portal-login><portal-bookings></portal-bookings>` });
    await page.goto(`${page.url()}#portal/bookings/${nadia.bookingId}`);
    await page.locator('portal-bookings .notice', { hasText: 'Sign in to see this' }).waitFor();
    await signIn(page);
    await card(page).waitFor();
    expect(page.complaints).toEqual([]);
  });

  it('leads to the hosted page where the page has no sign-in, and there to the booking', async () => {
    const page = await demo.page();
    await openHost(demo, page, { body: `${scriptTag(demo)}<portal-bookings></portal-bookings>` });
    await page.goto(`${page.url()}#portal/bookings/${nadia.bookingId}`);
    await page.locator('portal-bookings .notice a').click();
    await page.waitForURL(`${demo.server.url}/p/river-physio#portal/bookings/${nadia.bookingId}`);
    await page.locator('portal-bookings .notice a').click();
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name)).toBe('email');
    await signIn(page);
    await card(page).waitFor();
    expect(page.complaints).toEqual([]);
  });

  it('comes back by the mailed link: to the page where it was asked for, and to the booking', async () => {
    const page = await demo.page();
    const body = `${scriptTag(demo)}<portal-login></portal-login><portal-bookings></portal-bookings>`;
    await openHost(demo, page, { body });
    await page.goto(`${page.url()}#portal/bookings/${nadia.bookingId}`);
    await page.locator('portal-login input[type=email]').fill(email);
    await page.locator('portal-login [data-action=mail-code]').click();
    await page.locator('portal-login input[name=code]').waitFor();
    const link = linkIn((await mailTo(demo.server, email, /sign in/i)).html, '#portal/sign-in/');
    expect(link.startsWith(`${demo.site.url}/somewhere.html#portal/sign-in/`)).toBe(true);

    const second = Object.assign(await page.context().newPage(), { complaints: page.complaints });
    await openHost(demo, second, { body });
    await second.goto(link);
    await second.waitForURL(`${demo.site.url}/somewhere.html#portal/bookings/${nadia.bookingId}`);
    await second.locator('portal-login > form button[type=submit]', { hasText: 'Sign in' }).click();
    await card(second).waitFor();
    // The tab where it began knows, too.
    await card(page).waitFor();
    expect(page.complaints).toEqual([]);
  });
});

/** With the password; a browser that was never seen is asked for the mailed digits, too. */
async function signIn(page: HostPage): Promise<void> {
  const form = page.locator('portal-login > form');
  await form.locator('input[type=email]').fill(email);
  await form.locator('input[type=password]').fill(password);
  await form.locator('button[type=submit]').click();
  const code = form.locator('input[name=code]');
  const isIn = page.locator('portal-login').getByText('Signed in as');
  await code.or(isIn).first().waitFor();
  if (await code.isVisible()) await code.fill(await newestCode(demo, email));
  await isIn.waitFor();
}
