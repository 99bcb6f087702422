import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digitsOf } from './authenticator-app.ts';
import { signInAtConsole, startDemo, type DemoWorld } from './demo-browser.ts';
import { ask, ownerOf, weekdayAhead, type Owner, type OwnerPage } from './owner-console.ts';
import type { Start } from './running-server.ts';

let demo: DemoWorld;
let owner: Owner;
beforeAll(async () => {
  demo = await startDemo();
  owner = await ownerOf(demo, 'anna@river-physio.example');
}, 60_000);
afterAll(async () => { await demo.close(); });

const publicApi = (): string => `${demo.server.url}/v1/businesses/river-physio`;
const nextDay = (day: string, days = 1): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const typed = (day: string): string => new Date(day).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** How many times the business's own page offers on a day, of its first service, with anybody or one provider. */
async function freeOn(day: string, provider = ''): Promise<number> {
  const start = await (await fetch(`${publicApi()}/booking-start`)).json() as Start;
  const query = new URLSearchParams({ service: start.services[0]?.id ?? '', month: day.slice(0, 7), ...(provider && { provider }) });
  const month = await (await fetch(`${publicApi()}/slots?${query}`)).json() as { days: { date: string; times: { free: boolean }[] }[] };
  return month.days.find(({ date }) => date === day)?.times.filter(({ free }) => free).length ?? 0;
}

async function clientCount(page: OwnerPage, search: string): Promise<number> {
  return (await ask<{ items: unknown[] }>(page, 'GET', `clients?search=${encodeURIComponent(search)}`)).items.length;
}

