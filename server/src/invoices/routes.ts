import { Billing, ChangeBillingInput, Invoice, InvoicePage, InvoiceQuery, InvoiceStart } from '@portico/contract/invoices/invoice.ts';
import { PaymentPage } from '@portico/contract/invoices/payments.ts';
import { Id, Language, PageQuery } from '@portico/contract/primitives.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { route, writeRoute, type DeclaredRoute } from '../http/route.ts';
import { changeOwnBilling, readOwnBilling } from './billing.ts';
import { chasingRoutes } from './chasing/routes.ts';
import { consoleInvoiceRoutes } from './console-routes.ts';
import { eInvoiceRoutes } from './einvoice/routes.ts';
import { exportRoutes } from './exports/routes.ts';
import { listOwnInvoices, readInvoiceStart } from './list-invoices.ts';
import { listOwnPayments } from './list-payments.ts';
import { onlinePaymentRoutes } from './online/routes.ts';
import { packageRoutes } from './packages/routes.ts';
import { paperRoutes } from './paper-routes.ts';
import { planRoutes } from './plans/routes.ts';
import { readOwnInvoice } from './read-invoice.ts';
import { statementRoutes } from './statement/routes.ts';

const ById = z.strictObject({ id: Id });
const InLanguage = z.strictObject({ lang: Language.optional() });

export function invoiceRoutes(deps: Deps): readonly DeclaredRoute[] {
  // Fixed addresses such as /v1/invoices/archive come before those with an id in their place.
  return [...exportRoutes(deps), ...statementRoutes(deps), ...eInvoiceRoutes(deps), ...ownRoutes(deps), ...consoleInvoiceRoutes(deps), ...chasingRoutes(deps), ...paperRoutes(deps), ...onlinePaymentRoutes(deps), ...packageRoutes(deps), ...planRoutes(deps)];
}

function ownRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    route({ method: 'get', path: '/v1/invoices/start', access: 'client', summary: 'What is owed, and the latest invoices', query: InLanguage, output: InvoiceStart }, ({ scope, query }) => readInvoiceStart(deps, scope, query.lang)),
    route({ method: 'get', path: '/v1/invoices', access: 'client', summary: 'Own invoices, latest first', query: InvoiceQuery, output: InvoicePage }, ({ scope, query }) => listOwnInvoices(deps, scope, query)),
    route({ method: 'get', path: '/v1/invoices/{id}', access: 'client', summary: 'One invoice', params: ById, query: InLanguage, output: Invoice },
      ({ scope, params, query }) => deps.store.read((db) => readOwnInvoice(db, scope, params.id, deps.now(), query.lang))),
    route({ method: 'get', path: '/v1/payments', access: 'client', summary: 'Own payments, latest first', query: PageQuery, output: PaymentPage }, ({ scope, query }) => listOwnPayments(deps, scope, query)),
    route({ method: 'get', path: '/v1/me/billing', access: 'client', summary: 'What the next invoices will say', output: Billing }, ({ scope }) => deps.store.read((db) => readOwnBilling(db, scope))),
    writeRoute({ method: 'patch', path: '/v1/me/billing', access: 'client', summary: 'Change what the next invoices will say', body: ChangeBillingInput, output: Billing }, ({ scope, body }, tx) => changeOwnBilling(deps, tx, scope, body)),
  ];
}
