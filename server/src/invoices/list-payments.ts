import type { PaymentPage, PaymentQuery } from '@portico/contract/invoices/payments.ts';
import { clientNames } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import { pageBy } from '../domain/page.ts';
import { requireClient, requireStaff, type Scope } from '../domain/scope.ts';
import { paymentsPage } from './payment-store.ts';
import { toPayment } from './payment-view.ts';
import { readerFor } from './read-invoice.ts';

/** All that came in, latest first. */
export function listPayments(deps: Deps, scope: Scope, query: PaymentQuery): Promise<PaymentPage> {
  requireStaff(scope);
  return page(deps, scope, query, query.client);
}

/** What a client has paid, latest first. */
export function listOwnPayments(deps: Deps, scope: Scope, query: Omit<PaymentQuery, 'client'>): Promise<PaymentPage> {
  return page(deps, scope, query, requireClient(scope).clientId);
}

function page(deps: Deps, scope: Scope, { cursor, limit }: Omit<PaymentQuery, 'client'>, clientId: string | undefined): Promise<PaymentPage> {
  return deps.store.read(async (db) => {
    const reader = await readerFor(db, scope, deps.now());
    const rows = await paymentsPage(db, scope, { clientId, after: cursor, limit: limit + 1 });
    const names = await clientNames(db, scope, rows.map((row) => row.clientId));
    return pageBy(rows, limit, ({ id }) => id, (row) => toPayment(row, names.get(row.clientId) ?? '', reader.lang));
  });
}
