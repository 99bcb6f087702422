import type { Deps } from '../deps.ts';
import { resealClientKeys } from './client-keys.ts';
import { indexMissing } from './search/index-missing.ts';
import { neededIncoming } from './upload-store.ts';

/**
 * Removes incoming files that no row needs: uploads that were given up, cancelled or cut off between row and disk.
 * A row is always there before its file, so a file without one is nobody's.
 */
export async function sweepIncoming(deps: Pick<Deps, 'store' | 'incoming' | 'files' | 'now'>): Promise<number> {
  const names = await deps.incoming.names();
  const needed = await deps.store.read(neededIncoming);
  const orphans = names.filter((name) => !needed.has(name));
  for (const name of orphans) await deps.incoming.remove(name);
  await deps.files.sweep(deps.now());
  return orphans.length;
}

/** At the start of a server: what the one before left behind, and keys that another master key seals. */
export async function readyFiles(deps: Deps): Promise<void> {
  const swept = await sweepIncoming(deps);
  if (swept > 0) deps.log.info({ swept }, 'unfinished uploads of an earlier run were removed');
  const resealed = await resealClientKeys(deps);
  if (resealed > 0) deps.log.info({ resealed }, 'the keys of files were sealed with the new master key; PORTICO_FILE_KEY_BEFORE is needed no longer');
  const unread = await indexMissing(deps);
  if (unread > 0) deps.log.info({ unread }, 'documents will be read for the search');
  if (deps.scanner.name === 'none') deps.log.info('files are not checked for viruses: set PORTICO_CLAMD to have them checked');
}
