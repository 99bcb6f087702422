import type { Invoice } from '@portico/contract/invoices/invoice.ts';
import type { Payment } from '@portico/contract/invoices/payments.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { invoiceOffice, unbalanced, type InvoiceOffice } from './test-support/invoice-office.ts';

let world: TestWorld;
beforeAll(async () => { world = await testWorld(); });
afterAll(() => world.close());

/** What a person at the console may do next; `pick` chooses what to do it to. */
const step = fc.record({
  what: fc.constantFrom('issue', 'issue', 'pay', 'pay', 'overpay', 'void', 'credit', 'credit_part', 'refund', 'apply'),
  pick: fc.nat({ max: 50 }), amountMinor: fc.integer({ min: 1, max: 30_000 }), taxIncluded: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

let offices = 0;

it('whatever is done in whatever order: the ledger sums to zero, nothing is owed twice, no credit comes from nowhere', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 20 }), async (steps) => {
    offices += 1;
    const office = await invoiceOffice(world, { name: `Books ${offices}`, origin: `https://books${offices}.example` });
    const made: { invoices: string[]; payments: Payment[] } = { invoices: [], payments: [] };
    for (const one of steps) await act(office, made, one);
    expect(await unbalanced(world)).toEqual([]);

    const invoices = await Promise.all(made.invoices.map((id) => office.read(id)));
    for (const { totalMinor, paidMinor, creditedMinor, dueMinor, status } of invoices) {
      if (status !== 'void') expect(paidMinor + creditedMinor + dueMinor).toBe(totalMinor);
      expect(dueMinor).toBeGreaterThanOrEqual(0);
    }
    const { items } = await (await office.owner('GET', '/v1/console/receivables')).json() as { items: { totalMinor: number }[] };
    expect(items[0]?.totalMinor ?? 0).toBe(invoices.reduce((sum, { dueMinor }) => sum + dueMinor, 0));
  }), { numRuns: 12 });
}, 60_000);

async function act(office: InvoiceOffice, made: { invoices: string[]; payments: Payment[] }, { what, pick, amountMinor, taxIncluded }: Step): Promise<void> {
  const id = made.invoices[pick % Math.max(1, made.invoices.length)];
  const payment = made.payments[pick % Math.max(1, made.payments.length)];
  const line = { description: 'Part', unitPriceMinor: amountMinor, taxIncluded, taxIds: [office.vat.id] };
  if (what === 'issue') made.invoices.push((await office.issued([line])).id);
  // Whether it is refused or done, the books must hold; a crash is neither.
  const answer = what === 'pay' || what === 'overpay' ? await office.pay(what === 'pay' ? Math.ceil(amountMinor / 2) : amountMinor * 3)
    : what === 'void' && id ? await office.owner('POST', `/v1/console/invoices/${id}/void`, { reason: 'Test' })
      : what === 'credit' && id ? await office.owner('POST', `/v1/console/invoices/${id}/credit`, { reason: 'Test' })
        : what === 'credit_part' && id ? await office.owner('POST', `/v1/console/invoices/${id}/credit`, { reason: 'Test', lines: [{ ...line, unitPriceMinor: Math.ceil(amountMinor / 3) }] })
          : what === 'refund' && payment ? await office.owner('POST', `/v1/console/payments/${payment.id}/refund`, { amountMinor, reason: 'Test' })
            : what === 'apply' && id ? await office.owner('POST', '/v1/console/account-credit/apply', { invoiceId: id, amountMinor }) : undefined;
  if (!answer) return;
  expect(answer.status).toBeLessThan(500);
  if (answer.status === 201 && what.endsWith('pay')) made.payments.push(await answer.json() as Payment);
}

it('is told the same whichever way one asks', async () => {
  const office = await invoiceOffice(world, { name: 'Same', origin: 'https://same.example' });
  const issued = await office.issued([{ unitPriceMinor: 3333, quantityMilli: 1333 }, { unitPriceMinor: 1999, taxIncluded: true }]);
  const page = await office.client();
  const own = await (await page.call('GET', `/v1/invoices/${issued.id}`)).json() as Invoice;
  const { payments: _, ...same } = own;
  expect(issued).toMatchObject({ totalMinor: same.totalMinor, taxes: same.taxes, lines: same.lines });
});
