const digitsOf = (text: string): string => text.replaceAll(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15)).replaceAll(/[^\d.,٫٬'’]/g, '');

/**
 * What somebody typed as an amount, in minor units: `1 200`, `1.200,50`, `R1,200.5`. The last point or comma parts the
 * decimals when no more digits follow than the currency has. Undefined: not an amount.
 */
export function readAmount(text: string, exponent: number): number | undefined {
  if (/^\s*[-−]/.test(text)) return undefined;
  const digits = digitsOf(text);
  const [, whole = digits, decimals = ''] = new RegExp(`^(.*)[.,٫](\\d{1,${Math.max(1, exponent)}})$`).exec(exponent > 0 ? digits : '') ?? [];
  const all = whole.replaceAll(/\D/g, '') + decimals.padEnd(exponent, '0');
  const minor = Number(all);
  return /\d/.test(digits) && Number.isSafeInteger(minor) ? minor : undefined;
}
