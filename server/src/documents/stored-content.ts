import type { Deps } from '../deps.ts';
import { openSealed, type ByteRange } from '../effects/files/open-sealed.ts';
import { sealedSize } from '../effects/files/file-cipher.ts';
import { MissingFile } from '../effects/files/file-store.ts';
import { openFileKey } from './client-keys.ts';
import type { VersionRow } from './document-store.ts';

/**
 * The plain content of a version, wherever its sealed bytes are. Throws `KeyUnavailable`, `MissingFile` and
 * `DamagedFile`, the last also in the middle: what was given out before it was whole.
 */
export async function* contentOf(deps: Deps, version: VersionRow, range?: ByteRange): AsyncGenerator<Buffer> {
  const file = await deps.store.read((db) => openFileKey(deps, db, version));
  const open = (row: VersionRow): AsyncGenerator<Buffer> => openSealed(file, (from, to) => (row.place === 'incoming' ? deps.incoming : deps.files).read(row.fileName, from, to), range);
  let started = false;
  try {
    for await (const piece of open(version)) {
      started = true;
      yield piece;
    }
  } catch (error) {
    if (started || !(error instanceof MissingFile) || version.place !== 'incoming') throw error;
    // It is being handed over to the store, or has been since we looked at the row: the file goes before the row says so.
    yield* open({ ...version, place: 'store' });
  }
}

/** Hands an incoming file to the store. */
export const keepContent = (deps: Deps, version: VersionRow): Promise<void> =>
  deps.files.keep(version.fileName, { path: deps.incoming.path(version.fileName), size: sealedSize(version.size) });
