import { and, desc, eq, inArray, lt, or, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '../domain/scope.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import { prepared } from '../storage/store.ts';
import type { InvoiceBalance } from './ledger-store.ts';
import { invoices, ledgerEntries } from './tables.ts';

export type InvoiceRow = typeof invoices.$inferSelect;

/** An invoice with what the books say of it. */
export interface InvoiceWithBalance extends InvoiceBalance {
  readonly invoice: InvoiceRow;
}

const value = sql.placeholder;

// Sums over the index ledger_entries_by_invoice: a handful of rows for each invoice. The outer columns are named in full
// by hand: drizzle leaves the table out where there is only one, and a bare business_id would be the entry's own.
const entrySum = (kinds: SQL, sign: 1 | -1): SQL<number> => sql<number>`(select coalesce(sum(${sign === 1 ? sql`` : sql`-`}e.amount_minor), 0) from ${ledgerEntries} e
  where e.business_id = invoices.business_id and e.invoice_id = invoices.id and e.account = 'receivable'${kinds})`.mapWith(Number);
const due = entrySum(sql``, 1);
const withBalance = {
  invoice: invoices,
  dueMinor: due,
  paidMinor: entrySum(sql` and e.kind in ('payment', 'credit_applied')`, -1),
  creditedMinor: entrySum(sql` and e.kind = 'credit_note'`, -1),
};

const oneQuery = prepared<{ businessId: string; id: string }, InvoiceRow[]>((db) => db.select().from(invoices)
  .where(and(eq(invoices.businessId, value('businessId')), eq(invoices.id, value('id')))));

export async function findInvoice(db: ReadDb, scope: Scope, id: string): Promise<InvoiceRow | undefined> {
  return (await oneQuery(db, { businessId: scope.businessId, id }))[0];
}

/** The same, only if it is that client's and the client may see it. */
export async function findIssuedOf(db: ReadDb, scope: Scope, clientId: string, id: string): Promise<InvoiceRow | undefined> {
  const row = await findInvoice(db, scope, id);
  return row && row.clientId === clientId && row.stage !== 'draft' ? row : undefined;
}

export interface ListAfter {
  readonly at: number;
  readonly id: string;
}

type ClientList = { businessId: string; clientId: string; at: number; id: string; limit: number };
const clientList = (condition: SQL | undefined) => prepared<ClientList, InvoiceWithBalance[]>((db) => db.select(withBalance).from(invoices)
  .where(and(eq(invoices.businessId, value('businessId')), eq(invoices.clientId, value('clientId')), inArray(invoices.stage, ['issued', 'void']), condition,
    sql`${invoices.issuedAt} <= ${value('at')}`, or(sql`${invoices.issuedAt} < ${value('at')}`, lt(invoices.id, value('id')))))
  .orderBy(desc(invoices.issuedAt), desc(invoices.id)).limit(value('limit')));
const isOpen = sql`${invoices.kind} = 'invoice' and ${invoices.stage} = 'issued' and ${due} > 0`;
const clientLists = { all: clientList(undefined), open: clientList(isOpen), settled: clientList(sql`not (${isOpen})`) };

/** A client's issued invoices and credit notes, latest first. */
export function invoicesOfClient(db: ReadDb, scope: Scope, clientId: string, filter: { state: 'open' | 'settled' | 'all'; after: ListAfter | undefined; limit: number }): Promise<InvoiceWithBalance[]> {
  const { at, id } = filter.after ?? { at: Number.MAX_SAFE_INTEGER, id: '~' };
  return clientLists[filter.state](db, { businessId: scope.businessId, clientId, at, id, limit: filter.limit });
}

export interface ConsoleFilter {
  readonly state: 'draft' | 'open' | 'overdue' | 'settled' | 'void' | 'all';
  readonly clientId: string | undefined;
  /** Part of a number. */
  readonly search: string | undefined;
  readonly today: string;
  readonly after: string | undefined;
  readonly limit: number;
}

/** All invoices of the business, latest made first. */
export function invoicesPage(db: ReadDb, scope: Scope, filter: ConsoleFilter): Promise<InvoiceWithBalance[]> {
  const states: Readonly<Record<ConsoleFilter['state'], SQL | undefined>> = {
    all: undefined, draft: eq(invoices.stage, 'draft'), void: eq(invoices.stage, 'void'), open: isOpen,
    overdue: and(isOpen, or(lt(invoices.dueOn, filter.today), lt(invoices.depositDueOn, filter.today))),
    settled: and(eq(invoices.stage, 'issued'), sql`not (${isOpen})`),
  };
  return db.select(withBalance).from(invoices)
    .where(and(eq(invoices.businessId, scope.businessId), states[filter.state],
      filter.clientId === undefined ? undefined : eq(invoices.clientId, filter.clientId),
      filter.search ? sql`${invoices.number} like ${`%${filter.search.replaceAll(/[\\%_]/g, '\\$&')}%`} escape '\\'` : undefined,
      filter.after === undefined ? undefined : lt(invoices.id, filter.after)))
    .orderBy(desc(invoices.id)).limit(filter.limit).execute();
}

/** Everything that is owed, the oldest due first; of one client, or of all. */
export function openInvoices(db: ReadDb, scope: Scope, clientId?: string): Promise<InvoiceWithBalance[]> {
  return db.select(withBalance).from(invoices)
    .where(and(eq(invoices.businessId, scope.businessId), isOpen, clientId === undefined ? undefined : eq(invoices.clientId, clientId)))
    .orderBy(sql`coalesce(${invoices.dueOn}, '9999')`, invoices.issuedAt, invoices.id).execute();
}

export async function insertInvoice(tx: WriteDb, row: InvoiceRow): Promise<void> {
  await tx.insert(invoices).values(row);
}

export async function updateInvoice(tx: WriteDb, scope: Scope, id: string, change: Partial<InvoiceRow>): Promise<void> {
  if (Object.keys(change).length > 0) await tx.update(invoices).set(change).where(and(eq(invoices.businessId, scope.businessId), eq(invoices.id, id)));
}

export async function deleteInvoice(tx: WriteDb, scope: Scope, id: string): Promise<void> {
  await tx.delete(invoices).where(and(eq(invoices.businessId, scope.businessId), eq(invoices.id, id), eq(invoices.stage, 'draft')));
}

/** The credit notes that take an invoice back. */
export const creditNotesOf = (db: ReadDb, scope: Scope, invoiceId: string): Promise<InvoiceRow[]> => db.select().from(invoices)
  .where(and(eq(invoices.businessId, scope.businessId), eq(invoices.creditOf, invoiceId))).orderBy(invoices.id).execute();

export async function invoiceOfSource(db: ReadDb, scope: Scope, kind: InvoiceRow['sourceKind'], id: string): Promise<InvoiceRow | undefined> {
  const [row] = await db.select().from(invoices).where(and(eq(invoices.businessId, scope.businessId), eq(invoices.sourceKind, kind), eq(invoices.sourceId, id)));
  return row;
}

/** Does any paper name this client? Then the account stays: what is issued never changes its client. */
export async function hasInvoices(db: ReadDb, scope: Scope, clientId: string): Promise<boolean> {
  const rows = await db.select({ id: invoices.id }).from(invoices).where(and(eq(invoices.businessId, scope.businessId), eq(invoices.clientId, clientId))).limit(1);
  return rows.length > 0;
}
