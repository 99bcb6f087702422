import { axeClean } from '../test-support/axe-clean.ts';
import { button, fill, ok, says, textOf } from '../test-support/console-hands.ts';
import { closeConsole, openConsole, until, type ConsolePage } from '../test-support/console-page.ts';
import { barParts } from './ageing.template.ts';

const rows = (): string[] => [...document.querySelectorAll('.invoice-row')].map((row) => row.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '');
const choose = (value: string): void => document.querySelector<HTMLInputElement>(`[name="invoice-state"][value="${value}"]`)?.click();

describe('invoices in the console', () => {
  let page: ConsolePage;
  beforeEach(() => localStorage.clear());
  afterEach(() => closeConsole(page));

  it('lists all, filters by state, finds by number, and follows what happens elsewhere', async () => {
    page = await openConsole('#/invoices');
    await until(() => rows().length === 8, 'all of them');
    choose('overdue');
    await until(() => rows().length === 4 && rows().every((row) => row.includes('Overdue')), 'the overdue ones');
    choose('all');
    fill(await page.find('[aria-label="Search by number"]'), '0003');
    await until(() => rows().length === 1 && rows()[0]?.includes('Riverside Rowing Club'), 'the one with this number');
    const paid = page.api.state.money.invoices.find(({ number }) => number === 'INV-2026-0003')!;
    Object.assign(paid, { status: 'paid', dueMinor: 0, paidMinor: paid.totalMinor });
    page.api.tell({ type: 'invoices.changed', event: 'payment.received', subjectId: null, clientId: paid.clientId });
    await until(() => rows()[0]?.includes('Paid'), 'it is paid within a moment');
    await until(() => !textOf('.debtors').includes('Riverside'), 'and nobody owes it any more');
    await axeClean(document.body);
  });

  it('draws ageing so that every part can be seen, and the parts fill the bar', () => {
    const parts = barParts({ totalMinor: 1_000_001, buckets: (['current', 'days_1_30', 'over_90'] as const).map((name, index) => ({ name, dueMinor: index === 1 ? 1 : 500_000, label: '', count: 1 })) });
    ok(parts.every(({ long }) => long >= 8), JSON.stringify(parts));
    const last = parts.at(-1)!;
    ok(last.from + last.long <= 1000 && last.from + last.long > 990, JSON.stringify(parts));
  });

  it('records a payment for one invoice, and for the oldest first', async () => {
    page = await openConsole('#/invoices/invoice00000000000000005');
    await page.find('.sheet .invoice-facts');
    (await button('Record a payment')).click();
    const amount = await page.find<HTMLInputElement>('.sheet [name=amount]');
    await until(() => amount.value === '1346,36', 'what is owed is filled in');
    fill(amount, '1 000');
    (await button('Record it')).click();
    await says('This pays more than came in.');
    fill(document.querySelector('.part-amount'), '1000');
    await axeClean(document.body);
    (await button('Record it')).click();
    await until(() => page.api.writes.some(({ route }) => route === 'POST payments'), 'it is sent');
    const sent = page.api.writes.find(({ route }) => route === 'POST payments')?.body;
    ok(JSON.stringify(sent) === JSON.stringify({ clientId: 'client000000000000000004', amountMinor: 100_000, currency: 'ZAR', method: 'bank_transfer', receivedOn: '2026-11-24', reference: '', allocations: [{ invoiceId: 'invoice00000000000000005', amountMinor: 100_000 }] }), JSON.stringify(sent));
    await until(() => rows().some((row) => row.includes('Aisha') && /346,36 open/.test(row)), 'the rest is open');
  });

  it('credits a part of a paid invoice and gives the money back', async () => {
    page = await openConsole('#/invoices/invoice00000000000000004');
    await page.find('.sheet .movements');
    (await button('Give back…')).click();
    await says('Take the invoice back first');
    (await button('Open INV-2026-0004')).click();
    (await button('Credit note…')).click();
    const part = await page.find<HTMLInputElement>('.sheet [value=part]');
    part.click();
    fill(await page.find('.sheet [name="line-price"]'), '200');
    fill(document.querySelector('.sheet [name=reason]'), 'Shorter than booked');
    await axeClean(document.body);
    (await button('Credit R 230')).click();
    await says('CN-2026-0001 is issued: R 230 less.');
    (await button('Give back…')).click();
    await until(() => document.querySelector<HTMLInputElement>('.sheet [name=amount]')?.value === '230', 'as much as can be given back');
    fill(document.querySelector('.sheet [name=reason]'), 'Shorter than booked');
    (await button('Give it back')).click();
    await says('R 230 is written down as given back to Lerato Mokoena.');
    ok(page.api.state.money.payments.some(({ refundedMinor }) => refundedMinor === 23_000), 'the fake knows');
  });

  it('never credits more than is left, and says so at the lines', async () => {
    page = await openConsole('#/invoices/invoice00000000000000004');
    (await button('Credit note…')).click();
    (await page.find<HTMLInputElement>('.sheet [value=part]')).click();
    fill(await page.find('.sheet [name="line-price"]'), '9000');
    fill(document.querySelector('.sheet [name=reason]'), 'Too much');
    (await button('Credit R 10 350')).click();
    await says('This is more than is left of the invoice.');
  });

  it('voids only with a reason', async () => {
    page = await openConsole('#/invoices/invoice00000000000000007');
    (await button('Void…')).click();
    (await button('Void it')).click();
    await says('Say why, in a few words.');
    fill(document.querySelector('.sheet [name=reason]'), 'Written twice');
    (await button('Void it')).click();
    await until(() => textOf('.sheet .invoice-facts').includes('Void: Written twice'), 'it is void');
  });

  it('shows on Today what needs a look, and settles it with words', async () => {
    page = await openConsole('#/today');
    await until(() => textOf('.needs').includes('2 payments need a look.'), textOf('.needs'));
    document.querySelector<HTMLElement>('.needs a[href="#/invoices/reviews"]')?.click();
    await page.find('.review');
    (await button('I have dealt with it')).click();
    (await button('Settle it')).click();
    await says('Say what you did, in a few words.');
    fill(document.querySelector('.review [name=note]'), 'Paid back by transfer');
    (await button('Settle it')).click();
    await until(() => document.querySelectorAll('.review:not([data-request])').length === 1, 'one is left');
    await says('Paid back by transfer');
    ok(textOf('.tabs .count') === '2', 'and counted, with the wish of a client');
  });

  it('makes an invoice of a booking, once', async () => {
    page = await openConsole('#/calendar/day/2026-11-24');
    for (const _ of [1, 2]) {
      location.hash = '#/calendar/day/2026-11-24';
      (await page.find('.thing')).click();
      (await button('Invoice it')).click();
      await until(() => location.hash.startsWith('#/invoices/edit/'), 'the draft is open');
      await page.find('.line');
    }
    ok(page.api.state.money.invoices.filter(({ source }) => source.kind === 'booking').length === 1, 'one invoice');
  });

  it('offers a member of the team nothing that only administrators may do', async () => {
    page = await openConsole('#/invoices/invoice00000000000000004', { role: 'member' });
    await page.find('.sheet .movements');
    ok(![...document.querySelectorAll('.sheet button')].some((one) => /Give back|Credit note|Void/.test(one.textContent ?? '')), 'no way back');
  });
});
