import { constants, mkdirSync } from 'node:fs';
import { open, readdir, rm, statfs, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { assertFileName } from './file-store.ts';
import { readPath } from './read-path.ts';

/** A file that is being written, at any place. */
export interface IncomingFile {
  writeAt(bytes: Uint8Array, position: number): Promise<void>;
  /** What was written before survives a power cut after this. */
  sync(): Promise<void>;
  /** Gives back the room behind `size`. */
  truncate(size: number): Promise<void>;
  close(): Promise<void>;
}

/** Sealed files on their way in, on this disk, whatever store they go to: a phone's pace is not the store's. */
export interface IncomingFiles {
  open(name: string): Promise<IncomingFile>;
  read(name: string, from: number, to: number): AsyncIterable<Uint8Array>;
  path(name: string): string;
  remove(name: string): Promise<void>;
  names(): Promise<readonly string[]>;
  /** Bytes that are free on this disk. */
  free(): Promise<number>;
}

export function incomingFiles(folder: string): IncomingFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = (name: string): string => {
    assertFileName(name);
    return join(folder, name);
  };
  return {
    path,
    async open(name) {
      const handle = await open(path(name), constants.O_RDWR | constants.O_CREAT, 0o600);
      await syncFolder(folder);
      return incomingFile(handle);
    },
    read: (name, from, to) => readPath(path(name), from, to),
    remove: (name) => rm(path(name), { force: true }),
    names: async () => (await readdir(folder)).filter((name) => /^[0-9a-f]{32}$/.test(name)),
    async free() {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
  };
}

const incomingFile = (handle: FileHandle): IncomingFile => ({
  async writeAt(bytes, position) {
    for (let done = 0; done < bytes.length;) done += (await handle.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
  },
  sync: () => handle.datasync(),
  truncate: (size) => handle.truncate(size),
  close: () => handle.close(),
});

/** A new or moved name is on the disk only when its folder is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
