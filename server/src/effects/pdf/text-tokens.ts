import bidiFactory, { type Bidi } from 'bidi-js';
import { fontFor, type FontFile, type Weight } from './font-book.ts';

/** A piece of a line in one font and one direction, small enough to be shaped by itself. */
export interface Token {
  readonly text: string;
  readonly font: FontFile;
  /** Even: left to right (UAX 9). */
  readonly level: number;
  readonly isSpace: boolean;
  /** A line may end after it. */
  readonly breaksAfter: boolean;
}

export type Direction = 'ltr' | 'rtl';

// To TypeScript the factory is hidden behind the package's CommonJS shape.
const bidi = (bidiFactory as unknown as () => Bidi)();
const spaces = /^[\s\u00a0\u202f]$/u;
// Scripts that are written without spaces: a line may end after any of their characters.
const breaksAnywhere = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;
// Marks that turn text round by hand: they could dress one name up as another.
const controls = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
const missing = 0x25a1;

/** Cuts text where the font, the direction or the word changes. Characters that no font has become a box. */
export function tokensOf(written: string, weight: Weight): Token[] {
  const text = written.replaceAll(controls, '');
  // Each paragraph's own first letter says which way it runs (rules P2, P3): a name stays whole in any paper.
  const { levels } = bidi.getEmbeddingLevels(text);
  const tokens: Token[] = [];
  let open: { text: string; font: FontFile; level: number; isSpace: boolean } | undefined;
  const close = (breaksAfter: boolean): void => {
    if (open) tokens.push({ ...open, breaksAfter });
    open = undefined;
  };
  for (let at = 0; at < text.length;) {
    const codePoint = text.codePointAt(at) ?? 0;
    const character = drawable(text, at, codePoint, (levels[at] ?? 0) % 2 === 1);
    const font = fontFor(character.codePointAt(0) ?? 0, weight);
    const level = levels[at] ?? 0;
    at += codePoint > 0xffff ? 2 : 1;
    if (!font) continue;
    const isSpace = spaces.test(character);
    const isAlone = breaksAnywhere.test(character);
    if (open && (open.isSpace !== isSpace || open.level !== level || open.font !== font || isAlone)) close(open.isSpace || isSpace || isAlone);
    open = open ? { ...open, text: open.text + character } : { text: character, font, level, isSpace };
    if (isAlone) close(true);
  }
  close(true);
  return tokens;
}

/** What is drawn for a character: brackets turn round in right-to-left text, unknown characters become a box. */
function drawable(text: string, at: number, codePoint: number, isRightToLeft: boolean): string {
  const character = String.fromCodePoint(codePoint);
  if (spaces.test(character)) return codePoint === 0x20 || codePoint === 0xa0 ? character : '\u00a0';
  const mirrored = isRightToLeft ? bidi.getMirroredCharacter(character) : null;
  const drawn = mirrored ?? character;
  return fontFor(drawn.codePointAt(0) ?? 0, 400) ? drawn : String.fromCodePoint(missing);
}

/** Tokens of one line in the order in which they stand from left to right (UAX 9, rule L2). */
export function visualOrder(line: readonly Token[]): Token[] {
  const order = [...line];
  const highest = Math.max(0, ...line.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1) {
    for (let start = 0; start < order.length; start += 1) {
      if ((order[start]?.level ?? 0) < level) continue;
      let end = start;
      while (end + 1 < order.length && (order[end + 1]?.level ?? 0) >= level) end += 1;
      order.splice(start, end - start + 1, ...order.slice(start, end + 1).reverse());
      start = end;
    }
  }
  return order;
}
