import type { Invoice, InvoicePage, InvoiceStart } from '@portico/contract/invoices/invoice.ts';
import type { Payment, Receivables } from '@portico/contract/invoices/payments.ts';
import Sqlite from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { staffCaller } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { invoiceOffice, unbalanced, type InvoiceOffice } from './test-support/invoice-office.ts';

let world: TestWorld;
let office: InvoiceOffice;
beforeAll(async () => {
  world = await testWorld();
  office = await invoiceOffice(world);
});
beforeEach(() => world.setNow('2026-11-23T06:00:00Z'));
afterEach(async () => { expect(await unbalanced(world)).toEqual([]); });
afterAll(() => world.close());

const problem = async (answer: Response): Promise<{ status: number; code: string; field?: string }> => {
  const body = await answer.json() as { code: string; fields?: { field: string }[] };
  return { status: answer.status, code: body.code, ...(body.fields?.[0] && { field: body.fields[0].field }) };
};

describe('from draft to paid', () => {
  it('totals a draft, issues it with a number, and owes it', async () => {
    const draft = await office.draft([{ quantityMilli: 1500, unitPriceMinor: 65_000 }, { description: 'Tape', unitPriceMinor: 2300, taxIncluded: true }]);
    expect(draft).toMatchObject({ status: 'draft', number: null, subtotalMinor: 99_500, taxMinor: 14_925, totalMinor: 114_425 });
    const issued = await (await office.owner('POST', `/v1/console/invoices/${draft.id}/issue`, {})).json() as Invoice;
    expect(issued).toMatchObject({ status: 'issued', number: 'INV-2026-0001', issuedOn: '2026-11-23', dueOn: '2026-12-07', dueMinor: 114_425, canPay: true, billing: { name: 'Quintessa Ltd' } });
  });

  it('is partly paid, then paid, then over', async () => {
    const { id } = await office.issued([{}]);
    await office.pay(4000, { allocations: [{ invoiceId: id, amountMinor: 4000 }] });
    expect(await office.read(id)).toMatchObject({ status: 'partly_paid', paidMinor: 4000, dueMinor: 7500 });
    world.advance(1);
    const payment = await (await office.pay(8000, { allocations: [{ invoiceId: id, amountMinor: 7500 }], method: 'cash' })).json() as Payment;
    expect(payment).toMatchObject({ creditMinor: 500, allocations: [{ invoiceId: id, amountMinor: 7500 }] });
    expect(await office.read(id)).toMatchObject({ status: 'paid', dueMinor: 0, canPay: false, payments: [{ amountMinor: 4000, method: 'bank_transfer' }, { amountMinor: 7500, method: 'cash' }] });
  });

  it('pays the oldest due first when nobody says which', async () => {
    const other = await invoiceOffice(world, { name: 'Oldest First', origin: 'https://oldest.example' });
    const later = await other.issued([{}], { dueOn: '2026-12-20' });
    const sooner = await other.issued([{}], { dueOn: '2026-12-01' });
    await other.pay(15_000);
    expect([(await other.read(sooner.id)).dueMinor, (await other.read(later.id)).dueMinor]).toEqual([0, 8000]);
  });

  it('becomes overdue by the business\'s own calendar', async () => {
    const { id } = await office.issued([{}], { dueOn: '2026-11-23' });
    expect((await office.read(id)).status).toBe('issued');
    world.setNow('2026-11-23T21:59:00Z');
    expect((await office.read(id)).status).toBe('issued');
    world.setNow('2026-11-23T22:01:00Z');
    expect((await office.read(id)).status).toBe('overdue');
  });

  it('numbers without gaps, whatever fails in between', async () => {
    const before = Number((await office.issued([{}])).number?.slice(-4));
    const draft = await office.draft([{}], { dueOn: '2026-11-01' });
    expect(await problem(await office.owner('POST', `/v1/console/invoices/${draft.id}/issue`, {}))).toMatchObject({ status: 422, field: 'dueOn' });
    const drafts = await Promise.all(Array.from({ length: 20 }, () => office.draft([{}])));
    const issued = await Promise.all(drafts.map(async ({ id }) => await (await office.owner('POST', `/v1/console/invoices/${id}/issue`, {})).json() as Invoice));
    expect(issued.map(({ number }) => Number(number?.slice(-4))).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => before + 1 + index));
  });

  it('issues once, however often it is asked', async () => {
    const { id } = await office.draft([{}]);
    const answers = await Promise.all([1, 2, 3].map(() => office.owner('POST', `/v1/console/invoices/${id}/issue`, {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });
});

describe('a draft in two windows', () => {
  const save = (id: string, body: Record<string, unknown>): Promise<Response> => office.owner('PATCH', `/v1/console/invoices/${id}`, body);

  it('the save that knows less is refused and changes nothing; the other goes on', async () => {
    const draft = await office.draft([{}]);
    expect(draft.version).toBe(0);
    const [one, other] = await Promise.all([save(draft.id, { note: 'One', version: 0 }), save(draft.id, { note: 'Other', version: 0 })]);
    expect([one.status, other.status].sort()).toEqual([200, 412]);
    const [won, lost] = one.status === 200 ? [one, other] : [other, one];
    expect(await problem(lost)).toEqual({ status: 412, code: 'stale_version' });
    const { note, version } = await won.json() as Invoice;
    expect(await office.read(draft.id)).toMatchObject({ note, version: 1 });
    expect((await save(draft.id, { note: 'Knows', version })).status).toBe(200);
    // Whoever says nothing of a version means it: an import, an older page.
    expect((await save(draft.id, { note: 'Says nothing' })).status).toBe(200);
    expect((await save(draft.id, { version: -1 })).status).toBe(422);
  });

  it('changing and deleting is in the audit trail, and saving the same again is not', async () => {
    const { id } = await office.draft([{}]);
    world.advance(1);
    for (const note of ['Written', 'Written']) await save(id, { note });
    world.advance(1);
    await office.owner('DELETE', `/v1/console/invoices/${id}`);
    const { items } = await (await office.owner('GET', '/v1/console/audit')).json() as { items: { type: string; subjectId: string; text: string }[] };
    expect(items.filter(({ subjectId }) => subjectId === id).map(({ type, text }) => [type, text])).toEqual([['invoice.draft_deleted', 'Draft deleted'], ['invoice.draft_changed', 'Draft changed: note'], ['invoice.drafted', 'Invoice drafted']]);
  });
});

describe('an issued invoice never changes', () => {
  it('not by the API', async () => {
    const { id } = await office.issued([{}]);
    expect(await problem(await office.owner('PATCH', `/v1/console/invoices/${id}`, { note: 'changed' }))).toMatchObject({ status: 409 });
    expect(await problem(await office.owner('DELETE', `/v1/console/invoices/${id}`))).toMatchObject({ status: 409 });
  });

  it('not in the database, nor do the books', async () => {
    const { id } = await office.issued([{}]);
    const db = new Sqlite(world.config.databasePath);
    for (const change of ["note = 'x'", 'total_minor = total_minor + 1, subtotal_minor = subtotal_minor + 1', "lines = '[]'", "stage = 'draft'", "number = 'X'", "billing = '{}'"]) {
      expect(() => db.prepare(`UPDATE invoices SET ${change} WHERE id = ?`).run(id), change).toThrow('never changes');
    }
    expect(() => db.prepare('DELETE FROM invoices WHERE id = ?').run(id)).toThrow('never deleted');
    expect(() => db.prepare('UPDATE ledger_entries SET amount_minor = 1').run()).toThrow('append-only');
    expect(() => db.prepare('DELETE FROM ledger_entries').run()).toThrow('append-only');
    expect(() => db.prepare('DELETE FROM ledger_transactions').run()).toThrow('append-only');
    db.close();
  });

  it('the database seals only what balances', () => {
    const db = new Sqlite(world.config.databasePath);
    db.exec('BEGIN');
    const entry = db.prepare("INSERT INTO ledger_entries VALUES (?, 'unbalanced-transaction', ?, 'payment', ?, ?, NULL, 'ZAR', ?)");
    const seal = db.prepare("INSERT INTO ledger_transactions VALUES (?, 'unbalanced-transaction', 'payment', 'ZAR', '2026-11-23', 0, 'test:1')");
    const { businessId } = office.at.scope;
    entry.run(businessId, 0, 'money:cash', office.clientId, 100);
    expect(() => seal.run(businessId)).toThrow('sum to zero');
    entry.run(businessId, 1, 'client_credit', office.clientId, -99);
    expect(() => seal.run(businessId)).toThrow('sum to zero');
    entry.run(businessId, 2, 'client_credit', office.clientId, -1);
    seal.run(businessId);
    expect(() => entry.run(businessId, 3, 'money:cash', office.clientId, 100)).toThrow('sealed');
    db.exec('ROLLBACK');
    db.close();
  });

  it('sums only entries of its own business, whatever they name', async () => {
    const { id } = await office.issued([{}]);
    const db = new Sqlite(world.config.databasePath);
    db.pragma('foreign_keys = OFF');
    const entry = db.prepare("INSERT INTO ledger_entries VALUES ('another-business', 'foreign-transaction', ?, 'payment', 'receivable', ?, ?, 'ZAR', ?)");
    entry.run(0, office.clientId, id, -500);
    entry.run(1, office.clientId, null, 500);
    db.prepare("INSERT INTO ledger_transactions VALUES ('another-business', 'foreign-transaction', 'payment', 'ZAR', '2026-11-23', 0, 'foreign')").run();
    db.close();
    const list = await (await office.owner('GET', '/v1/console/invoices?limit=100')).json() as InvoicePage;
    expect(list.items.find((one) => one.id === id)?.dueMinor).toBe(11_500);
    expect((await office.read(id)).dueMinor).toBe(11_500);
  });

  it('keeps the rate it was issued with', async () => {
    const { id } = await office.issued([{}]);
    await office.owner('PATCH', `/v1/console/taxes/${office.vat.id}`, { name: 'Value added tax' });
    expect((await office.read(id)).taxes[0]?.name).toBe('VAT');
    await office.owner('PATCH', `/v1/console/taxes/${office.vat.id}`, { name: 'VAT' });
  });
});

describe('taking back', () => {
  it('voids what nobody has paid; the number stays', async () => {
    const { id, number } = await office.issued([{}]);
    const voided = await (await office.owner('POST', `/v1/console/invoices/${id}/void`, { reason: 'Wrong client' })).json() as Invoice;
    expect(voided).toMatchObject({ status: 'void', number, dueMinor: 0, voidReason: 'Wrong client', canPay: false });
    expect(await problem(await office.pay(100, { allocations: [{ invoiceId: id, amountMinor: 100 }] }))).toMatchObject({ status: 409, code: 'not_payable' });
  });

  it('does not void what something was paid on', async () => {
    const { id } = await office.issued([{}]);
    await office.pay(100, { allocations: [{ invoiceId: id, amountMinor: 100 }] });
    expect(await problem(await office.owner('POST', `/v1/console/invoices/${id}/void`, { reason: 'Too late' }))).toMatchObject({ status: 409 });
  });

  it('credits a paid invoice: the money becomes account credit, and can be used or given back', async () => {
    const own = await invoiceOffice(world, { name: 'Credits', origin: 'https://credits.example' });
    const { id } = await own.issued([{}, {}]);
    const payment = await (await own.pay(23_000)).json() as Payment;
    const note = await (await own.owner('POST', `/v1/console/invoices/${id}/credit`, { reason: 'Second visit did not happen', lines: [{ description: 'Visit', unitPriceMinor: 10_000, taxIds: [own.vat.id] }] })).json() as Invoice;
    expect(note).toMatchObject({ kind: 'credit_note', number: 'CN-2026-0001', totalMinor: 11_500, creditOf: { id } });
    const next = await own.issued([{ unitPriceMinor: 5000, taxIds: [] }]);
    expect((await own.owner('POST', '/v1/console/account-credit/apply', { invoiceId: next.id, amountMinor: 5000 })).status).toBe(200);
    expect((await own.read(next.id)).status).toBe('paid');
    expect(await problem(await own.owner('POST', `/v1/console/payments/${payment.id}/refund`, { amountMinor: 6501, reason: 'Too much' }))).toMatchObject({ status: 422, field: 'amountMinor' });
    expect(await (await own.owner('POST', `/v1/console/payments/${payment.id}/refund`, { amountMinor: 6500, reason: 'Credit note' })).json()).toMatchObject({ status: 'partly_refunded', refundedMinor: 6500 });
  });

  it('lowers what is still owed first', async () => {
    const { id } = await office.issued([{}]);
    await office.pay(1500, { allocations: [{ invoiceId: id, amountMinor: 1500 }] });
    await office.owner('POST', `/v1/console/invoices/${id}/credit`, { reason: 'Goodwill' });
    expect(await office.read(id)).toMatchObject({ status: 'paid', dueMinor: 0, paidMinor: 1500, creditedMinor: 10_000 });
    const { id: untouched } = await office.issued([{}]);
    await office.owner('POST', `/v1/console/invoices/${untouched}/credit`, { reason: 'Mistake' });
    expect((await office.read(untouched)).status).toBe('credited');
  });

  it('never credits more than was invoiced, in all or of a tax', async () => {
    const { id } = await office.issued([{}]);
    const credit = (unitPriceMinor: number, taxIds: string[]): Promise<Response> => office.owner('POST', `/v1/console/invoices/${id}/credit`, { reason: 'Part', lines: [{ description: 'Part', unitPriceMinor, taxIds }] });
    expect(await problem(await credit(10_001, [office.vat.id]))).toMatchObject({ status: 422, field: 'lines' });
    expect((await credit(6000, [office.vat.id])).status).toBe(201);
    expect(await problem(await credit(4001, [office.vat.id]))).toMatchObject({ status: 422 });
    expect((await credit(4000, [office.vat.id])).status).toBe(201);
    expect(await problem(await credit(1, []))).toMatchObject({ status: 422 });
  });
});

describe('what a client sees', () => {
  it('its own, once issued, in one answer; nobody else\'s', async () => {
    const own = await invoiceOffice(world, { name: 'Clients See', origin: 'https://see.example' });
    await own.draft([{}]);
    const late = await own.issued([{}], { dueOn: '2026-11-23' });
    world.advance(1);
    const issued = await own.issued([{ unitPriceMinor: 20_000, taxIds: [] }]);
    world.setNow('2026-11-23T22:30:00Z');
    const fresh = await own.client();
    const start = await (await fresh.call('GET', '/v1/invoices/start')).json() as InvoiceStart;
    expect(start.owed).toMatchObject([{ currency: 'ZAR', dueMinor: 31_500, overdueMinor: 11_500, nextDueOn: '2026-11-23', count: 2 }]);
    expect(start.open.map(({ id }) => id)).toEqual([late.id, issued.id]);
    expect(start.latestId).toBe(issued.id);
    expect(start.open[0]?.label).toMatchObject({ dueIn: 'yesterday', dueDay: 'yesterday', issuedDay: '23 Nov 2026' });
    expect(start.open[1]?.label.dueDay).toBe('7 December');
    expect(start).toMatchObject({ business: { key: own.at.business.key, name: 'Clients See' }, email: own.at.business.email });
    const list = await (await fresh.call('GET', '/v1/invoices?limit=1')).json() as InvoicePage;
    const rest = await (await fresh.call('GET', `/v1/invoices?limit=5&cursor=${list.nextCursor}`)).json() as InvoicePage;
    expect([...list.items, ...rest.items].map(({ id }) => id)).toEqual([issued.id, late.id]);
    expect((await fresh.call('GET', `/v1/invoices/${late.id}`)).status).toBe(200);
    const foreign = await office.issued([{}], { dueOn: '2026-12-01' });
    expect((await fresh.call('GET', `/v1/invoices/${foreign.id}`)).status).toBe(404);
  });

  it('changes what the next invoices say, not the last', async () => {
    const page = await office.client();
    const before = await office.issued([{}]);
    const answer = await page.call('PATCH', '/v1/me/billing', { name: 'Quintessa Holdings', address: '1 Mill Lane\n7925 Cape Town', country: 'ZA', taxNumber: '4010101010', poNumber: 'PO-77' });
    expect(await answer.json()).toMatchObject({ name: 'Quintessa Holdings', poNumber: 'PO-77' });
    expect((await office.read(before.id)).billing.name).toBe('Quintessa Ltd');
    expect(await office.issued([{}])).toMatchObject({ billing: { name: 'Quintessa Holdings', country: 'ZA' }, poNumber: 'PO-77' });
  });
});

describe('what the owner sees', () => {
  it('what all clients owe, by age', async () => {
    const own = await invoiceOffice(world, { name: 'Ageing', origin: 'https://ageing.example' });
    for (const dueOn of ['2026-11-25', '2026-12-24', '2027-01-30']) await own.issued([{ unitPriceMinor: 1000, taxIds: [] }], { dueOn });
    world.setNow('2026-12-26T06:00:00Z');
    const session = await staffCaller(world, own.at);
    const { items } = await (await session('GET', '/v1/console/receivables')).json() as { items: Receivables[] };
    expect(items[0]).toMatchObject({ totalMinor: 3000, clients: [{ clientName: 'Quintessa Ltd', count: 3, overdueMinor: 2000, oldestDueOn: '2026-11-25' }] });
    expect(items[0]?.buckets.map(({ dueMinor }) => dueMinor)).toEqual([1000, 1000, 1000, 0, 0]);
  });

  it('finds invoices by number and by state', async () => {
    const own = await invoiceOffice(world, { name: 'Finding', origin: 'https://finding.example' });
    const [draft, open, paid] = [await own.draft([{}]), await own.issued([{}]), await own.issued([{}])];
    await own.pay(11_500, { allocations: [{ invoiceId: paid.id, amountMinor: 11_500 }] });
    const ids = async (query: string): Promise<string[]> => (await (await own.owner('GET', `/v1/console/invoices?${query}`)).json() as InvoicePage).items.map(({ id }) => id);
    expect(await ids('state=draft')).toEqual([draft.id]);
    expect(await ids('state=open')).toEqual([open.id]);
    expect(await ids('state=settled')).toEqual([paid.id]);
    expect(await ids('search=0002')).toEqual([paid.id]);
    expect(await ids('search=%25')).toEqual([]);
  });
});

describe('bad input', () => {
  const line = { description: 'Visit', unitPriceMinor: 100 };
  it.each([
    ['no lines', { lines: [] }, 'lines'],
    ['a negative price', { lines: [{ ...line, unitPriceMinor: -1 }] }, 'lines.0.unitPriceMinor'],
    ['half a cent', { lines: [{ ...line, unitPriceMinor: 0.5 }] }, 'lines.0.unitPriceMinor'],
    ['a price in words', { lines: [{ ...line, unitPriceMinor: '100' }] }, 'lines.0.unitPriceMinor'],
    ['a huge price', { lines: [{ ...line, unitPriceMinor: 1e15 }] }, 'lines.0.unitPriceMinor'],
    ['a quantity of nothing', { lines: [{ ...line, quantityMilli: 0 }] }, 'lines.0.quantityMilli'],
    ['a discount over 100 %', { lines: [{ ...line, discount: { kind: 'percent', ppm: 1_000_001 } }] }, 'lines.0.discount.ppm'],
    ['a tax of nobody', { lines: [{ ...line, taxIds: ['01aaaaaaaaaaaaaaaaaaaaaaaa'] }] }, 'lines.0.taxIds'],
    ['a sum beyond the limit', { lines: [{ ...line, unitPriceMinor: 10_000_000_000, quantityMilli: 1_000_000_000 }] }, 'lines'],
    ['a currency that does not exist', { lines: [line], currency: 'XQX' }, 'currency'],
    ['29 February', { lines: [line], dueOn: '2027-02-29' }, 'dueOn'],
    ['a deposit above the total', { lines: [line], deposit: { amountMinor: 101, dueOn: '2026-12-01' } }, 'deposit.amountMinor'],
    ['an unknown field', { lines: [line], totalMinor: 1 }, 'totalMinor'],
  ])('%s is refused with the field', async (_, input, field) => {
    expect(await problem(await office.owner('POST', '/v1/console/invoices', { clientId: office.clientId, ...input }))).toMatchObject({ status: 422, field });
  });

  it.each([
    ['nothing', { amountMinor: 0 }, 'amountMinor'], ['less than nothing', { amountMinor: -5 }, 'amountMinor'], ['a fraction', { amountMinor: 1.5 }, 'amountMinor'],
    ['tomorrow', { receivedOn: '2026-11-24' }, 'receivedOn'], ['a wrong way', { method: 'barter' }, 'method'],
  ])('a payment of %s is refused', async (_, input, field) => {
    expect(await problem(await office.pay(100, input))).toMatchObject({ status: 422, field });
  });

  it('pays no more than is owed, in its own currency, of its own client', async () => {
    const { id } = await office.issued([{}], { currency: 'JPY' });
    const pay = (more: Record<string, unknown>): Promise<Response> => office.pay(20_000, more);
    expect(await problem(await pay({ allocations: [{ invoiceId: id, amountMinor: 100 }] }))).toMatchObject({ status: 422, field: 'allocations.0.invoiceId' });
    expect(await problem(await pay({ currency: 'JPY', allocations: [{ invoiceId: id, amountMinor: 11_501 }] }))).toMatchObject({ status: 422, field: 'allocations.0.amountMinor' });
    expect(await problem(await pay({ currency: 'JPY', allocations: [{ invoiceId: id, amountMinor: 1 }, { invoiceId: id, amountMinor: 1 }] }))).toMatchObject({ status: 422, field: 'allocations' });
    const other = await invoiceOffice(world, { name: 'Somebody Else', origin: 'https://else.example' });
    expect((await other.pay(100, { currency: 'JPY', allocations: [{ invoiceId: id, amountMinor: 100 }] })).status).toBe(404);
  });

  it('numbers need a {number}, and a year when they start again', async () => {
    const change = (invoiceSeries: unknown): Promise<Response> => office.owner('PATCH', '/v1/console/invoice-settings', { invoiceSeries });
    expect(await problem(await change({ pattern: 'INV', digits: 4, yearly: false }))).toMatchObject({ status: 422 });
    expect(await problem(await change({ pattern: 'INV-{number}', digits: 4, yearly: true }))).toMatchObject({ status: 422 });
    expect(await problem(await change({ pattern: '{number}{x}', digits: 4, yearly: false }))).toMatchObject({ status: 422 });
  });
});
