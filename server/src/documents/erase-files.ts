import type { Deps } from '../deps.ts';
import { notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { findClient } from '../clients/public.ts';
import { record } from '../events/event-log.ts';
import { enqueue } from '../jobs/enqueue.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import { destroyClientKey, rotateClientKey } from './client-keys.ts';
import { deleteDocumentRows, idsOfClient, versionsOf } from './document-store.ts';
import { deleteRequestsOf } from './requests/request-store.ts';
import { removeJob } from './settle-version.ts';
import { uploadsOfClient, deleteUpload } from './upload-store.ts';

/** A new key for a client's files, when somebody may have seen the old one. */
export async function rotateKeyOf(deps: Deps, tx: WriteDb, scope: Scope, clientId: string): Promise<{ files: number }> {
  requireStaff(scope, 'owner');
  if (!(await findClient(tx, scope, clientId))) throw notFound();
  const files = await rotateClientKey(deps, tx, scope, clientId);
  await record(deps, tx, scope, { type: 'document_key.rotated', subjectId: clientId, clientId, payload: { files } });
  return { files };
}

/**
 * Erases the files of a client: their key is destroyed in this transaction, which makes every copy noise, also in
 * backups that hold no key of their own; rows go with it, bytes behind the answer.
 */
export async function eraseFilesOf(deps: Deps, tx: WriteDb, scope: Scope, clientId: string): Promise<{ ids: readonly string[]; documents: number }> {
  const ids = await idsOfClient(tx, scope, clientId);
  const versions = await versionsOf(tx, scope, ids);
  const coming = await uploadsOfClient(tx, scope, clientId);
  await destroyClientKey(tx, scope, clientId);
  for (const id of ids) await deleteDocumentRows(tx, scope, id);
  for (const upload of coming) await deleteUpload(tx, upload);
  const requestIds = await deleteRequestsOf(tx, scope, clientId);
  for (const { fileName } of [...versions, ...coming]) await enqueue(deps, tx, removeJob(scope.businessId, fileName));
  await record(deps, tx, scope, { type: 'document_key.destroyed', subjectId: clientId, clientId, payload: { files: versions.length } });
  return { ids: [...ids, ...versions.map(({ id }) => id), ...coming.map(({ id }) => id), ...requestIds], documents: ids.length };
}

export const countDocumentsOf = async (db: ReadDb, scope: Scope, clientId: string): Promise<number> => (await idsOfClient(db, scope, clientId)).length;
