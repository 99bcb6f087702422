import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailTo, signInAtConsole, startDemo, type DemoWorld } from './demo-browser.ts';

let demo: DemoWorld;
beforeAll(async () => { demo = await startDemo(); }, 120_000);
afterAll(async () => { await demo.close(); });

type Page = Awaited<ReturnType<DemoWorld['page']>>;
const client = 'pieter.botha@mail.example';
const day = 86_400_000;
/** A worker that was busy when it was woken looks again within thirty seconds. */
const patience = { timeout: 45_000 };

async function signIn(page: Page): Promise<void> {
  await page.goto(`${demo.site.url}/portal.html`);
  const form = page.locator('portal-login > form');
  await form.locator('input[name=email]').fill(client);
  await page.locator('portal-login [data-action=mail-code]').click();
  await form.locator('input[name=code]').waitFor();
  const [, first = '', second = ''] = /\b(\d{3})\s?(\d{3})\b/.exec((await mailTo(demo.server, client, /^Sign in/)).text) ?? [];
  await form.locator('input[name=code]').fill(first + second);
  await page.locator('portal-invoices .screen').waitFor();
}

/** The clock of a running server is the machine's own: instead of waiting, the plan is made to have begun earlier, and what waits for a morning is due now. */
async function twoWeeksOn(owner: Page, times: number): Promise<void> {
  const db = new Sqlite(join(demo.data, 'portico.db'));
  const begun = (periods: number): string => new Date(Date.now() + (14 * periods - 15 * times) * day).toISOString().slice(0, 10);
  const { id } = db.prepare("SELECT id FROM subscriptions WHERE plan_id IN (SELECT id FROM plans WHERE name = 'Pilates by the river')").get() as { id: string };
  db.prepare('UPDATE subscriptions SET starts_on = ?, next_on = ? WHERE id = ?').run(begun(0), begun(times), id);
  db.prepare("UPDATE jobs SET run_at = ? WHERE state = 'waiting' AND kind = 'plan.issue' AND about = ?").run(Date.now(), `subscription:${id}`);
  await nudge(owner);
  await expect.poll(() => db.prepare('SELECT count(*) AS n FROM invoices WHERE source_id = ?').get(`${id}:${begun(times)}`), patience).toEqual({ n: 1 });
  db.prepare("UPDATE jobs SET run_at = ? WHERE state = 'waiting' AND kind = 'autopay.charge'").run(Date.now());
  await nudge(owner);
  db.close();
}

/** Anything that is written wakes the worker. */
async function nudge(owner: Page): Promise<void> {
  const status = await owner.evaluate(async () => (await fetch('/v1/console/clients', {
    method: 'POST', headers: { 'content-type': 'application/json', 'x-portico-console': '1', 'idempotency-key': crypto.randomUUID() }, body: JSON.stringify({ name: 'Somebody' }),
  })).status);
  expect(status).toBe(201);
}

describe('a plan', () => {
  it('is paid with consent, then by itself, and by hand again when the client has stopped that', async () => {
    const owner = await signInAtConsole(demo, 'anna@river-physio.example');
    const { items } = await (await owner.request.get(`${demo.server.url}/v1/console/clients?search=Pieter`)).json() as { items: { id: string }[] };
    await owner.goto(`${demo.server.url}/console/#/clients/${items[0]?.id}`);
    await owner.getByRole('button', { name: 'Start a plan' }).click();
    await owner.locator('portico-start-plan [id$="-planId"]').click();
    await owner.locator('.choice-option', { hasText: 'Pilates by the river' }).click();
    await owner.getByRole('button', { name: 'Start it' }).click();
    await owner.locator('portico-client-plans', { hasText: 'Pilates by the river' }).waitFor();

    const page = await demo.page({ width: 375, height: 900 });
    await signIn(page);
    const portal = page.locator('portal-invoices');
    const plan = portal.locator('[data-plan]', { hasText: 'Pilates by the river' });
    const papers = portal.locator('[data-invoice]', { hasText: 'Pilates by the river' });
    await plan.getByText(/^Next invoice: /).waitFor();
    await papers.first().waitFor();

    // The first one by hand, and the box that makes it the last.
    const box = portal.locator('[data-consent]');
    expect(await box.isChecked()).toBe(false);
    await portal.getByText(/From now on, pay “Pilates by the river” automatically: R\s560 every 2 weeks\./).click();
    expect(await box.isChecked()).toBe(true);
    await papers.first().locator('[data-action=pay]').click();
    await page.waitForURL(/\/test-pay\//);
    await page.getByText('This card is kept for the payments that you have agreed to.').waitFor();
    await page.getByLabel('Card number').fill('4242 4242 4242 4242');
    await page.getByRole('button', { name: /^Pay/ }).click();
    await portal.getByText('Paid, thank you').waitFor();
    await plan.getByText(/^Next payment: .*from .*Visa ···· 4242/).waitFor();
    expect((await mailTo(demo.server, client, /is paid automatically from now on/)).text).toContain('From now on, pay “Pilates by the river” automatically');

    // The next period: paid while nobody is there, seen live.
    await twoWeeksOn(owner, 1);
    await expect.poll(() => portal.locator('[data-status=paid]', { hasText: 'Pilates by the river' }).count(), patience).toBe(2);
    expect((await mailTo(demo.server, client, /^Invoice/)).text).toContain('You have nothing to do: it is taken from Visa ···· 4242');

    // Stopped: the one after it is an ordinary open invoice.
    await plan.locator('[data-action=auto]').click();
    await plan.getByText(/^Next invoice: /).waitFor();
    await twoWeeksOn(owner, 2);
    await portal.locator('[data-status=issued]', { hasText: 'Pilates by the river' }).locator('[data-action=pay]').waitFor(patience);
    await mailTo(demo.server, client, /is no longer paid automatically/);
    const open = await (await owner.request.get(`${demo.server.url}/v1/console/invoices?client=${items[0]?.id}&state=open`)).json() as { items: { title: string; dueMinor: number }[] };
    expect(open.items.filter(({ title }) => title.startsWith('Pilates'))).toMatchObject([{ dueMinor: 56_000 }]);

    // And the card is taken away.
    await portal.locator('.methods [data-action=remove]').click();
    await portal.locator('.methods').waitFor({ state: 'detached' });
    expect(page.complaints).toEqual([]);
  }, 240_000);

  it('is paused when the client asks and the owner agrees', async () => {
    const page = await demo.page();
    await signIn(page);
    const plan = page.locator('portal-invoices [data-plan]', { hasText: 'Pilates by the river' });
    await plan.locator('[data-action=consider]').click();
    await plan.getByLabel('Anything we should know? (optional)').fill('Away until March.');
    await plan.getByRole('button', { name: 'Send' }).click();
    await plan.getByText('You have asked for a pause.').waitFor();

    const owner = await signInAtConsole(demo, 'anna@river-physio.example');
    await owner.getByText('1 client asks something about a plan.').waitFor();
    await owner.goto(`${demo.server.url}/console/#/invoices/reviews`);
    const wish = owner.locator('[data-request]', { hasText: 'Away until March.' });
    await wish.getByRole('button', { name: 'Answer' }).click();
    await wish.getByLabel('A word to the client').fill('See you then.');
    await wish.getByRole('button', { name: 'Pause it' }).click();
    await plan.getByText(/^Paused\./).waitFor();
    expect((await mailTo(demo.server, client, /is paused$/)).text).toContain('See you then.');
    expect([...page.complaints, ...owner.complaints]).toEqual([]);
  }, 120_000);
});
