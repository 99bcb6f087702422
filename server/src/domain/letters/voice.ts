import { usualWords } from '@portico/contract/usual-words.ts';
import { renamableWords } from '@portico/contract/words.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type LetterWords, type Plural } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pt } from './pt.ts';

type PluralKey = { [Key in keyof LetterWords]: LetterWords[Key] extends string ? never : Key }[keyof LetterWords];
export type LetterKey = Exclude<keyof LetterWords, PluralKey>;

export const letterWords = { en, de, fr, es, pt, ar } as const satisfies Readonly<Record<string, LetterWords>>;
export type LetterLanguage = keyof typeof letterWords;

/** Whose words: the business's own language is the one that its own words are in. */
export interface Owner {
  readonly lang: string;
  readonly words: Readonly<Record<string, string>>;
}
export type Values = Readonly<Record<string, string>>;

/** Somebody who speaks one of our languages. */
export interface Voice {
  /** As it was asked for, region and all: dates and money follow it. */
  readonly lang: string;
  say(key: LetterKey, values?: Values): string;
  count(key: PluralKey, count: number): string;
}

const primaryOf = (lang: string): string => lang.split('-')[0]?.toLowerCase() ?? '';
const isSpoken = (lang: string): boolean => Object.hasOwn(letterWords, primaryOf(lang));

/** The first of these that we can write in: the reader's, else the booking's, else the business's. */
export const languageFor = (...wanted: readonly (string | null | undefined)[]): string =>
  wanted.find((lang): lang is string => typeof lang === 'string' && isSpoken(lang)) ?? 'en';

/** Says what letters say, in that language and with the owner's own words where they are in it: `booking`, or `booking.de`. */
export function voiceIn(wanted: string, owner: Owner): Voice {
  const lang = languageFor(wanted, owner.lang);
  const primary = primaryOf(lang) as LetterLanguage;
  const words = letterWords[primary];
  const called: Record<string, string> = { ...usualWords[primary] };
  for (const word of Object.keys(renamableWords)) {
    const renamed = owner.words[`${word}.${primary}`] ?? (primaryOf(owner.lang) === primary ? owner.words[word] : undefined);
    if (renamed) called[word] = renamed;
  }
  const fill = (text: string, values: Values = {}): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const plain = name.charAt(0).toLowerCase() + name.slice(1);
    const value = values[name] ?? values[plain] ?? called[plain];
    return value === undefined ? whole : name === plain ? value : capital(value, lang);
  });
  return {
    lang,
    say: (key, values) => fill(words[key], values),
    count(key, count) {
      const forms: Plural = words[key];
      return fill(forms[pluralOf(lang, count)] ?? forms.other, { count: new Intl.NumberFormat(lang).format(count) });
    },
  };
}

const pluralOf = (lang: string, count: number): Intl.LDMLPluralRule => new Intl.PluralRules(lang).select(count);

export const capital = (text: string, lang: string): string => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);
