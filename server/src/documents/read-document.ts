import type { ConsoleDocument, Document } from '@portico/contract/documents/document.ts';
import { staffNames } from '../auth/public.ts';
import { clientNames, contactsOf } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../domain/errors.ts';
import { requireClient, requireStaff, type Scope } from '../domain/scope.ts';
import { findIssuedPaper, type IssuedPaper } from '../invoices/public.ts';
import type { ReadDb } from '../storage/store.ts';
import { bringerOf } from './bringer.ts';
import { findDocument, versionsOf, type DocumentWithRight } from './document-store.ts';
import { paperSummary, readerFor, toSummaries, toVersion, type DocumentReader } from './document-view.ts';
import { atLeast, rightOf } from './right-rules.ts';
import { readsOf, rightsOf } from './right-store.ts';

/** A filed document, or the paper of an invoice, that this person may know of. Throws `not_found`. */
export type Found = { readonly document: DocumentWithRight; readonly paper?: never } | { readonly paper: IssuedPaper; readonly document?: never };

/** What a contact may know of. */
export async function findOwn(db: ReadDb, scope: Scope, id: string): Promise<Found> {
  const { clientId, contactId } = requireClient(scope);
  const document = await findDocument(db, scope, id, contactId);
  if (document) {
    const isOpen = document.clientId === clientId && !document.archived && atLeast(rightOf(document), 'view') && (document.current !== null || document.by === 'client');
    if (!isOpen) throw notFound();
    return { document };
  }
  const paper = await findIssuedPaper(db, scope, id);
  if (paper?.clientId !== clientId) throw notFound();
  return { paper };
}

export async function findForStaff(db: ReadDb, scope: Scope, id: string): Promise<Found> {
  requireStaff(scope);
  const document = await findDocument(db, scope, id);
  if (document) return { document };
  const paper = await findIssuedPaper(db, scope, id);
  if (!paper) throw notFound();
  return { paper };
}

export async function readOwnDocument(deps: Pick<Deps, 'now'>, db: ReadDb, scope: Scope, id: string, lang?: string): Promise<Document> {
  return view(db, scope, await findOwn(db, scope, id), await readerFor(db, scope, deps.now(), lang));
}

export async function readDocument(deps: Pick<Deps, 'now'>, db: ReadDb, scope: Scope, id: string): Promise<ConsoleDocument> {
  const found = await findForStaff(db, scope, id);
  const seen = await view(db, scope, found, await readerFor(db, scope, deps.now()));
  if (!found.document) return { ...seen, people: [], reads: [] };
  const rights = new Map((await rightsOf(db, scope, id)).map((row) => [row.contactId, row]));
  const contacts = await contactsOf(db, scope, [found.document.clientId]);
  const names = new Map(contacts.map((contact) => [contact.id, contact.name]));
  const { level, download } = found.document;
  return {
    ...seen,
    people: contacts.map((contact) => {
      const own = rights.get(contact.id);
      return { contactId: contact.id, name: contact.name, right: { level: own?.level ?? level, download: own?.download ?? download }, isOwn: own !== undefined };
    }),
    reads: (await readsOf(db, scope, id)).map(({ contactId, number, firstReadAt, lastReadAt, count }) =>
      ({ contactId, name: names.get(contactId) ?? '', version: number, firstReadAt: new Date(firstReadAt).toISOString(), lastReadAt: new Date(lastReadAt).toISOString(), count })),
  };
}

async function view(db: ReadDb, scope: Scope, { document, paper }: Found, reader: DocumentReader): Promise<Document> {
  if (paper) return { ...paperSummary(paper, (await clientNames(db, scope, [paper.clientId])).get(paper.clientId) ?? '', reader), versions: [] };
  const [summary] = await toSummaries(db, scope, [document], reader);
  if (!summary) throw notFound();
  const isStaff = scope.role !== 'client';
  const versions = await versionsOf(db, scope, [document.id]);
  const contacts = await contactsOf(db, scope, [document.clientId]);
  const names = new Map([...await staffNames(db, scope), ...contacts.map(({ id, name }) => [id, name] as const)]);
  // What waits or was refused is for staff, and for the side that sent it.
  return { ...summary, versions: versions.filter(({ state, actor }) => isStaff || state === 'available' || bringerOf(actor) === 'client').map((version) => toVersion(version, names, isStaff, reader)) };
}
