import type { HoldRemindersInput, InvoiceReminders } from '@portico/contract/invoices/chasing.ts';
import type { Deps } from '../../deps.ts';
import { conflict, notFound } from '../../domain/errors.ts';
import { requireStaff, type Scope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import type { WriteDb } from '../../storage/store.ts';
import { findInvoice } from '../invoice-store.ts';
import { dropHold, setHold } from './chasing-store.ts';
import { readReminders } from './read-chasing.ts';

/** Holds an invoice's reminders and late fee back, or lets them go on from today; what was missed is not made up for. */
export async function holdReminders(deps: Deps, tx: WriteDb, scope: Scope, id: string, { held }: HoldRemindersInput): Promise<InvoiceReminders> {
  requireStaff(scope);
  const row = await findInvoice(tx, scope, id);
  if (!row) throw notFound();
  if (row.kind !== 'invoice' || row.stage !== 'issued') throw conflict('Only an issued invoice has reminders.');
  const changed = held ? await setHold(tx, { businessId: scope.businessId, clientId: row.clientId, invoiceId: id, heldBy: scope.actor, heldAt: deps.now() }) : await dropHold(tx, scope, id);
  if (changed) await record(deps, tx, scope, { type: 'reminders.changed', subjectId: id, clientId: row.clientId, payload: { invoiceId: id, number: row.number, held } });
  return readReminders(tx, scope, id);
}
