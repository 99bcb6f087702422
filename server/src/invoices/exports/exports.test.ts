import type { Invoice } from '@portico/contract/invoices/invoice.ts';
import type { Payment } from '@portico/contract/invoices/payments.ts';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decimalOf, exponentOf } from '../../domain/money.ts';
import { staffCaller } from '../../test-support/people.ts';
import { testWorld, type TestWorld } from '../../test-support/test-world.ts';
import { addClientWithContact } from '../../clients/public.ts';
import { signIn } from '../../test-support/page-client.ts';
import { invoiceOffice, type InvoiceOffice } from '../test-support/invoice-office.ts';

let world: TestWorld;
let office: InvoiceOffice;
beforeAll(async () => {
  world = await testWorld();
  office = await invoiceOffice(world);
  // The first paper reads the fonts, which no test should wait for.
  await office.owner('GET', `/v1/console/invoices/${(await office.issued([{}])).id}/pdf`);
}, 30_000);
afterAll(() => world.close());

type Row = Record<string, string>;
const rowsOf = (text: string): Row[] => parse(text, { bom: true, columns: true }) as Row[];
const exported = async (name: string, query = ''): Promise<Row[]> => rowsOf(await (await office.owner('GET', `/v1/console/exports/${name}${query}`)).text());

// First, while there are few papers to make.
it('a client takes home its own papers, and nobody else\'s', async () => {
  const own = await invoiceOffice(world, { name: 'Archive', origin: 'https://archive.example' });
  const mine: Invoice[] = [await own.issued([{}]), await own.issued([{ description: '=1+1' }])];
  await world.deps.store.write((tx) => addClientWithContact(world.deps, tx, own.at.scope, { name: 'Other', email: 'other@archive.example' }, 'staff'));
  const open = async (page: Awaited<ReturnType<typeof signIn>>): Promise<Record<string, Uint8Array>> => {
    const answer = await page.call('GET', '/v1/invoices/archive');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
    return unzipSync(new Uint8Array(await answer.arrayBuffer()));
  };
  const client = await own.client();
  const files = await open(client);
  expect(Object.keys(files)).toEqual([...mine.map(({ number }) => `${number}.pdf`), 'invoices.csv']);
  const pdf = new Uint8Array(await (await client.call('GET', `/v1/invoices/${mine[0]?.id}/pdf`)).arrayBuffer());
  expect(Buffer.from(files[`${mine[0]?.number}.pdf`] ?? []).equals(pdf)).toBe(true);
  expect(rowsOf(strFromU8(files['invoices.csv'] ?? new Uint8Array())).filter(({ record }) => record === 'line').map(({ description }) => description)).toEqual(['Visit', "'=1+1"]);
  expect(Object.keys(await open(await signIn(world, own.at, 'other@archive.example')))).toEqual(['invoices.csv']);
});

