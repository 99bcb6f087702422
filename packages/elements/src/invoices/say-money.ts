/**
 * An amount as the server would write it. Only for sums and lines that somebody asks for: making formatters is slow on
 * phones, so whatever the first screen needs comes written.
 */
export function sayMoney(minor: number, currency: string, lang: string): string {
  const locales = lang === 'en' ? 'en-GB' : [lang, 'en-GB'];
  const exponent = exponentOf(currency);
  const whole = minor % 10 ** exponent === 0 && { maximumFractionDigits: 0, minimumFractionDigits: 0 };
  return new Intl.NumberFormat(locales, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...whole }).format(minor / 10 ** exponent);
}

/** How many digits the minor unit has: 0 for JPY, 2 for EUR, 3 for KWD. */
export const exponentOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
