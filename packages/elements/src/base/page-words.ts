import { pageWordsSelector, primaryOf } from './locale-of.ts';

type PageWords = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

const read = new WeakMap<Element, PageWords>();

/**
 * What the page itself says differently, or in a language that we do not have:
 * `<script type="application/json" data-portal-words lang="nl">{ "bookings": { "today": "Vandaag" } }</script>`.
 * Data, not code: no policy refuses it. The region's words win over the language's.
 */
export function pageWords(name: string, locale: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const tag of [primaryOf(locale), locale]) {
    for (const script of document.querySelectorAll(pageWordsSelector)) {
      const lang = script.getAttribute('lang') || document.documentElement.lang || 'en';
      if (lang.toLowerCase() === tag.toLowerCase()) Object.assign(found, wordsOf(script)[name]);
    }
  }
  return found;
}

function wordsOf(script: Element): PageWords {
  const known = read.get(script);
  if (known) return known;
  let words: PageWords = {};
  try {
    words = JSON.parse(script.textContent ?? '') as PageWords;
  } catch (error) {
    // oxlint-disable-next-line no-console -- the one place where the page's developer looks
    console.warn(`data-portal-words is not JSON: ${String(error)}`);
  }
  read.set(script, words);
  return words;
}
