import { stat } from 'node:fs/promises';
import { assertFileName, MissingFile, type FileStore } from './file-store.ts';
import { readPath } from './read-path.ts';
import { S3Error, s3Requests, tagOf, tagsOf, type S3Request, type S3Settings } from './s3-requests.ts';

type Ask = (request: S3Request) => Promise<Response>;

export const partSize = 8 * 1024 ** 2;
/** A store takes 10,000 parts at most. */
const mostParts = 9000;
const unfinishedLife = 86_400_000;

/** Files in a store that speaks S3. Whole or not at all: an object appears when its last part is there. */
export function s3FileStore(settings: S3Settings): FileStore {
  const ask = s3Requests(settings);
  const path = (name: string): string => {
    assertFileName(name);
    return `/${name.slice(0, 2)}/${name}`;
  };
  return {
    name: 's3',
    async keep(name, from) {
      if (await sizeOf(ask, path(name)) === from.size) return;
      const { size } = await stat(from.path).catch(() => { throw new MissingFile('the incoming file is not there'); });
      if (size !== from.size) throw new MissingFile('the incoming file is not whole');
      if (size <= partSize) await ask({ method: 'PUT', path: path(name), body: await bytesOf(from.path, 0, size) });
      else await keepInParts(ask, path(name), from);
      if (await sizeOf(ask, path(name)) !== size) throw new S3Error('the store did not keep all of it');
    },
    async* read(name, from, to) {
      const answer = await ask({ method: 'GET', path: path(name), headers: { Range: `bytes=${from}-${to - 1}` } });
      if (answer.status !== 206 && from !== 0) throw new S3Error('the store does not give parts of a file');
      if (answer.body) yield* answer.body;
    },
    async remove(name) {
      await ask({ method: 'DELETE', path: path(name) }).catch((error: unknown) => {
        if (!(error instanceof MissingFile)) throw error;
      });
    },
    sweep: (now) => sweepUnfinished(ask, new URL(settings.url), now),
  };
}

async function sizeOf(ask: Ask, path: string): Promise<number | undefined> {
  try {
    return Number((await ask({ method: 'HEAD', path })).headers.get('content-length'));
  } catch (error) {
    if (error instanceof MissingFile) return undefined;
    throw error;
  }
}

async function keepInParts(ask: Ask, path: string, { path: source, size }: { path: string; size: number }): Promise<void> {
  const begun = await (await ask({ method: 'POST', path, query: { uploads: '' } })).text();
  const uploadId = tagOf(begun, 'UploadId');
  if (uploadId === undefined) throw new S3Error('the store did not begin an upload');
  try {
    const step = Math.max(partSize, Math.ceil(size / mostParts));
    const parts: string[] = [];
    for (let at = 0; at < size; at += step) {
      const answer = await ask({ method: 'PUT', path, query: { partNumber: String(parts.length + 1), uploadId }, body: await bytesOf(source, at, Math.min(size, at + step)) });
      const etag = answer.headers.get('etag');
      if (etag === null) throw new S3Error('the store did not say what it took');
      parts.push(`<Part><PartNumber>${parts.length + 1}</PartNumber><ETag>${etag.replaceAll('"', '&quot;')}</ETag></Part>`);
    }
    // It may say 200 first and fail afterwards, in the body.
    const done = await (await ask({ method: 'POST', path, query: { uploadId }, headers: { 'Content-Type': 'application/xml' }, body: `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>` })).text();
    if (!done.includes('<CompleteMultipartUploadResult')) throw new S3Error(`the store did not join the parts: ${tagOf(done, 'Code') ?? 'no reason'}`);
  } catch (error) {
    // What was sent costs money until somebody says that it is not wanted.
    await ask({ method: 'DELETE', path, query: { uploadId } }).catch(() => undefined);
    throw error;
  }
}

async function bytesOf(path: string, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  const all = new Uint8Array(to - from);
  let at = 0;
  for await (const piece of readPath(path, from, to)) {
    all.set(piece, at);
    at += piece.length;
  }
  if (at !== all.length) throw new MissingFile('the incoming file is not whole');
  return all;
}

/** Uploads in parts that a process before us began and did not finish. */
async function sweepUnfinished(ask: Ask, address: URL, now: number): Promise<void> {
  // Lists are asked of the bucket, the first step of the path, and name whole keys.
  const [, , ...folder] = address.pathname.split('/');
  const prefix = folder.map((step) => `${step}/`).join('');
  const list = await (await ask({ method: 'GET', path: folder.map(() => '/..').join(''), query: { uploads: '', prefix } })).text();
  for (const upload of tagsOf(list, 'Upload')) {
    const [key, uploadId, begun] = [tagOf(upload, 'Key'), tagOf(upload, 'UploadId'), Date.parse(tagOf(upload, 'Initiated') ?? '')];
    if (key === undefined || uploadId === undefined || !key.startsWith(prefix) || !(begun < now - unfinishedLife)) continue;
    await ask({ method: 'DELETE', path: `/${key.slice(prefix.length)}`, query: { uploadId } }).catch(() => undefined);
  }
}
