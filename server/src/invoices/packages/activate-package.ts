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
import { findInvoice } from '../invoice-store.ts';
import { balanceOf } from '../ledger-store.ts';
import { insertEntry, packagesOfInvoices, updatePackage, type PackageRow } from './package-store.ts';
import { withdraw } from './end-package.ts';

/** Puts the sessions of a package there, and sets the day it ends. */
export async function activate(deps: Deps, tx: WriteDb, scope: Scope, row: PackageRow): Promise<void> {
  const business = await findBusiness(tx, row.businessId);
  if (!business) throw notFound();
  // The first day counts: valid for one day is today.
  const expiresOn = row.validDays === null ? null : dateAfter(todayIn(business.timeZone, deps.now()), row.validDays - 1);
  await updatePackage(tx, row, { expiresOn, activatedAt: deps.now() });
  await insertEntry(tx, { businessId: row.businessId, clientId: row.clientId, packageId: row.id, id: deps.newId(), kind: 'bought', change: row.sessions, bookingId: null, at: deps.now() });
  await record(deps, tx, scope, {
    type: 'package.bought', subjectId: row.id, clientId: row.clientId, payload: { packageId: row.id, name: row.name, sessions: row.sessions, invoiceId: row.invoiceId, expiresOn },
  });
  if (expiresOn === null) return;
  const runAt = zoneOf(business.timeZone).instantAtOrAfter((parseDate(expiresOn) ?? 0) + 1, 0);
  await enqueue(deps, tx, { businessId: row.businessId, kind: 'package.expire', payload: { packageId: row.id }, runAt, dedupeKey: `package.expire:${row.id}` });
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
    const { creditedMinor } = await balanceOf(tx, scope, original);
    if (invoice && (invoice.stage === 'void' || creditedMinor >= invoice.totalMinor)) await withdraw(deps, tx, scope, found);
  }
};
