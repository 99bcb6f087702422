/** How a spreadsheet shows a number: its format code, and whether it counts days. */
export interface CellFormat {
  readonly code: string;
  readonly isDate: boolean;
}

/** Formats that have a number and no code in the file. Dates of the country (14) are written in two ways: the file does not say of which. */
const known: Readonly<Record<number, string>> = {
  1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 14: 'dd.mm.yyyy m/d/yyyy', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm', 19: 'h:mm:ss', 20: 'h:mm', 21: 'h:mm:ss', 22: 'dd.mm.yyyy h:mm m/d/yyyy', 37: '#,##0', 38: '#,##0', 39: '#,##0.00', 40: '#,##0.00',
};

export function cellFormat(number: number, own: string | undefined): CellFormat | undefined {
  const code = (own ?? known[number] ?? '').split(';')[0] ?? '';
  if (code === '' || /^general$/i.test(code)) return undefined;
  return { code, isDate: /[dmyhs]/i.test(bare(code)) };
}

/** Without what is said in quotation marks, behind a backslash or in brackets. */
const bare = (code: string): string => code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '');

const languages: Readonly<Record<string, string>> = { '407': 'de', c07: 'de', '807': 'de', '40c': 'fr', '80c': 'fr', '40a': 'es', c0a: 'es', '816': 'pt', '416': 'pt', '401': 'ar', '411': 'ja', '410': 'it', '413': 'nl' };
const day = 86_400_000;

/** As it is shown, nearly: the marks between its parts may be another country's, which the search does not mind. */
export function shownCell(value: number, { code, isDate }: CellFormat, startsIn1904: boolean): string {
  if (!isDate) return shownNumber(value, code);
  const at = new Date(Math.round((value + (startsIn1904 ? 1462 : 0) - 25_569) * day / 1000) * 1000);
  if (Number.isNaN(at.getTime())) return String(value);
  const language = languages[/\[\$[^\]]*-([\da-f]+)\]/i.exec(code)?.[1]?.toLowerCase().slice(-3) ?? ''] ?? 'en';
  const isHalfDay = /am\/pm|a\/p/i.test(code);
  let before = '';
  return code.replaceAll(/\[[^\]]*\]/g, '').replaceAll(/"([^"]*)"|\\(.)|(am\/pm|a\/p)|([dmyhs])\4*/gi, (part: string, quoted?: string, single?: string, half?: string) => {
    if (quoted !== undefined || single !== undefined) return quoted ?? single ?? '';
    if (half !== undefined) return at.getUTCHours() < 12 ? 'AM' : 'PM';
    const shown = datePart(part.toLowerCase(), at, { language, isHalfDay, isMinutes: /[hs]/.test(before) && part.length < 3 });
    before = part.toLowerCase();
    return shown;
  }).trim();
}

function datePart(part: string, at: Date, { language, isHalfDay, isMinutes }: { readonly language: string; readonly isHalfDay: boolean; readonly isMinutes: boolean }): string {
  const padded = (number: number): string => String(number).padStart(Math.min(part.length, 2), '0');
  const named = (options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(at);
  switch (part[0]) {
    case 'y': return part.length > 2 ? String(at.getUTCFullYear()) : padded(at.getUTCFullYear() % 100);
    case 'd': return part.length > 2 ? named({ weekday: part.length > 3 ? 'long' : 'short' }) : padded(at.getUTCDate());
    case 'h': return padded(isHalfDay ? at.getUTCHours() % 12 || 12 : at.getUTCHours());
    case 's': return padded(at.getUTCSeconds());
    default: return isMinutes ? padded(at.getUTCMinutes()) : part.length > 2 ? named({ month: part.length > 3 ? 'long' : 'short' }) : padded(at.getUTCMonth() + 1);
  }
}

function shownNumber(value: number, code: string): string {
  const digits = bare(code);
  const isPercent = digits.includes('%');
  const [whole = '', after = ''] = digits.split('.');
  const decimals = after.replaceAll(/[^0#?]/g, '').length;
  const least = Math.max(1, Math.min(21, whole.replaceAll(/[^0]/g, '').length));
  if (/e[+-]/i.test(digits)) return String(value);
  return new Intl.NumberFormat('en', { useGrouping: whole.includes(','), minimumIntegerDigits: least, minimumFractionDigits: Math.min(20, after.replaceAll(/[^0]/g, '').length), maximumFractionDigits: Math.min(20, decimals) }).format(isPercent ? value * 100 : value) + (isPercent ? '%' : '');
}
