import type { ApplyCreditInput, Payment, RecordPaymentInput } from '@portico/contract/invoices/payments.ts';
import { findBusiness } from '../business/public.ts';
import { clientNames } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import { todayIn } from '../domain/civil-dates.ts';
import { DomainError, invalidField, notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { WriteDb } from '../storage/store.ts';
import { spreadOver } from './invoice-rules.ts';
import { findInvoice, openInvoices } from './invoice-store.ts';
import { post } from './ledger.ts';
import { balanceOf, creditOf } from './ledger-store.ts';
import { toPayment } from './payment-view.ts';
import { takePayment, type IncomingPayment } from './take-payment.ts';

/** The owner writes down a transfer, cash, or what the card terminal took. */
export async function recordPayment(deps: Deps, tx: WriteDb, scope: Scope, input: RecordPaymentInput): Promise<Payment> {
  requireStaff(scope);
  const business = await findBusiness(tx, scope.businessId);
  const name = (await clientNames(tx, scope, [input.clientId])).get(input.clientId);
  if (!business || name === undefined) throw notFound();
  if (input.receivedOn > todayIn(business.timeZone, deps.now())) throw invalidField('receivedOn', 'Use today or an earlier day.');
  const currency = input.currency ?? business.currency;
  const allocations = input.allocations ? await chosenAllocations(tx, scope, input, currency) : await oldestFirst(tx, scope, input, currency);
  const row = await takePayment(deps, tx, scope, {
    clientId: input.clientId, provider: 'manual', method: input.method, amountMinor: input.amountMinor, currency, receivedOn: input.receivedOn, reference: input.reference, providerRef: null, allocations,
  });
  return toPayment(row, name, business.lang);
}

type Allocations = IncomingPayment['allocations'];

async function oldestFirst(tx: WriteDb, scope: Scope, { clientId, amountMinor }: RecordPaymentInput, currency: string): Promise<Allocations> {
  const open = (await openInvoices(tx, scope, clientId)).filter(({ invoice }) => invoice.currency === currency);
  return spreadOver(amountMinor, open).parts.map(({ invoice: { invoice }, amountMinor: part }) => ({ invoiceId: invoice.id, number: invoice.number ?? '', amountMinor: part }));
}

async function chosenAllocations(tx: WriteDb, scope: Scope, input: RecordPaymentInput, currency: string): Promise<Allocations> {
  const wanted = input.allocations ?? [];
  if (new Set(wanted.map(({ invoiceId }) => invoiceId)).size !== wanted.length) throw invalidField('allocations', 'Name each invoice once.');
  if (wanted.reduce((sum, { amountMinor }) => sum + amountMinor, 0) > input.amountMinor) throw invalidField('allocations', 'This pays more than came in.');
  const allocations: { invoiceId: string; number: string; amountMinor: number }[] = [];
  for (const [index, { invoiceId, amountMinor }] of wanted.entries()) {
    const { number } = await requirePayable(tx, scope, { invoiceId, clientId: input.clientId, currency, amountMinor, field: `allocations.${index}` });
    allocations.push({ invoiceId, number, amountMinor });
  }
  return allocations;
}

/** An issued invoice of that client, in that currency, on which so much is still owed. */
async function requirePayable(tx: WriteDb, scope: Scope, asked: { invoiceId: string; clientId: string; currency: string; amountMinor: number; field: string }): Promise<{ number: string }> {
  const invoice = await findInvoice(tx, scope, asked.invoiceId);
  if (!invoice || invoice.clientId !== asked.clientId) throw notFound();
  if (invoice.kind !== 'invoice' || invoice.stage !== 'issued') throw new DomainError('not_payable', 'Only an issued invoice can be paid.');
  if (invoice.currency !== asked.currency) throw invalidField(`${asked.field}.invoiceId`, `${invoice.number} is in ${invoice.currency}.`);
  const { dueMinor } = await balanceOf(tx, scope, invoice.id);
  if (asked.amountMinor > dueMinor) throw invalidField(`${asked.field}.amountMinor`, `Less than that is owed on ${invoice.number}.`);
  return { number: invoice.number ?? '' };
}

/** Pays an invoice from what the client has paid ahead. */
export async function applyCredit(deps: Deps, tx: WriteDb, scope: Scope, { invoiceId, amountMinor }: ApplyCreditInput): Promise<Record<string, never>> {
  requireStaff(scope);
  const business = await findBusiness(tx, scope.businessId);
  const invoice = await findInvoice(tx, scope, invoiceId);
  if (!business || !invoice) throw notFound();
  const { clientId, currency } = invoice;
  if (((await creditOf(tx, scope, clientId)).get(currency) ?? 0) < amountMinor) throw invalidField('amountMinor', 'There is not so much account credit.');
  await requirePayable(tx, scope, { invoiceId, clientId, currency, amountMinor, field: 'credit' });
  await post(deps, tx, scope, {
    kind: 'credit_applied', clientId, currency, bookedOn: todayIn(business.timeZone, deps.now()), dedupeKey: `credit_applied:${deps.newId()}`,
    entries: [{ account: 'client_credit', amountMinor }, { account: 'receivable', invoiceId, amountMinor: -amountMinor }],
  });
  await record(deps, tx, scope, { type: 'credit.applied', subjectId: invoiceId, clientId, payload: { invoiceId, amountMinor, currency } });
  return {};
}
