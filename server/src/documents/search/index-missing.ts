import type { Deps } from '../../deps.ts';
import { indexLater, presentMasterId } from './index-document.ts';
import { notIndexedWith } from './search-store.ts';

const batch = 500;

/** At the start of a server: documents from before there was a search, or hashed under a master key that was changed, are read anew. */
export async function indexMissing(deps: Deps): Promise<number> {
  const masterId = presentMasterId(deps);
  for (let [count, after] = [0, '']; ;) {
    const found = await deps.store.write(async (tx) => {
      const rows = await notIndexedWith(tx, masterId, after, batch);
      for (const { businessId, id } of rows) await indexLater(deps, tx, businessId, id);
      return rows;
    });
    count += found.length;
    after = found.at(-1)?.id ?? '';
    if (found.length < batch) return count;
  }
}