describe('the invoices of an export', () => {
  it('say to the minor unit what the API says, in every currency', async () => {
    const line = fc.record({
      description: fc.oneof(fc.constantFrom('Visit', '=1+1', 'Ré"union, a\nb'), fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 }).map((text) => `x${text.replaceAll(/[\u0000-\u001f]/g, '')}x`)),
      quantityMilli: fc.integer({ min: 1, max: 20_000 }), unitPriceMinor: fc.integer({ min: 0, max: 500_000 }), taxIncluded: fc.boolean(),
      discount: fc.oneof(fc.constant(null), fc.record({ kind: fc.constant('percent'), ppm: fc.integer({ min: 1, max: 900_000 }) })), taxIds: fc.constantFrom([], [office.vat.id]),
    });
    await fc.assert(fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 5 }), fc.constantFrom('ZAR', 'EUR', 'JPY', 'KWD'), async (lines, currency) => {
      const invoice = await office.issued(lines as never, { currency });
      const money = (minor: number): string => decimalOf(minor, exponentOf(currency));
      const rows = (await exported('invoices')).filter(({ number }) => number === invoice.number);
      const [document] = rows.filter(({ record }) => record === 'document');
      expect([document?.['net'], document?.['tax amount'], document?.['total'], document?.['discount'], document?.['currency']])
        .toEqual([money(invoice.subtotalMinor), money(invoice.taxMinor), money(invoice.totalMinor), money(invoice.discountMinor), currency]);
      expect(rows.filter(({ record }) => record === 'line').map((row) => [row['unit price'], row['discount'], row['net'], row['total'], Math.round(Number(row['quantity']) * 1000)]))
        .toEqual(invoice.lines.map((one) => [money(one.unitPriceMinor), money(one.discountMinor), money(one.netMinor), money(one.amountMinor), one.quantityMilli]));
      expect(rows.filter(({ record }) => record === 'tax').map((row) => [row['net'], row['tax amount'], row['tax rate %']]))
        .toEqual(invoice.taxes.map((tax) => [money(tax.baseMinor), money(tax.amountMinor), '15']));
      for (const text of rows.map(({ description }) => description ?? '')) expect(text).not.toMatch(/^[=+\-@\t\r]/);
    }), { numRuns: 12 });
  }, 60_000);

  it('keep to the days that were asked for, in the order of their numbers, over more than one page', async () => {
    const other = await invoiceOffice(world, { name: 'Many', origin: 'https://many.example' });
    for (let count = 0; count < 205; count += 1) await other.issued([{}]);
    const rows = rowsOf(await (await other.owner('GET', '/v1/console/exports/invoices?from=2026-11-23&until=2026-11-23')).text()).filter(({ record }) => record === 'document');
    expect(rows.map(({ number }) => Number(number?.slice(-4)))).toEqual(Array.from({ length: 205 }, (_, index) => index + 1));
    expect(rowsOf(await (await other.owner('GET', '/v1/console/exports/invoices?from=2026-11-24')).text())).toEqual([]);
  }, 60_000);
});

it('payments and refunds add up to what moved', async () => {
  const { id } = await office.issued([{}]);
  const payment = await (await office.pay(12_000, { allocations: [{ invoiceId: id, amountMinor: 11_500 }], reference: '@SUM(A1)' })).json() as Payment;
  await office.owner('POST', `/v1/console/payments/${payment.id}/refund`, { amountMinor: 500, reason: '-2+3' });
  const rows = (await exported('payments')).filter((row) => row['payment'] === payment.id);
  expect(rows.map(({ record, amount, reference, state }) => [record, amount, reference, state])).toEqual([['payment', '120.00', "'@SUM(A1)", 'succeeded'], ['refund', '-5.00', "'-2+3", 'succeeded']]);
});

it('the journal balances, currency by currency and transaction by transaction', async () => {
  const rows = await exported('journal');
  expect(rows.length).toBeGreaterThan(10);
  const cents = (text: string | undefined): number => Math.round(Number(text || 0) * 1000);
  for (const entries of Map.groupBy(rows, ({ transaction }) => transaction).values()) {
    expect(entries.reduce((sum, { debit, credit }) => sum + cents(debit) - cents(credit), 0)).toBe(0);
    for (const { debit, credit } of entries) expect([debit, credit].filter((cell) => cell !== '')).toHaveLength(1);
  }
});

it('an export is for admins, is written down, and says what does not fit', async () => {
  const member = await staffCaller(world, office.at, 'member');
  for (const name of ['invoices', 'payments', 'journal']) {
    expect((await member('GET', `/v1/console/exports/${name}`)).status).toBe(403);
    expect((await office.owner('GET', `/v1/console/exports/${name}?from=2026-12-01&until=2026-11-01`)).status).toBe(422);
    expect((await office.owner('GET', `/v1/console/exports/${name}?from=yesterday`)).status).toBe(422);
  }
  await exported('journal', '?from=2026-11-01');
  const audit = await (await office.owner('GET', '/v1/console/audit')).json() as { items: { type: string; text: string }[] };
  expect(audit.items[0]).toMatchObject({ type: 'data.exported', text: 'Taken out of here: journal (2026-11-01 – )' });
});
