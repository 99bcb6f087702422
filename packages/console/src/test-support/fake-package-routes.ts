import type { ClientPackage, PackageEntry, PackageProduct } from '@portico/contract/invoices/packages.ts';
import { money } from '../ui/formats.ts';
import { fakeId, fakeNow } from './fake-business.ts';
import { addInvoice, fakeToday, issue } from './fake-invoices.ts';
import { FakeRefusal, type FakeRoutes, type FakeState } from './fake-routes.ts';

/** Packages as the API keeps them, as far as the console can see. */
export function packageRoutes(state: FakeState): FakeRoutes {
  const products: PackageProduct[] = [{
    id: fakeId('product', 1), name: 'Ten visits', description: '', sessions: 10, priceMinor: 500_000, taxIncluded: false, taxIds: [fakeId('tax', 1)], validDays: 180, serviceIds: [], onSale: true, usableAtOnce: false, priceLabel: money(500_000), archived: false,
  }];
  const owned = new Map<string, ClientPackage[]>();
  const found = (id: string | undefined): ClientPackage => {
    const one = [...owned.values()].flat().find((each) => each.id === id);
    if (!one) throw new FakeRefusal(404, 'not_found', 'There is nothing here.');
    return one;
  };
  const enter = (one: ClientPackage, kind: PackageEntry['kind'], change: number, reason: string | null, booking: PackageEntry['booking'] = null): ClientPackage => {
    if (one.remaining + change < 0) throw new FakeRefusal(422, 'invalid_input', 'Some fields need another look.', { fields: [{ field: 'change', message: 'There are not so many sessions left.' }] });
    one.entries.push({ id: fakeId('entry', one.entries.length + 1), kind, change, at: fakeNow, bookingId: booking ? fakeId('booking', 1) : null, booking, reason });
    one.remaining += change;
    return one;
  };
  const give = (clientId: string, product: PackageProduct, invoice: { readonly id: string; readonly number: string | null }): ClientPackage => {
    const one: ClientPackage = {
      id: fakeId('package', [...owned.values()].flat().length + 1), name: product.name, sessions: product.sessions, remaining: 0, expiresOn: '2027-05-22', serviceIds: [], label: { remaining: '', sessions: '', expiresOn: null },
      state: 'active', invoiceId: invoice.id, invoiceNumber: invoice.number, isPaid: false, boughtAt: fakeNow, entries: [],
    };
    owned.set(clientId, [enter(one, 'bought', product.sessions, null), ...owned.get(clientId) ?? []]);
    return one;
  };
  const sell = (clientId: string, product: PackageProduct): ClientPackage => {
    const client = state.data.clients.find(({ id }) => id === clientId)!;
    return give(clientId, product, issue(state.money, addInvoice(state.money, client, [{ description: product.name, quantityMilli: 1000, unitPriceMinor: product.priceMinor, discount: null, taxIncluded: product.taxIncluded, taxIds: product.taxIds }], { dueOn: fakeToday })));
  };
  const [regular] = state.data.clients;
  if (regular && products[0]) {
    const one = give(regular.id, products[0], { id: fakeId('invoice', 900), number: 'INV-2026-0900' });
    for (const date of ['Monday 2 November 2026', 'Monday 9 November 2026', 'Monday 16 November 2026']) enter(one, 'used', -1, null, { service: 'Follow-up', date, time: '09:00' });
    enter(one, 'returned', 1, null, { service: 'Follow-up', date: 'Monday 16 November 2026', time: '09:00' });
  }
  return {
    'GET packages': () => ({ items: products }),
    'POST packages': ({ body }) => { const product = { id: fakeId('product', products.length + 1), archived: false, ...body, priceLabel: money(Number(body['priceMinor'])) } as PackageProduct; products.push(product); return product; },
    'PATCH packages/*': ({ params: [id], body }) => Object.assign(products.find((one) => one.id === id)!, body),
    'GET clients/*/packages': ({ params: [id] }) => ({ items: owned.get(id ?? '') ?? [] }),
    'POST clients/*/packages': ({ params: [id], body }) => sell(id ?? '', products.find((one) => one.id === body['productId'])!),
    'POST client-packages/*/correct': ({ params: [id], body }) => enter(found(id), 'corrected', Number(body['change']), String(body['reason'])),
    'POST client-packages/*/extend': ({ params: [id], body }) => Object.assign(found(id), { expiresOn: body['expiresOn'] }),
    'POST client-packages/*/end': ({ params: [id], body }) => Object.assign(enter(found(id), 'ended', -found(id).remaining, String(body['reason'])), { state: 'ended' }),
  };
}
