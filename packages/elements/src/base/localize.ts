import { renamableWords } from '@portico/contract/words.ts';

/** The English words of one slice. `{name}` is filled in; `key.one` beside `key` is used where `count` is one of the kind. */
export type Messages = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, string | number>>;

/** Says one of a slice's messages. */
export type Say<Key extends string> = (key: Key, values?: Values) => string;

const translations = new WeakMap<Messages, Map<string, Messages>>();
const plurals = new Map<string, Intl.PluralRules>();

/** What a locale module calls. Elements speak it from their next update on. */
export function addTranslation<M extends Messages>(english: M, locale: string, translated: Partial<Record<keyof M, string>> & Messages): void {
  const known = translations.get(english) ?? new Map<string, Messages>();
  translations.set(english, known.set(locale.toLowerCase(), translated));
}

/** @param words - what the owner calls things: `{ booking: 'visit' }` */
export function say<M extends Messages>(
  english: M, locale: string, key: keyof M & string, values: Values = {}, words: Readonly<Record<string, string>> = {},
): string {
  const text = variant(inLanguage(english, locale), locale, key, values) ?? variant(english, 'en', key, values) ?? key;
  const known: Values = { ...renamableWords, ...words, ...values };
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(known[name] ?? whole));
}

/** `de-AT`, else `de`. */
function inLanguage(english: Messages, locale: string): Messages | undefined {
  const known = translations.get(english);
  const tag = locale.toLowerCase();
  return known?.get(tag) ?? known?.get(tag.split('-')[0] ?? '');
}

function variant(messages: Messages | undefined, locale: string, key: string, { count }: Values): string | undefined {
  if (!messages) return undefined;
  // Making plural rules is slow on phones: only where the message comes in several forms.
  if (typeof count === 'number' && `${key}.one` in messages) {
    return messages[`${key}.${pluralOf(locale, count)}`] ?? messages[key];
  }
  return messages[key];
}

function pluralOf(locale: string, count: number): string {
  let rules = plurals.get(locale);
  if (!rules) plurals.set(locale, (rules = new Intl.PluralRules(locale)));
  return rules.select(count);
}
