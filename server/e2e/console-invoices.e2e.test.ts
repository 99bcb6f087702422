import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemo, type DemoWorld } from './demo-browser.ts';
import { ask, bookedAt, ownerOf, weekdayAhead, type Owner, type OwnerPage } from './owner-console.ts';

let demo: DemoWorld;
let owner: Owner;
beforeAll(async () => {
  demo = await startDemo();
  owner = await ownerOf(demo, 'anna@river-physio.example');
}, 60_000);
afterAll(async () => { await demo.close(); });

interface Paper { readonly id: string; readonly number: string | null; readonly status: string; readonly totalMinor: number; readonly dueMinor: number; readonly clientId: string }
const papers = async (page: OwnerPage, client: string): Promise<Paper[]> => (await ask<{ items: Paper[] }>(page, 'GET', `invoices?client=${client}`)).items;

/** Somebody new, so that nothing else is owed. */
async function newClient(page: OwnerPage, name: string): Promise<string> {
  return (await ask<{ id: string }>(page, 'POST', 'clients', { kind: 'person', name, contact: { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@mail.example` } })).id;
}

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

describe('invoices, by an owner who cannot code, against the real server', () => {
  it('writes one from the keyboard, issues it, is paid, credits, gives back', async () => {
    const page = await owner.at('#/invoices/new');
    const clientId = await newClient(page, 'Wilma Writer');
    const picker = page.getByLabel('Client', { exact: true });
    await picker.fill('Wilma');
    await page.locator('[data-active]', { hasText: 'Wilma Writer' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.line textarea:focus').waitFor();
    await page.keyboard.type('Home visit');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1,5');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1 234,50');
    await page.keyboard.press('Enter');
    await page.locator('.line').nth(1).locator('textarea:focus').waitFor();
    await page.keyboard.type('Tape');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('23');
    await page.getByText('Draft saved').waitFor();
    await looksRight(page, 'the editor');
    const shown = (await page.locator('.totals .is-final dd').innerText()).replaceAll(/\s/g, '');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/for Wilma Writer is issued/).waitFor();
    const [issued] = await papers(page, clientId);
    // The page computes with the same function: 1.5 × 1234.50 rounded half up, and 23.
    expect(issued).toMatchObject({ status: 'issued', totalMinor: 185_175 + 2300, number: expect.stringMatching(/^INV-\d{4}-\d{4}$/) as string });
    expect(shown).toBe('R1874,75');

    const sheet = page.locator('.sheet');
    await sheet.getByRole('button', { name: 'Record a payment' }).click();
    await sheet.getByRole('textbox', { name: 'Amount', exact: true }).fill('2 000');
    await sheet.getByRole('combobox', { name: /^How/ }).click();
    await page.getByRole('option', { name: 'Cash' }).click();
    await sheet.getByText(/125,25 becomes account credit/).waitFor();
    await sheet.getByRole('button', { name: 'Record it' }).click();
    await page.getByText(/125,25 is account credit/).waitFor();
    expect((await papers(page, clientId))[0]).toMatchObject({ status: 'paid', dueMinor: 0 });

    await page.getByRole('button', { name: /Wilma Writer/ }).click();
    await sheet.getByRole('button', { name: 'Credit note…' }).click();
    await sheet.getByLabel('A part').check();
    await sheet.getByRole('button', { name: 'Remove line 1' }).click();
    await sheet.getByRole('textbox', { name: 'Reason' }).fill('Tape was not needed');
    await sheet.getByRole('button', { name: /^Credit R.23/ }).click();
    await page.getByText(/CN-\d{4}-\d{4} is issued/).waitFor();
    await sheet.getByRole('button', { name: 'Give back…' }).click();
    // 125.25 too much and 23 credited.
    await expect.poll(() => sheet.getByRole('textbox', { name: 'Amount', exact: true }).inputValue()).toBe('148,25');
    await sheet.getByRole('textbox', { name: 'Reason' }).fill('Too much, and the tape');
    await sheet.getByRole('button', { name: 'Give it back' }).click();
    await page.getByText(/148,25 is written down as given back to Wilma Writer/).waitFor();
    expect(await ask(page, 'GET', `clients/${clientId}/account`)).toMatchObject({ owed: [], credit: [] });
    expect(page.complaints).toEqual([]);
  }, 90_000);

  it('keeps a draft through a reload, and the paper can be downloaded once it is issued', async () => {
    const page = await owner.at('#/invoices/new');
    const clientId = await newClient(page, 'Dora Draft');
    await page.goto(`${demo.server.url}/console/#/invoices/new/${clientId}`);
    await page.getByLabel('Line 1: What for').fill('Consultation');
    await page.getByLabel('Line 1: Price').fill('65');
    await page.getByText('Draft saved').waitFor();
    await page.getByLabel('Line 1: Price').fill('65,,0');
    await page.getByText('Kept in this browser').waitFor();
    await page.reload();
    await page.getByText('What you typed last time is here again.').waitFor();
    expect(await page.getByLabel('Line 1: Price').inputValue()).toBe('65,,0');
    await page.getByLabel('Line 1: Price').fill('650');
    await page.getByText('Draft saved').waitFor();
    await page.getByRole('button', { name: /^Issue/ }).first().click();
    await page.locator('.sheet .invoice-facts').waitFor();
    const download = page.waitForEvent('download');
    await page.locator('.sheet').getByRole('link', { name: 'PDF' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
    expect((await papers(page, clientId)).map(({ totalMinor }) => totalMinor)).toEqual([65_000]);
    expect(page.complaints).toEqual([]);
  }, 60_000);

  it('shows at once in a second tab what is paid in the first, and uses account credit', async () => {
    const page = await owner.at('#/invoices');
    const clientId = await newClient(page, 'Live Lindiwe');
    const { id } = await ask<Paper>(page, 'POST', 'invoices', { clientId, lines: [{ description: 'Visit', unitPriceMinor: 50_000 }] });
    await ask(page, 'POST', `invoices/${id}/issue`);
    const row = page.getByRole('button', { name: /Live Lindiwe/ });
    await row.waitFor();
    const other = await owner.at(`#/clients/${clientId}`);
    await other.getByText(/Owes R.500/).waitFor();
    await ask(other, 'POST', 'payments', { clientId, amountMinor: 60_000, method: 'bank_transfer', receivedOn: new Date().toISOString().slice(0, 10) });
    await row.filter({ hasText: 'Paid' }).waitFor();
    await other.getByText(/Has R.100 of account credit/).waitFor();
    const next = await ask<Paper>(page, 'POST', 'invoices', { clientId, lines: [{ description: 'Tape', unitPriceMinor: 8000 }] });
    await ask(page, 'POST', `invoices/${next.id}/issue`);
    await other.getByRole('button', { name: /Tape/ }).click();
    await other.getByRole('button', { name: /^Use R.80 of account credit/ }).click();
    await other.getByRole('button', { name: 'Use it' }).click();
    await other.getByText(/Has R.20 of account credit/).waitFor();
    expect([...page.complaints, ...other.complaints]).toEqual([]);
  }, 60_000);

  it('invoices a booking once, from its sheet', async () => {
    const page = await owner.at('#/calendar');
    const day = weekdayAhead(6, 2);
    const booking = await bookedAt(page, 'Bongi Booked', day, '10:00');
    for (const _ of [1, 2]) {
      await page.goto(`${demo.server.url}/console/#/calendar/day/${day}`);
      await page.locator('.thing', { hasText: /Bongi/ }).first().click();
      await page.getByRole('button', { name: 'Invoice it' }).click();
      await page.getByRole('heading', { name: 'Invoice for Bongi Booked' }).waitFor();
    }
    const { items } = await ask<{ items: Paper[] }>(page, 'GET', 'invoices?limit=50');
    const made = await Promise.all(items.map(({ id }) => ask<{ source: { id: string | null } }>(page, 'GET', `invoices/${id}`)));
    expect(made.filter(({ source }) => source.id === booking.id)).toHaveLength(1);
    expect(page.complaints).toEqual([]);
  }, 60_000);

  it('sets up numbers, taxes and the test network, each with its errors beside the field', async () => {
    const page = await owner.at('#/settings/invoices');
    const series = page.getByRole('group', { name: 'Credit notes' });
    await series.getByRole('textbox', { name: 'Pattern' }).fill('GS-{year}-{number}-{x}');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Only {number} and {year} go between braces.').waitFor();
    await series.getByRole('textbox', { name: 'Pattern' }).fill('GS-{year}-{number}');
    await series.getByText(/GS-\d{4}-\d{4}/).waitFor();
    await page.getByRole('textbox', { name: 'How to pay by transfer' }).fill('Riverside Bank 62 555 010 101');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved').waitFor();
    expect(await ask(page, 'GET', 'invoice-settings')).toMatchObject({ bankDetails: 'Riverside Bank 62 555 010 101', creditNoteSeries: { pattern: 'GS-{year}-{number}' } });

    await page.goto(`${demo.server.url}/console/#/settings/payments`);
    const network = page.locator('.provider', { has: page.getByRole('heading', { name: 'Test network' }) });
    const turnOn = network.getByRole('button', { name: /^Turn on/ });
    await network.getByRole('heading').waitFor();
    if (await turnOn.isVisible()) await turnOn.click();
    await network.getByText('On', { exact: true }).waitFor();
    await network.getByRole('button', { name: 'Test the key' }).click();
    await network.getByText(/The key works/).waitFor();
    expect(page.complaints).toEqual([]);
  }, 60_000);
});

describe.each([375, 1280])('invoices at %i px', (width) => {
  it('have nothing for axe to complain about, and fit', async () => {
    const page = await owner.at('#/invoices', { width, height: 800 });
    const clientId = await newClient(page, `Fits At ${width}`);
    const { id } = await ask<Paper>(page, 'POST', 'invoices', { clientId, lines: [{ description: 'Home programme and a supervised return to running, with a written report for the insurer', unitPriceMinor: 12_345_678 }] });
    await ask(page, 'POST', `invoices/${id}/issue`);
    await ask(page, 'POST', 'payments', { clientId, amountMinor: 4_000_000, method: 'bank_transfer', receivedOn: new Date().toISOString().slice(0, 10) });
    const screens: readonly (readonly [address: string, mark: string])[] = [
      ['#/invoices', '.ageing-bar rect'], [`#/invoices/${id}`, '.sheet .movements'], ['#/invoices/new', '.line textarea'], ['#/invoices/payments', '.payment-rows'], ['#/invoices/reviews', '.empty, .review'], [`#/clients/${clientId}`, '.standing'],
      ['#/settings/invoices', '.next-number'], ['#/settings/taxes', 'portico-taxes form'], ['#/settings/payments', '.provider'],
    ];
    for (const [address, mark] of screens) {
      await page.goto(`${demo.server.url}/console/${address}`);
      await page.locator(mark).first().waitFor();
      await looksRight(page, address);
    }
  }, 120_000);
});
