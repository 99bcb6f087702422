import { foldWord } from './fold-word.ts';
import { stemWord } from './stem-word.ts';

export interface FoundWord {
  /** Folded, as it is written. */
  readonly folded: string;
  /** Folded and without its ending: what is looked up. */
  readonly stem: string;
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Nothing that a space would be stands between it and the word before: "INV-2026-0001", "四半期報告". */
  readonly isJoined: boolean;
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
/** Written without spaces. Where a dictionary cuts depends on the words around, so these are cut into characters, and asked for side by side. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
/** Readers of PDFs often lose the space between a number and a word that is written the other way round. */
const numberedArabic = /(?=.*\p{sc=Arabic})(?=.*\p{L}).*\p{Nd}/u;
const longest = 64;

/** The words of a text in any language, in their order. */
export function* wordsOf(text: string): Generator<FoundWord> {
  let joined = false;
  for (const { segment, index } of segmenter.segment(text)) {
    if (!/[\p{L}\p{N}]/u.test(segment)) {
      if (/\s/u.test(segment)) joined = false;
      continue;
    }
    for (const [part, at] of partsOf(segment)) {
      const folded = foldWord(part);
      if (folded === '') continue;
      const whole = [...folded].slice(0, longest).join('');
      yield { folded: whole, stem: stemWord(whole), start: index + at, end: index + at + part.length, isJoined: joined };
      joined = true;
    }
  }
}

/** A segment may still hold "2026_Q3", "l’été" or "3.14": every run of letters and digits is a word, and so is every unspaced character. */
function* partsOf(segment: string): Generator<[part: string, at: number]> {
  for (const { 0: run, index } of segment.matchAll(/[\u200c-\u200d\u00ad\u0640\p{L}\p{N}\p{M}]+/gu)) {
    if (!unspaced.test(run)) {
      if (!numberedArabic.test(run)) yield [run, index];
      else for (const { 0: piece, index: at } of run.matchAll(/\p{Nd}+|[^\p{Nd}]+/gu)) yield [piece, index + at];
      continue;
    }
    for (const { 0: piece, index: at } of run.matchAll(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]\p{M}*|[^\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+/gu)) yield [piece, index + at];
  }
}
