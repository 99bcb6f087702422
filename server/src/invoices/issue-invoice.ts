import type { Invoice } from '@portico/contract/invoices/invoice.ts';
import { numberFrom } from '@portico/contract/invoices/numbers.ts';
import { findBusiness, type BusinessRow } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { dateAfter, todayIn } from '../domain/civil-dates.ts';
import { conflict, invalidField, notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import { refusalOf, type WriteDb } from '../storage/store.ts';
import { billingDetails } from './billing.ts';
import { factsOf, requireDraft } from './draft-invoice.ts';
import { findInvoice, updateInvoice, type InvoiceRow } from './invoice-store.ts';
import { post, type Entry } from './ledger.ts';
import { readInvoiceForStaff } from './read-invoice.ts';
import { nextNumber, settingsOf } from './settings-store.ts';
import type { SellerDetails } from './tables.ts';

/** From here on it is owed, and never changes. */
export async function issueInvoice(deps: Deps, tx: WriteDb, scope: Scope, id: string): Promise<Invoice> {
  requireStaff(scope);
  const draft = await requireDraft(tx, scope, id);
  await issue(deps, tx, scope, draft);
  return readInvoiceForStaff(tx, scope, id, deps.now());
}

/** Gives a draft its number, freezes both parties on it, and books it. */
export async function issue(deps: Deps, tx: WriteDb, scope: Scope, draft: InvoiceRow): Promise<InvoiceRow> {
  const row = await freeze(deps, tx, scope, draft);
  await post(deps, tx, scope, {
    kind: 'issue', clientId: row.clientId, currency: row.currency, bookedOn: row.issuedOn ?? '', dedupeKey: `issue:${row.id}`,
    entries: [{ account: 'receivable', invoiceId: row.id, amountMinor: row.totalMinor }, ...incomeEntries(row, -1)],
  });
  await record(deps, tx, scope, { type: 'invoice.issued', subjectId: row.id, clientId: row.clientId, payload: { ...factsOf(row), dueOn: row.dueOn, lang: row.lang } });
  return row;
}

/** What was earned and what is owed to the tax office: credits when issued (-1), debits when taken back (1). */
export const incomeEntries = (row: InvoiceRow, sign: 1 | -1): Entry[] => [
  { account: 'revenue', invoiceId: row.id, amountMinor: sign * row.subtotalMinor },
  ...row.taxes.map(({ id, amountMinor }) => ({ account: `tax:${id}` as const, invoiceId: row.id, amountMinor: sign * amountMinor })),
];

export async function freeze(deps: Deps, tx: WriteDb, scope: Scope, draft: InvoiceRow): Promise<InvoiceRow> {
  const business = await findBusiness(tx, scope.businessId);
  if (!business) throw notFound();
  const settings = await settingsOf(tx, scope.businessId);
  const today = todayIn(business.timeZone, deps.now());
  const dueOn = draft.kind === 'credit_note' ? null : draft.dueOn ?? dateAfter(today, settings.paymentDays);
  if (dueOn !== null && dueOn < today) throw invalidField('dueOn', 'The due date has passed: choose today or later.');
  const year = Number(today.slice(0, 4));
  const series = draft.kind === 'invoice' ? settings.invoiceSeries : settings.creditNoteSeries;
  const numberInYear = await nextNumber(tx, scope.businessId, draft.kind, series.yearly ? year : 0);
  const change: Partial<InvoiceRow> = {
    stage: 'issued', number: numberFrom(series, year, numberInYear), numberYear: series.yearly ? year : 0, numberInYear, issuedOn: today, dueOn, issuedAt: deps.now(),
    seller: sellerOf(business, settings), billing: draft.billing ?? await billingDetails(tx, scope, draft.clientId),
  };
  try {
    await updateInvoice(tx, scope, draft.id, change);
  } catch (error) {
    if (refusalOf(error) === 'unique') throw conflict(`The number ${change.number} is taken. Change the pattern of your invoice numbers in the settings.`);
    throw error;
  }
  const row = await findInvoice(tx, scope, draft.id);
  if (!row) throw notFound();
  return row;
}

export function sellerOf(business: BusinessRow, settings: Awaited<ReturnType<typeof settingsOf>>): SellerDetails {
  return {
    name: settings.legalName || business.name, address: settings.legalAddress || business.address || '', country: settings.country, taxNumber: settings.taxNumber,
    registration: settings.registration, email: business.email, phone: business.phone ?? '', bankDetails: settings.bankDetails, footer: settings.footer,
    accent: business.accent, logoUrl: business.logoUrl ?? '',
  };
}
