import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailTo, signInAtConsole, startDemo, type DemoWorld } from './demo-browser.ts';

let demo: DemoWorld;
beforeAll(async () => { demo = await startDemo(); }, 120_000);
afterAll(async () => { await demo.close(); });

type Page = Awaited<ReturnType<DemoWorld['page']>>;
const client = 'thandi.mokoena@mail.example';

/** By the mailed code: the demo's clients have no password. */
async function signIn(page: Page, hash = ''): Promise<void> {
  await page.goto(`${demo.site.url}/portal.html${hash}`);
  const form = page.locator('portal-login > form');
  await form.locator('input[name=email]').fill(client);
  await page.locator('portal-login [data-action=mail-code]').click();
  await form.locator('input[name=code]').waitFor();
  const [, first = '', second = ''] = /\b(\d{3})\s?(\d{3})\b/.exec((await mailTo(demo.server, client, /./)).text) ?? [];
  await form.locator('input[name=code]').fill(first + second);
  await page.locator('portal-invoices .screen').waitFor();
}

const invoices = (page: Page) => page.locator('portal-invoices');
const row = (page: Page, number: string) => invoices(page).locator('[data-invoice]', { hasText: number });
const isPaid = (page: Page, number: string) => invoices(page).locator('[data-status=paid]', { hasText: number }).waitFor();

async function payWith(page: Page, card: string): Promise<void> {
  await page.getByLabel('Card number').fill(card);
  await page.getByRole('button', { name: /^Pay/ }).click();
}

describe('a client pays, in the owner\'s page', () => {
  it('by test card: declined, then paid, seen without a reload by another tab and by the owner; and has it as a paper', async () => {
    const page = await demo.page({ width: 375, height: 800 });
    await signIn(page);
    await invoices(page).getByText(/^You owe R/).waitFor();
    const overdue = invoices(page).locator('[data-status=overdue]').first();
    const [number = ''] = /INV-\d+-\d+/.exec(await overdue.innerText()) ?? [];
    const id = await overdue.getAttribute('data-invoice') ?? '';

    // A second tab of the same person, and the owner, look on.
    const other = await page.context().newPage();
    await other.goto(`${demo.site.url}/portal.html`);
    await other.locator(`portal-invoices [data-invoice="${id}"][data-status=overdue]`).waitFor();
    const owner = await signInAtConsole(demo, 'anna@river-physio.example');
    const statusForOwner = async (): Promise<string> => (await (await owner.request.get(`${demo.server.url}/v1/console/invoices/${id}`)).json() as { status: string }).status;
    expect(await statusForOwner()).toBe('overdue');

    // Declined: nothing is paid, and coming back says so.
    await overdue.locator('[data-action=pay]').click();
    await page.waitForURL(/\/test-pay\//);
    await payWith(page, '4000 0000 0000 0002');
    await page.getByText('This card was declined. Nothing was charged.').waitFor();
    await page.getByRole('link', { name: 'Back without paying' }).click();
    await invoices(page).getByText('Not paid yet').waitFor();
    expect(await statusForOwner()).toBe('overdue');

    // The same checkout again, with a card that pays.
    await invoices(page).locator('[data-action=continue]').click();
    await payWith(page, '4242 4242 4242 4242');
    await invoices(page).getByText('Paid, thank you').waitFor();
    expect(page.url()).not.toContain('#portal');
    await isPaid(page, number);
    await other.locator(`portal-invoices [data-invoice="${id}"][data-status=paid]`).waitFor();
    expect(await statusForOwner()).toBe('paid');

    const download = page.waitForEvent('download');
    await row(page, number).locator('[data-action=pdf]').click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`${number}.pdf`);
    expect(readFileSync(await file.path()).subarray(0, 5).toString()).toBe('%PDF-');
    const receipt = page.waitForEvent('download');
    await invoices(page).locator('.attempt [data-action=receipt]').click();
    expect(readFileSync(await (await receipt).path()).subarray(0, 5).toString()).toBe('%PDF-');
    expect(page.complaints).toEqual([]);
  }, 120_000);

  it('a link of a mail opens the invoice, through the sign-in', async () => {
    const owner = await signInAtConsole(demo, 'anna@river-physio.example');
    const { items } = await (await owner.request.get(`${demo.server.url}/v1/console/invoices?search=CN-`)).json() as { items: { id: string; clientName: string; number: string }[] };
    const note = items.find(({ clientName }) => clientName === 'Thandi Mokoena');
    const page = await demo.page();
    await signIn(page, `#portal/invoices/${note?.id}`);
    await row(page, note?.number ?? '').locator('.details .sums').waitFor();
    expect(page.complaints).toEqual([]);
  }, 60_000);
});
