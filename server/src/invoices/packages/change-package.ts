import type { ClientPackage, CorrectPackageInput, EndPackageInput, ExtendPackageInput } from '@portico/contract/invoices/packages.ts';
import { findBusiness } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { todayIn } from '../../domain/civil-dates.ts';
import { conflict, invalidField, notFound } from '../../domain/errors.ts';
import { requireStaff, type Scope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import { refusalOf, type WriteDb } from '../../storage/store.ts';
import { planExpiry } from './activate-package.ts';
import { addEntry } from './add-entry.ts';
import { takeRest } from './end-package.ts';
import { entriesOf, findPackage, updatePackage, type PackageWithBalance } from './package-store.ts';
import { readClientPackage } from './read-packages.ts';

/** The owner gives or takes sessions by hand: a visit on the telephone, a mistake, a present. */
export async function correctPackage(deps: Deps, tx: WriteDb, scope: Scope, id: string, { change, reason }: CorrectPackageInput): Promise<ClientPackage> {
  const { row } = await usable(tx, scope, id);
  try {
    await addEntry(deps, tx, row, { kind: 'corrected', change, reason });
  } catch (error) {
    if (refusalOf(error) === 'exhausted') throw invalidField('change', 'There are not so many sessions left.');
    throw error;
  }
  await recordCorrected(deps, tx, scope, id, { change, reason });
  return readClientPackage(deps, tx, scope, id);
}

/** What is left goes, and nothing comes back. The invoice stays as it is: money is given back from there. */
export async function endPackage(deps: Deps, tx: WriteDb, scope: Scope, id: string, { reason }: EndPackageInput): Promise<ClientPackage> {
  requireStaff(scope, 'admin');
  const found = await usable(tx, scope, id);
  await updatePackage(tx, found.row, { endedAt: deps.now() });
  await takeRest(deps, tx, scope, found, 'ended', reason);
  return readClientPackage(deps, tx, scope, id);
}

/** Another last day. What had run out comes back, as a correction that says why. */
export async function extendPackage(deps: Deps, tx: WriteDb, scope: Scope, id: string, { expiresOn, reason }: ExtendPackageInput): Promise<ClientPackage> {
  const { row, remaining } = await usable(tx, scope, id);
  const business = await findBusiness(tx, scope.businessId);
  if (!business) throw notFound();
  if (expiresOn !== null && expiresOn < todayIn(business.timeZone, deps.now())) throw invalidField('expiresOn', 'Choose today or a later day; to stop it now, end it.');
  const changed = { ...row, expiresOn };
  await updatePackage(tx, row, { expiresOn });
  await planExpiry(deps, tx, changed);
  await record(deps, tx, scope, { type: 'package.extended', subjectId: id, clientId: row.clientId, payload: { packageId: id, name: row.name, sessions: row.sessions, expiresOn, reason } });
  const lost = remaining === 0 ? await ranOut(tx, scope, id) : 0;
  if (lost > 0) {
    await addEntry(deps, tx, row, { kind: 'corrected', change: lost, reason });
    await recordCorrected(deps, tx, scope, id, { change: lost, reason });
  }
  return readClientPackage(deps, tx, scope, id);
}

/** How many sessions ran out with its last day, if that was the last thing that happened to it. */
async function ranOut(tx: WriteDb, scope: Scope, id: string): Promise<number> {
  const last = (await entriesOf(tx, scope, [id])).at(-1);
  return last?.kind === 'expired' ? -last.change : 0;
}

async function usable(tx: WriteDb, scope: Scope, id: string): Promise<PackageWithBalance> {
  requireStaff(scope);
  const found = await findPackage(tx, scope, id);
  if (!found) throw notFound();
  const { name, activatedAt, cancelled, endedAt } = found.row;
  if (activatedAt === null) throw conflict(`${name} is not paid yet: its sessions come with the payment.`);
  if (cancelled || endedAt !== null) throw conflict(`${name} has ended. Sell a new package instead.`);
  return found;
}

async function recordCorrected(deps: Deps, tx: WriteDb, scope: Scope, id: string, by: CorrectPackageInput): Promise<void> {
  const found = await findPackage(tx, scope, id);
  if (!found) throw notFound();
  const { row, remaining } = found;
  await record(deps, tx, scope, { type: 'package.corrected', subjectId: id, clientId: row.clientId, payload: { packageId: id, name: row.name, sessions: row.sessions, ...by, remaining } });
}
