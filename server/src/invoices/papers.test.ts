import type { Invoice } from '@portico/contract/invoices/invoice.ts';
import type { Payment } from '@portico/contract/invoices/payments.ts';
import fc from 'fast-check';
import { extractText } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatMoneyExact } from '../domain/money.ts';
import { staffCaller } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { paperUrl } from './paper-link.ts';
import { paperLocales } from './paper/paper-words.ts';
import { invoiceOffice, type InvoiceOffice } from './test-support/invoice-office.ts';

let world: TestWorld;
let office: InvoiceOffice;
beforeAll(async () => {
  world = await testWorld();
  office = await invoiceOffice(world);
});
afterAll(() => world.close());

const pdf = async (answer: Response): Promise<Buffer> => {
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  return Buffer.from(await answer.arrayBuffer());
};
const flat = (text: string): string => text.replaceAll(/[\s\u00a0\u202f\u200e\u200f]+/g, '');
const textOf = async (content: Buffer): Promise<string> => flat((await extractText(new Uint8Array(content), { mergePages: true })).text);

describe('an invoice on paper', () => {
  it('says to the minor unit what the API says', async () => {
    const line = fc.record({
      description: fc.constantFrom('Visit', 'Réunion', 'Συνεδρία'), quantityMilli: fc.integer({ min: 1, max: 20_000 }), unitPriceMinor: fc.integer({ min: 0, max: 500_000 }), taxIncluded: fc.boolean(),
      discount: fc.oneof(fc.constant(null), fc.record({ kind: fc.constant('percent'), ppm: fc.integer({ min: 1, max: 900_000 }) })),
    });
    await fc.assert(fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), fc.constantFrom('ZAR', 'EUR', 'JPY', 'KWD'), async (lines, currency) => {
      const invoice = await office.issued(lines as never, { currency });
      const text = await textOf(await pdf(await office.owner('GET', `/v1/console/invoices/${invoice.id}/pdf`)));
      const money = (minor: number): string => flat(formatMoneyExact(minor, currency, 'en'));
      expect(text).toContain(invoice.number);
      for (const minor of [invoice.totalMinor, invoice.subtotalMinor, ...invoice.taxes.map(({ amountMinor }) => amountMinor), ...invoice.lines.map(({ amountMinor }) => amountMinor)]) expect(text).toContain(money(minor));
    }), { numRuns: 15 });
  }, 60_000);

  it('is made once: the same bytes for everybody, whatever the settings say later', async () => {
    const { id } = await office.issued([{}]);
    const [first, second] = await Promise.all([1, 2].map(async () => pdf(await office.owner('GET', `/v1/console/invoices/${id}/pdf`))));
    await office.owner('PATCH', '/v1/console/invoice-settings', { legalName: 'Somebody else' });
    const page = await office.client();
    const answer = await page.call('GET', `/v1/invoices/${id}/pdf`);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="INV-2026-\d+\.pdf"/);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    const third = await pdf(answer);
    expect([first?.equals(third), second?.equals(third)]).toEqual([true, true]);
    expect((await office.read(id)).hasPdf).toBe(true);
    await office.owner('PATCH', '/v1/console/invoice-settings', { legalName: '' });
  });

  it.each(Object.entries(paperLocales))('speaks %s', async (lang, words) => {
    const { id } = await office.issued([{}], { lang });
    const text = await textOf(await pdf(await office.owner('GET', `/v1/console/invoices/${id}/pdf`)));
    // Shaped Arabic comes back in presentation forms that no reader promises to undo; its figures must be there all the same.
    if (lang !== 'ar') expect(text).toContain(flat(words.invoice));
    expect(text).toContain('115');
  });

  it('a draft has none', async () => {
    const { id } = await office.draft([{}]);
    expect((await office.owner('GET', `/v1/console/invoices/${id}/pdf`)).status).toBe(404);
  });
});

it('gives a receipt for what was paid', async () => {
  const { id, number } = await office.issued([{}]);
  const payment = await (await office.pay(12_000, { allocations: [{ invoiceId: id, amountMinor: 11_500 }], reference: 'Ref 7' })).json() as Payment;
  const page = await office.client();
  const text = await textOf(await pdf(await page.call('GET', `/v1/payments/${payment.id}/receipt`)));
  for (const part of ['Receipt', number ?? '', 'R120.00', 'R115.00', 'R5.00', 'Ref7']) expect(text).toContain(part);
});

describe('the link in a mail', () => {
  const open = (url: string): Promise<Response> => world.fetch(new URL(url).pathname);
  const linkTo = (invoice: Invoice): string => paperUrl(world.deps, { businessId: office.at.business.id, kind: 'invoice', subjectId: invoice.id });

  it('opens that paper and nothing else, for two months', async () => {
    const [one, other] = [await office.issued([{}], { dueOn: '2027-06-01' }), await office.issued([{}], { dueOn: '2027-06-01' })];
    const url = linkTo(one);
    expect((await open(url)).status).toBe(200);
    expect((await open(url.replace(one.id, other.id))).status).toBe(404);
    expect((await open(`${url.slice(0, -2)}AA`)).status).toBe(404);
    expect((await open(url.replace(/\.(\d+)\.([^.]+)$/, (_, until: string, signature: string) => `.${Number(until) + 1}.${signature}`))).status).toBe(404);
    world.setNow('2027-01-23T06:00:00Z');
    expect((await open(url)).status).toBe(404);
    world.setNow('2026-11-23T06:00:00Z');
  });

  it('opens nothing at another business', async () => {
    const other = await invoiceOffice(world, { name: 'Other Papers', origin: 'https://papers.example' });
    const invoice = await other.issued([{}]);
    expect((await open(linkTo(invoice))).status).toBe(404);
    const stranger = await staffCaller(world, office.at);
    expect((await stranger('GET', `/v1/console/invoices/${invoice.id}/pdf`)).status).toBe(404);
  });
});
