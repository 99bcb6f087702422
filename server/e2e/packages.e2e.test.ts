import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastMailTo, mailTo, startDemo, type DemoPage, type DemoWorld } from './demo-browser.ts';
import { ask, ownerOf, type Owner, type OwnerPage } from './owner-console.ts';

let demo: DemoWorld;
let owner: Owner;
beforeAll(async () => {
  demo = await startDemo();
  owner = await ownerOf(demo, 'anna@river-physio.example');
}, 120_000);
afterAll(async () => { await demo.close(); });

interface Named { readonly id: string; readonly name: string }
const client = 'thandi.mokoena@mail.example';
const invoices = (page: DemoPage) => page.locator('portal-invoices');
const bookings = (page: Pick<DemoPage, 'locator'>) => page.locator('portal-bookings');
const shot = async (page: DemoPage, name: string): Promise<void> => { if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png`, fullPage: true }); };

const codeMail = /code|sign/i;

/** By the mailed code: the demo's clients have no password. */
async function signedIn(width = 1280): Promise<DemoPage> {
  const page = await demo.page({ width });
  await page.goto(`${demo.site.url}/portal.html`);
  const form = page.locator('portal-login > form');
  await form.locator('input[name=email]').fill(client);
  const seen = await lastMailTo(demo.server, client, codeMail);
  await page.locator('portal-login [data-action=mail-code]').click();
  await form.locator('input[name=code]').waitFor();
  const [, first = '', second = ''] = /\b(\d{3})\s?(\d{3})\b/.exec((await mailTo(demo.server, client, codeMail, seen)).text) ?? [];
  await form.locator('input[name=code]').fill(first + second);
  await invoices(page).locator('.screen').waitFor();
  return page;
}

const idOf = async (page: OwnerPage, path: string, name: string): Promise<string> => (await ask<{ items: Named[] }>(page, 'GET', path)).items.find((one) => one.name === name)?.id ?? '';
const left = (page: DemoPage, name: string) => invoices(page).locator('[data-package]', { hasText: name }).locator('.figures');

/** Chooses what to book, then the nth time that can be had. */
async function chooseTime(page: DemoPage, serviceId: string, nth: number): Promise<void> {
  await bookings(page).locator('#change-service').click();
  await bookings(page).locator(`#choices input[value="${serviceId}"]`).locator('xpath=..').click();
  await bookings(page).locator('#choices').waitFor({ state: 'detached' });
  // Well ahead, so that it may still be cancelled.
  await bookings(page).getByRole('button', { name: 'Next month' }).first().click();
  await bookings(page).locator('.booker[aria-busy=false]').waitFor();
  await bookings(page).locator('[part~="day-free"]').nth(2).click();
  await bookings(page).locator('.slot.free').nth(nth).click();
  await bookings(page).locator('.confirm button[type="submit"]:not([aria-disabled])').waitFor();
}
const submit = (page: DemoPage) => bookings(page).locator('.confirm button[type="submit"]');
const title = (page: DemoPage) => bookings(page).locator('#card-title');

