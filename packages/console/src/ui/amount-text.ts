/**
 * Amounts as people type them in their language, and exact integers: digits are moved, never divided, so no float is
 * ever made. `scale` is how many decimals the integer holds: 2 for euros, 0 for yen, 3 for quantities.
 */
interface Marks {
  readonly decimal: string;
  readonly group: string;
}

const known = new Map<string, Marks>();

function marksOf(lang: string): Marks {
  const before = known.get(lang);
  if (before) return before;
  const parts = new Intl.NumberFormat(lang, { numberingSystem: 'latn', useGrouping: true, minimumFractionDigits: 1 }).formatToParts(1234567.5);
  const of = (type: 'decimal' | 'group'): string => parts.find((part) => part.type === type)?.value ?? '';
  const marks = { decimal: of('decimal'), group: of('group') };
  known.set(lang, marks);
  return marks;
}

/**
 * `1 234,50`, `1,234.50`, `R 650`, `650,-` to an integer; undefined when it is none, negative, has too many decimals,
 * or could mean two things: money is never guessed.
 */
export function amountFrom(text: string, scale: number, lang: string): number | undefined {
  const found = /^(?<before>[^\d.,'−+-]*?(?:\p{L}[.]?\s*)?)(?<number>[\d.,'\s]*\d[.,]?)(?<after>[^\d]*)$/u.exec(plain(text));
  const { number = '', before = '', after = '' } = found?.groups ?? {};
  if (!number || !/^[\p{L}\p{Sc}\p{Cf}\s.%]*$/u.test(before) || !/^-?[\p{L}\p{Sc}\p{Cf}\s.%]*$/u.test(after)) return undefined;
  const parts = split(number.trim(), scale, marksOf(lang));
  if (!parts || parts.decimals.length > scale) return undefined;
  const value = Number(BigInt(parts.whole + parts.decimals.padEnd(scale, '0')));
  return Number.isSafeInteger(value) ? value : undefined;
}

/** The same, where nothing typed means that it costs nothing. */
export const priceFrom = (text: string, digits: number, lang: string): number | undefined => (text.trim() === '' ? 0 : amountFrom(text, digits, lang));

/** `1234.50` for Intl, which keeps every digit of a decimal text where a division would not. */
export function decimalOf(minor: number, digits: number): number {
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const at = text.length - digits;
  return `${minor < 0 ? '-' : ''}${text.slice(0, at)}${digits > 0 ? `.${text.slice(at)}` : ''}` as unknown as number;
}

/** What `amountFrom` reads back, without grouping: `1234,50`. Decimals that are zero are left out unless there must be `atLeast` so many. */
export function amountText(value: number, scale: number, lang: string, atLeast = 0): string {
  const digits = String(value).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const decimals = digits.slice(digits.length - scale).replace(/0+$/, '');
  const shown = decimals === '' && atLeast === 0 ? '' : decimals.padEnd(atLeast, '0');
  return shown === '' ? whole : `${whole}${marksOf(lang).decimal}${shown}`;
}

/** Money with all its decimals or none: `650`, `650,50`. */
export function priceText(minor: number, digits: number, lang: string): string {
  return amountText(minor, digits, lang, minor % 10 ** digits === 0 ? 0 : digits);
}

/** Latin digits, one kind of space, one kind of apostrophe. */
function plain(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String(valueOf(digit))).replaceAll('٫', ',').replaceAll('٬', "'").replace(/[’ʼ‘]/g, "'").replace(/[\s\p{Cf}]+/gu, ' ').trim();
}

/** Unicode's digits come in tens, in order. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 48;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
  return code - zero;
}

interface Parts {
  readonly whole: string;
  readonly decimals: string;
}

function split(number: string, scale: number, marks: Marks): Parts | undefined {
  const kinds = [...new Set(number.match(/[.,]/g) ?? [])];
  const last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
  const mark = number[last] ?? '';
  const count = number.split(mark).length - 1;
  const isDecimal = last >= 0 && count === 1 && (kinds.length === 2 || isDecimalMark(number, last, scale, marks));
  if (isDecimal === undefined) return undefined;
  const whole = wholeFrom(isDecimal ? number.slice(0, last) : number);
  const decimals = isDecimal ? number.slice(last + 1) : '';
  return whole !== undefined && /^\d*$/.test(decimals) ? { whole, decimals } : undefined;
}

/** The only point or comma: does it part the decimals? Undefined: it may mean both. */
function isDecimalMark(number: string, at: number, scale: number, { decimal, group }: Marks): boolean | undefined {
  const mark = number[at];
  if (mark === decimal) return true;
  const looksGrouped = /^\d{1,3}$/.test(number.slice(0, at)) && /^\d{3}$/.test(number.slice(at + 1)) && number[0] !== '0';
  if (!looksGrouped) return true;
  if (mark === group) return false;
  return scale >= 3 ? true : undefined;
}

/** Digits with or without groups; groups are of three, in India of two before the last three. */
function wholeFrom(text: string): string | undefined {
  if (/^\d*$/.test(text)) return text || '0';
  const mark = /[.,' ]/.exec(text)?.[0] ?? '';
  const groups = text.split(mark);
  const [first = '', ...rest] = groups;
  const last = rest.at(-1) ?? '';
  const fits = (size: number): boolean => /^\d+$/.test(first) && first.length <= Math.max(size, 1) && rest.slice(0, -1).every((group) => /^\d+$/.test(group) && group.length === size);
  return /^\d{3}$/.test(last) && (fits(3) || fits(2)) ? groups.join('') : undefined;
}
