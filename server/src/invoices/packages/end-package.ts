import { findBusiness } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { todayIn } from '../../domain/civil-dates.ts';
import { systemScope, type Scope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import type { RunJob } from '../../jobs/worker.ts';
import type { WriteDb } from '../../storage/store.ts';
import { balanceOf } from '../ledger-store.ts';
import { pendingAttempts } from '../online/attempt-store.ts';
import { voidInvoice } from '../void-invoice.ts';
import { addEntry } from './add-entry.ts';
import { findPackage, updatePackage, type PackageWithBalance } from './package-store.ts';

/** The invoice of a package was taken back: what is left of it goes. Sessions that were had are had. */
export async function withdraw(deps: Deps, tx: WriteDb, scope: Scope, found: PackageWithBalance): Promise<void> {
  if (found.row.cancelled) return;
  await updatePackage(tx, found.row, { cancelled: true });
  await takeRest(deps, tx, scope, found, 'withdrawn');
}

const whys = { expired: 'date', withdrawn: 'invoice', ended: 'ended' } as const;

export async function takeRest(deps: Deps, tx: WriteDb, scope: Scope, { row, remaining }: PackageWithBalance, kind: keyof typeof whys, reason?: string): Promise<void> {
  const why = reason === undefined ? {} : { reason };
  // Ended with nothing left is worth telling, too.
  if (remaining > 0) await addEntry(deps, tx, row, { kind, change: -remaining, ...why });
  else if (kind !== 'ended') return;
  await record(deps, tx, scope, {
    type: 'package.expired', subjectId: row.id, clientId: row.clientId,
    payload: { packageId: row.id, name: row.name, sessions: row.sessions, lost: remaining, why: whys[kind], ...why },
  });
}

/** Its last day is over. */
const expirePackage: RunJob = (deps, job, { packageId }) => deps.store.write(async (tx) => {
  const scope = systemScope(job.businessId);
  const found = await findPackage(tx, scope, String(packageId));
  const business = await findBusiness(tx, job.businessId);
  if (!found || !business || found.row.expiresOn === null || found.row.expiresOn >= todayIn(business.timeZone, deps.now())) return;
  await takeRest(deps, tx, scope, found, 'expired');
});

/** A client ordered it and never paid: nobody should be reminded of a purchase that was not one. */
const lapseOrder: RunJob = (deps, job, { packageId }) => deps.store.write(async (tx) => {
  const scope = systemScope(job.businessId);
  const found = await findPackage(tx, scope, String(packageId));
  if (!found || found.row.activatedAt !== null || found.row.cancelled) return;
  const { row } = found;
  const { paidMinor, creditedMinor, dueMinor } = await balanceOf(tx, scope, row.invoiceId);
  if (dueMinor <= 0 || paidMinor + creditedMinor > 0) return;
  const isBeingPaid = (await pendingAttempts(tx, scope, row.clientId)).some(({ allocations }) => allocations.some(({ invoiceId }) => invoiceId === row.invoiceId));
  if (isBeingPaid) throw new Error('a payment of it is under way');
  await voidInvoice(deps, tx, scope, row.invoiceId, { reason: 'Not paid.' });
});

export const packageJobs: Readonly<Record<string, RunJob>> = { 'package.expire': expirePackage, 'package.lapse': lapseOrder };
