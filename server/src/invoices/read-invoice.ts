import type { Invoice } from '@portico/contract/invoices/invoice.ts';
import { findBusiness } from '../business/public.ts';
import { clientNames } from '../clients/public.ts';
import { todayIn } from '../domain/civil-dates.ts';
import { notFound } from '../domain/errors.ts';
import { requireClient, requireStaff, type Scope } from '../domain/scope.ts';
import type { ReadDb } from '../storage/store.ts';
import { findInvoice, findIssuedOf, type InvoiceRow } from './invoice-store.ts';
import { toInvoice, type InvoiceReader, type Movement } from './invoice-view.ts';
import { balanceOf, movementsOf } from './ledger-store.ts';
import { methodsOf } from './payment-store.ts';

/** How the people of a business read invoices: its day, and a language. */
export async function readerFor(db: ReadDb, scope: Scope, now: number, lang?: string): Promise<InvoiceReader> {
  const business = await findBusiness(db, scope.businessId);
  if (!business) throw notFound();
  return { lang: lang ?? business.lang, today: todayIn(business.timeZone, now) };
}

export async function readInvoiceForStaff(db: ReadDb, scope: Scope, id: string, now: number): Promise<Invoice> {
  requireStaff(scope);
  const row = await findInvoice(db, scope, id);
  if (!row) throw notFound();
  return viewInvoice(db, scope, row, await readerFor(db, scope, now));
}

/** A client reads its own, once issued. */
export async function readOwnInvoice(db: ReadDb, scope: Scope, id: string, now: number, lang?: string): Promise<Invoice> {
  const { clientId } = requireClient(scope);
  const row = await findIssuedOf(db, scope, clientId, id);
  if (!row) throw notFound();
  return viewInvoice(db, scope, row, await readerFor(db, scope, now, lang));
}

export async function viewInvoice(db: ReadDb, scope: Scope, row: InvoiceRow, reader: InvoiceReader): Promise<Invoice> {
  const names = await clientNames(db, scope, [row.clientId]);
  const original = row.creditOf === null ? undefined : await findInvoice(db, scope, row.creditOf);
  return toInvoice(row, await balanceOf(db, scope, row.id), {
    clientName: names.get(row.clientId) ?? '',
    movements: await movements(db, scope, row.id),
    creditOf: original ? { id: original.id, number: original.number ?? '' } : null,
  }, reader);
}

/** The books name what moved by its key: `payment:<id>`. */
async function movements(db: ReadDb, scope: Scope, invoiceId: string): Promise<Movement[]> {
  const rows = await movementsOf(db, scope, invoiceId);
  const subjects = rows.map(({ dedupeKey }) => dedupeKey.split(':')[1] ?? '');
  const methods = await methodsOf(db, scope, subjects);
  return rows.map(({ kind, amountMinor, bookedOn }, index) => ({ id: subjects[index] ?? '', kind, amountMinor, bookedOn, method: methods.get(subjects[index] ?? '') ?? kind }));
}
