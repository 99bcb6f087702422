import type { Invoice, VoidInvoiceInput } from '@portico/contract/invoices/invoice.ts';
import { findBusiness } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { todayIn } from '../domain/civil-dates.ts';
import { conflict, notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { WriteDb } from '../storage/store.ts';
import { factsOf } from './draft-invoice.ts';
import { findInvoice, updateInvoice } from './invoice-store.ts';
import { incomeEntries } from './issue-invoice.ts';
import { post } from './ledger.ts';
import { balanceOf } from './ledger-store.ts';
import { readInvoiceForStaff } from './read-invoice.ts';

/** Takes back an invoice on which nothing was paid; it keeps its number. */
export async function voidInvoice(deps: Deps, tx: WriteDb, scope: Scope, id: string, { reason }: VoidInvoiceInput): Promise<Invoice> {
  requireStaff(scope, 'admin');
  const row = await findInvoice(tx, scope, id);
  const business = await findBusiness(tx, scope.businessId);
  if (!row || !business) throw notFound();
  if (row.stage === 'draft') throw conflict('A draft is not issued: delete it instead.');
  if (row.stage === 'void') throw conflict(`${row.number} is void already.`);
  if (row.kind === 'credit_note') throw conflict('A credit note cannot be voided: write a new invoice.');
  const { paidMinor, creditedMinor } = await balanceOf(tx, scope, id);
  if (paidMinor + creditedMinor > 0) throw conflict(`Something was paid or credited on ${row.number}: write a credit note instead.`);
  await post(deps, tx, scope, {
    kind: 'void', clientId: row.clientId, currency: row.currency, bookedOn: todayIn(business.timeZone, deps.now()), dedupeKey: `void:${row.id}`,
    entries: [{ account: 'receivable', invoiceId: row.id, amountMinor: -row.totalMinor }, ...incomeEntries(row, 1)],
  });
  await updateInvoice(tx, scope, id, { stage: 'void', voidReason: reason });
  await record(deps, tx, scope, { type: 'invoice.voided', subjectId: id, clientId: row.clientId, payload: { ...factsOf(row), reason } });
  return readInvoiceForStaff(tx, scope, id, deps.now());
}
