import { axeClean } from '../test-support/axe-clean.ts';
import { button, fill, ok, says, textOf } from '../test-support/console-hands.ts';
import { closeConsole, openConsole, until, type ConsolePage } from '../test-support/console-page.ts';

describe('how invoices are set up', () => {
  let page: ConsolePage;
  afterEach(() => closeConsole(page));

  it('shows the next number while the pattern is typed, and refuses one that cannot be', async () => {
    page = await openConsole('#/settings/invoices');
    fill(await page.find('[name=invoicePattern]'), 'RP/{year}/{number}');
    await until(() => textOf('.next-number') === 'RP/2026/0008', textOf('.next-number'));
    fill(document.querySelector('[name=invoicePattern]'), 'RP-{number}');
    (await button('Save')).click();
    await says('Numbers that start again each year need {year} in the pattern.');
    ok(!page.api.writes.some(({ route }) => route === 'PATCH invoice-settings'), 'nothing was sent');
    fill(document.querySelector('[name=invoicePattern]'), 'RP/{year}/{number}');
    document.querySelector<HTMLInputElement>('[value=percent]')?.click();
    fill(await page.find('[name=lateFeePercent]'), '2,5');
    document.querySelector<HTMLInputElement>('[value=refund]')?.click();
    (await button('Save')).click();
    await says('Saved');
    const { settings } = page.api.state.money;
    ok(settings.invoiceSeries.pattern === 'RP/{year}/{number}' && settings.cancelledPaid === 'refund' && JSON.stringify(settings.lateFee) === '{"kind":"percent","ppm":25000,"afterDays":14}', JSON.stringify(settings));
    await axeClean(document.body);
  });

  it('adds a tax with four decimals, and stops using one', async () => {
    page = await openConsole('#/settings/taxes');
    fill(await page.find('[name=name]'), 'QST');
    fill(document.querySelector('[name=rate]'), '9,97512');
    (await button('Add tax')).click();
    await says('at most four decimals');
    fill(document.querySelector('[name=rate]'), '9,975');
    (await button('Add tax')).click();
    await until(() => textOf('.settings-body .rows').includes('QST 9,975 %'), textOf('.settings-body .rows'));
    ok(page.api.state.money.taxes.at(-1)?.ratePpm === 99_750, 'exactly');
    (await button('Stop using: VAT 15 %')).click();
    await says('No longer used');
    await axeClean(document.body);
  });

  it('connects Stripe: a wrong key is named, the address can be copied, and the key tested', async () => {
    page = await openConsole('#/settings/payments');
    fill(await page.find('[name=secretKey]'), 'pk_something');
    (await button('Connect Stripe')).click();
    await says('Your provider does not know this key.');
    fill(document.querySelector('[name=secretKey]'), 'sk_test_12345678');
    (await button('Connect Stripe')).click();
    await until(() => textOf('.webhook-url').endsWith('/webhooks/stripe/river-physio'), 'the address');
    await axeClean(document.body);
    fill(document.querySelector('[name=webhookSecret]'), 'whsec_12345678');
    (await button('Save')).click();
    await says('On, with test keys');
    (await button('Test the key')).click();
    await says('The key works: acct_1Qx7RiverPhysio answers.');
  });

  it('lets only the owner touch the keys', async () => {
    page = await openConsole('#/settings/payments', { role: 'admin' });
    await says('Only the owner can change this.');
    ok(!document.querySelector('[name=secretKey]'), 'no field for keys');
  });
});
