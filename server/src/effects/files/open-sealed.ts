import { chunkCount, chunkSize, DamagedFile, openChunk, sealedChunk, sealedSize, type SealedFile } from './file-cipher.ts';

/** Bytes `from` (included) until `to` (not included) of what lies in a store. */
export type ReadSealed = (from: number, to: number) => AsyncIterable<Uint8Array>;

export interface ByteRange {
  readonly start: number;
  /** Not included. */
  readonly end: number;
}

/** The plain bytes of a range, a piece at a time, each checked before it leaves. Throws `DamagedFile`. */
export async function* openSealed(file: SealedFile, read: ReadSealed, range: ByteRange = { start: 0, end: file.size }): AsyncGenerator<Buffer> {
  const first = Math.floor(range.start / chunkSize);
  const last = Math.max(first, Math.ceil(range.end / chunkSize) - 1);
  let index = first;
  for await (const sealed of inPieces(read(first * sealedChunk, Math.min(sealedSize(file.size), (last + 1) * sealedChunk)))) {
    if (index > last || index >= chunkCount(file.size)) throw new DamagedFile('there is more than there should be');
    const plain = openChunk(file, index, sealed);
    const at = index * chunkSize;
    const wanted = plain.subarray(Math.max(0, range.start - at), Math.max(0, range.end - at));
    index += 1;
    if (wanted.length > 0) yield wanted;
  }
  if (index <= last) throw new DamagedFile(`only ${index - first} of ${last - first + 1} pieces are there`);
}

/** Cuts what comes into sealed pieces; what is left at the end is the last one. */
async function* inPieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const bytes of source) {
    held.push(bytes);
    size += bytes.length;
    if (size < sealedChunk) continue;
    const whole = held.length === 1 ? bytes : Buffer.concat(held);
    let at = 0;
    for (; size - at >= sealedChunk; at += sealedChunk) yield whole.subarray(at, at + sealedChunk);
    held = at < size ? [whole.subarray(at)] : [];
    size -= at;
  }
  if (size > 0) yield Buffer.concat(held);
}
