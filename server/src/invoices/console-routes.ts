import { Billing, ChangeBillingInput, ChangeDraftInput, ClientAccount, ConsoleInvoiceQuery, CreditInvoiceInput, DraftInvoiceInput, Invoice, InvoicePage, VoidInvoiceInput } from '@portico/contract/invoices/invoice.ts';
import { ApplyCreditInput, Payment, PaymentPage, PaymentQuery, ReceivablesList, RecordPaymentInput, RefundInput } from '@portico/contract/invoices/payments.ts';
import { AddTaxInput, ChangeInvoiceSettingsInput, ChangeTaxInput, InvoiceSettings, NextNumbers, TaxRate, TaxRateList } from '@portico/contract/invoices/settings.ts';
import { Id, Nothing } from '@portico/contract/primitives.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { route, writeRoute, type DeclaredRoute } from '../http/route.ts';
import { changeBilling, readBilling } from './billing.ts';
import { addTax, changeSettings, changeTax, listTaxes, readNextNumbers, readSettings } from './change-settings.ts';
import { creditInvoice } from './credit-invoice.ts';
import { changeDraft, draftInvoice, removeDraft } from './draft-invoice.ts';
import { invoiceFromBooking } from './invoice-from-booking.ts';
import { issueInvoice } from './issue-invoice.ts';
import { listInvoices, readClientAccount } from './list-invoices.ts';
import { listPayments } from './list-payments.ts';
import { readInvoiceForStaff } from './read-invoice.ts';
import { readReceivables } from './read-receivables.ts';
import { applyCredit, recordPayment } from './record-payment.ts';
import { refundPayment } from './refund-payment.ts';
import { voidInvoice } from './void-invoice.ts';

const ById = z.strictObject({ id: Id });

export function consoleInvoiceRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [...documentRoutes(deps), ...moneyRoutes(deps), ...settingsRoutes(deps)];
}

function documentRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    route({ method: 'get', path: '/v1/console/invoices', access: 'member', summary: 'Invoices, latest first', query: ConsoleInvoiceQuery, output: InvoicePage }, ({ scope, query }) => listInvoices(deps, scope, query)),
    writeRoute({ method: 'post', path: '/v1/console/invoices', access: 'member', summary: 'Write a draft', body: DraftInvoiceInput, output: Invoice, status: 201, idempotent: true, maxBody: 300_000 }, ({ scope, body }, tx) => draftInvoice(deps, tx, scope, body)),
    route({ method: 'get', path: '/v1/console/invoices/{id}', access: 'member', summary: 'One invoice', params: ById, output: Invoice }, ({ scope, params }) => deps.store.read((db) => readInvoiceForStaff(db, scope, params.id, deps.now()))),
    writeRoute({ method: 'patch', path: '/v1/console/invoices/{id}', access: 'member', summary: 'Change a draft', params: ById, body: ChangeDraftInput, output: Invoice, maxBody: 300_000 }, ({ scope, params, body }, tx) => changeDraft(deps, tx, scope, params.id, body)),
    writeRoute({ method: 'delete', path: '/v1/console/invoices/{id}', access: 'member', summary: 'Delete a draft', params: ById, output: Nothing }, ({ scope, params }, tx) => removeDraft(deps, tx, scope, params.id)),
    writeRoute({ method: 'post', path: '/v1/console/bookings/{id}/invoice', access: 'member', summary: 'The invoice of a booking: drafted once, then found again', params: ById, output: Invoice, status: 201, idempotent: true }, ({ scope, params }, tx) => invoiceFromBooking(deps, tx, scope, params.id)),
    writeRoute({ method: 'post', path: '/v1/console/invoices/{id}/issue', access: 'member', summary: 'Issue an invoice', params: ById, output: Invoice, idempotent: true }, ({ scope, params }, tx) => issueInvoice(deps, tx, scope, params.id)),
    writeRoute({ method: 'post', path: '/v1/console/invoices/{id}/void', access: 'admin', summary: 'Void an invoice', params: ById, body: VoidInvoiceInput, output: Invoice, idempotent: true }, ({ scope, params, body }, tx) => voidInvoice(deps, tx, scope, params.id, body)),
    writeRoute({ method: 'post', path: '/v1/console/invoices/{id}/credit', access: 'admin', summary: 'Issue a credit note', params: ById, body: CreditInvoiceInput, output: Invoice, status: 201, idempotent: true, maxBody: 300_000 },
      ({ scope, params, body }, tx) => creditInvoice(deps, tx, scope, params.id, body)),
  ];
}

function moneyRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    route({ method: 'get', path: '/v1/console/receivables', access: 'member', summary: 'What clients owe, by age', output: ReceivablesList }, ({ scope }) => readReceivables(deps, scope)),
    route({ method: 'get', path: '/v1/console/payments', access: 'member', summary: 'Payments, latest first', query: PaymentQuery, output: PaymentPage }, ({ scope, query }) => listPayments(deps, scope, query)),
    writeRoute({ method: 'post', path: '/v1/console/payments', access: 'member', summary: 'Record a payment', body: RecordPaymentInput, output: Payment, status: 201, idempotent: true }, ({ scope, body }, tx) => recordPayment(deps, tx, scope, body)),
    writeRoute({ method: 'post', path: '/v1/console/payments/{id}/refund', access: 'admin', summary: 'Give money back', params: ById, body: RefundInput, output: Payment, idempotent: true }, ({ scope, params, body }, tx) => refundPayment(deps, tx, scope, params.id, body)),
    writeRoute({ method: 'post', path: '/v1/console/account-credit/apply', access: 'member', summary: 'Pay an invoice from account credit', body: ApplyCreditInput, output: Nothing, idempotent: true }, ({ scope, body }, tx) => applyCredit(deps, tx, scope, body)),
  ];
}

function settingsRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    route({ method: 'get', path: '/v1/console/invoice-settings', access: 'member', summary: 'How invoices are made', output: InvoiceSettings }, ({ scope }) => deps.store.read((db) => readSettings(db, scope))),
    writeRoute({ method: 'patch', path: '/v1/console/invoice-settings', access: 'admin', summary: 'Change how invoices are made', body: ChangeInvoiceSettingsInput, output: InvoiceSettings }, ({ scope, body }, tx) => changeSettings(deps, tx, scope, body)),
    route({ method: 'get', path: '/v1/console/invoice-numbers', access: 'member', summary: 'What the next papers will be called', output: NextNumbers }, ({ scope }) => deps.store.read((db) => readNextNumbers(deps, db, scope))),
    route({ method: 'get', path: '/v1/console/taxes', access: 'member', summary: 'Taxes', output: TaxRateList }, ({ scope }) => deps.store.read((db) => listTaxes(db, scope))),
    writeRoute({ method: 'post', path: '/v1/console/taxes', access: 'admin', summary: 'Add a tax', body: AddTaxInput, output: TaxRate, status: 201, idempotent: true }, ({ scope, body }, tx) => addTax(deps, tx, scope, body)),
    writeRoute({ method: 'patch', path: '/v1/console/taxes/{id}', access: 'admin', summary: 'Rename or archive a tax', params: ById, body: ChangeTaxInput, output: TaxRate }, ({ scope, params, body }, tx) => changeTax(deps, tx, scope, params.id, body)),
    route({ method: 'get', path: '/v1/console/clients/{id}/account', access: 'member', summary: 'What a client owes and has paid ahead', params: ById, output: ClientAccount }, ({ scope, params }) => readClientAccount(deps, scope, params.id)),
    route({ method: 'get', path: '/v1/console/clients/{id}/billing', access: 'member', summary: 'What a client\'s next invoices will say', params: ById, output: Billing }, ({ scope, params }) => deps.store.read((db) => readBilling(db, scope, params.id))),
    writeRoute({ method: 'patch', path: '/v1/console/clients/{id}/billing', access: 'member', summary: 'Change what a client\'s next invoices will say', params: ById, body: ChangeBillingInput, output: Billing }, ({ scope, params, body }, tx) => changeBilling(deps, tx, scope, params.id, body)),
  ];
}
