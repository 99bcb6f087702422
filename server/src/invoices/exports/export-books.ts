import type { ExportQuery } from '@portico/contract/invoices/exports.ts';
import { findBusiness } from '../../business/public.ts';
import { clientNames } from '../../clients/public.ts';
import type { Deps } from '../../deps.ts';
import { todayIn } from '../../domain/civil-dates.ts';
import { notFound } from '../../domain/errors.ts';
import type { ReadDb } from '../../storage/store.ts';
import { requireStaff, type Scope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import type { InvoiceRow } from '../invoice-store.ts';
import { issuedPage, journalPage, numbersOf, paymentsAfter, refundsOf, type ExportRange } from './export-store.ts';
import { invoiceHeader, invoiceRecords } from './invoice-csv.ts';
import { journalHeader, journalRecord, paymentHeader, paymentRecords } from './money-csv.ts';

const pageSize = 200;
export const rangeOf = ({ from, until }: ExportQuery): ExportRange => ({ from: from ?? '1970-01-01', until: until ?? '2200-01-01' });

export type ExportName = 'invoices' | 'payments' | 'journal';

/** Whoever takes the books out leaves a trace, before the first row leaves. */
export async function exportBooks(deps: Deps, scope: Scope, name: ExportName, query: ExportQuery): Promise<AsyncGenerator<string>> {
  requireStaff(scope, 'admin');
  await noteExport(deps, scope, name, query);
  const range = rangeOf(query);
  if (name === 'invoices') return invoiceRows(deps, scope, range);
  return name === 'payments' ? paymentRows(deps, scope, range) : journalRows(deps, scope, range);
}

export const noteExport = (deps: Deps, scope: Scope, what: string, { from, until }: ExportQuery): Promise<void> => deps.store.write(async (tx) => {
  await record(deps, tx, scope, { type: 'data.exported', subjectId: scope.businessId, ...(scope.clientId !== undefined && { clientId: scope.clientId }), payload: { what, from: from ?? null, until: until ?? null } });
});

/** Every issued paper in turn, a page of them in memory. */
export async function* issuedInvoices(deps: Deps, scope: Scope, range: ExportRange, clientId?: string): AsyncGenerator<{ row: InvoiceRow; client: string }> {
  let after: InvoiceRow | undefined;
  do {
    const at = after;
    const { page, names } = await deps.store.read((db) => withNames(db, scope, issuedPage(db, scope, range, { clientId, after: at, limit: pageSize })));
    for (const row of page) yield { row, client: names.get(row.clientId) ?? '' };
    after = page.length < pageSize ? undefined : page.at(-1);
  } while (after);
}

async function withNames<Row extends { readonly clientId: string }>(db: ReadDb, scope: Scope, rows: Promise<Row[]>): Promise<{ page: Row[]; names: ReadonlyMap<string, string> }> {
  const page = await rows;
  return { page, names: await clientNames(db, scope, page.map(({ clientId }) => clientId)) };
}

async function* invoiceRows(deps: Deps, scope: Scope, range: ExportRange): AsyncGenerator<string> {
  yield invoiceHeader();
  for await (const { row, client } of issuedInvoices(deps, scope, range)) yield invoiceRecords(row, client);
}

async function* paymentRows(deps: Deps, scope: Scope, range: ExportRange): AsyncGenerator<string> {
  yield paymentHeader();
  const { timeZone } = await deps.store.read((db) => findBusiness(db, scope.businessId)) ?? refuse();
  for (let after: string | undefined = ''; after !== undefined;) {
    const at: string = after;
    const { page, names, back } = await deps.store.read(async (db) => {
      const named = await withNames(db, scope, paymentsAfter(db, scope, range, { after: at, limit: pageSize }));
      return { ...named, back: Map.groupBy(await refundsOf(db, scope, named.page.map(({ id }) => id)), ({ paymentId }) => paymentId) };
    });
    for (const row of page) yield paymentRecords(row, names.get(row.clientId) ?? '', back.get(row.id) ?? [], (instant) => todayIn(timeZone, instant));
    after = page.length < pageSize ? undefined : page.at(-1)?.id;
  }
}

async function* journalRows(deps: Deps, scope: Scope, range: ExportRange): AsyncGenerator<string> {
  yield journalHeader();
  let after: { bookedOn: string; transactionId: string } | undefined;
  do {
    const at: typeof after = after;
    const { page, names, numbers } = await deps.store.read(async (db) => {
      const { page: rows, names: known } = await withNames(db, scope, journalPage(db, scope, range, { after: at, limit: pageSize }));
      return { page: rows, names: known, numbers: await numbersOf(db, scope, rows.map(({ invoiceId }) => invoiceId).filter((id) => id !== null)) };
    });
    for (const entry of page) yield journalRecord(entry, names.get(entry.clientId) ?? '', numbers.get(entry.invoiceId ?? '') ?? '');
    after = page.at(-1);
  } while (after);
}

function refuse(): never {
  throw notFound();
}
