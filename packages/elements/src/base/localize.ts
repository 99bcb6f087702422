import type { PortalErrorCode } from '@portico/client/portal-error.ts';
import type { ConflictReason } from '@portico/contract/errors.ts';
import { renamableWords } from '@portico/contract/words.ts';
import type { RenamableWord } from '@portico/contract/words.ts';
import { languages, pageWordsSelector, primaryOf } from './locale-of.ts';
import type { Language } from './locale-of.ts';
import type * as Page from './page-words.ts';

export type Values = Readonly<Record<string, string | number>>;
export type Words = Readonly<Record<string, string>>;

/** Says one of a slice's messages. */
export type Say<Key extends string> = (key: Key, values?: Values) => string;

/** Mistakes of our own code: for whoever sits there they are all the same, `internal`. */
type Mistake = 'malformed_request' | 'use_dpop_nonce' | 'invalid_proof' | 'method_not_allowed' | 'unsupported_type' | 'range_not_satisfiable' | 'idempotency_mismatch' | 'stale_version';

/** What only a page with documents can meet is said there: every other page would pay for it. */
type OfFiles = 'storage_full';

type Trouble = 'internal' | 'unreachable';

/** What the API reports, in words. English needs none: the API speaks it. */
export type Problems = Readonly<Record<Exclude<PortalErrorCode, Mistake | Trouble | OfFiles> | `conflict.${ConflictReason}`, string>>;

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many';

/** One slice's messages in another language: every one of them, and the plural forms that the language has. */
export type Translation<Key extends string> =
  & Readonly<Record<Exclude<Key, `${string}.${PluralForm}`>, string>>
  & Readonly<Partial<Record<`${Key}.${PluralForm}`, string>>>;

/** What else has to be known of a language. Comes with the translation of the base. */
export interface LanguageFacts {
  /** The form that a whole number asks for (CLDR); making `Intl.PluralRules` takes a slow phone long. */
  plural(count: number): Intl.LDMLPluralRule;
  readonly words: Readonly<Record<RenamableWord, string>>;
  /** What goes wrong without an answer of the API. */
  readonly troubles: Readonly<Record<Trouble, string>>;
  /** Most visits meet no problem, so their words come with the first. */
  readonly problems: () => Promise<{ readonly problems: Problems }>;
  readonly isRtl?: boolean;
  /** Digits of its own, and what keeps a Latin name from turning a sentence around. */
  fill?(value: string | number, locale: string): string;
}

export interface LanguageModule<Key extends string> {
  readonly messages: Translation<Key>;
  readonly language?: LanguageFacts;
}

/**
 * The messages of one slice. `{name}` is filled in; `key.one` beside `key` is used where `count` is one of that kind.
 * The other languages are fetched when a page is in them.
 */
export interface Dictionary<Key extends string = string, First extends string = Key> {
  /** What `data-portal-words` calls it: `bookings`. */
  readonly name: string;
  readonly english: Readonly<Record<Key, string>>;
  readonly others: Languages<First>;
  /** What only later views say, in the order in which they mostly come. */
  readonly later?: readonly Languages<string>[];
}

type Languages<Key extends string> = Readonly<Record<Language, () => Promise<LanguageModule<Key>>>>;

const learned = new Map<string, Words>();
const facts = new Map<string, LanguageFacts>();
const problemsIn = new Map<LanguageFacts, Words>();
/** The code that reads the page's own words; most pages have none. */
let page: typeof Page | undefined;

const keyOf = ({ name }: { readonly name: string }, locale: string): string => `${name} ${locale}`;
const laterKeyOf = (dictionary: { readonly name: string }, locale: string, part: number): string => keyOf(dictionary, `${locale} later ${part}`);
const languageOf = (locale: string): string => primaryOf(locale).toLowerCase();
const factsOf = (locale: string): LanguageFacts | undefined => facts.get(languageOf(locale));
const ownWordsOf = (name: string, locale: string): Words => page?.pageWords(name, locale) ?? {};

