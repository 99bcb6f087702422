import { describe, expect, it } from 'vitest';
import { fontFor } from './font-book.ts';
import { tokensOf, visualOrder } from './text-tokens.ts';
import { sfntOf } from './woff.ts';

const seen = (text: string): string => visualOrder(tokensOf(text, 400)).map((token) => token.text).join('');

describe('which font draws what', () => {
  it.each([['A', 'noto-sans-latin-400'], ['ż', 'noto-sans-latin-ext-400'], ['Ж', 'noto-sans-cyrillic-400'], ['Ω', 'noto-sans-greek-400'], ['ع', 'noto-sans-arabic-arabic-400'], ['ש', 'noto-sans-hebrew-hebrew-400'], ['€', 'noto-sans-latin-400']])('%s', (character, name) => {
    expect(fontFor(character.codePointAt(0) ?? 0, 400)?.name).toBe(name);
  });

  it('Chinese and Japanese from one family, Korean from its own', () => {
    expect(fontFor('王'.codePointAt(0) ?? 0, 600)?.name).toMatch(/^noto-sans-sc-\d+-600$/);
    expect(fontFor('テ'.codePointAt(0) ?? 0, 400)?.name).toMatch(/^noto-sans-sc-/);
    for (const syllable of '김철수한국어') expect(fontFor(syllable.codePointAt(0) ?? 0, 400)?.name).toMatch(/^noto-sans-kr-/);
  });

  it('is unpacked to what it was: a TrueType font with its tables', () => {
    const bytes = fontFor(65, 400)?.bytes ?? Buffer.alloc(0);
    expect(bytes.readUInt32BE(0)).toBe(0x00010000);
    expect(bytes.toString('latin1', 12, 12 + 16 * bytes.readUInt16BE(4))).toContain('glyf');
    expect(() => sfntOf(Buffer.from('OTTO'))).toThrow('not a WOFF');
  });
});

describe('the order on paper', () => {
  it('keeps left-to-right text as it is', () => {
    expect(seen('Invoice 12, due 3 May')).toBe('Invoice 12, due 3 May');
  });

  it('turns the words of right-to-left text round, numbers and Latin names not', () => {
    expect(tokensOf('שלום 12 עולם', 400).map(({ text }) => text)).toEqual(['שלום', ' ', '12', ' ', 'עולם']);
    expect(visualOrder(tokensOf('שלום 12 עולם', 400)).map(({ text }) => text)).toEqual(['עולם', ' ', '12', ' ', 'שלום']);
    expect(visualOrder(tokensOf('שלום Anna Smith', 400)).map(({ text }) => text).join('')).toBe('Anna Smith שלום');
  });

  it('drops marks that could dress one name up as another, and boxes what no font has', () => {
    expect(seen('a\u202eb\u2066c')).toBe('abc');
    expect(seen('🙂')).toBe('□');
  });
});
