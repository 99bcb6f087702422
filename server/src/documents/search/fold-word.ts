/** Letters that Unicode keeps apart and readers do not, after compatibility decomposition and in lower case. */
const alike: Readonly<Record<string, string>> = {
  'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'ı': 'i', 'ς': 'σ',
  // Arabic: forms of alef, yeh and heh that people write for one another, and Persian and Urdu letters of the same sound and shape.
  'ٱ': 'ا', 'ى': 'ي', 'ی': 'ي', 'ة': 'ه', 'ک': 'ك', 'ە': 'ه',
};
const differing = new RegExp(`[${Object.keys(alike).join('')}]`, 'gu');
/** Marks, but not the two of kana: there they are not an accent but another letter. The Arabic line-filler and joiners say nothing. */
const marks = /(?![\u3099\u309a])\p{M}+|[\u200c-\u200d\u00ad\u0640]/gu;

/** A word as it is compared: case, accents, widths, vowel marks and ways of writing a letter or a digit do not count. */
export const foldWord = (word: string): string => word.normalize('NFKD').toLowerCase().replaceAll(marks, '').replaceAll(differing, (letter) => alike[letter] ?? letter)
  .replaceAll(/\p{Nd}/gu, digit).normalize('NFC');

/** Decimal digits of all scripts stand in runs of ten; those of the first plane begin where their zero says. */
function digit(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code < 128) return char;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
