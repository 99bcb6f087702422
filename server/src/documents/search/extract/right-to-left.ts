/** Arabic letters in the form of their place in a word: as they are alone, at the end, at the beginning, in the middle. */
const forms = new Map<string, 'alone' | 'end' | 'beginning' | 'middle'>();
const seen = new Map<string, number>();
for (let code = 0xfe80; code <= 0xfefc; code += 1) {
  const char = String.fromCharCode(code);
  const letter = char.normalize('NFKC');
  const nth = seen.get(letter) ?? 0;
  seen.set(letter, nth + 1);
  forms.set(char, (['alone', 'end', 'beginning', 'middle'] as const)[nth] ?? 'alone');
}

/**
 * Some programs, Chromium's print among them, write Arabic as shapes, and what is read is turned round. A word whose
 * first letter has the shape of a last one shows it; the line is then turned back, numbers and Latin words in it not.
 */
export function inReadingOrder(line: string): string {
  return ordered(line).replaceAll(/[\ufb50-\ufdff\ufe70-\ufefc]+/g, (shapes) => shapes.normalize('NFKC'));
}

function ordered(line: string): string {
  let turned = 0;
  for (const [word] of line.matchAll(/[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]{2,}/g)) {
    const [first, last] = [forms.get(word.charAt(0)), forms.get(word.charAt(word.length - 1))];
    turned += (first === 'end' || first === 'middle' ? 1 : 0) + (last === 'beginning' || last === 'middle' ? 1 : 0) - (first === 'beginning' ? 1 : 0) - (last === 'end' ? 1 : 0);
  }
  if (turned <= 0) return line;
  return [...line].reverse().join('').replaceAll(/[\p{sc=Latin}\p{Nd}][\p{sc=Latin}\p{Nd}.,:/@_-]*[\p{sc=Latin}\p{Nd}]/gu, (run) => [...run].reverse().join(''));
}
