import type { Client, MergeInput, MergePreview } from '@portico/contract/clients.ts';
import { endAccessOf } from '../auth/public.ts';
import { countBookingsOf, moveBookingsOf } from '../bookings/public.ts';
import type { Deps } from '../deps.ts';
import { hasDocuments } from '../documents/public.ts';
import { conflict, invalidField, notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import { hasInvoices, hasSubscriptions } from '../invoices/public.ts';
import { deferReferences } from '../storage/defer-references.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import { refreshSearch } from './add-client.ts';
import { contactsOf, findClient, updateClient, type ClientRow } from './client-store.ts';
import { readClient, toClients } from './client-view.ts';
import { deleteMerge, findMerge, findMergedAway, insertMerge, moveContacts } from './merge-store.ts';

const longestNote = 2000;

/** What merging would move; nothing is written. */
export async function previewMerge(deps: Deps, scope: Scope, intoId: string, { from }: MergeInput): Promise<MergePreview> {
  requireStaff(scope, 'admin');
  return deps.store.read(async (db) => {
    const both = await twoAccounts(db, scope, intoId, from);
    const [stays, goes] = await toClients(db, scope, [both.into, both.from], deps.now());
    if (!stays || !goes) throw notFound();
    return { stays, goes, ...await countBookingsOf(db, scope, from, deps.now()), note: joined(both.into.note, both.from.note) };
  });
}

/** Two accounts that are one: the people and bookings of `from` come here, and it is gone. Twice is the same as once. */
export async function mergeClients(deps: Deps, tx: WriteDb, scope: Scope, intoId: string, { from: fromId }: MergeInput): Promise<Client> {
  requireStaff(scope, 'admin');
  const done = await findMerge(tx, scope, fromId);
  if (done?.intoId === intoId) return readClient(tx, scope, intoId, deps.now());
  const { into, from } = await twoAccounts(tx, scope, intoId, fromId);
  await requireNoInvoices(tx, scope, from);
  await requireNoDocuments(tx, scope, from);
  const contactIds = (await contactsOf(tx, scope, [fromId])).map(({ id }) => id);
  const { bookings } = await countBookingsOf(tx, scope, fromId, deps.now());
  await bring(deps, tx, scope, contactIds, { from: fromId, to: intoId });
  await insertMerge(tx, { businessId: scope.businessId, fromId, intoId, contactIds, noteBefore: into.note, mergedAt: deps.now() });
  await updateClient(tx, scope, intoId, { note: joined(into.note, from.note) });
  await refreshSearch(tx, scope, intoId);
  await record(deps, tx, scope, { type: 'client.merged', subjectId: intoId, clientId: intoId, payload: { fromId, name: from.name, contacts: contactIds.length, bookings } });
  return readClient(tx, scope, intoId, deps.now());
}

/** Invoices name their client for good, and so do the books: the account that has some must be the one that stays. */
async function requireNoInvoices(tx: WriteDb, scope: Scope, from: ClientRow): Promise<void> {
  if (await hasInvoices(tx, scope, from.id)) throw conflict(`${from.name} has invoices, and those never change their client. Merge the other way round.`);
  if (await hasSubscriptions(tx, scope, from.id)) throw conflict(`${from.name} has a plan, and its invoices are ${from.name}'s. Merge the other way round.`);
}

/** Documents are sealed with their client's key. */
async function requireNoDocuments(tx: WriteDb, scope: Scope, from: ClientRow): Promise<void> {
  if (await hasDocuments(tx, scope, from.id)) throw conflict(`${from.name} has documents, and those stay with their client. Merge the other way round.`);
}

/** Takes it apart again: those people go back, with every booking of theirs, also those made since. */
export async function undoMerge(deps: Deps, tx: WriteDb, scope: Scope, intoId: string, { from: fromId }: MergeInput): Promise<Client> {
  requireStaff(scope, 'admin');
  const into = await findClient(tx, scope, intoId);
  const from = await findMergedAway(tx, scope, fromId);
  if (!into || !from) throw notFound();
  const merge = await findMerge(tx, scope, fromId);
  if (merge?.intoId !== intoId) throw conflict('These two accounts are not merged.');
  await bring(deps, tx, scope, merge.contactIds, { from: intoId, to: fromId });
  await deleteMerge(tx, merge);
  // What was written into the note since stays.
  if (into.note === joined(merge.noteBefore, from.note)) await updateClient(tx, scope, intoId, { note: merge.noteBefore });
  await refreshSearch(tx, scope, intoId);
  await refreshSearch(tx, scope, fromId);
  await record(deps, tx, scope, { type: 'client.separated', subjectId: intoId, clientId: intoId, payload: { fromId, name: from.name } });
  return readClient(tx, scope, fromId, deps.now());
}

/** People and bookings name their account in one key, so they move together. */
async function bring(deps: Deps, tx: WriteDb, scope: Scope, contactIds: readonly string[], move: { from: string; to: string }): Promise<void> {
  await deferReferences(tx);
  await moveContacts(tx, scope, contactIds, move.to);
  await moveBookingsOf(tx, scope, contactIds, move);
  await endAccessOf(deps, tx, scope, contactIds);
}

async function twoAccounts(db: ReadDb, scope: Scope, intoId: string, fromId: string): Promise<{ into: ClientRow; from: ClientRow }> {
  if (intoId === fromId) throw invalidField('from', 'Choose another client: this one is the same.');
  const into = await findClient(db, scope, intoId);
  const from = await findClient(db, scope, fromId);
  if (!into || !from) throw notFound();
  return { into, from };
}

const joined = (stays: string, comes: string): string => [stays, comes].filter(Boolean).join('\n\n').slice(0, longestNote);
