import { createHash } from 'node:crypto';
import type { Upload } from '@portico/contract/documents/upload.ts';
import { uploadStep } from '@portico/contract/documents/kinds.ts';
import type { Deps } from '../deps.ts';
import { conflict, DomainError, notFound } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import { chunkSize, sealChunk, sealedChunk, sealedSize, type SealedFile } from '../effects/files/file-cipher.ts';
import type { IncomingFile } from '../effects/files/incoming-files.ts';
import { openFileKey } from './client-keys.ts';
import { memoryOf, rememberHash, type RunningHash } from './document-memory.ts';
import { toUpload } from './start-upload.ts';
import { keepable } from './upload-rules.ts';
import { advanceUpload, findUpload, type UploadRow } from './upload-store.ts';

/** So much is sealed and written at once, and so much is flushed and promised at once. */
const writeSize = 16 * chunkSize;
const promiseSize = 8 * 1024 ** 2;

/** Only who began an upload may know of it. */
export async function findOwnUpload(deps: Pick<Deps, 'store'>, scope: Scope, id: string): Promise<UploadRow> {
  const row = await deps.store.read((db) => findUpload(db, scope, id));
  if (row?.actor !== scope.actor) throw notFound();
  return row;
}

/** How far it has come. A request that still hangs on a dead connection takes no more: the answer must stay true. */
export async function readUpload(deps: Deps, scope: Scope, id: string): Promise<Upload> {
  await findOwnUpload(deps, scope, id);
  await cutOffAppend(deps, id);
  return toUpload(await findOwnUpload(deps, scope, id));
}

export async function cutOffAppend(deps: Deps, id: string): Promise<void> {
  const running = memoryOf(deps).appends.get(id);
  running?.cutOff();
  await running?.done;
}

/**
 * Adds bytes from `offset` on. What has come is kept in whole pieces however the request ends, and promised only when
 * it is flushed; the answer says from where to go on. `bytes` is asked for when they are welcome.
 */
export async function appendUpload(deps: Deps, scope: Scope, id: string, offset: number | undefined, bytes: () => ReadableStream<Uint8Array>): Promise<Upload> {
  await findOwnUpload(deps, scope, id);
  if (offset === undefined) throw new DomainError('malformed_request', 'Say with the header Upload-Offset from which byte on this is.');
  // A phone that changed its network sends again while we still listen to its old connection.
  await cutOffAppend(deps, id);
  const row = await findOwnUpload(deps, scope, id);
  if (offset !== row.received) throw conflict(`Go on from byte ${row.received}.`, 'upload_moved_on');
  const reader = bytes().getReader();
  const { appends } = memoryOf(deps);
  const work = receive(deps, row, reader);
  const entry = { cutOff: () => void reader.cancel().catch(() => undefined), done: work.catch(() => undefined) };
  appends.set(id, entry);
  try {
    const after = await work;
    if (after.received === row.received && row.received < row.size) throw new DomainError('malformed_request', `Send at least ${uploadStep} bytes at a time, until the end.`);
    return toUpload(after);
  } finally {
    if (appends.get(id) === entry) appends.delete(id);
  }
}

async function receive(deps: Deps, row: UploadRow, reader: ReadableStreamDefaultReader<Uint8Array>): Promise<UploadRow> {
  const file = await deps.store.read((db) => openFileKey(deps, db, row));
  const incoming = await deps.incoming.open(row.fileName);
  const writer = new SealingWriter(deps, row, file, incoming);
  try {
    for (;;) {
      const next = await reader.read().catch((error: unknown) => ({ done: true as const, value: undefined, error }));
      if (next.done || next.value === undefined) break;
      await writer.take(next.value);
    }
    await writer.promise();
    return { ...row, received: writer.promised };
  } catch (error) {
    // So that it does not go on sending what nobody will take.
    void reader.cancel().catch(() => undefined);
    memoryOf(deps).hashes.delete(row.id);
    await incoming.truncate(sealedPlace(row, writer.promised)).catch(() => undefined);
    throw asRefusal(error);
  } finally {
    await incoming.close();
  }
}

const sealedPlace = ({ size }: UploadRow, plain: number): number => plain === size ? sealedSize(size) : (plain / chunkSize) * sealedChunk;

function asRefusal(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EDQUOT' ? new DomainError('storage_full', 'There is no room left on the disk. What has come so far is kept for a while: try again later.') : error;
}

/** Seals what comes, piece by piece, and promises it in larger steps. */
class SealingWriter {
  readonly #deps: Deps;
  readonly #row: UploadRow;
  readonly #file: SealedFile;
  readonly #incoming: IncomingFile;
  readonly #hash: RunningHash | undefined;
  #held: Uint8Array[] = [];
  #heldSize = 0;
  #written: number;
  /** Flushed, and noted. */
  promised: number;

  constructor(deps: Deps, row: UploadRow, file: SealedFile, incoming: IncomingFile) {
    [this.#deps, this.#row, this.#file, this.#incoming] = [deps, row, file, incoming];
    this.#written = this.promised = row.received;
    const known = memoryOf(deps).hashes.get(row.id);
    this.#hash = known?.upTo === row.received ? known : row.received === 0 ? { hash: createHash('sha256'), upTo: 0 } : undefined;
    if (this.#hash) rememberHash(memoryOf(deps), row.id, this.#hash);
  }

  async take(bytes: Uint8Array): Promise<void> {
    if (this.#written + this.#heldSize + bytes.length > this.#row.size) throw new DomainError('too_large', `Only ${this.#row.size} bytes were announced.`);
    this.#held.push(bytes);
    this.#heldSize += bytes.length;
    if (this.#heldSize >= writeSize) await this.#write();
    if (this.#written - this.promised >= promiseSize) await this.promise();
  }

  /** Writes what makes whole pieces, flushes, and only then says so. */
  async promise(): Promise<void> {
    await this.#write();
    if (this.#written === this.promised) return;
    await this.#incoming.sync();
    await this.#deps.store.write((tx) => advanceUpload(tx, this.#row, this.#written, this.#deps.now()));
    this.promised = this.#written;
  }

  async #write(): Promise<void> {
    const size = keepable(this.#row.size, this.#written, this.#heldSize);
    if (size === 0) return;
    const all = this.#held.length === 1 ? this.#held[0] as Uint8Array : Buffer.concat(this.#held);
    const plain = all.subarray(0, size);
    const sealed: Buffer[] = [];
    const nonces = this.#deps.randomBytes(12 * Math.ceil(size / chunkSize));
    for (let at = 0, count = 0; at < size; at += chunkSize, count += 1) {
      sealed.push(sealChunk(this.#file, (this.#written + at) / chunkSize, plain.subarray(at, at + chunkSize), nonces.subarray(12 * count, 12 * count + 12)));
    }
    await this.#incoming.writeAt(sealed.length === 1 ? sealed[0] as Buffer : Buffer.concat(sealed), (this.#written / chunkSize) * sealedChunk);
    if (this.#hash) {
      this.#hash.hash.update(plain);
      this.#hash.upTo += size;
    }
    this.#written += size;
    this.#heldSize -= size;
    this.#held = this.#heldSize > 0 ? [all.subarray(size)] : [];
  }
}
