import type { ConsoleStartUploadInput, Upload } from '@portico/contract/documents/upload.ts';
import type { Deps } from '../deps.ts';
import { conflict, DomainError, invalidField, notFound } from '../domain/errors.ts';
import { requireClient, requireStaff, type Scope } from '../domain/scope.ts';
import { findClient } from '../clients/public.ts';
import { findProject } from '../projects/public.ts';
import type { WriteDb } from '../storage/store.ts';
import { newFileKey } from './client-keys.ts';
import { findDocument } from './document-store.ts';
import { cleanFileName } from './name-rules.ts';
import { atLeast, rightOf } from './right-rules.ts';
import { answerable } from './requests/answer-request.ts';
import { mostUploads, spareBytes, uploadLife } from './upload-rules.ts';
import { awaitedBytes, countUploadsOf, insertUpload, usedBytes, type UploadRow } from './upload-store.ts';

export const toUpload = (row: UploadRow): Upload => ({ id: row.id, name: row.name, size: row.size, offset: row.received, documentId: row.documentId, expiresAt: new Date(row.touchedAt + uploadLife).toISOString() });

/** Announces a file: everything that can be refused before a byte has come is refused here. */
export async function startUpload(deps: Deps, scope: Scope, input: ConsoleStartUploadInput): Promise<Upload> {
  requireSender(scope);
  const free = await deps.incoming.free();
  return deps.store.write(async (tx) => {
    const clientId = await receiverOf(tx, scope, input);
    if (input.projectId !== undefined && (await findProject(tx, scope, input.projectId))?.clientId !== clientId) throw notFound();
    const request = input.requestId === undefined ? undefined : await answerable(tx, scope, input.requestId);
    if (await countUploadsOf(tx, scope) >= mostUploads) throw conflict(`You have ${mostUploads} uploads under way. Finish or cancel one first.`, 'too_many_uploads');
    await requireRoom(deps, tx, scope, input.size, free);
    const id = deps.newId();
    const now = deps.now();
    const row: UploadRow = {
      businessId: scope.businessId, clientId, id, actor: scope.actor, documentId: input.documentId ?? null, name: cleanFileName(input.name), title: input.title ?? null, category: request?.category ?? input.category, projectId: input.projectId ?? null, requestId: request?.id ?? null,
      note: input.note, size: input.size, received: 0, fileName: Buffer.from(deps.randomBytes(16)).toString('hex'), sealedKey: await newFileKey(deps, tx, scope, clientId, id), createdAt: now, touchedAt: now,
    };
    await insertUpload(tx, row);
    return toUpload(row);
  });
}

function requireSender(scope: Scope): void {
  if (scope.role === 'client') requireClient(scope);
  else requireStaff(scope);
}

/** Whose it will be. A new version goes where its document is. */
async function receiverOf(tx: WriteDb, scope: Scope, input: ConsoleStartUploadInput): Promise<string> {
  const own = scope.role === 'client' ? requireClient(scope) : undefined;
  if (input.documentId !== undefined) {
    const document = await findDocument(tx, scope, input.documentId, own?.contactId);
    if (!document || document.archived || (own && document.clientId !== own.clientId) || (input.clientId !== undefined && document.clientId !== input.clientId)) throw notFound();
    const right = rightOf(document);
    if (own && !atLeast(right, 'view')) throw notFound();
    if (own && !atLeast(right, 'edit')) throw new DomainError('forbidden', 'You may look at this document, but not add a version to it.');
    return document.clientId;
  }
  if (own) {
    if (input.category === 'invoices') throw invalidField('category', 'Choose another category: this one files itself.');
    return own.clientId;
  }
  if (input.clientId === undefined) throw invalidField('clientId', 'Choose the client that it is for.', 'missing');
  if (!(await findClient(tx, scope, input.clientId))) throw notFound();
  return input.clientId;
}

async function requireRoom(deps: Deps, tx: WriteDb, scope: Scope, size: number, free: number): Promise<void> {
  const { maxBytes, quotaBytes } = deps.config.files;
  if (size > maxBytes) throw new DomainError('too_large', `A file may have at most ${megabytes(maxBytes)}.`);
  if (await usedBytes(tx, scope) + size > quotaBytes) throw new DomainError('storage_full', `There is no room for it: all files together may have ${megabytes(quotaBytes)}. Delete some, or ask for more room.`);
  if (await awaitedBytes(tx) + size + spareBytes > free) throw new DomainError('storage_full', 'There is no room for it on the disk at present. Whoever runs this server must make some.');
}

const megabytes = (bytes: number): string => `${Math.floor(bytes / 1024 ** 2).toLocaleString('en')} MB`;
