import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDemo, type DemoWorld } from './demo-browser.ts';
import { ask, ownerOf } from './owner-console.ts';

let demo: DemoWorld;
beforeAll(async () => { demo = await startDemo(); }, 60_000);
afterAll(async () => { await demo.close(); });

it('a guest pays a deposit to book: to the provider, back to the same place, booked', async () => {
  const owner = await ownerOf(demo, 'anna@river-physio.example');
  const settings = await owner.at('#/settings/services');
  const [service] = (await ask<{ items: { id: string; name: string; priceMinor: number }[] }>(settings, 'GET', 'services')).items.filter(({ priceMinor }) => priceMinor > 0);
  await settings.goto(`${demo.server.url}/console/#/settings/services/${service?.id}`);
  await settings.getByRole('radio', { name: 'A share' }).check();
  await settings.getByLabel('How much').fill('50');
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect.poll(async () => (await ask<{ items: { id: string; prepayment: unknown }[] }>(settings, 'GET', 'services')).items.find(({ id }) => id === service?.id)?.prepayment).toEqual({ kind: 'share', percent: 50 });
  if (process.env['SHOTS']) await settings.screenshot({ path: `${process.env['SHOTS']}/editor.png`, fullPage: true });

  const page = await demo.page({ width: 375, height: 800 });
  await page.goto(`${demo.server.url}/p/river-physio?service=${service?.id}`);
  const bookings = page.locator('portal-bookings');
  await bookings.locator('.slot.free').first().click();
  const kind = bookings.locator(`.confirm input[value="${service?.id}"]`);
  if (await kind.count() > 0) await kind.check();
  await bookings.locator('[name="name"]').fill('Hilda Held');
  await bookings.locator('[name="email"]').fill('hilda@mail.example');
  const submit = bookings.locator('.confirm button[type="submit"]');
  await expect.poll(() => submit.innerText()).toMatch(/^Pay R\s?\d+/);
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/confirm.png` });
  await submit.click();
  await page.waitForURL(/\/test-pay\//);
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/pay.png` });
  await page.getByRole('button', { name: /^Pay/ }).click();
  await page.waitForURL(/\/p\/river-physio/);
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/back.png` });
  await bookings.locator('#card-title', { hasText: 'You’re booked' }).waitFor();
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/booked.png` });
  expect(page.url()).not.toMatch(/portal\/bookings\/[^/]+\/.+/);
  expect(page.complaints).toEqual([]);
});
