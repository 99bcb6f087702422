import { spokenLocales } from './moments.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** `R 650`, or null when it costs nothing. */
export const moneyLabel = (minor: number, currency: string, lang: string): string | null => minor === 0 ? null : formatMoney(minor, currency, lang);

/** `R 650`, `€ 1 234.50`: integer minor units as people write them. */
export function formatMoney(minor: number, currency: string, lang: string): string {
  const key = `${minor} ${currency} ${lang}`;
  const known = said.get(key);
  if (known !== undefined) return known;
  const label = written(minor, currency, lang, minor % 10 ** exponentOf(currency) === 0);
  if (said.size >= 2000) said.clear();
  said.set(key, label);
  return label;
}

// The prices of a list are the same few over and over.
const said = new Map<string, string>();

/** `R 650.00`: with all decimals, as columns of figures on a paper want it. */
export const formatMoneyExact = (minor: number, currency: string, lang: string): string => written(minor, currency, lang, false);

function written(minor: number, currency: string, lang: string, whole: boolean): string {
  const key = `${lang} ${currency} ${whole}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(spokenLocales(lang), { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...(whole && { maximumFractionDigits: 0, minimumFractionDigits: 0 }) });
    if (formats.size < 300) formats.set(key, format);
  }
  // A decimal string keeps every digit, where a division would not.
  return format.format(decimalOf(minor, exponentOf(currency)) as unknown as number);
}

/** How many digits the currency's minor unit has (ISO 4217): 0 for JPY, 2 for EUR, 3 for KWD. */
export function exponentOf(currency: string): number {
  let exponent = exponents.get(currency);
  if (exponent === undefined) {
    exponent = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    if (exponents.size < 300) exponents.set(currency, exponent);
  }
  return exponent;
}

const exponents = new Map<string, number>();

/** `12.50`: minor units as a decimal, every digit kept. */
export function decimalOf(minor: number, exponent: number): string {
  if (exponent === 0) return String(minor);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
