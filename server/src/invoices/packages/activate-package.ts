import { findBusiness } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { dateAfter, todayIn } from '../../domain/civil-dates.ts';
import { parseDate } from '../../domain/civil-time.ts';
import { notFound } from '../../domain/errors.ts';
import { systemScope, type Scope } from '../../domain/scope.ts';
import { zoneOf } from '../../domain/zones.ts';
import { record } from '../../events/event-log.ts';
import type { HandleEvent } from '../../events/log-reader.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import type { WriteDb } from '../../storage/store.ts';
import { creditNotesOf, findInvoice } from '../invoice-store.ts';
import { balanceOf } from '../ledger-store.ts';
import { addEntry } from './add-entry.ts';
import { packagesOfInvoices, updatePackage, type PackageRow } from './package-store.ts';
import { withdraw } from './end-package.ts';

/** Puts the sessions of a package there, and sets the day it ends. */
export async function activate(deps: Deps, tx: WriteDb, scope: Scope, row: PackageRow): Promise<void> {
  const business = await findBusiness(tx, row.businessId);
  if (!business) throw notFound();
  // The first day counts: valid for one day is today.
  const expiresOn = row.validDays === null ? null : dateAfter(todayIn(business.timeZone, deps.now()), row.validDays - 1);
  await updatePackage(tx, row, { expiresOn, activatedAt: deps.now() });
  await addEntry(deps, tx, row, { kind: 'bought', change: row.sessions });
  await record(deps, tx, scope, {
    type: 'package.bought', subjectId: row.id, clientId: row.clientId, payload: { packageId: row.id, name: row.name, sessions: row.sessions, invoiceId: row.invoiceId, expiresOn },
  });
  await planExpiry(deps, tx, { ...row, expiresOn });
}

/** Looks when its last day is over; a job of an earlier last day then finds that there is time left. */
export async function planExpiry(deps: Deps, tx: WriteDb, { businessId, id, expiresOn }: PackageRow): Promise<void> {
  const business = await findBusiness(tx, businessId);
  if (!business) throw notFound();
  if (expiresOn === null) return;
  const runAt = zoneOf(business.timeZone).instantAtOrAfter((parseDate(expiresOn) ?? 0) + 1, 0);
  await enqueue(deps, tx, { businessId, kind: 'package.expire', payload: { packageId: id }, runAt, dedupeKey: `package.expire:${id}:${expiresOn}` });
}

/** Money or credit came: packages that waited for it can be used. */
export const activatePaidPackages: HandleEvent = async (deps, tx, event) => {
  const payload = JSON.parse(event.payload) as { invoiceIds?: string[]; invoiceId?: string };
  const scope = systemScope(event.businessId);
  const invoiceIds = payload.invoiceIds ?? (payload.invoiceId === undefined ? [] : [payload.invoiceId]);
  for (const { row } of await packagesOfInvoices(tx, scope, invoiceIds)) {
    if (row.activatedAt !== null || row.cancelled || (await balanceOf(tx, scope, row.invoiceId)).dueMinor > 0) continue;
    await activate(deps, tx, scope, row);
  }
};

/** The invoice was taken back, and so is what was bought with it. */
export const withdrawPackages: HandleEvent = async (deps, tx, event) => {
  const { invoiceId, creditOf } = JSON.parse(event.payload) as { invoiceId: string; creditOf?: string };
  const scope = systemScope(event.businessId);
  const original = creditOf ?? invoiceId;
  for (const found of await packagesOfInvoices(tx, scope, [original])) {
    const invoice = await findInvoice(tx, scope, original);
    // What credit notes say, not what they took off the debt: of a paid invoice they take nothing off.
    const creditedMinor = (await creditNotesOf(tx, scope, original)).reduce((sum, { totalMinor }) => sum + totalMinor, 0);
    if (invoice && (invoice.stage === 'void' || creditedMinor >= invoice.totalMinor)) await withdraw(deps, tx, scope, found);
  }
};
