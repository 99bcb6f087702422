import { mostPlaces } from '../position-rules.ts';
import { wordsOf } from '../words-of.ts';
import { limits } from './limits.ts';
import type { Why } from './unreadable.ts';

/** What comes of reading a file. */
export type Said = { readonly why: Why } | {
  readonly text: string;
  readonly isWhole: boolean;
  /** There are pages that only a reader of pictures can read. */
  readonly hasPictures: boolean;
  /** Where each word begins and ends in the text, by turns, as differences. */
  readonly bounds: readonly number[];
  /** How often, and the first places. */
  readonly words: readonly (readonly [stem: string, hits: number, places: readonly number[]])[];
};

export function saidOf(all: string, hasPictures = false): Said {
  const text = all.slice(0, limits.textChars).toWellFormed().replaceAll('\0', ' ');
  const words = new Map<string, [hits: number, places: number[]]>();
  const bounds: number[] = [];
  let [before, place] = [0, 0];
  for (const { stem, start, end } of wordsOf(text)) {
    bounds.push(start - before, end - start);
    before = end;
    const known = words.get(stem);
    if (!known) words.set(stem, [1, [place]]);
    else if ((known[0] += 1) <= mostPlaces) known[1].push(place);
    place += 1;
  }
  if (place === 0) return { why: hasPictures ? 'pictures' : 'no_text' };
  return { text, isWhole: all.length <= limits.textChars, hasPictures, bounds, words: [...words].map(([stem, [hits, places]]) => [stem, hits, places]) };
}
