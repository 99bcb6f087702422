import type { EraseInput, ErasePreview } from '@portico/contract/clients.ts';
import { eraseLogins } from '../auth/public.ts';
import { countBookingsOf, eraseBookingsOf } from '../bookings/public.ts';
import type { Deps } from '../deps.ts';
import { countDocumentsOf, eraseFilesOf } from '../documents/public.ts';
import { conflict, invalidField, notFound } from '../domain/errors.ts';
import { requireFresh, requireStaff, type Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import { countIssued, eraseBillingOf, unsettledOf } from '../invoices/public.ts';
import { stopWorkOn } from '../jobs/stop-work.ts';
import { eraseMails } from '../notifications/public.ts';
import { eraseProjectsOf } from '../projects/public.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import { contactsOf, findClient } from './client-store.ts';
import { blankClients } from './erase-store.ts';
import { withAbsorbed } from './merge-store.ts';

/** What erasing would do; nothing is written. */
export function previewErase(deps: Deps, scope: Scope, id: string): Promise<ErasePreview> {
  requireStaff(scope, 'owner');
  return deps.store.read(async (db) => {
    const ids = await accountOf(db, scope, id);
    const { bookings, upcoming } = await countBookingsOf(db, scope, id, deps.now());
    return {
      contacts: (await contactsOf(db, scope, ids)).length, documents: await countDocumentsOf(db, scope, id), upcoming, pastBookings: bookings - upcoming,
      invoices: await countIssued(db, scope, id), unsettled: [...await unsettledOf(db, scope, id)],
    };
  });
}

/**
 * Takes everything personal of a client out of the live database, in one transaction. What the books need stays, and
 * the log says that it happened, without a name. README, "Erasing a client", has the decision for every table.
 */
export async function eraseClient(deps: Deps, tx: WriteDb, scope: Scope, id: string, { name }: EraseInput): Promise<void> {
  requireStaff(scope, 'owner');
  requireFresh(scope, deps.now());
  const ids = await accountOf(tx, scope, id);
  const client = await findClient(tx, scope, id);
  if (client?.name.trim() !== name.trim()) throw invalidField('name', 'Type the name exactly as it is written above.');
  const unsettled = await unsettledOf(tx, scope, id);
  if (unsettled.length > 0) throw conflict(unsettled.join(' '));

  const people = await contactsOf(tx, scope, ids);
  const contactIds = people.map((one) => one.id);
  const addresses = [...people.flatMap(({ email }) => (email === null ? [] : [email])), ...await eraseLogins(deps, tx, scope, contactIds)];
  const bookings = await eraseBookingsOf(deps, tx, scope, id, contactIds);
  const money = [];
  for (const one of ids) money.push(...await eraseBillingOf(deps, tx, scope, one));
  const files = await eraseFilesOf(deps, tx, scope, id);
  for (const one of ids) await eraseProjectsOf(tx, scope, one);
  await blankClients(tx, scope, ids, deps.now());
  const jobIds = await stopWorkOn(tx, scope, new Set([...ids, ...contactIds, ...bookings.ids, ...money, ...files.ids]));
  await eraseMails(tx, scope, { addresses, jobIds });
  await record(deps, tx, scope, { type: 'client.erased', subjectId: id, clientId: id, payload: { contacts: people.length, documents: files.documents, cancelled: bookings.cancelled } });
}

/** The account, and those that were merged into it. */
async function accountOf(db: ReadDb, scope: Scope, id: string): Promise<readonly string[]> {
  if (!(await findClient(db, scope, id))) throw notFound();
  return withAbsorbed(db, scope, id);
}
