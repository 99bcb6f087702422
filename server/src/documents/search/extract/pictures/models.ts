/** Models of languages that come with us; of those in brackets, whoever wants them adds `@tesseract.js-data/<model>`. French reads English as well as English does, and is a fifth of its size. */
const latin = ['fra', 'deu', 'spa', 'por', 'eng', 'ita', 'nld', 'pol'] as const;
const others = ['ara', 'jpn', 'heb', 'rus', 'ukr', 'ell', 'kor', 'chi_sim'] as const;
export const knownModels: readonly string[] = [...latin, ...others];

const ofLanguage: Readonly<Record<string, string>> = { de: 'deu', es: 'spa', pt: 'por', ar: 'ara', ja: 'jpn', he: 'heb', it: 'ita', nl: 'nld', pl: 'pol', ru: 'rus', uk: 'ukr', el: 'ell', ko: 'kor', zh: 'chi_sim' };

/** The one of the business's language first. */
export function inOrder(installed: readonly string[], lang: string): string[] {
  const first = ofLanguage[lang.slice(0, 2)] ?? 'fra';
  return [...installed].sort((a, b) => Number(b === first) - Number(a === first));
}

export const isLatin = (model: string): boolean => (latin as readonly string[]).includes(model);
