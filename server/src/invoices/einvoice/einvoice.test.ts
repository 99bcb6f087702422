import type { Invoice } from '@portico/contract/invoices/invoice.ts';
import type { TaxRate } from '@portico/contract/invoices/settings.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemScope } from '../../domain/scope.ts';
import { testWorld, type TestWorld } from '../../test-support/test-world.ts';
import { staffCaller } from '../../test-support/people.ts';
import { findInvoice } from '../invoice-store.ts';
import { invoiceOffice, type InvoiceOffice } from '../test-support/invoice-office.ts';
import { ciiOf } from './cii.ts';
import { eInvoiceOf, type EInvoice } from './en16931.ts';
import { ublOf } from './ubl.ts';

let world: TestWorld;
let office: InvoiceOffice;
const taxes: TaxRate[] = [];
beforeAll(async () => {
  world = await testWorld();
  office = await invoiceOffice(world, { currency: 'EUR' });
  await office.owner('PATCH', '/v1/console/invoice-settings', { legalName: 'Müller & Söhne', legalAddress: 'Uferweg 1\n10115 Berlin', country: 'DE', taxNumber: 'DE123456789', registration: 'HRB 1', bankDetails: 'IBAN DE02 1203 0000 0000 2020 51' });
  await office.owner('PATCH', `/v1/console/clients/${office.clientId}/billing`, { country: 'FR', taxNumber: 'FR12345678901', address: '1 Rue <Neuve>', poNumber: 'PO-7' });
  for (const tax of [{ name: 'VAT', ratePpm: 190_000 }, { name: 'VAT reduced', ratePpm: 70_000 }, { name: 'Same as VAT', ratePpm: 190_000 }, { name: 'Zero', ratePpm: 0, category: 'zero' }, { name: 'Exempt', ratePpm: 0, category: 'exempt' }, { name: 'Reverse', ratePpm: 0, category: 'reverse_charge' }]) {
    taxes.push(await (await office.owner('POST', '/v1/console/taxes', tax)).json() as TaxRate);
  }
});
afterAll(() => world.close());

