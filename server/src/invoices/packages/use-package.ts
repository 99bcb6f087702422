import { findBusiness } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { dateLabel, todayIn } from '../../domain/civil-dates.ts';
import { conflict, notFound } from '../../domain/errors.ts';
import type { Scope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import { refusalOf, type ReadDb, type WriteDb } from '../../storage/store.ts';
import { entriesOfBooking, findPackage, insertEntry, usablePackages, type PackageRow } from './package-store.ts';

export interface Session {
  readonly clientId: string;
  readonly serviceId: string;
  /** The civil date it takes place on, in the business's zone: a package pays for what happens while it lasts. */
  readonly localDate: string;
  /** What it costs without one. */
  readonly priceMinor: number;
}

const covers = ({ serviceIds }: PackageRow, serviceId: string): boolean => serviceIds.length === 0 || serviceIds.includes(serviceId);

/**
 * The package that pays for a session. `wanted` undefined: the one that ends first, if any covers it and the session costs
 * something; null: none. One
 * that was named and does not fit is refused; whether anything is left of it the database says when it is used.
 */
export async function packageFor(db: ReadDb, scope: Scope, { clientId, serviceId, localDate, priceMinor }: Session, wanted: string | null | undefined): Promise<PackageRow | undefined> {
  if (wanted === null || (wanted === undefined && priceMinor === 0)) return undefined;
  if (wanted === undefined) return (await usablePackages(db, scope, clientId, localDate)).find(({ row }) => covers(row, serviceId))?.row;
  const found = await findPackage(db, scope, wanted);
  if (!found || found.row.clientId !== clientId) throw notFound();
  const { row } = found;
  if (row.activatedAt === null) throw conflict(`${row.name} is not paid yet.`, 'package_not_usable');
  if (row.cancelled || row.endedAt !== null) throw conflict(`${row.name} has ended.`, 'package_not_usable');
  if (!covers(row, serviceId)) throw conflict(`${row.name} does not cover this service.`, 'package_not_usable');
  if (endsBefore(row, localDate)) throw conflict(`${row.name} ends before that day.`, 'package_not_usable');
  return row;
}

const endsBefore = ({ expiresOn }: Pick<PackageRow, 'expiresOn'>, localDate: string): boolean => expiresOn !== null && expiresOn < localDate;

/**
 * A client gives a session that a package pays for another day. After the package's last day it is refused rather than
 * given back: a session returned after that day would be lost at once, and the client would owe what was paid for.
 */
export async function requireLasting(db: ReadDb, scope: Scope, packageId: string, localDate: string, lang: string): Promise<void> {
  const found = await findPackage(db, scope, packageId);
  if (!found || !endsBefore(found.row, localDate)) return;
  const { name, expiresOn } = found.row;
  throw conflict(`This session is paid with ${name}, which can be used until ${dateLabel(expiresOn ?? '', lang)}. Choose a day until then, or cancel and book anew.`, 'package_ends_before');
}

/** Takes one session for a booking that is written already, in the same transaction. */
export async function takeSession(deps: Deps, tx: WriteDb, scope: Scope, row: PackageRow, bookingId: string): Promise<void> {
  try {
    await insertEntry(tx, { businessId: row.businessId, clientId: row.clientId, packageId: row.id, id: deps.newId(), kind: 'used', change: -1, bookingId, reason: null, at: deps.now() });
  } catch (error) {
    if (refusalOf(error) === 'exhausted') throw conflict(`No session of ${row.name} is left.`, 'package_not_usable');
    throw error;
  }
  await tell(deps, tx, scope, 'package.used', row, bookingId);
}

/** Gives the session of a booking back, if a package paid for it and may still be used; answers whether it did. Twice is the same as once. */
export async function returnSession(deps: Deps, tx: WriteDb, scope: Scope, bookingId: string): Promise<boolean> {
  const entries = await entriesOfBooking(tx, scope, bookingId);
  const used = entries.find(({ kind }) => kind === 'used');
  if (!used || entries.some(({ kind }) => kind === 'returned')) return false;
  const found = await findPackage(tx, scope, used.packageId);
  const business = await findBusiness(tx, scope.businessId);
  if (!found || !business || found.row.cancelled || found.row.endedAt !== null || endsBefore(found.row, todayIn(business.timeZone, deps.now()))) return false;
  await insertEntry(tx, { ...used, id: deps.newId(), kind: 'returned', change: 1, at: deps.now() });
  await tell(deps, tx, scope, 'package.returned', found.row, bookingId);
  return true;
}

async function tell(deps: Deps, tx: WriteDb, scope: Scope, type: 'package.used' | 'package.returned', row: PackageRow, bookingId: string): Promise<void> {
  const remaining = (await findPackage(tx, scope, row.id))?.remaining ?? 0;
  await record(deps, tx, scope, { type, subjectId: row.id, clientId: row.clientId, payload: { packageId: row.id, name: row.name, sessions: row.sessions, bookingId, remaining } });
}
