/** A browser in words, as a person would name it: `Firefox on Windows`. */
export function deviceName(userAgent: string | undefined): string {
  const text = userAgent ?? '';
  const browser = first(text, [[/Edg(e|A|iOS)?\//, 'Edge'], [/OPR\//, 'Opera'], [/SamsungBrowser\//, 'Samsung Internet'], [/Firefox\/|FxiOS\//, 'Firefox'],
    [/Chrome\/|CriOS\//, 'Chrome'], [/Safari\//, 'Safari']]);
  const system = first(text, [[/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/Mac OS X|Macintosh/, 'Mac'], [/CrOS/, 'ChromeOS'], [/Linux/, 'Linux']]);
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? 'Another device';
}

const first = (text: string, names: readonly (readonly [RegExp, string])[]): string | undefined => names.find(([pattern]) => pattern.test(text))?.[1];