/** Fetches what a locale needs; undefined when it is there already. Never fails: then English is spoken. */
export function learn(dictionary: Dictionary, locale: string): Promise<unknown> | undefined {
  const key = keyOf(dictionary, locale);
  if (learned.has(key)) return undefined;
  const load = loaderOf(dictionary.others, locale);
  const hasOwnWords = document.querySelector(pageWordsSelector);
  if (!load && !hasOwnWords) return void learned.set(key, {});
  return Promise.all([load?.(), hasOwnWords && import('./page-words.ts')]).then(([ours, own]) => {
    page = own ?? page;
    if (ours?.language) facts.set(languageOf(locale), ours.language);
    learned.set(key, { ...ours?.messages, ...ownWordsOf(dictionary.name, locale) });
  }, () => undefined);
}

/** The same for what only later views say; for the first so many of them. */
export async function learnLater({ name, later = [] }: Dictionary, locale: string, count = later.length): Promise<void> {
  await Promise.all(later.slice(0, count).map(async (languages, part) => {
    const key = laterKeyOf({ name }, locale, part);
    if (!learned.has(key)) await loaderOf(languages, locale)?.().then(({ messages }) => learned.set(key, messages), () => undefined);
  }));
}

/** Fetches what the API's refusals are called in the languages that are spoken here. Never fails. */
export async function learnProblems(): Promise<void> {
  await Promise.all([...facts.values()].map(async (language) => {
    if (!problemsIn.has(language)) await language.problems().then(({ problems }) => problemsIn.set(language, problems), () => undefined);
  }));
}

const loaderOf = (known: Languages<string> | undefined, locale: string): (() => Promise<LanguageModule<string>>) | undefined =>
  (languages as readonly string[]).includes(languageOf(locale)) ? known?.[languageOf(locale) as Language] : undefined;

export const isRtl = (locale: string): boolean => factsOf(locale)?.isRtl ?? false;

/** What the API reports, in the language of the page; undefined where the API's own words will do. */
export function problemIn(locale: string, code: PortalErrorCode, reason?: string): string | undefined {
  const language = factsOf(locale);
  const problems: Words = { ...language?.troubles, ...(language && problemsIn.get(language)), ...ownWordsOf('problems', locale) };
  return problems[`${code}.${reason}`] ?? problems[code] ?? problems['internal'];
}

/**
 * What the owner calls things, `{ booking: 'visit' }`, for one language: a plain key is in the business's own language,
 * `booking.de` in German.
 */
export function wordsIn(locale: string, own: Words = {}, ownLanguage = locale): Words {
  const language = languageOf(locale);
  const words: Record<string, string> = { ...renamableWords, ...factsOf(locale)?.words, ...ownWordsOf('words', locale) };
  for (const word in renamableWords) {
    const renamed = own[`${word}.${language}`] ?? (languageOf(ownLanguage) === language && own[word]);
    if (renamed) words[word] = renamed;
  }
  return words;
}

export function say(dictionary: Dictionary, locale: string, key: string, values: Values = {}, words: Words = wordsIn(locale)): string {
  const form = typeof values['count'] === 'number' && `${key}.${pluralOf(locale, values['count'])}`;
  const later = dictionary.later?.map((_, part) => learned.get(laterKeyOf(dictionary, locale, part))) ?? [];
  const found = [learned.get(keyOf(dictionary, locale)), ...later, dictionary.english].find((messages) => messages && key in messages);
  const text = (form && found?.[form]) || (found?.[key] ?? key);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => fill(locale, values[name]) ?? words[name] ?? whole);
}

/** Only languages that the page itself brought need the browser's rules. */
function pluralOf(locale: string, count: number): string {
  if (languageOf(locale) === 'en') return count === 1 ? 'one' : 'other';
  return factsOf(locale)?.plural(count) ?? new Intl.PluralRules(locale).select(count);
}

/** A value as the language writes it: 27 is `٢٧` in Egypt. */
export function fill(locale: string, value: string | number | undefined): string | undefined {
  return value === undefined ? value : factsOf(locale)?.fill?.(value, locale) ?? String(value);
}
