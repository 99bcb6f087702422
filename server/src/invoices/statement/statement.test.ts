import type { Statement } from '@portico/contract/invoices/statement.ts';
import type { Payment } from '@portico/contract/invoices/payments.ts';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { extractText } from 'unpdf';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemScope } from '../../domain/scope.ts';
import { staffCaller } from '../../test-support/people.ts';
import { testWorld, type TestWorld } from '../../test-support/test-world.ts';
import { openInvoices } from '../invoice-store.ts';
import { creditOf } from '../ledger-store.ts';
import { invoiceOffice, type InvoiceOffice } from '../test-support/invoice-office.ts';

let world: TestWorld;
let offices = 0;
beforeAll(async () => {
  world = await testWorld();
  // The first paper reads the fonts, which no test should wait for.
  const office = await openOffice();
  await office.owner('GET', `/v1/console/clients/${office.clientId}/statement/pdf?${period}`);
}, 30_000);
beforeEach(() => world.setNow('2026-11-23T06:00:00Z'));
afterAll(() => world.close());

const openOffice = (): Promise<InvoiceOffice> => {
  offices += 1;
  return invoiceOffice(world, { name: `Statement ${offices}`, origin: `https://statement${offices}.example` });
};
const period = 'from=2026-11-01&until=2026-11-30';
const statementOf = async (office: InvoiceOffice, query = period): Promise<Statement> => await (await office.owner('GET', `/v1/console/clients/${office.clientId}/statement?${query}`)).json() as Statement;

