/**
 * A moment in words, as the server would write it: plain English is British. Only for what is rare: making formatters is
 * slow on phones, so whatever the first screen needs comes written.
 */
export function sayMoment(moment: string | number, lang: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : [lang, 'en-GB'], options).format(new Date(moment));
}