const tax = (name: string): string[] => taxes.filter((one) => one.name === name).map(({ id }) => id);
const modelOf = async ({ id }: Invoice): Promise<EInvoice> => {
  const row = await world.deps.store.read((db) => findInvoice(db, systemScope(office.at.business.id), id));
  if (!row) throw new Error('no invoice');
  return eInvoiceOf(row, null);
};
/** Cents of a decimal, exactly. */
const cents = (text: string): bigint => {
  const [whole = '0', part = ''] = text.split('.');
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0').slice(0, 2));
};
const total = (amounts: readonly string[]): bigint => amounts.reduce((sum, one) => sum + cents(one), 0n);
const valuesOf = (xml: string, name: string): string[] => [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map(([, text = '']) => text);

/** The rules of EN 16931-1, 6.4, that bind the figures together, as far as what we write can break them. */
function assertRules(invoice: EInvoice): void {
  // BR-CO-10, BR-CO-13, BR-CO-14, BR-CO-15.
  expect(total(invoice.lines.map(({ net }) => net)), 'BR-CO-10').toBe(cents(invoice.netTotal));
  expect(total(invoice.taxes.map(({ amount }) => amount)), 'BR-CO-14').toBe(cents(invoice.taxTotal));
  expect(cents(invoice.netTotal) + cents(invoice.taxTotal), 'BR-CO-15').toBe(cents(invoice.grandTotal));
  // BR-CO-18, BR-S-08 and its siblings: a group for each category and rate, whose base is the sum of its lines.
  const groups = Map.groupBy(invoice.lines, ({ category, rate }) => `${category} ${rate}`);
  expect(invoice.taxes.map(({ category, rate }) => `${category} ${rate}`).sort(), 'BR-CO-18').toEqual([...groups.keys()].sort());
  for (const { category, rate, base, amount, reason } of invoice.taxes) {
    expect(total((groups.get(`${category} ${rate}`) ?? []).map(({ net }) => net)), 'BR-S-08').toBe(cents(base));
    // BR-CO-17, with the cent that the norm's own schematron allows: a price with tax inside is rounded once only.
    const expected = Number(base) * Number(rate || 0) / 100;
    expect(Math.abs(Number(amount) - expected), 'BR-CO-17').toBeLessThanOrEqual(0.0151);
    if (category !== 'S') expect(cents(amount), 'BR-Z-09').toBe(0n);
    expect(reason === null, 'BR-E-10').toBe(category === 'S' || category === 'Z');
  }
  for (const { quantity, unitPrice, allowance, net } of invoice.lines) {
    // BR-DEC-23, and quantity × price less the allowance is the line's net.
    expect(net).toMatch(/^\d+(\.\d{1,2})?$/);
    expect(Math.abs(Number(quantity) * Number(unitPrice) - Number(allowance ?? 0) - Number(net))).toBeLessThanOrEqual(0.0051);
  }
}

const line = fc.record({
  description: fc.constantFrom('Visit', 'Réunion & <thé>', '東京'), quantityMilli: fc.integer({ min: 1, max: 20_000 }), unitPriceMinor: fc.integer({ min: 0, max: 500_000 }), taxIncluded: fc.boolean(),
  discount: fc.oneof(fc.constant(null), fc.record({ kind: fc.constant('percent'), ppm: fc.integer({ min: 1, max: 900_000 }) })), taxAt: fc.nat(5),
});

describe('an e-invoice', () => {
  // First, while there are few papers to make.
  it('is its own client\'s, and nobody else\'s; a draft has none', async () => {
    const invoice = await office.issued([{ taxIds: tax('VAT') }]);
    const page = await office.client();
    expect((await page.call('GET', `/v1/invoices/${invoice.id}/ubl`)).headers.get('content-disposition')).toContain(`${invoice.number}.xml`);
    const stranger = await staffCaller(world, (await invoiceOffice(world, { name: 'Stranger', origin: 'https://stranger.example' })).at);
    expect((await stranger('GET', `/v1/console/invoices/${invoice.id}/ubl`)).status).toBe(404);
    expect((await office.owner('GET', `/v1/console/invoices/${(await office.draft([{}])).id}/ubl`)).status).toBe(404);
  });

  it('keeps the rules of EN 16931, and says in UBL and in CII to the cent what the API says', async () => {
    await fc.assert(fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), async (lines) => {
      const invoice = await office.issued(lines.map(({ taxAt, ...one }) => ({ ...one, taxIds: [taxes[taxAt]?.id ?? ''] })) as never);
      const model = await modelOf(invoice);
      assertRules(model);
      const answer = await office.owner('GET', `/v1/console/invoices/${invoice.id}/ubl`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/xml']);
      const ubl = await answer.text();
      const cii = ciiOf(model);
      const [net, tax, gross] = [invoice.subtotalMinor, invoice.taxMinor, invoice.totalMinor].map((minor) => BigInt(minor));
      expect(valuesOf(ubl, 'cbc:PayableAmount').map(cents)).toEqual([gross]);
      expect(valuesOf(ubl, 'cbc:TaxExclusiveAmount').map(cents)).toEqual([net]);
      expect(valuesOf(cii, 'ram:DuePayableAmount').map(cents)).toEqual([gross]);
      expect(valuesOf(cii, 'ram:TaxTotalAmount').map(cents)).toEqual([tax]);
      expect(valuesOf(ubl, 'cac:InvoiceLine')).toHaveLength(0);
      expect(ubl.match(/<cac:InvoiceLine>/g)).toHaveLength(lines.length);
      expect(cii.match(/<ram:IncludedSupplyChainTradeLineItem>/g)).toHaveLength(lines.length);
    }), { numRuns: 25 });
  }, 60_000);

  it('names both parties, the order, the terms, and escapes what people typed', async () => {
    const invoice = await office.issued([{ description: 'A & <b>', taxIds: tax('VAT') }]);
    for (const xml of [ublOf(await modelOf(invoice)), ciiOf(await modelOf(invoice))]) {
      for (const part of ['Müller &amp; Söhne', 'A &amp; &lt;b&gt;', '1 Rue &lt;Neuve&gt;', 'DE123456789', 'FR12345678901', 'PO-7', 'IBAN DE02', 'urn:cen.eu:en16931:2017', invoice.number ?? '']) expect(xml).toContain(part);
      expect(xml).not.toContain('<b>');
    }
  });

  it('without any tax is outside the scope of VAT, and names no VAT number', async () => {
    const invoice = await office.issued([{ taxIds: [] }]);
    const model = await modelOf(invoice);
    assertRules(model);
    expect(model.taxes).toMatchObject([{ category: 'O', amount: '0.00', reason: { code: 'VATEX-EU-O' } }]);
    for (const xml of [ublOf(model), ciiOf(model)]) expect(xml).not.toMatch(/FR12345678901<[^>]*><(cac:TaxScheme|\/ram:SpecifiedTaxRegistration)|schemeID="VA"|DE123456789</);
  });

  it('of a credit note is one, and names the invoice', async () => {
    const invoice = await office.issued([{ taxIds: tax('VAT') }]);
    const note = await (await office.owner('POST', `/v1/console/invoices/${invoice.id}/credit`, { reason: 'Gift' })).json() as Invoice;
    const ubl = await (await office.owner('GET', `/v1/console/invoices/${note.id}/ubl`)).text();
    expect(ubl).toMatch(/^<\?xml[^>]*\?>\n<CreditNote /);
    expect(valuesOf(ubl, 'cbc:CreditNoteTypeCode')).toEqual(['381']);
    expect(ubl).toContain(`<cac:InvoiceDocumentReference><cbc:ID>${invoice.number}</cbc:ID>`);
    expect(ubl).not.toContain('cbc:DueDate');
  });

  it.each([
    ['several taxes on a line', [{ taxIds: () => [...tax('VAT'), ...tax('VAT reduced')] }], {}, 'several taxes'], ['taxed beside untaxed', [{ taxIds: () => tax('VAT') }, { taxIds: () => [] as string[] }], {}, 'carry none'],
    ['three decimals', [{ taxIds: () => tax('VAT') }], { currency: 'KWD' }, 'two decimals'],
  ] as const)('is refused in words for %s', async (_, lines, more, words) => {
    const { id } = await office.issued(lines.map(({ taxIds }) => ({ taxIds: taxIds() })), more);
    const answer = await office.owner('GET', `/v1/console/invoices/${id}/ubl`);
    expect(answer.status).toBe(409);
    expect((await answer.json() as { detail: string }).detail).toContain(words);
  });

  it('says which country or number is missing, and where to write it', async () => {
    const bare = await invoiceOffice(world, { name: 'Bare', origin: 'https://bare.example' });
    const { id } = await bare.issued([{}]);
    const answer = await bare.owner('GET', `/v1/console/invoices/${id}/ubl`);
    expect([answer.status, (await answer.json() as { detail: string }).detail]).toEqual([409, expect.stringContaining('invoice settings')]);
  });
});

describe('the PDF', () => {
  const pdfOf = async ({ id }: Invoice): Promise<string> => Buffer.from(await (await office.owner('GET', `/v1/console/invoices/${id}/pdf`)).arrayBuffer()).toString('latin1');

  it('carries Factur-X: the XML as an alternative, and metadata that says so and is well formed', async () => {
    const pdf = await pdfOf(await office.issued([{ taxIds: tax('VAT') }]));
    for (const part of ['factur-x.xml', '/AFRelationship /Alternative', '<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>', '<pdfaid:part>3</pdfaid:part>', '<rdf:li>MÃ¼ller &amp; SÃ¶hne</rdf:li>']) expect(pdf).toContain(part);
    expect(pdf).not.toContain('<rdf:li>MÃ¼ller & ');
  });

  it('carries none where EN 16931 cannot tell the invoice', async () => {
    expect(await pdfOf(await office.issued([{ taxIds: [...tax('VAT'), ...tax('VAT reduced')] }]))).not.toContain('factur-x');
  });
});
