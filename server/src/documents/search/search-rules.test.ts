import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWord } from './fold-word.ts';
import { cutPassage } from './passage-rules.ts';
import { packPlaces, unpackPlaces } from './position-rules.ts';
import { adjacent, beginningOf, readQuery } from './query-rules.ts';
import { stemWord } from './stem-word.ts';
import { indexKeyOf } from './word-hash.ts';
import { wordsOf } from './words-of.ts';

const stems = (text: string): string[] => [...wordsOf(text)].map(({ stem }) => stem);

describe('words', () => {
  it.each([
    ['Über', 'uber'], ['STRASSE', 'straße'], ['ｆｕｌｌ', 'full'], ['Ａ１', 'a1'], ['İstanbul', 'istanbul'], ['Łódź', 'lodz'], ['ﬁn', 'fin'], ['مُحَمَّد', 'محمد'], ['أحمد', 'احمد'], ['فاتورة', 'فاتوره'], ['مـــال', 'مال'], ['٢٠٢٦', '2026'], ['۲۰۲۶', '2026'], ['ﺍﻟﻨﻬﺮ', 'النهر'],
  ])('%s is written like %s', (a, b) => expect(foldWord(a)).toBe(foldWord(b)));

  it('keep letters of kana apart that differ by a mark', () => expect(foldWord('が')).not.toBe(foldWord('か')));

  it.each([
    ['invoices', 'invoice'], ['companies', 'company'], ['Rechnungen', 'Rechnung'], ['Verträge', 'Vertrag'], ['Häuser', 'Haus'], ['factures', 'facture'], ['journaux', 'journal'], ['bureaux', 'bureau'], ['facturas', 'factura'], ['canciones', 'canción'], ['relações', 'relação'], ['relatórios', 'relatório'], ['الفواتير', 'فواتير'],
  ])('%s is found as %s', (a, b) => expect(stemWord(foldWord(a))).toBe(stemWord(foldWord(b))));

  it('keep numbers and codes, piece by piece', () => {
    expect(stems('Q3 of INV-2026-0001, v1.2_final')).toEqual(['q3', 'of', 'inv', '2026', '0001', 'v1', '2', 'final']);
    expect(readQuery('INV-2026-0001 paid ').map((group) => group.length)).toEqual([3, 1]);
  });

  it('of Arabic and numbers are two, with a space between or not', () => expect(stems('رقم417المتأخرة ٢٠٢٦ Q3')).toEqual(['رقم', '417', 'متاخره', '2026', 'q3']));

  it('of languages without spaces are asked for side by side', () => {
    expect(stems('四半期報告')).toEqual(['四', '半', '期', '報', '告']);
    expect(readQuery('四半期 報告 ').map((group) => group.length)).toEqual([3, 2]);
  });

  it('stand in the text where they say', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      let end = 0;
      for (const word of wordsOf(text)) {
        expect(word.start).toBeGreaterThanOrEqual(end);
        end = word.end;
        expect(foldWord(text.slice(word.start, word.end)).startsWith(word.folded)).toBe(true);
        expect(word.stem).not.toBe('');
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }));
  });

  it('fold once and for all', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
      expect(foldWord(foldWord(text))).toBe(foldWord(text));
    }));
  });
});

describe('a question', () => {
  it('binds quoted words, and lets the last word be unfinished', () => {
    expect(readQuery('heron "before dawn" estu')).toEqual([
      [{ folded: 'heron', stem: 'heron', beginning: undefined }], [{ folded: 'before', stem: 'befor', beginning: undefined }, { folded: 'dawn', stem: 'dawn', beginning: undefined }], [{ folded: 'estu', stem: 'estu', beginning: 'estu' }],
    ]);
    expect(readQuery('!?')).toEqual([]);
  });
  it.each([['reports', 'report'], ['companies', 'compan'], ['journaux', 'journa'], ['الفواتير', 'الفواتير'], ['donaudampfschiff', 'donaudampfsc']])('looks for names with %s under %s', (word, beginning) => {
    const [[wanted] = []] = readQuery(`${word} `);
    expect(wanted && beginningOf(wanted)).toBe(beginning);
  });
  it('finds words side by side', () => expect(adjacent([new Set([1, 5, 9]), new Set([2, 10]), new Set([3, 11])])).toEqual([1, 9]));
});

describe('places', () => {
  it('come back as they went', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.nat(1_000_000)), (given) => {
      const places = given.toSorted((a, b) => a - b);
      expect(unpackPlaces(packPlaces(places))).toEqual(places);
    }));
  });
});

describe('a passage', () => {
  it('marks what was found, whatever the text', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 200 }), fc.nat(), (parts, seed) => {
      const text = parts.join(' ');
      const words = [...wordsOf(text)];
      const hits = words.filter((_, index) => (index + seed) % 7 === 0);
      const passage = cutPassage(text, hits);
      expect(passage.text.length).toBeLessThan(300);
      if (hits.length > 0) expect(passage.marks.length).toBeGreaterThan(0);
      const hitTexts = new Set(hits.map(({ start, end }) => text.slice(start, end)));
      for (const { start, end } of passage.marks) expect(hitTexts).toContain(passage.text.slice(start, end));
    }));
  });
});

describe('hashes', () => {
  it('of one word differ between businesses, kinds and keys', () => {
    const hashes = [indexKeyOf('one', 'a').hash('stem', 'heron'), indexKeyOf('one', 'b').hash('stem', 'heron'), indexKeyOf('two', 'a').hash('stem', 'heron'), indexKeyOf('one', 'a').hash('beginning', 'heron')];
    expect(new Set(hashes).size).toBe(4);
    expect(indexKeyOf('one', 'a').hash('stem', 'heron')).toBe(hashes[0]);
    expect(hashes.every((hash) => Number.isSafeInteger(hash) && hash < 2 ** 48)).toBe(true);
  });
});
