import type { ClientAccount, Invoice } from '@portico/contract/invoices/invoice.ts';
import type { NextNumbers } from '@portico/contract/invoices/settings.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffCaller } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { invoiceOffice, type InvoiceOffice } from './test-support/invoice-office.ts';

let world: TestWorld;
let office: InvoiceOffice;
beforeAll(async () => {
  world = await testWorld({ PORTICO_DEMO: '1' });
  world.setNow('2026-11-23T06:00:00Z');
  office = await invoiceOffice(world, { service: { priceMinor: 65_000 } });
});
afterAll(() => world.close());

async function booked(startsAt: string): Promise<{ id: string; serviceName: string }> {
  const { service, providerId } = office.at;
  const answer = await office.owner('POST', '/v1/console/bookings', { serviceId: service.id, providerId, startsAt, clientId: office.clientId, tellClient: false });
  if (answer.status !== 201) throw new Error(await answer.text());
  return await answer.json() as { id: string; serviceName: string };
}
const invoice = (id: string): Promise<Response> => office.owner('POST', `/v1/console/bookings/${id}/invoice`, {});

describe('an invoice from a booking', () => {
  it('drafts what was booked, on the day of the business, at its price, with the usual tax', async () => {
    // 23:30 UTC is the next day in Johannesburg.
    const booking = await booked('2026-11-24T23:30:00Z');
    const answer = await invoice(booking.id);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({
      status: 'draft', clientId: office.clientId, source: { kind: 'booking', id: booking.id }, subtotalMinor: 65_000, totalMinor: 74_750,
      lines: [{ description: expect.stringMatching(new RegExp(`^${booking.serviceName}, .*25.*Nov`)) as string, quantityMilli: 1000, unitPriceMinor: 65_000, taxIncluded: false, taxIds: [office.vat.id] }],
    });
  });

  it('takes the tax out of the price where prices include it', async () => {
    await office.owner('PATCH', '/v1/console/invoice-settings', { pricesIncludeTax: true });
    const { id } = await booked('2026-11-25T08:00:00Z');
    expect(await (await invoice(id)).json()).toMatchObject({ totalMinor: 65_000, lines: [{ taxIncluded: true }] });
    await office.owner('PATCH', '/v1/console/invoice-settings', { pricesIncludeTax: false });
  });

  it('happens once, however often and at the same moment it is asked', async () => {
    const { id } = await booked('2026-11-25T09:00:00Z');
    const made = await Promise.all([1, 2, 3, 4].map(async () => await (await invoice(id)).json() as Invoice));
    expect(new Set(made.map((one) => one.id)).size).toBe(1);
    await office.owner('POST', `/v1/console/invoices/${made[0]?.id}/issue`, {});
    expect(await (await invoice(id)).json()).toMatchObject({ id: made[0]?.id, status: 'issued' });
  });

  it('can be begun again after the draft was deleted', async () => {
    const { id } = await booked('2026-11-25T10:00:00Z');
    const first = await (await invoice(id)).json() as Invoice;
    await office.owner('DELETE', `/v1/console/invoices/${first.id}`);
    const second = await (await invoice(id)).json() as Invoice;
    expect(second).toMatchObject({ status: 'draft', source: { id } });
    expect(second.id).not.toBe(first.id);
  });
});

describe('what the console shows beside the invoices', () => {
  it('says how a client stands: owed, overdue and paid ahead', async () => {
    const other = await invoiceOffice(world, { name: 'Standing', origin: 'https://standing.example' });
    await other.issued([{ taxIds: [] }], { dueOn: '2026-11-30' });
    await other.pay(12_500);
    await other.issued([{ taxIds: [], unitPriceMinor: 4000 }]);
    const account = await (await other.owner('GET', `/v1/console/clients/${other.clientId}/account`)).json() as ClientAccount;
    expect(account.owed).toMatchObject([{ dueMinor: 4000, overdueMinor: 0, count: 1 }]);
    expect(account.credit).toMatchObject([{ creditMinor: 2500 }]);
  });

  it('tells the next number, by year and running on, and giving it out moves it', async () => {
    const other = await invoiceOffice(world, { name: 'Numbers', origin: 'https://numbers.example' });
    const next = async (): Promise<NextNumbers> => await (await other.owner('GET', '/v1/console/invoice-numbers')).json() as NextNumbers;
    expect(await next()).toEqual({ year: 2026, invoice: { yearly: 1, running: 1 }, creditNote: { yearly: 1, running: 1 } });
    await other.issued([{}]);
    expect(await next()).toMatchObject({ invoice: { yearly: 2, running: 1 } });
  });

  it('tests a provider only for the owner, and only one that is set up', async () => {
    const test = (caller: InvoiceOffice['owner']): Promise<Response> => caller('POST', '/v1/console/payment-accounts/test/test', {});
    expect((await test(office.owner)).status).toBe(404);
    await office.owner('POST', '/v1/console/payment-accounts/test', { secretKey: 'test_secret_key', webhookSecret: 'test_webhook_secret' });
    expect(await (await test(office.owner)).json()).toMatchObject({ provider: 'test', enabled: false, isLive: false });
    expect((await test(await staffCaller(world, office.at, 'admin'))).status).toBe(403);
  });
});
