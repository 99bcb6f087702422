import { axeClean } from '../test-support/axe-clean.ts';
import { closeConsole, openConsole, type ConsolePage } from '../test-support/console-page.ts';
import { makeEmptyBusiness } from '../test-support/fake-business.ts';

/** Every screen, by its address and something that is there once it is complete. */
const screens: readonly (readonly [address: string, mark: string])[] = [
  ['#/today', '.today-row'], ['#/calendar/week/2026-11-24', '.thing'], ['#/calendar/day/2026-11-24', '.thing'], ['#/clients', '.client-row'], ['#/clients/client000000000000000001', '.timeline li'],
  ['#/clients/import', '#import-file'], ['#/settings/services', '.settings-body .rows'], ['#/settings/services/service00000000000000001', '.picks'], ['#/settings/packages', '.settings-body .rows'], ['#/settings/packages/new', '.picks'], ['#/settings/plans', '.settings-body .rows'], ['#/settings/plans/new', '[name=dueDays]'], ['#/settings/providers', '.settings-body .rows'],
  ['#/settings/providers/provider0000000000000001', '.hours-day'], ['#/settings/closures', '.settings-body .rows'], ['#/settings/business', '.sample'], ['#/settings/embed', 'pre'], ['#/settings/team', '.team-row'],
  ['#/settings/mail', '.mail-rows'], ['#/invoices', '.ageing-bar rect'], ['#/invoices/invoice00000000000000003', '.sheet .movements'], ['#/invoices/new', '.line textarea'], ['#/invoices/edit/invoice00000000000000008', '.invoice-client.is-chosen'], ['#/invoices/payments', '.payment-rows'],
  ['#/invoices/reviews', '.review'], ['#/invoices/chasing', '.chasing-row'], ['#/documents', '.document-row'], ['#/documents/requests', '.request-row'], ['#/documents/document0000000000000001', '.sheet .versions'], ['#/settings/invoices', '.next-number'], ['#/settings/taxes', '.settings-body .rows'], ['#/settings/payments', '.provider form'], ['#/settings/activity', '.settings-body .rows'], ['#/settings/account', 'portico-totp button'],
];
const outside: readonly (readonly [address: string, mark: string])[] = [
  ['#/sign-in', 'form'], ['#/sign-up', '.preview'], ['#/invitation/token-0123456789abcdef', '[name=password]'], ['#/reset/token-0123456789abcdef', '[name=password]'], ['#/confirm-email/token-0123456789abcdef', 'form'],
];

describe('every screen of the console', () => {
  let page: ConsolePage | undefined;
  afterEach(() => { if (page) closeConsole(page); page = undefined; });

  for (const [address, mark] of screens) {
    it(`has nothing for axe to complain about: ${address}`, async () => {
      page = await openConsole(address);
      await page.find(mark);
      await axeClean(document.body);
    });
  }
  for (const [address, mark] of outside) {
    it(`has nothing for axe to complain about, signed out: ${address}`, async () => {
      page = await openConsole(address, { isSignedIn: false });
      await page.find(mark);
      await axeClean(document.body);
    });
  }

  it('opens nothing but the account while an authenticator app is missing, and everything afterwards', async () => {
    page = await openConsole('#/today', { mustAddTotp: true });
    (await page.find('portico-totp .primary')).click();
    const password = await page.find<HTMLInputElement>('portico-proof input[type=password]');
    if (document.querySelectorAll('.settings-body .section').length !== 1) throw new Error('only the authenticator app is offered');
    await axeClean(document.body);
    password.value = 'by the river 2026';
    password.dispatchEvent(new Event('input', { bubbles: true }));
    password.form?.requestSubmit();
    const code = await page.find<HTMLInputElement>('portico-totp [name=code]');
    code.value = '123456';
    code.dispatchEvent(new Event('input', { bubbles: true }));
    (await page.find('portico-totp .recovery-sheet ~ .copy-line .primary')).click();
    await page.find('.today-row');
    await axeClean(document.body);
  });

  it('teaches the next step on the first day', async () => {
    page = await openConsole('#/today', { business: makeEmptyBusiness() });
    const list = await page.find('.checklist');
    if (list.querySelectorAll('.button.primary').length !== 1) throw new Error('one next step');
    await axeClean(document.body);
  });
});
