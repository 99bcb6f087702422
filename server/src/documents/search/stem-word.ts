/**
 * The light stem of a folded word: endings of the plural (and of the German cases) in English, German, French, Spanish
 * and Portuguese go, whatever the language, since a name like "Q3 Berichte" does not say its own. It only has to bring
 * the forms of one word together; that "paper" becomes "pap" harms nobody, as both sides of the search do the same.
 * Short words, numbers and codes stay; in other scripts only the Arabic article goes.
 */
export function stemWord(word: string): string {
  if (/^ال\p{L}{3,}$/u.test(word)) return word.slice(2);
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const singular = withoutPlural(word);
  return atLeastThree(singular, withoutCase(singular)).replace(/y$/, 'i');
}

function withoutPlural(word: string): string {
  // relatórios, ações → ação
  if (/[csn]oes$/.test(word)) return `${word.slice(0, -3)}ao`;
  // bureaux, journaux → journal
  if (word.endsWith('eaux')) return word.slice(0, -1);
  if (word.endsWith('aux') && word.length > 5) return `${word.slice(0, -2)}l`;
  // Not Haus, status.
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Rechnungen, Kinder, Verträge; and the mute e of facture, invoice. */
const withoutCase = (word: string): string => word.replace(/(?:en|er|em|e|i)$/, '');

const atLeastThree = (before: string, after: string): string => after.length >= 3 ? after : before;
