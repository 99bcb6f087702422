import { findBusiness, type BusinessRow } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { systemScope } from '../../domain/scope.ts';
import type { HandleEvent } from '../../events/log-reader.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { cancelJobsAbout } from '../../jobs/job-store.ts';
import type { WriteDb } from '../../storage/store.ts';
import { findInvoice, openInvoices, type InvoiceRow } from '../invoice-store.ts';
import { balanceOf } from '../ledger-store.ts';
import { settingsOf } from '../settings-store.ts';
import { stepsFor } from './chasing-rules.ts';

export const reminderJob = 'invoice.remind';
export const depositJob = 'invoice.remind_deposit';
export const lateFeeJob = 'invoice.late_fee';
export const chasingKinds = [reminderJob, depositJob, lateFeeJob] as const;
const jobOf = { reminder: reminderJob, deposit: depositJob, late_fee: lateFeeJob } as const;

export const aboutInvoice = (id: string): string => `invoice:${id}`;

const stop = (tx: WriteDb, businessId: string, invoiceId: string): Promise<void> => cancelJobsAbout(tx, businessId, aboutInvoice(invoiceId), chasingKinds);

/** Plans anew what will remind of these invoices. `reason` names the event, so that the same event plans once. */
export async function planReminders(deps: Pick<Deps, 'now' | 'newId'>, tx: WriteDb, business: BusinessRow, rows: readonly InvoiceRow[], reason: string): Promise<void> {
  const settings = await settingsOf(tx, business.id);
  for (const { id, dueOn, depositDueOn, sourceKind } of rows) {
    await stop(tx, business.id, id);
    if (dueOn === null) continue;
    for (const { kind, daysAfterDue, at } of stepsFor({ dueOn, depositDueOn }, settings, business.timeZone, deps.now())) {
      // No fee for being late with a fee.
      if (kind === 'late_fee' && sourceKind === 'late_fee') continue;
      await enqueue(deps, tx, {
        businessId: business.id, kind: jobOf[kind], payload: { invoiceId: id, daysAfterDue }, runAt: at,
        about: aboutInvoice(id), dedupeKey: `${kind}:${id}:${daysAfterDue}:${reason}`,
      });
    }
  }
}

export const planIssued: HandleEvent = async (deps, tx, event) => {
  const business = await findBusiness(tx, event.businessId);
  const row = await findInvoice(tx, systemScope(event.businessId), event.subjectId ?? '');
  if (business && row?.stage === 'issued' && row.totalMinor > 0) await planReminders(deps, tx, business, [row], event.id);
};

/** Other days, another fee, another zone: everything open is planned anew. */
export const planAgain = (fields: readonly string[]): HandleEvent => async (deps, tx, event) => {
  const changed = (JSON.parse(event.payload) as { fields: readonly string[] }).fields;
  const business = await findBusiness(tx, event.businessId);
  if (!business || !fields.some((field) => changed.includes(field))) return;
  const open = await openInvoices(tx, systemScope(event.businessId));
  await planReminders(deps, tx, business, open.map(({ invoice }) => invoice), event.id);
};

/** Paid, credited or void: nobody is reminded any more. Paid in part: of the rest; and not of the deposit once that is there. */
export const stopWhenSettled: HandleEvent = async (_, tx, event) => {
  const { invoiceIds, invoiceId, creditOf } = JSON.parse(event.payload) as { invoiceIds?: readonly string[]; invoiceId?: string; creditOf?: string };
  const scope = systemScope(event.businessId);
  for (const id of invoiceIds ?? [creditOf ?? invoiceId ?? '']) {
    const row = await findInvoice(tx, scope, id);
    const { dueMinor, paidMinor, creditedMinor } = await balanceOf(tx, scope, id);
    if (row?.stage === 'void' || dueMinor <= 0) await stop(tx, event.businessId, id);
    else if (paidMinor + creditedMinor >= (row?.depositMinor ?? 0)) await cancelJobsAbout(tx, event.businessId, aboutInvoice(id), [depositJob]);
  }
};
