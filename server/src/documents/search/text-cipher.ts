import { createCipheriv, createDecipheriv } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { DamagedFile, type SealedFile } from '../../effects/files/file-cipher.ts';

/** What was read from a document, and where each word of it begins and ends (by turns, as differences). */
export interface ReadText {
  readonly text: string;
  readonly bounds: readonly number[];
}

const boundTo = ({ owner }: SealedFile): Buffer => Buffer.from(`portico text 1\n${owner}`);
const most = 24 * 1024 ** 2;

/** With the key of the version that it was read from: who cannot open the one cannot read the other. */
export function sealText(file: SealedFile, read: ReadText, nonce: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', file.key, nonce);
  cipher.setAAD(boundTo(file));
  return Buffer.concat([nonce, cipher.update(deflateRawSync(JSON.stringify([read.text, read.bounds]))), cipher.final(), cipher.getAuthTag()]);
}

/** Throws `DamagedFile`. */
export function openText(file: SealedFile, sealed: Uint8Array): ReadText {
  const decipher = createDecipheriv('aes-256-gcm', file.key, sealed.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(boundTo(file));
  decipher.setAuthTag(sealed.subarray(-16));
  const packed = decipher.update(sealed.subarray(12, -16));
  try {
    decipher.final();
  } catch {
    throw new DamagedFile('the text of a document was changed');
  }
  const [text, bounds] = JSON.parse(inflateRawSync(packed, { maxOutputLength: most }).toString()) as [string, number[]];
  return { text, bounds };
}