describe('packages, from the owner to the last session', () => {
  it('the owner defines one, sells it, and the client has it at once', async () => {
    const office = await owner.at('#/settings/packages/new', { width: 375, height: 800 });
    await office.getByLabel('Name').fill('Two assessments');
    await office.getByLabel('Sessions').fill('2');
    await office.getByLabel('Price for all of them').fill('1600');
    await office.getByRole('radio', { name: 'Some', exact: true }).check();
    await office.getByRole('checkbox', { name: 'Running assessment' }).check();
    await shot(office, 'define-375');
    await office.getByRole('button', { name: 'Add package' }).click();
    await office.getByText('2 sessions · Running assessment').waitFor();
    await shot(office, 'packages-375');

    const page = await signedIn();
    await left(page, 'Ten follow-up visits').getByText('3 of 10 sessions left').waitFor();
    await shot(page, 'portal-1280');
    await office.goto(`${demo.server.url}/console/#/clients/${await idOf(office, 'clients?search=Thandi', 'Thandi Mokoena')}`);
    await office.getByRole('button', { name: 'Sell a package' }).click();
    await office.locator('portico-sell-package button[role=combobox]').click();
    await office.getByRole('option', { name: /Two assessments/ }).click();
    await shot(office, 'sell-375');
    await office.getByRole('button', { name: 'Sell it' }).click();
    await office.getByText('2 of 2 sessions left').waitFor();
    await shot(office, 'client-375');
    // The client sees it without a reload, and its invoice to pay.
    await left(page, 'Two assessments').getByText('2 of 2 sessions left').waitFor();
    await invoices(page).locator('[data-invoice]', { hasText: 'Two assessments' }).first().waitFor();
    expect([...office.complaints, ...page.complaints]).toEqual([]);
  }, 120_000);

  it('the client buys one and pays for it, books with it and is asked for no money, cancels in time, and has it back', async () => {
    const office = await owner.at('#/today');
    const service = await idOf(office, 'services', 'Video check-in');
    await ask(office, 'PATCH', `services/${service}`, { prepayment: { kind: 'full' } });
    const page = await signedIn(375);
    await invoices(page).locator('[data-offer]', { hasText: 'Five video check-ins' }).locator('[data-action=buy]').click();
    await page.waitForURL(/\/test-pay\//);
    await page.getByLabel('Card number').fill('4242 4242 4242 4242');
    await page.getByRole('button', { name: /^Pay/ }).click();
    await invoices(page).getByText('Paid, thank you').waitFor();
    await left(page, 'Five video check-ins').getByText('5 of 5 sessions left').waitFor();
    await shot(page, 'bought-375');

    await chooseTime(page, service, 0);
    await expect.poll(() => submit(page).innerText()).toMatch(/^Book /);
    await bookings(page).getByText('Uses 1 of your 5 remaining sessions.').waitFor();
    await shot(page, 'confirm-375');
    await bookings(page).locator('.confirm input[value="money"]').check();
    await expect.poll(() => submit(page).innerText()).toMatch(/^Pay R\s?320 for /);
    await bookings(page).locator('.confirm .choices input[name=pay]').first().check();
    await submit(page).click();
    await title(page).getByText('You’re booked').waitFor();
    await bookings(page).getByText('Paid with Five video check-ins.').waitFor();
    expect(page.url()).not.toContain('test-pay');
    await invoices(page).locator('[data-package]', { hasText: 'Five video check-ins' }).getByText('4 of 5 sessions left').waitFor();

    await bookings(page).locator('.card [data-action=cancel]').click();
    await bookings(page).getByText('Your session goes back to Five video check-ins.').waitFor();
    await bookings(page).locator('form.cancel button[type=submit]').click();
    await bookings(page).getByText('Your session is back in Five video check-ins.').waitFor();
    await shot(page, 'cancelled-375');
    await invoices(page).locator('[data-package]', { hasText: 'Five video check-ins' }).getByText('5 of 5 sessions left').waitFor();
    await invoices(page).locator('[data-package]', { hasText: 'Five video check-ins' }).locator('summary').click();
    await invoices(page).getByText(/^Cancelled in time: Video check-in, /).waitFor();
    await shot(page, 'sessions-375');
    expect(page.complaints).toEqual([]);
  }, 120_000);

  it('two tabs race for the last session: one has it, the other is told and may pay', async () => {
    const office = await owner.at(`#/clients`, { width: 1280 });
    await office.goto(`${demo.server.url}/console/#/clients/${await idOf(office, 'clients?search=Thandi', 'Thandi Mokoena')}`);
    await office.locator('[data-package]', { hasText: 'Ten follow-up visits' }).click();
    await office.getByText(/^Follow-up visit, /).first().waitFor();
    await office.locator('[data-act=correct]').click();
    await office.getByRole('radio', { name: 'Take' }).check();
    await office.locator('portico-change-package [name=count]').fill('2');
    await office.locator('portico-change-package [name=reason]').fill('Two visits on the telephone');
    await shot(office, 'correct-1280');
    await office.getByRole('button', { name: 'Correct it' }).click();
    await office.locator('.package-standing').getByText('1 of 10 sessions left').waitFor();
    await shot(office, 'ledger-1280');

    const page = await signedIn();
    const service = await idOf(office, 'services', 'Follow-up visit');
    const tabs = [await anotherTab(page), await anotherTab(page)];
    for (const [nth, tab] of tabs.entries()) {
      await chooseTime(tab, service, nth * 2);
      await bookings(tab).getByText('Uses your last session.').waitFor();
    }
    await Promise.all(tabs.map((tab) => submit(tab).click()));
    const outcomes = await Promise.all(tabs.map(async (tab) => {
      const refused = bookings(tab).locator('.confirm > .error');
      await title(tab).or(refused).first().waitFor();
      return await refused.count() > 0 ? refused.innerText() : title(tab).innerText();
    }));
    expect(outcomes.map((text) => text.trim()).sort()).toEqual(['No session of Ten follow-up visits is left.', 'You’re booked']);
    const loser = tabs[outcomes.findIndex((text) => text.includes('No session'))] as DemoPage;
    // What is left to it is to book and pay as everybody does.
    await expect.poll(() => bookings(loser).locator('.confirm .choices input[name=pay]').count()).toBe(0);
    await shot(loser, 'loser-1280');
    expect((await ask<{ items: { name: string; remaining: number }[] }>(office, 'GET', `clients/${await idOf(office, 'clients?search=Thandi', 'Thandi Mokoena')}/packages`)).items.find(({ name }) => name === 'Ten follow-up visits')?.remaining).toBe(0);
  }, 120_000);
});

/** Another tab of the same person. */
async function anotherTab(page: DemoPage): Promise<DemoPage> {
  const tab = await page.context().newPage();
  tab.setDefaultTimeout(15_000);
  await tab.goto(`${demo.site.url}/portal.html`);
  await bookings(tab).locator('.slot.free').first().waitFor();
  return Object.assign(tab, { complaints: page.complaints });
}
