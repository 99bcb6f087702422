import type { Said } from './extract/said.ts';
import type { WordRow } from './index-store.ts';
import { contentFrom, mostPlaces, noteFrom, packPlaces } from './position-rules.ts';
import { beginningsOf } from './query-rules.ts';
import type { IndexKey } from './word-hash.ts';
import { wordsOf } from './words-of.ts';

type Entry = { inName: number; hits: number; places: number[] };
const inPart = noteFrom - 1;

/** The rows of one document: its name with all beginnings of its words, its note, and what is in it. */
export function indexRows(key: IndexKey, name: string, note: string, words: Extract<Said, { words: unknown }>['words']): Pick<WordRow, 'hash' | 'inName' | 'hits' | 'places'>[] {
  const entries = new Map<number, Entry>();
  const add = (hash: number, hits: number, places: readonly number[], isName: boolean): void => {
    const entry = entries.get(hash) ?? { inName: 0, hits: 0, places: [] };
    entries.set(hash, { inName: entry.inName + (isName ? hits : 0), hits: entry.hits + hits, places: [...entry.places, ...places].slice(0, mostPlaces) });
  };
  for (const [place, { stem, folded }] of [...wordsOf(name)].slice(0, inPart).entries()) {
    add(key.hash('stem', stem), 1, [place], true);
    for (const beginning of beginningsOf(folded)) add(key.hash('beginning', beginning), 1, [place], true);
  }
  for (const [place, { stem }] of [...wordsOf(note)].slice(0, inPart).entries()) add(key.hash('stem', stem), 1, [noteFrom + place], false);
  for (const [stem, hits, places] of words) add(key.hash('stem', stem), hits, places.map((place) => contentFrom + place), false);
  return [...entries].map(([hash, { inName, hits, places }]) => ({ hash, inName, hits, places: packPlaces(places) }));
}