describe('a statement', () => {
  it('tells a story: brought forward, what happened, what is owed, how old it is', async () => {
    const office = await openOffice();
    const old = await office.issued([{}], { dueOn: '2026-11-23' });
    world.setNow('2026-11-24T06:00:00Z');
    const next = await office.issued([{ unitPriceMinor: 20_000 }]);
    await office.pay(4000, { allocations: [{ invoiceId: old.id, amountMinor: 4000 }], receivedOn: '2026-11-24', reference: 'Ref 7' });
    const [account] = (await statementOf(office, 'from=2026-11-24&until=2026-11-30')).accounts;
    expect(account).toMatchObject({
      currency: 'ZAR', openingMinor: 11_500, invoicedMinor: 23_000, paidMinor: 4000, creditedMinor: 0, refundedMinor: 0, closingMinor: 30_500, creditMinor: 0,
      lines: [{ kind: 'invoice', reference: next.number, amountMinor: 23_000, balanceMinor: 34_500 }, { kind: 'payment', reference: `${old.number} · Ref 7`, amountMinor: -4000, balanceMinor: 30_500 }],
    });
    expect(account?.buckets.map(({ dueMinor }) => dueMinor)).toEqual([23_000, 7500, 0, 0, 0]);
  });

  it('says the same as JSON, as PDF and as CSV', async () => {
    const office = await openOffice();
    const { number } = await office.issued([{ unitPriceMinor: 123_456 }]);
    await office.pay(10_000, { reference: '=cmd|calc' });
    const page = await office.client();
    const { accounts: [account] } = await (await page.call('GET', `/v1/statement?${period}`)).json() as Statement;
    const csv = await page.call('GET', `/v1/statement/csv?${period}`);
    expect([csv.headers.get('content-type'), csv.headers.get('content-disposition')]).toEqual(['text/csv; charset=utf-8', expect.stringContaining('statement-2026-11-01-2026-11-30.csv')]);
    const rows = parse(await csv.text(), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map(({ kind, reference, amount, balance }) => [kind, reference, amount, balance])).toEqual([
      ['opening', '', '', '0.00'], ['invoice', number, '1419.74', '1419.74'], ['payment', `${number} · =cmd|calc`, '-100.00', '1319.74'], ['closing', '', '', '1319.74'],
    ]);
    expect(account?.closingMinor).toBe(131_974);
    const pdf = await page.call('GET', `/v1/statement/pdf?${period}`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    const { text } = await extractText(new Uint8Array(await pdf.arrayBuffer()), { mergePages: true });
    for (const part of ['Statement', number ?? '', 'R 1,419.74', 'R 1,319.74', 'Not yet due']) expect(text.replaceAll(/[\s\u00a0]+/g, ' ')).toContain(part);
  });

  it('whatever was done: opening and lines make the closing, which is what is open less what was paid ahead', async () => {
    const act = fc.record({ what: fc.constantFrom('issue', 'issue', 'pay', 'overpay', 'void', 'credit', 'refund', 'apply'), pick: fc.nat(20), amountMinor: fc.integer({ min: 1, max: 30_000 }) });
    await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 12 }), async (acts) => {
      const office = await openOffice();
      world.setNow('2026-11-20T06:00:00Z');
      const [ids, payments]: [string[], Payment[]] = [[], []];
      for (const [day, { what, pick, amountMinor }] of acts.entries()) {
        world.setNow(`2026-11-${20 + Math.floor(day / 2)}T06:00:00Z`);
        const [id, payment] = [ids[pick % Math.max(1, ids.length)], payments[pick % Math.max(1, payments.length)]];
        if (what === 'issue') ids.push((await office.issued([{ unitPriceMinor: amountMinor }])).id);
        if (what === 'pay' || what === 'overpay') payments.push(await (await office.pay(what === 'pay' ? Math.ceil(amountMinor / 2) : 3 * amountMinor, { receivedOn: '2026-11-20' })).json() as Payment);
        if ((what === 'void' || what === 'credit') && id) await office.owner('POST', `/v1/console/invoices/${id}/${what}`, { reason: 'Test' });
        if (what === 'refund' && payment) await office.owner('POST', `/v1/console/payments/${payment.id}/refund`, { amountMinor, reason: 'Test' });
        if (what === 'apply' && id) await office.owner('POST', '/v1/console/account-credit/apply', { invoiceId: id, amountMinor });
      }
      const scope = systemScope(office.at.business.id);
      const open = await world.deps.store.read((db) => openInvoices(db, scope, office.clientId));
      const credit = (await world.deps.store.read((db) => creditOf(db, scope, office.clientId))).get('ZAR') ?? 0;
      const owed = open.reduce((sum, { dueMinor }) => sum + dueMinor, 0);
      for (const query of [period, 'from=2026-11-22&until=2026-11-30', 'from=2026-11-20&until=2026-11-21']) {
        for (const account of (await statementOf(office, query)).accounts) {
          expect(account.openingMinor + account.invoicedMinor - account.creditedMinor - account.paidMinor + account.refundedMinor).toBe(account.closingMinor);
          expect(account.lines.reduce((sum, { amountMinor }) => sum + amountMinor, account.openingMinor)).toBe(account.closingMinor);
          expect(account.buckets.reduce((sum, { dueMinor }) => sum + dueMinor, 0) - account.creditMinor).toBe(account.closingMinor);
          if (query === period) expect([account.closingMinor, account.creditMinor]).toEqual([owed - credit, credit]);
        }
      }
    }), { numRuns: 8 });
  }, 60_000);

  it('keeps currencies apart, and is empty where nothing was', async () => {
    const office = await openOffice();
    await office.issued([{}]);
    await office.issued([{}], { currency: 'JPY' });
    expect((await statementOf(office)).accounts.map(({ currency, closingMinor }) => [currency, closingMinor])).toEqual([['JPY', 11_500], ['ZAR', 11_500]]);
    expect((await statementOf(office, 'from=2020-01-01&until=2020-12-31')).accounts).toEqual([]);
    expect((await office.owner('GET', `/v1/console/clients/${office.clientId}/statement/pdf?from=2020-01-01&until=2020-12-31`)).status).toBe(200);
  });

  it('says what does not fit, and is nobody else\'s', async () => {
    const office = await openOffice();
    const stranger = await staffCaller(world, (await openOffice()).at);
    for (const format of ['', '/pdf', '/csv']) {
      const path = `/v1/console/clients/${office.clientId}/statement${format}`;
      expect((await office.owner('GET', `${path}?from=2026-11-30&until=2026-11-01`)).status).toBe(422);
      expect((await office.owner('GET', `${path}?from=2016-11-30&until=2026-11-01`)).status).toBe(422);
      expect((await office.owner('GET', `${path}?from=2026-02-30&until=2026-11-01`)).status).toBe(422);
      expect((await office.owner('GET', path)).status).toBe(422);
      expect((await stranger('GET', `${path}?${period}`)).status).toBe(404);
    }
  });
});
