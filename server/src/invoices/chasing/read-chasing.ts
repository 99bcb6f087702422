import type { Chasing, ChasingStep, InvoiceReminders } from '@portico/contract/invoices/chasing.ts';
import { clientNames } from '../../clients/public.ts';
import type { Deps } from '../../deps.ts';
import { DAY, isoOf } from '../../domain/civil-time.ts';
import { notFound } from '../../domain/errors.ts';
import { formatMoney } from '../../domain/money.ts';
import { requireStaff, type Scope } from '../../domain/scope.ts';
import { waitingJobs, type JobRow } from '../../jobs/job-store.ts';
import type { ReadDb } from '../../storage/store.ts';
import { findInvoice, openInvoices } from '../invoice-store.ts';
import { readerFor } from '../read-invoice.ts';
import { depositLeft } from './chasing-rules.ts';
import { depositRemindersOf, holdsOf, isHeld, remindersOf } from './chasing-store.ts';
import { chasingKinds, depositJob, reminderJob } from './plan-chasing.ts';

const mostSteps = 500;

/** What will go out in the next days, and what somebody holds back. */
export function readChasing(deps: Deps, scope: Scope, { days }: { days: number }): Promise<Chasing> {
  requireStaff(scope);
  return deps.store.read(async (db) => {
    const open = new Map((await openInvoices(db, scope)).map((one) => [one.invoice.id, one]));
    const holds = (await holdsOf(db, scope)).filter(({ invoiceId }) => open.has(invoiceId));
    const names = await clientNames(db, scope, [...open.values()].map(({ invoice }) => invoice.clientId));
    const { lang } = await readerFor(db, scope, deps.now());
    const items: ChasingStep[] = [];
    for (const job of await waitingJobs(db, scope, { kinds: chasingKinds, until: deps.now() + days * DAY, limit: mostSteps })) {
      const { invoiceId, daysAfterDue, kind } = stepOf(job);
      const owed = open.get(invoiceId);
      if (!owed?.invoice.dueOn) continue;
      const { invoice: { number, clientId, currency, depositDueOn }, dueMinor: dueInAll } = owed;
      const isDeposit = kind === 'deposit';
      const dueOn = isDeposit && depositDueOn ? depositDueOn : owed.invoice.dueOn;
      const dueMinor = isDeposit ? depositLeft(owed.invoice, owed) : dueInAll;
      items.push({
        kind, invoiceId, number: number ?? '', clientId, clientName: names.get(clientId) ?? '', dueOn, dueMinor, currency, label: formatMoney(dueMinor, currency, lang),
        daysAfterDue, at: isoOf(job.runAt), held: holds.some((hold) => hold.invoiceId === invoiceId),
      });
    }
    return {
      items,
      held: holds.map(({ invoiceId, clientId, heldAt }) => ({ invoiceId, number: open.get(invoiceId)?.invoice.number ?? '', clientId, clientName: names.get(clientId) ?? '', since: isoOf(heldAt) })),
    };
  });
}

/** How one invoice is chased: what went out, and what will. */
export async function readReminders(db: ReadDb, scope: Scope, id: string): Promise<InvoiceReminders> {
  requireStaff(scope);
  if (!(await findInvoice(db, scope, id))) throw notFound();
  const waiting = await waitingJobs(db, scope, { kinds: chasingKinds, until: Number.MAX_SAFE_INTEGER, limit: mostSteps, about: `invoice:${id}` });
  return {
    held: await isHeld(db, scope, id),
    sent: [
      ...(await remindersOf(db, scope, id)).map(({ daysAfterDue, sentAt }) => ({ kind: 'reminder' as const, daysAfterDue, sentAt })),
      ...(await depositRemindersOf(db, scope, id)).map(({ daysAfterDue, sentAt }) => ({ kind: 'deposit' as const, daysAfterDue, sentAt })),
    ].sort((a, b) => a.sentAt - b.sentAt).map(({ sentAt, ...rest }) => ({ ...rest, at: isoOf(sentAt) })),
    next: waiting.map((job) => ({ kind: stepOf(job).kind, daysAfterDue: stepOf(job).daysAfterDue, at: isoOf(job.runAt) })),
  };
}

function stepOf(job: JobRow): { invoiceId: string; daysAfterDue: number; kind: ChasingStep['kind'] } {
  const { invoiceId, daysAfterDue } = JSON.parse(job.payload) as { invoiceId: string; daysAfterDue: number };
  return { invoiceId, daysAfterDue, kind: job.kind === reminderJob ? 'reminder' : job.kind === depositJob ? 'deposit' : 'late_fee' };
}
