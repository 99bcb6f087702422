import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemo, type DemoWorld } from './demo-browser.ts';
import { ask, ownerOf, type Owner, type OwnerPage } from './owner-console.ts';

let demo: DemoWorld;
let owner: Owner;
beforeAll(async () => {
  demo = await startDemo();
  owner = await ownerOf(demo, 'anna@river-physio.example');
}, 60_000);
afterAll(async () => { await demo.close(); });

/** Every screen, and something that is there once it is complete. */
const screens: readonly (readonly [address: string, mark: string])[] = [
  ['#/today', 'main h1'], ['#/calendar/week', '.thing, .agenda-day'], ['#/calendar/day', '[data-column], .agenda-day'], ['#/clients', '.client-row'], ['#/clients/CLIENT', '.timeline li'], ['#/clients/import', '#import-file'],
  ['#/invoices/chasing', '.chasing-row, .empty'], ['#/documents', '.document-row, .empty'], ['#/settings', '.settings-nav a'], ['#/settings/services', '.settings-body .rows'], ['#/settings/services/SERVICE', '.picks'], ['#/settings/packages', '.settings-body .rows'], ['#/settings/packages/new', '.picks'], ['#/settings/providers', '.settings-body .rows'], ['#/settings/providers/PROVIDER', '.hours-day'],
  ['#/settings/closures', '.settings-body form'], ['#/settings/business', '.sample'], ['#/settings/embed', 'pre'], ['#/settings/team', '.team-row'], ['#/settings/mail', '.mail-rows'], ['#/settings/activity', '.settings-body .rows'],
  ['#/settings/account', 'portico-totp button'],
];

async function looksRight(page: OwnerPage, where: string): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document);
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
  expect(found, where).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${where} is wider than the window`).toBeLessThanOrEqual(0);
  expect(page.complaints, where).toEqual([]);
}

describe.each([375, 1280])('every screen at %i px', (width) => {
  it('has nothing for axe to complain about, and fits', async () => {
    const page = await owner.at('#/today', { width, height: 800 });
    const firstOf = async (path: string): Promise<string> => (await ask<{ items: { id: string }[] }>(page, 'GET', path)).items[0]?.id ?? '';
    const ids: Readonly<Record<string, string>> = { CLIENT: await firstOf('clients'), SERVICE: await firstOf('services'), PROVIDER: await firstOf('providers') };
    for (const [address, mark] of screens) {
      await page.goto(`${demo.server.url}/console/${address.replace(/[A-Z]{5,}/, (name) => ids[name] ?? '')}`);
      await page.locator(mark).first().waitFor();
      await looksRight(page, address);
    }
  }, 120_000);
});

describe('signing up a business', () => {
  it('fits and is clean on a phone, from the first question to the snippet and the first day', async () => {
    const page = await demo.page({ width: 375, height: 800 });
    await page.goto(`${demo.server.url}/console/#/sign-up`);
    const answers: readonly (readonly [question: string, fields: Readonly<Record<string, string>>])[] = [
      ['Who are you?', { 'Your name': 'Lindiwe Baker', 'E-mail': 'lindiwe@bakery.example', 'Password': 'flour water salt time' }], ['What is your business called?', { Name: 'Lindiwe’s Bakery' }],
      ['Where is it?', {}], ['How do you write prices and dates?', {}], ['What can people book first?', { 'Name': 'Sourdough class', 'How long': '120', 'Price': '480' }], ['When are you open?', {}],
    ];
    for (const [question, fields] of answers) {
      await page.getByRole('heading', { name: question }).waitFor();
      for (const [label, value] of Object.entries(fields)) await page.getByRole('textbox', { name: label }).or(page.getByLabel(label)).first().fill(value);
      await looksRight(page, question);
      await page.getByRole('button', { name: /Continue|Create your business/ }).click();
    }
    await page.locator('pre', { hasText: '<portal-bookings' }).waitFor();
    await looksRight(page, 'the snippet');
    await page.getByRole('button', { name: 'Go to your console' }).click();
    await page.locator('.checklist').waitFor();
    await looksRight(page, 'the first day');
  }, 90_000);
});
