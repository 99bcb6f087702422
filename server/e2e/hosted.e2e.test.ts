import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemo, type DemoWorld } from './demo-browser.ts';
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
