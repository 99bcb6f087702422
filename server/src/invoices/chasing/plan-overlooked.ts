import { allBusinesses } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { todayIn } from '../../domain/civil-dates.ts';
import { systemScope } from '../../domain/scope.ts';
import { waitingJobs } from '../../jobs/job-store.ts';
import type { ReadDb } from '../../storage/store.ts';
import { openInvoices, type InvoiceRow } from '../invoice-store.ts';
import { aboutInvoice, chasingKinds, planReminders } from './plan-chasing.ts';

/**
 * Plans what is still to come for open invoices that nothing is planned of: those that were issued before there were
 * reminders, or whose money was given back. What they have missed is not made up for.
 */
export async function planOverlooked(deps: Pick<Deps, 'store' | 'now' | 'newId'>): Promise<void> {
  for (const business of await deps.store.read(allBusinesses)) {
    const overlooked = await deps.store.read((db) => overlookedIn(db, business.id));
    if (overlooked.length === 0) continue;
    const reason = `overlooked:${todayIn(business.timeZone, deps.now())}`;
    await deps.store.write(async (tx) => planReminders(deps, tx, business, await overlookedIn(tx, business.id), reason));
  }
}

async function overlookedIn(db: ReadDb, businessId: string): Promise<InvoiceRow[]> {
  const scope = systemScope(businessId);
  const open = await openInvoices(db, scope);
  if (open.length === 0) return [];
  const waiting = await waitingJobs(db, scope, { kinds: chasingKinds, until: Number.MAX_SAFE_INTEGER, limit: Number.MAX_SAFE_INTEGER });
  const planned = new Set(waiting.map(({ about }) => about));
  return open.map(({ invoice }) => invoice).filter(({ id }) => !planned.has(aboutInvoice(id)));
}
