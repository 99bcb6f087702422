import type { ChangeDocumentInput, ShareDocumentInput } from '@portico/contract/documents/document.ts';
import { contactsOf } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { findProject } from '../projects/public.ts';
import type { WriteDb } from '../storage/store.ts';
import { deleteDocumentRows, findDocument, updateDocument, versionsOf, type DocumentRow } from './document-store.ts';
import { searchWords } from './name-rules.ts';
import { removeRight, setRight } from './right-store.ts';
import { indexLater } from './search/index-document.ts';
import { removeJob } from './settle-version.ts';

async function found(tx: WriteDb, scope: Scope, id: string): Promise<DocumentRow> {
  const row = await findDocument(tx, scope, id);
  if (!row) throw notFound();
  return row;
}

/** Name, place, who may do what by default, put away or back. */
export async function changeDocument(deps: Deps, tx: WriteDb, scope: Scope, id: string, input: ChangeDocumentInput): Promise<void> {
  requireStaff(scope);
  const before = await found(tx, scope, id);
  if (input.projectId && (await findProject(tx, scope, input.projectId))?.clientId !== before.clientId) throw notFound();
  const fields = (Object.keys(input) as (keyof ChangeDocumentInput)[]).filter((field) => input[field] !== undefined && input[field] !== before[field]);
  if (fields.length === 0) return;
  const change: Partial<DocumentRow> = Object.fromEntries(fields.map((field) => [field, input[field]]));
  await updateDocument(tx, scope, id, { ...change, ...(input.name !== undefined && { searchText: searchWords(input.name) }) });
  if (fields.includes('name')) await indexLater(deps, tx, scope.businessId, id);
  await record(deps, tx, scope, { type: 'document.changed', subjectId: id, clientId: before.clientId, payload: { documentId: id, name: input.name ?? before.name, fields } });
}

/** Rights of single people. */
export async function shareDocument(deps: Deps, tx: WriteDb, scope: Scope, id: string, { contacts }: ShareDocumentInput): Promise<void> {
  requireStaff(scope);
  const { clientId, name } = await found(tx, scope, id);
  const known = new Set((await contactsOf(tx, scope, [clientId])).map((contact) => contact.id));
  for (const { contactId, right } of contacts) {
    if (!known.has(contactId)) throw notFound();
    if (right) await setRight(tx, { businessId: scope.businessId, clientId, documentId: id, contactId, ...right });
    else await removeRight(tx, scope, id, contactId);
  }
  await record(deps, tx, scope, { type: 'document.shared', subjectId: id, clientId, payload: { documentId: id, name, contactIds: contacts.map(({ contactId }) => contactId) } });
}

/** For good: rows and keys now, which makes the bytes noise; the bytes themselves behind the answer. */
export async function deleteDocument(deps: Deps, tx: WriteDb, scope: Scope, id: string): Promise<void> {
  requireStaff(scope, 'admin');
  const { clientId, name } = await found(tx, scope, id);
  const versions = await versionsOf(tx, scope, [id]);
  await deleteDocumentRows(tx, scope, id);
  for (const { fileName } of versions) await enqueue(deps, tx, removeJob(scope.businessId, fileName));
  await record(deps, tx, scope, { type: 'document.deleted', subjectId: id, clientId, payload: { documentId: id, name, versions: versions.length } });
}
