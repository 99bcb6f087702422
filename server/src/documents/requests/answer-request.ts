import type { Deps } from '../../deps.ts';
import { conflict, notFound } from '../../domain/errors.ts';
import { requireClient, type Scope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import type { ReadDb, WriteDb } from '../../storage/store.ts';
import type { DocumentRow } from '../document-store.ts';
import { findRequest, linkDocument, requestOfDocument, updateRequest, type RequestRow } from './request-store.ts';

/** The request that somebody is about to answer: their own, and not settled. */
export async function answerable(db: ReadDb, scope: Scope, id: string): Promise<RequestRow> {
  const row = await findRequest(db, scope, id);
  if (!row || row.clientId !== requireClient(scope).clientId || row.state === 'cancelled') throw notFound();
  if (row.state === 'accepted') throw conflict('What was asked for has been accepted already.');
  return row;
}

/** A document has come for a request. What was settled or given up meanwhile stays so; the document is filed all the same. */
export async function submit(deps: Deps, tx: WriteDb, scope: Scope, requestId: string, document: Pick<DocumentRow, 'id' | 'name' | 'clientId'>): Promise<void> {
  const row = await findRequest(tx, scope, requestId);
  if (!row) return;
  await linkDocument(tx, scope, requestId, document.id);
  if (row.state !== 'open' && row.state !== 'returned') return;
  await updateRequest(tx, scope, requestId, { state: 'submitted', submittedAt: deps.now() });
  await record(deps, tx, scope, { type: 'document.submitted', subjectId: requestId, clientId: row.clientId, payload: { requestId, title: row.title, name: document.name } });
}

/** What came was dangerous and is gone: the request waits again. */
export async function reopen(tx: WriteDb, scope: Scope, documentId: string): Promise<void> {
  const row = await requestOfDocument(tx, scope, documentId);
  if (row?.state === 'submitted') await updateRequest(tx, scope, row.id, { state: 'open', submittedAt: null });
}
