import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const gzipped = promisify(gzip);

/** Shorter ones gain nothing. */
const fromLength = 2048;
const most = 100;
// By ETag, which is a hash of the text: many visitors look at the same month.
const known = new Map<string, Uint8Array<ArrayBuffer>>();

/** The text compressed, when that is worth it and the caller takes it; undefined otherwise. */
export async function compressed(text: string, etag: string, accepted: string | undefined): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (text.length < fromLength || accepted === undefined || !takesGzip(accepted)) return undefined;
  const found = known.get(etag) ?? await gzipped(text) as Uint8Array<ArrayBuffer>;
  known.delete(etag);
  if (known.size >= most) known.delete(known.keys().next().value as string);
  known.set(etag, found);
  return found;
}

/** RFC 9110 12.5.3, as far as browsers use it. */
function takesGzip(accepted: string): boolean {
  return accepted.split(',').some((part) => /^\s*(?:gzip|\*)\s*(?:;\s*q\s*=\s*(?:1(?:\.0*)?|0?\.\d*[1-9]\d*)\s*)?$/i.test(part));
}
