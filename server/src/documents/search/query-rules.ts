import { wordsOf, type FoundWord } from './words-of.ts';

export const mostWords = 12;

export interface Wanted {
  readonly folded: string;
  readonly stem: string;
  /** The last word may still be on its way: names that begin like it count. */
  readonly beginning: string | undefined;
}

/** Words that must stand side by side, in this order. */
export type Group = readonly Wanted[];

/** What is asked: every group must be there. Marks of quotation, and writing without spaces, bind words together. */
export function readQuery(text: string): readonly Group[] {
  const groups: FoundWord[][] = [];
  for (const [index, part] of text.replaceAll(/[“”„«»]/g, '"').split('"').entries()) {
    const isPhrase = index % 2 === 1;
    let isFirst = true;
    for (const word of wordsOf(part)) {
      if (groups.flat().length >= mostWords) break;
      const open = groups.at(-1);
      if (open && !isFirst && (isPhrase || word.isJoined)) open.push(word);
      else groups.push([word]);
      isFirst = false;
    }
  }
  const isTyping = /[\p{L}\p{N}\p{M}]$/u.test(text);
  const last = groups.at(-1)?.at(-1);
  return groups.map((group) => group.map((word) => ({ folded: word.folded, stem: word.stem, beginning: isTyping && word === last ? word.folded.slice(0, longestBeginning) : undefined })));
}

export const longestBeginning = 12;

/** All beginnings of a word of a name, by which it is found while somebody types. */
export const beginningsOf = (folded: string): string[] => {
  const chars = [...folded].slice(0, longestBeginning);
  return chars.map((_, index) => chars.slice(0, index + 1).join(''));
};

/** Under which beginning names that hold a word are listed, whatever its ending. */
export function beginningOf({ stem, folded }: Pick<Wanted, 'stem' | 'folded'>): string {
  const [ending, chars] = [[...stem], [...folded]];
  const differs = chars.findIndex((char, index) => char !== ending[index]);
  // The i of "compani" stands for a y as well.
  const alike = differs > 1 && ending[differs - 1] === 'i' ? differs - 1 : differs;
  return chars.slice(0, Math.min(longestBeginning, alike > 0 ? alike : chars.length)).join('');
}

/** Where the words of a group stand side by side: the positions of its first word. */
export function adjacent(places: readonly ReadonlySet<number>[]): number[] {
  const [first, ...rest] = places;
  return first ? [...first].filter((at) => rest.every((set, index) => set.has(at + index + 1))).sort((a, b) => a - b) : [];
}
