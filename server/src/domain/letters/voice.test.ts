import { renamableWords } from '@portico/contract/words.ts';
import { describe, expect, it } from 'vitest';
import type { Plural } from './en.ts';
import { languageFor, letterWords, voiceIn, type LetterLanguage } from './voice.ts';

const languages = Object.keys(letterWords) as LetterLanguage[];
const others = languages.filter((lang) => lang !== 'en');
/** A capital asks for a capital; what is filled in is the same. */
const holesOf = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name.charAt(0).toLowerCase() + name.slice(1)))].sort();
const formsOf = (text: string | Plural): Partial<Record<string, string>> => typeof text === 'string' ? { other: text } : text;
const owner = { lang: 'en', words: {} };

describe.each(others)('the letters in %s', (lang) => {
  const words = letterWords[lang];

  it.each(Object.entries(letterWords.en))('%s loses no placeholder', (key, english) => {
    const wanted = holesOf(formsOf(english)['other'] ?? '');
    for (const [form, text] of Object.entries(formsOf(words[key as keyof typeof words]))) {
      // "One is left" may say its number in a word.
      const mayDrop = form === 'one' || form === 'two' ? ['count'] : [];
      expect(holesOf(text ?? '').concat(mayDrop.filter((name) => !holesOf(text ?? '').includes(name) && wanted.includes(name))).sort(), `${lang} ${key} ${form}`).toEqual(wanted);
    }
  });

  it('has a form for each number that its plural rules know', () => {
    // "many" in Romance languages is for whole millions, which nobody counts here.
    const rules = new Intl.PluralRules(lang);
    const needed = new Set(Array.from({ length: 120 }, (_, index) => rules.select(index + 1)));
    expect(Object.keys(words.recoveryLeft)).toEqual(expect.arrayContaining([...needed]));
  });

  it('is a translation: hardly a sentence is left in English', () => {
    const same = Object.entries(letterWords.en).filter(([key, english]) => typeof english === 'string' && english.includes(' ') && !/^[{}\w :,–()·.]*$/.test(english.replaceAll(/[a-z]{2,}/gi, '')) && words[key as keyof typeof words] === english);
    expect(same).toEqual([]);
    expect(words.bookedText).not.toBe(letterWords.en.bookedText);
  });

  it('leaves nothing unfilled', () => {
    const { say } = voiceIn(lang, { ...owner, lang });
    expect(say('nextTime', { business: 'Mill' })).not.toMatch(/[{}]/);
    expect(say('ownerTitle', { happened: say('newBooking'), name: 'Ann' })).not.toMatch(/[{}]/);
  });
});

describe('a voice', () => {
  it('speaks the first language that it knows, region and all', () => {
    expect(languageFor(null, undefined, 'nl', 'de-AT', 'fr')).toBe('de-AT');
    expect(languageFor('nl')).toBe('en');
    expect(voiceIn('de-AT', owner).say('confirm')).toBe('Bestätigen');
    expect(voiceIn('nl', { ...owner, lang: 'fr' }).say('confirm')).toBe('Confirmer');
    expect(voiceIn('constructor', owner).lang).toBe('en');
  });

  it('says the owner\'s words, in the language they are in', () => {
    const visits = { lang: 'en-ZA', words: { booking: 'visit', bookings: 'visits', 'booking.de': 'Besuch' } };
    expect(voiceIn('en', visits).say('newBooking')).toBe('New visit');
    expect(voiceIn('en', visits).say('whyOwner')).toContain('because visits of');
    expect(voiceIn('de', visits).say('newBooking')).toBe('Besuch gebucht');
    expect(voiceIn('fr', visits).say('newBooking')).toBe('Prise de rendez-vous');
    expect(Object.keys(renamableWords)).toContain('bookAction');
    expect(voiceIn('en', { lang: 'en', words: { bookAction: 'reserve', provider: 'at' } }).say('bookAnother')).toBe('Reserve another time');
    expect(voiceIn('en', { lang: 'en', words: { provider: 'at' } }).say('with')).toBe('At');
  });

  it('fills in what people wrote as it is, once', () => {
    expect(voiceIn('en', owner).say('hello', { name: '{sentence}', sentence: '$& done' })).toBe('Hello {sentence}, $& done');
  });

  it('counts by the rules of the language', () => {
    const left = (lang: string, count: number): string => voiceIn(lang, owner).count('recoveryLeft', count);
    expect([left('en', 1), left('en', 9), left('de', 1), left('pt', 2)]).toEqual(['One is left', '9 are left', 'Einer ist übrig', 'Restam 2']);
    expect([1, 2, 3, 9].map((count) => left('ar', count))).toEqual(['بقي رمز واحد', 'بقي رمزان', 'بقيت 3 رموز', 'بقيت 9 رموز']);
  });
});
