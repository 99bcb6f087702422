import fc from 'fast-check';
import { amountFrom, amountText, decimalOf, priceFrom, priceText } from './amount-text.ts';

const same = (actual: unknown, expected: unknown): void => { if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new Error(`${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`); };
const read = (lang: string, scale: number, ...texts: string[]): (number | null)[] => texts.map((text) => amountFrom(text, scale, lang) ?? null);
const languages = ['en', 'en-ZA', 'en-IN', 'de', 'de-CH', 'fr', 'fr-CA', 'es', 'pt-BR', 'sv', 'pl', 'ar-EG', 'fa', 'hi', 'ja', 'he', 'nb', 'it-CH'];

describe('amounts as they are typed', () => {
  it('reads the house\'s way, and the other where it can mean nothing else', () => {
    same(read('en-ZA', 2, '650', '650.50', '1 234,50', '1 234,5', 'R 650', 'R650,50', '1,234.50', '1.234,50', '0,05', ',5', '.5'), [65_000, 65_050, 123_450, 123_450, 65_000, 65_050, 123_450, 123_450, 5, 50, 50]);
    same(read('de', 2, '1.234,50', '1234,5', '1.234', '12.5', '650,-', '650 €', "1'234,50"), [123_450, 123_450, 123_400, 1250, 65_000, 65_000, 123_450]);
    same(read('en', 2, '1,234', '1,234.5', '12,34,567.89', '$12', '12 USD', 'Rs.500', 'kr 12.5', '1,234,567'), [123_400, 123_450, 123_456_789, 1200, 1200, 50_000, 1250, 123_456_700]);
    same(read('ar-EG', 2, '١٬٢٣٤٫٥٠', '١٢٣'), [123_450, 12_300]);
  });

  it('knows currencies with no decimals and with three', () => {
    same(read('ja', 0, '1500', '1,500', '¥1,500', '1500.5'), [1500, 1500, 1500, null]);
    same(read('en', 3, '1.250', '1.25', '0.0005'), [1250, 1250, null]);
    same(read('de', 3, '1,5', '0,125'), [1500, 125]);
  });

  it('takes an empty price for none, and tells Intl every digit', () => {
    same([priceFrom(' ', 2, 'en'), priceFrom('x', 2, 'en') ?? null, priceFrom('1,5', 2, 'de')], [0, null, 150]);
    same([decimalOf(9_007_199_254_740_991, 2), decimalOf(-5, 2), decimalOf(7, 0)], ['90071992547409.91', '-0.05', '7']);
  });

  it('refuses what it would have to guess', () => {
    same(read('en-ZA', 2, '', ' ', '-5', '−5', '(5)', '1.250', '1,250', '12 34', '1,23,4', '1.2.3', '5e3', 'abc', '12abc34', '1..5', '650.555', '99999999999999999999', '+5', '5-3', '1,234,56'), Array.from({ length: 19 }, () => null));
  });

  it('reads back whatever it shows, exactly', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), fc.constantFrom(0, 2, 3, 4), fc.constantFrom(...languages), (value, scale, lang) => {
      same(amountFrom(amountText(value, scale, lang), scale, lang), value);
      same(amountFrom(priceText(value, scale, lang), scale, lang), value);
    }), { numRuns: 2000 });
  });

  it('reads what Intl writes, grouped and with its currency, in every language', () => {
    const currencies: readonly (readonly [currency: string, digits: number])[] = [['ZAR', 2], ['EUR', 2], ['JPY', 0], ['KWD', 3], ['CHF', 2]];
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), fc.constantFrom(...currencies), fc.constantFrom(...languages), (value, [currency, digits], lang) => {
      const text = String(value).padStart(digits + 1, '0');
      const decimal = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
      for (const style of [{}, { style: 'currency', currency } as const]) {
        const written = new Intl.NumberFormat(lang, { ...style, minimumFractionDigits: digits, maximumFractionDigits: digits }).format(decimal as unknown as number);
        const back = amountFrom(written, digits, lang);
        if (back !== value) throw new Error(`${lang}: “${written}” is read as ${back}, not ${value}`);
      }
    }), { numRuns: 3000 });
  });

  it('never answers a fraction, a negative or an unsafe number, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,\' -€R%a') }), fc.constantFrom(0, 2, 3), fc.constantFrom(...languages), (text, scale, lang) => {
      const value = amountFrom(text, scale, lang);
      if (value !== undefined && !(Number.isSafeInteger(value) && value >= 0)) throw new Error(`“${text}” is read as ${value}`);
    }), { numRuns: 2000 });
  });
});
