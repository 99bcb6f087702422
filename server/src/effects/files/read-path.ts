import { open } from 'node:fs/promises';
import { sealedChunk } from './file-cipher.ts';
import { MissingFile } from './file-store.ts';

const atOnce = 16 * sealedChunk;

/** Bytes of a file on this disk, a megabyte in memory at a time. Ends early when the file does. */
export async function* readPath(path: string, from: number, to: number): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new MissingFile('the file is not there') : error;
  });
  try {
    for (let at = from; at < to;) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafeSlow(Math.min(atOnce, to - at)), 0, Math.min(atOnce, to - at), at);
      if (bytesRead === 0) return;
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}
