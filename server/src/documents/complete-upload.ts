import { createHash } from 'node:crypto';
import type { CompleteUploadInput } from '@portico/contract/documents/upload.ts';
import type { Deps } from '../deps.ts';
import { conflict, notFound } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import { sealChunk } from '../effects/files/file-cipher.ts';
import { record } from '../events/event-log.ts';
import { enqueue } from '../jobs/enqueue.ts';
import type { WriteDb } from '../storage/store.ts';
import { cutOffAppend, findOwnUpload } from './append-upload.ts';
import { openFileKey } from './client-keys.ts';
import { detectType, lookedAt } from './detect-type.ts';
import { bringerOf } from './bringer.ts';
import { factsOf, publish } from './document-events.ts';
import { memoryOf } from './document-memory.ts';
import { findDocument, findVersionById, insertDocument, insertVersion, updateDocument, type DocumentRow, type VersionRow } from './document-store.ts';
import { contentOf } from './stored-content.ts';
import { searchWords } from './name-rules.ts';
import { submit } from './requests/answer-request.ts';
import { usualRight } from './right-rules.ts';
import { settleJob } from './settle-version.ts';
import { judgeFile, type JudgedFile } from './type-rules.ts';
import { deleteUpload, findUpload, type UploadRow } from './upload-store.ts';

export interface Completed {
  readonly documentId: string;
  /** The name that the file came with, when its content said something else. */
  readonly renamedFrom: string | null;
}

/** Turns what has come into a document or a version of one, entirely or not at all. Twice is the same as once. */
export async function completeUpload(deps: Deps, scope: Scope, id: string, { sha256: told }: CompleteUploadInput): Promise<Completed> {
  const done = await deps.store.read((db) => findVersionById(db, scope, id));
  if (done?.actor === scope.actor) return { documentId: done.documentId, renamedFrom: null };
  await findOwnUpload(deps, scope, id);
  await cutOffAppend(deps, id);
  const upload = await findOwnUpload(deps, scope, id);
  if (upload.received < upload.size) throw conflict(`${upload.size - upload.received} bytes are missing. Go on from byte ${upload.received}.`, 'upload_incomplete');
  if (upload.size === 0) await writeEmpty(deps, upload);
  const { sha256, start } = await lookAt(deps, upload);
  if (told !== undefined && told !== sha256) await refuse(deps, scope, upload, 'upload_damaged', 'What came is not what was sent. Send the file again.');
  const judged = judgeFile(upload.name, await detectType(start), start.toString('latin1'));
  if (!judged.ok) return refuse(deps, scope, upload, 'wrong_content', judged.why);
  const documentId = await deps.store.write((tx) => file(deps, tx, scope, upload, judged.file, sha256));
  memoryOf(deps).hashes.delete(id);
  return { documentId, renamedFrom: judged.file.name === upload.name ? null : upload.name };
}

async function refuse(deps: Deps, scope: Scope, upload: UploadRow, reason: 'upload_damaged' | 'wrong_content', why: string): Promise<never> {
  await cancelUpload(deps, scope, upload.id);
  throw conflict(why, reason);
}

/** Forgets an upload and what came of it. */
export async function cancelUpload(deps: Deps, scope: Scope, id: string): Promise<void> {
  const upload = await findOwnUpload(deps, scope, id);
  await cutOffAppend(deps, id);
  if (!(await deps.store.write((tx) => deleteUpload(tx, upload)))) throw notFound();
  memoryOf(deps).hashes.delete(id);
  await deps.incoming.remove(upload.fileName);
}

/** Nothing is a file too: one empty piece. */
async function writeEmpty(deps: Deps, upload: UploadRow): Promise<void> {
  const file = await deps.store.read((db) => openFileKey(deps, db, upload));
  const incoming = await deps.incoming.open(upload.fileName);
  try {
    await incoming.writeAt(sealChunk(file, 0, new Uint8Array(0), deps.randomBytes(12)), 0);
    await incoming.sync();
  } finally {
    await incoming.close();
  }
}

/** The hash of all of it and its beginning: from memory where this process saw every byte, else from the disk. */
async function lookAt(deps: Deps, upload: UploadRow): Promise<{ sha256: string; start: Buffer }> {
  const known = memoryOf(deps).hashes.get(upload.id);
  const isKnown = known?.upTo === upload.size;
  const hash = isKnown ? known.hash.copy() : createHash('sha256');
  const start: Buffer[] = [];
  let size = 0;
  for await (const piece of contentOf(deps, { ...upload, place: 'incoming' } as unknown as VersionRow, isKnown ? { start: 0, end: Math.min(upload.size, lookedAt) } : undefined)) {
    if (!isKnown) hash.update(piece);
    if (size < lookedAt) start.push(piece);
    size += piece.length;
  }
  return { sha256: hash.digest('hex'), start: Buffer.concat(start).subarray(0, lookedAt) };
}

async function file(deps: Deps, tx: WriteDb, scope: Scope, upload: UploadRow, judged: JudgedFile, sha256: string): Promise<string> {
  if (!(await findUpload(tx, scope, upload.id)) || !(await deleteUpload(tx, upload))) {
    const done = await findVersionById(tx, scope, upload.id);
    if (done?.actor !== scope.actor) throw notFound();
    return done.documentId;
  }
  const document = upload.documentId === null ? await newDocument(deps, tx, scope, upload, judged.name) : await findDocument(tx, scope, upload.documentId);
  if (!document) throw notFound();
  const number = document.latest + (upload.documentId === null ? 0 : 1);
  const isHeld = deps.scanner.name !== 'none';
  const version: VersionRow = {
    businessId: scope.businessId, clientId: document.clientId, documentId: document.id, number, id: upload.id, name: judged.name, mediaType: judged.mediaType, isActive: judged.isActive, size: upload.size, sha256,
    note: upload.note, state: isHeld ? 'quarantined' : 'available', refusal: null, place: 'incoming', fileName: upload.fileName, sealedKey: upload.sealedKey, actor: upload.actor, createdAt: deps.now(),
  };
  await insertVersion(tx, version);
  await updateDocument(tx, scope, document.id, { latest: number, changedAt: deps.now() });
  if (isHeld) await record(deps, tx, scope, { type: 'document.quarantined', subjectId: document.id, clientId: document.clientId, payload: factsOf(document, version) });
  else await publish(deps, tx, scope, { ...document, latest: number }, version);
  if (upload.requestId !== null) await submit(deps, tx, scope, upload.requestId, document);
  await enqueue(deps, tx, settleJob(scope.businessId, upload.id));
  return document.id;
}

async function newDocument(deps: Deps, tx: WriteDb, scope: Scope, upload: UploadRow, fileName: string): Promise<DocumentRow> {
  const by = bringerOf(scope.actor);
  const name = upload.title ?? fileName;
  const row: DocumentRow = {
    businessId: scope.businessId, clientId: upload.clientId, id: deps.newId(), name, searchText: searchWords(name), category: upload.category, projectId: upload.projectId, current: null, latest: 1, by, archived: false,
    ...usualRight(by), createdAt: deps.now(), changedAt: deps.now(),
  };
  await insertDocument(tx, row);
  return row;
}
