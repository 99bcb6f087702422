import { createCipheriv, createDecipheriv } from 'node:crypto';

/** So much of a file is sealed at once; a damaged piece is noticed before a byte of it leaves. */
export const chunkSize = 65_536;
const nonceSize = 12;
const tagSize = 16;
export const sealedChunk = nonceSize + chunkSize + tagSize;

/** Everything a piece is bound to: a piece of another file, another place or another length does not open. */
export interface SealedFile {
  /** 256 bits, for this file alone. */
  readonly key: Uint8Array;
  /** Whose it is: business and version. */
  readonly owner: string;
  /** Of the plain content, in bytes. */
  readonly size: number;
}

/** The content on the disk is not what was put there. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
}

export const chunkCount = (size: number): number => Math.max(1, Math.ceil(size / chunkSize));
export const sealedSize = (size: number): number => size + chunkCount(size) * (nonceSize + tagSize);
export const plainSizeOf = ({ size }: SealedFile, index: number): number => Math.min(chunkSize, size - index * chunkSize);

/**
 * AES-256-GCM, piece by piece. As in STREAM, position and "this is the last" are authenticated, so nothing can be cut,
 * swapped or added; unlike it, the nonce is random and lies beside the piece: an upload that was cut off may send a
 * piece again with other content, and a counted nonce would then have been used twice.
 */
export function sealChunk(file: SealedFile, index: number, plain: Uint8Array, nonce: Uint8Array): Buffer {
  if (plain.length !== plainSizeOf(file, index)) throw new RangeError(`piece ${index} of ${file.size} bytes cannot have ${plain.length}`);
  const cipher = createCipheriv('aes-256-gcm', file.key, nonce);
  cipher.setAAD(boundTo(file, index));
  const sealed = Buffer.allocUnsafe(nonceSize + plain.length + tagSize);
  sealed.set(nonce, 0);
  sealed.set(cipher.update(plain), nonceSize);
  cipher.final();
  sealed.set(cipher.getAuthTag(), nonceSize + plain.length);
  return sealed;
}

/** Throws `DamagedFile`. */
export function openChunk(file: SealedFile, index: number, sealed: Uint8Array): Buffer {
  if (sealed.length !== plainSizeOf(file, index) + nonceSize + tagSize) throw new DamagedFile(`piece ${index} has the wrong length`);
  const decipher = createDecipheriv('aes-256-gcm', file.key, sealed.subarray(0, nonceSize), { authTagLength: tagSize });
  decipher.setAAD(boundTo(file, index));
  decipher.setAuthTag(sealed.subarray(-tagSize));
  const plain = decipher.update(sealed.subarray(nonceSize, -tagSize));
  try {
    decipher.final();
  } catch {
    throw new DamagedFile(`piece ${index} was changed`);
  }
  return plain;
}

const boundTo = ({ owner, size }: SealedFile, index: number): Buffer =>
  Buffer.from(`portico file 1\n${owner}\n${size}\n${index}\n${index === chunkCount(size) - 1 ? 'last' : 'more'}`);
