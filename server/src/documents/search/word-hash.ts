import { createHmac } from 'node:crypto';
import { masterKeyOf } from '../key-rules.ts';

export interface IndexKey {
  /** Which master key it comes from. */
  readonly masterId: string;
  /** `stem`: a word anywhere; `beginning`: the beginning of a word of a name. */
  hash(kind: 'stem' | 'beginning', word: string): number;
}

/**
 * What stands in the index for a word: 48 bits of a keyed hash. The key is the business's own, so that the same word
 * has nothing in common between two of them; without the master key nobody can try words. 48 bits fit a number, and
 * among a million words of a business two would share theirs once in five hundred businesses, which shows one paper too many.
 */
export function indexKeyOf(master: string, businessId: string): IndexKey {
  const { id, key } = masterKeyOf(master);
  const own = createHmac('sha256', key).update(`portico search 1\n${businessId}`).digest();
  return { masterId: id, hash: (kind, word) => createHmac('sha256', own).update(`${kind}\n${word}`).digest().readUIntBE(0, 6) };
}