describe('the owner\'s office, against the real server', () => {
  it('imports clients: shows first what would happen, names duplicates, adds only what is new', async () => {
    const page = await owner.at('#/clients/import');
    const csv = 'Full name,Reach,Mobile\nIna Import,ina@mail.example,+27 82 555 0101\nIna Again,INA@mail.example,\nThandi M,thandi.mokoena@mail.example,\nNo Address,not-an-address,\n';
    await page.getByLabel('CSV file with a header row').setInputFiles({ name: 'clients.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByRole('heading', { name: '4 new clients' }).waitFor();
    await page.getByRole('combobox', { name: 'E-mail: None' }).click();
    await page.getByRole('option', { name: 'Reach' }).click();
    await page.getByRole('heading', { name: '1 new client, 2 duplicates left out, 1 line to mend' }).waitFor();
    const lines = await page.locator('.import-rows li').allInnerTexts();
    expect(lines.map((line) => line.replaceAll(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/^Line 3 Ina Again/), expect.stringMatching(/^Line 4 Thandi M/), expect.stringMatching(/^Line 5 No Address/), expect.stringMatching(/^Line 2 Ina Import.*New$/),
    ]);
    expect(await clientCount(page, 'ina@mail.example')).toBe(0);
    await page.getByRole('button', { name: 'Import 1 client' }).click();
    await page.getByText('1 client imported').waitFor();
    await page.getByRole('link', { name: /Ina Import/ }).waitFor();
    expect(await clientCount(page, 'ina@mail.example')).toBe(1);
    expect(page.complaints).toEqual([]);
  });

  it('changes a service, and the page offers it so', async () => {
    const page = await owner.at('#/settings/services');
    await page.getByRole('link', { name: /Follow-up visit/ }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Follow-up, short');
    await page.getByRole('textbox', { name: 'How long' }).fill('ten');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Use a whole number from 5 to 720.').waitFor();
    await page.getByRole('textbox', { name: 'How long' }).fill('40');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved').waitFor();
    const visitor = await demo.page();
    await visitor.goto(`${demo.site.url}/`);
    await visitor.locator('portal-bookings #change-service').click();
    await visitor.locator('portal-bookings').getByText('Follow-up, short').first().waitFor();
    expect([...page.complaints, ...visitor.complaints]).toEqual([]);
  });

  it('closes several days for everybody, typed and from the month, and opens them again', async () => {
    const first = weekdayAhead(4, 2);
    const last = nextDay(first, 2);
    expect(await Promise.all([first, nextDay(first), last].map((day) => freeOn(day)))).not.toContain(0);
    const page = await owner.at('#/settings/closures');
    await page.getByRole('textbox', { name: 'First day' }).fill('some day');
    await page.getByRole('button', { name: 'Close these days' }).click();
    await page.getByText(/This is no day we can read/).first().waitFor();
    await page.getByRole('textbox', { name: 'First day' }).fill(typed(first));
    await page.getByRole('button', { name: 'Last day: choose from a month' }).click();
    await page.locator(`[data-day="${first}"]`).press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Why' }).fill('Painting');
    await page.getByRole('button', { name: 'Close these days' }).click();
    await page.getByText('Painting · Everybody').waitFor();
    expect(await Promise.all([first, nextDay(first), last].map((day) => freeOn(day)))).toEqual([0, 0, 0]);
    expect(await freeOn(nextDay(first, -1))).toBeGreaterThan(0);

    await page.getByRole('button', { name: /^Open again/ }).click();
    await expect.poll(() => freeOn(first)).toBeGreaterThan(0);
    expect(page.complaints).toEqual([]);
  });

  it('gives one provider other hours on one day, in two ranges, and none on another', async () => {
    const [short, off] = [weekdayAhead(5, 2), weekdayAhead(5, 3)];
    const page = await owner.at('#/settings/providers');
    const { id } = (await ask<{ items: { id: string; name: string }[] }>(page, 'GET', 'providers')).items[0]!;
    const usual = await freeOn(short, id);
    await page.locator('main').getByRole('link', { name: /Anna van Wyk/ }).click();
    for (const day of [short, off]) {
      await page.getByRole('textbox', { name: 'Another day' }).fill(typed(day));
      await page.getByRole('textbox', { name: 'Another day' }).press('Enter');
      await page.getByRole('group', { name: new RegExp(String(Number(day.slice(8)))) }).first().waitFor();
    }
    const row = page.locator('.override-row').filter({ has: page.getByText(new RegExp(`\\b${Number(short.slice(8))}\\b`)) }).first();
    await row.getByRole('button', { name: 'Add hours' }).click();
    await row.getByRole('textbox', { name: /from$/ }).fill('9');
    await row.getByRole('textbox', { name: /until$/ }).fill('10');
    await row.getByRole('button', { name: 'Add hours' }).click();
    await row.getByRole('textbox', { name: /from$/ }).nth(1).fill('9:30');
    await page.getByRole('button', { name: 'Save' }).click();
    await row.getByText('These hours overlap. Join them or move one.').waitFor();
    await row.getByRole('textbox', { name: /from$/ }).nth(1).fill('15');
    await row.getByRole('textbox', { name: /until$/ }).nth(1).fill('16');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved').waitFor();
    const now = await freeOn(short, id);
    expect(now).toBeGreaterThan(0);
    expect(now).toBeLessThan(usual);
    expect(await freeOn(off, id)).toBe(0);
    expect(page.complaints).toEqual([]);
  });

  it('signs in with an authenticator app, and with a code that was kept as a file', async () => {
    const page = await signInAtConsole(demo, 'mara@nachtwerk.example');
    await page.goto(`${demo.server.url}/console/#/settings/account`);
    await page.getByRole('button', { name: 'Add an app' }).click();
    const key = await page.getByLabel('Key').innerText();
    await page.getByLabel('Six digits from the app').fill(digitsOf(key, Date.now()));
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^recovery-codes-nachtwerk.*-\d{4}-\d{2}-\d{2}\.txt$/);
    const text = await readFile(await file.path(), 'utf8');
    const shown = await page.locator('.recovery li').allInnerTexts();
    expect(text).toContain('Nachtwerk');
    expect(text).toContain('mara@nachtwerk.example');
    expect(text).toContain(String(new Date().getFullYear()));
    for (const code of shown) expect(text).toContain(code);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.nav').isVisible()).toBe(false);
    expect(await page.locator('.recovery li').first().isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByText('On. Signing in asks for six digits from your app.').waitFor();

    for (const proof of ['app', 'paper'] as const) {
      const device = await demo.page({ width: 375 });
      await device.goto(`${demo.server.url}/console/`);
      await device.getByLabel('E-mail').fill('mara@nachtwerk.example');
      await device.getByLabel('Password').fill('portico demo');
      await device.getByRole('button', { name: 'Sign in' }).click();
      const digits = device.getByLabel('Six digits from the app');
      await digits.fill('000000');
      await device.getByRole('alert').filter({ hasText: /\w/ }).first().waitFor();
      // The digits that added the app are spent; the next ones are good already.
      if (proof === 'app') await digits.fill(digitsOf(key, Date.now() + 30_000));
      else {
        await device.getByRole('button', { name: 'Use a recovery code' }).click();
        await device.getByLabel('Recovery code').fill(shown[0] ?? '');
        await device.getByRole('button', { name: 'Continue' }).click();
      }
      await device.locator('nav').waitFor();
      expect(device.complaints).toEqual([]);
    }
  });

  it('says on the first screen that a mail was given up, and sends it again', async () => {
    const page = await owner.at('#/today');
    const file = new Database(join(demo.data, 'portico.db'));
    const mail = file.prepare("select id, subject from mails where to_address = 'anna@river-physio.example' order by id desc").get() as { id: string; subject: string };
    file.prepare("update mails set state = 'failed', last_error = '550 No such mailbox' where id = ?").run(mail.id);
    file.prepare("update jobs set state = 'dead', attempts = 8, last_error = '550 No such mailbox' where payload like ?").run(`%${mail.id}%`);
    file.close();
    await page.reload();
    await page.getByText('1 message could not be delivered.').waitFor();
    await page.getByRole('link', { name: 'Look and retry' }).click();
    await page.getByRole('button', { name: `Retry: ${mail.subject}` }).click();
    await page.getByText('Everything goes out').waitFor();
    await expect.poll(async () => (await ask<{ items: { id: string; state: string }[] }>(page, 'GET', 'mails')).items.find(({ id }) => id === mail.id)?.state).toBe('sent');
    expect(page.complaints).toEqual([]);
  });
});
