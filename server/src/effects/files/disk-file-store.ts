import { mkdirSync } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { assertFileName, MissingFile, type FileStore } from './file-store.ts';
import { syncFolder } from './incoming-files.ts';
import { readPath } from './read-path.ts';

/**
 * Files on this disk, spread over 256 folders. They arrive by being renamed, whole and flushed: there is never half a
 * file here, and so nothing to sweep.
 */
export function diskFileStore(folder: string): FileStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = (name: string): string => {
    assertFileName(name);
    return join(folder, name.slice(0, 2), name);
  };
  return {
    name: 'disk',
    async keep(name, from) {
      const target = path(name);
      if (await mkdir(dirname(target), { recursive: true, mode: 0o700 }) !== undefined) await syncFolder(folder);
      try {
        await rename(from.path, target);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        // Done before, by a job that was cut off after it.
        const { size } = await stat(target).catch(() => { throw new MissingFile('the incoming file is not there'); });
        if (size !== from.size) throw new MissingFile('what is kept is not whole');
      }
      await syncFolder(dirname(target));
      await syncFolder(dirname(from.path));
    },
    read: (name, from, to) => readPath(path(name), from, to),
    remove: (name) => rm(path(name), { force: true }),
    sweep: async () => undefined,
  };
}
