import type { ClientAccount, ConsoleInvoiceQuery, InvoicePage, InvoiceQuery, InvoiceStart } from '@portico/contract/invoices/invoice.ts';
import { findBusiness, toBusinessPage } from '../business/public.ts';
import { clientNames } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import { dateLabel, dayLabel } from '../domain/civil-dates.ts';
import { DomainError, notFound } from '../domain/errors.ts';
import { formatMoney } from '../domain/money.ts';
import { pageBy } from '../domain/page.ts';
import { requireClient, requireStaff, type Scope } from '../domain/scope.ts';
import type { ReadDb } from '../storage/store.ts';
import { invoicesOfClient, invoicesPage, openInvoices, type InvoiceWithBalance, type ListAfter } from './invoice-store.ts';
import { toSummary, type InvoiceReader } from './invoice-view.ts';
import { creditOf } from './ledger-store.ts';
import { activeAccount } from './online/provider-account.ts';
import { packageBalances, packageOffers } from './packages/read-packages.ts';
import { listOwnPlans } from './plans/read-plans.ts';
import { readerFor } from './read-invoice.ts';
import { settingsOf } from './settings-store.ts';

/** A client's own, latest first. */
export function listOwnInvoices(deps: Deps, scope: Scope, query: InvoiceQuery): Promise<InvoicePage> {
  const { clientId } = requireClient(scope);
  return deps.store.read(async (db) => ownPage(db, scope, clientId, query, await readerFor(db, scope, deps.now(), query.lang)));
}

async function ownPage(db: ReadDb, scope: Scope, clientId: string, query: InvoiceQuery, reader: InvoiceReader): Promise<InvoicePage> {
  const rows = await invoicesOfClient(db, scope, clientId, { state: query.state, after: readCursor(query.cursor), limit: query.limit + 1 });
  return pageBy(rows, query.limit, ({ invoice }) => `${invoice.issuedAt}.${invoice.id}`, (row) => toSummary(row, '', reader));
}

function readCursor(cursor: string | undefined): ListAfter | undefined {
  if (cursor === undefined) return undefined;
  const [at, id, more] = cursor.split('.');
  if (!at || !id || more !== undefined || !/^\d{1,15}$/.test(at)) throw new DomainError('malformed_request', 'Use the cursor as the last page gave it.');
  return { at: Number(at), id };
}

const firstPage = 10;

/** What a client's first look needs, in one answer. */
export function readInvoiceStart(deps: Deps, scope: Scope, lang?: string): Promise<InvoiceStart> {
  const { clientId } = requireClient(scope);
  return deps.store.read(async (db) => {
    const business = await findBusiness(db, scope.businessId);
    if (!business) throw notFound();
    const reader = await readerFor(db, scope, deps.now(), lang);
    const open = await openInvoices(db, scope, clientId);
    const recent = await ownPage(db, scope, clientId, { state: 'all', limit: firstPage }, reader);
    const { bankDetails } = await settingsOf(db, scope.businessId);
    return {
      business: toBusinessPage(deps.config, business), email: business.email,
      owed: owedByCurrency(open, reader), open: open.map((row) => toSummary(row, '', reader)), recent, credit: await creditByCurrency(db, scope, clientId, reader),
      packages: await packageBalances(db, scope, clientId, reader), offers: await packageOffers(db, scope, reader), plans: await listOwnPlans(deps, db, scope, lang),
      latestId: recent.items.find(({ kind, status }) => kind === 'invoice' && status !== 'void')?.id ?? null,
      methods: [...(await activeAccount(db, scope.businessId) ? ['card'] : []), ...(bankDetails === '' ? [] : ['bank_transfer'])], bankDetails,
    };
  });
}

/** How a client stands, for staff. */
export function readClientAccount(deps: Deps, scope: Scope, clientId: string): Promise<ClientAccount> {
  requireStaff(scope);
  return deps.store.read(async (db) => {
    if (!(await clientNames(db, scope, [clientId])).has(clientId)) throw notFound();
    const reader = await readerFor(db, scope, deps.now());
    return { owed: owedByCurrency(await openInvoices(db, scope, clientId), reader), credit: await creditByCurrency(db, scope, clientId, reader) };
  });
}

async function creditByCurrency(db: ReadDb, scope: Scope, clientId: string, { lang }: InvoiceReader): Promise<ClientAccount['credit']> {
  return [...await creditOf(db, scope, clientId)].map(([currency, creditMinor]) => ({ currency, creditMinor, label: formatMoney(creditMinor, currency, lang) }));
}

function owedByCurrency(open: readonly InvoiceWithBalance[], { lang, today }: InvoiceReader): InvoiceStart['owed'] {
  return [...Map.groupBy(open, ({ invoice }) => invoice.currency)].map(([currency, rows]) => {
    const sum = (some: readonly InvoiceWithBalance[]): number => some.reduce((total, { dueMinor }) => total + dueMinor, 0);
    const late = rows.filter(({ invoice }) => invoice.dueOn !== null && invoice.dueOn < today);
    const nextDueOn = rows.map(({ invoice }) => invoice.dueOn).filter((date) => date !== null).sort()[0] ?? null;
    return {
      currency, dueMinor: sum(rows), label: formatMoney(sum(rows), currency, lang), overdueMinor: sum(late), overdueLabel: formatMoney(sum(late), currency, lang),
      nextDueOn, nextDueLabel: nextDueOn && dateLabel(nextDueOn, lang), nextDueDay: nextDueOn && dayLabel(nextDueOn, today, lang), count: rows.length,
    };
  });
}

/** All of the business, for staff. */
export function listInvoices(deps: Deps, scope: Scope, query: ConsoleInvoiceQuery): Promise<InvoicePage> {
  requireStaff(scope);
  return deps.store.read(async (db) => {
    const reader = await readerFor(db, scope, deps.now());
    const rows = await invoicesPage(db, scope, { state: query.state, clientId: query.client, search: query.search, today: reader.today, after: query.cursor, limit: query.limit + 1 });
    const names = await clientNames(db, scope, rows.map(({ invoice }) => invoice.clientId));
    return pageBy(rows, query.limit, ({ invoice }) => invoice.id, (row) => toSummary(row, names.get(row.invoice.clientId) ?? '', reader));
  });
}
