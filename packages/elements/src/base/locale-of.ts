/** The languages that the elements speak beside English. Free of lit: the loader imports it, too. */
export const languages = ['ar', 'de', 'es', 'fr', 'pt'] as const;
export type Language = (typeof languages)[number];

/** `de` of `de-AT`. */
export const primaryOf = (locale: string): string => locale.split('-')[0] ?? locale;

/** Words that the page itself brings: `<script type="application/json" data-portal-words lang="nl">`. */
export const pageWordsSelector = 'script[type="application/json"][data-portal-words]';

/**
 * The language that an element is in: the nearest `lang`, also beyond shadow roots, else what the browser prefers.
 * English where that is not spoken here: half a sentence in each would be worse.
 */
export function localeOf(element: Element): string {
  const said = langOf(element);
  return (said ? [said] : navigator.languages).map(tidy).find(isSpoken) ?? 'en';
}

function langOf(element: Element): string | null | undefined {
  for (let at: Element | undefined = element; at;) {
    const lang = at.closest('[lang]')?.getAttribute('lang');
    if (lang) return lang;
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : undefined;
  }
  return document.documentElement.lang;
}

/** Site builders write `en_US`, too; what is no tag at all must not reach Intl. */
function tidy(tag: string): string {
  const plain = tag.trim().replaceAll('_', '-');
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(plain) ? plain : plain.slice(0, 2).toLowerCase();
}

function isSpoken(locale: string): boolean {
  const primary = primaryOf(locale).toLowerCase();
  return primary === 'en' || (languages as readonly string[]).includes(primary)
    || (/^[a-z]+$/.test(primary) && document.querySelector(`${pageWordsSelector}[lang|="${primary}" i]`) !== null);
}
