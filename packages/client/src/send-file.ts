import { uploadStep } from '@portico/contract/documents/kinds.ts';
import type { FiledDocument } from '@portico/contract/documents/document.ts';
import type { Upload } from '@portico/contract/documents/upload.ts';
import type { NewFile, UploadOptions } from './documents.ts';
import type { Http } from './http.ts';
import { PortalError } from './portal-error.ts';

const firstPiece = 4 * uploadStep;
const largestPiece = 128 * uploadStep;
/** A piece should take some seconds: long enough to be worth its request, short enough to lose little. */
const quickMs = 2000;
const slowMs = 6000;
/** So many failures one after the other, without a byte between them, are the end. */
const patience = 6;

/** Browsers can only hash what is in memory as a whole. */
const hashable = 256 * 1024 ** 2;

interface SendOptions extends UploadOptions {
  readonly backOff?: (attempt: number) => number;
}

/** Announces a file, sends it piece by piece, and has it filed. */
export async function sendFile(http: Http, file: Blob, { name, ...what }: NewFile & { readonly clientId?: string }, options: SendOptions): Promise<FiledDocument> {
  const { signal, resume } = options;
  const own = file instanceof File ? file.name : '';
  const begun = resume ?? await http.post<Upload>('uploads', { access: 'session', json: { ...what, name: name ?? (own || 'file'), size: file.size }, signal });
  if (begun.size !== file.size) throw new PortalError('conflict', 'This is not the file that was begun.', { status: 409, reason: 'upload_damaged' });
  options.onBegun?.(begun);
  await sendPieces(http, file, begun, options);
  // Part of it came in another visit: only its hash can tell whether this is the same file.
  const sha256 = resume && file.size <= hashable ? await hashOf(file) : undefined;
  // Asked again with the same id, it answers the same document.
  return persistently(options, () => http.post<FiledDocument>(`uploads/${begun.id}/complete`, { access: 'session', json: { ...(sha256 && { sha256 }) }, signal, timeout: 45_000 }));
}

async function sendPieces(http: Http, file: Blob, begun: Upload, options: SendOptions): Promise<void> {
  const path = `uploads/${begun.id}`;
  const { signal, onProgress } = options;
  const where = (): Promise<Upload> => persistently(options, () => http.get<Upload>(path, { access: 'session', signal }));
  let { offset } = options.resume ? await where() : begun;
  let piece = firstPiece;
  let failures = 0;
  onProgress?.(offset, file.size);
  while (offset < file.size) {
    const before = offset;
    const started = performance.now();
    try {
      ({ offset } = await http.patch<Upload>(path, { access: 'session', bytes: file.slice(offset, offset + piece), headers: { 'upload-offset': String(offset) }, signal }));
      const took = performance.now() - started;
      piece = took < quickMs ? Math.min(largestPiece, piece * 2) : took > slowMs ? Math.max(uploadStep, piece / 2) : piece;
    } catch (error) {
      if (!isWorthAnotherTry(error)) throw error;
      piece = Math.max(uploadStep, piece / 2);
      await pause(options, failures);
      // What came of the broken request is kept: the server knows how much.
      ({ offset } = await where());
    }
    failures = offset > before ? 0 : failures + 1;
    if (failures > patience) throw new PortalError('unreachable', 'The file does not get through.', { status: 0 });
    onProgress?.(offset, file.size);
  }
}

async function persistently<T>(options: SendOptions, call: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (attempt >= patience || !isWorthAnotherTry(error)) throw error;
      await pause(options, attempt);
    }
  }
}

const isWorthAnotherTry = (error: unknown): boolean => error instanceof PortalError
  && (['unreachable', 'busy', 'rate_limited'].includes(error.code) || (error.code === 'conflict' && error.reason === 'upload_moved_on'));

async function pause({ signal, backOff = (attempt) => Math.min(20_000, 1000 * 2 ** (attempt - 1)) }: SendOptions, failures: number): Promise<void> {
  await new Promise((done) => setTimeout(done, backOff(failures + 1)));
  signal?.throwIfAborted();
}

async function hashOf(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
