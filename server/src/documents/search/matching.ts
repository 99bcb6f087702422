import type { ReadDb } from '../../storage/store.ts';
import { bestHolding, countHolding, countOwned, first, last, stepStart, type Hashes, type Look, type Who } from './candidate-store.ts';

export interface Asked {
  /** For each word, the hashes that will do. */
  readonly words: readonly Hashes[];
  /** For each word, the hash under which names that hold it are listed. */
  readonly named: readonly Hashes[];
  readonly for: Who;
  /** How many at one go. */
  readonly page: number;
  /** So many documents of one word are looked through before anything is said. */
  readonly step: number;
}

/**
 * Documents that hold every word, best first, a page after the other for as long as somebody wants more. The rarest word
 * is gone through. Where even that stands in more than `step` documents, names come first and then the rest from the
 * newest on, the best of each step first: the best of all would mean to read everything.
 */
export async function* matching(db: ReadDb, businessId: string, { words: all, named, for: who, page, step }: Asked): AsyncGenerator<readonly string[]> {
  const counted: { hashes: Hashes; found: number }[] = [];
  for (const hashes of all) counted.push({ hashes, found: await countHolding(db, businessId, hashes, step + 1) });
  counted.sort((a, b) => a.found - b.found);
  const words = counted.map(({ hashes }) => hashes);
  const fewest = counted[0]?.found ?? 0;
  if (fewest === 0) return;
  const pages = (look: Pick<Look, 'words' | 'isByOwner' | 'from' | 'before'>): AsyncGenerator<string[]> => pagesOf(page, (part) => bestHolding(db, businessId, who, { ...look, ...part }));
  const owned = who === 'staff' ? Infinity : await countOwned(db, businessId, who.clientId, step + 1);
  if (owned <= Math.min(fewest, step)) return yield* pages({ words, isByOwner: true, from: first, before: last });
  if (fewest <= step) return yield* pages({ words, isByOwner: false, from: first, before: last });
  const seen = new Set<string>();
  for (const order of [...named.map((name) => [name, ...words]), words]) {
    for (let before = last; before !== first;) {
      const from = await stepStart(db, businessId, order[0] ?? [], before, step);
      for await (const ids of pages({ words: order, isByOwner: false, from, before })) {
        yield ids.filter((id) => !seen.has(id));
        for (const id of ids) seen.add(id);
      }
      before = from;
    }
  }
}

async function* pagesOf(limit: number, look: (part: { limit: number; offset: number }) => Promise<string[]>): AsyncGenerator<string[]> {
  for (let offset = 0; ; offset += limit) {
    const ids = await look({ limit, offset });
    yield ids;
    if (ids.length < limit) return;
  }
}
