import { expect, it } from 'vitest';
import { cellFormat, shownCell } from './cell-format.ts';

it.each([
  [1284.5, 4, undefined, '1,284.50'], [1284.5, 164, '#,##0.00\\ "€"', '1,284.50'], [0.125, 10, undefined, '12.50%'], [417, 164, '0000', '0417'], [-3.5, 2, undefined, '-3.50'], [5, 164, '"No. "0', '5'],
  [46356, 14, undefined, '30.11.2026 11/30/2026'], [46356, 164, 'dd\\.mm\\.yyyy', '30.11.2026'], [46356, 164, '[$-407]d\\. mmmm yyyy;@', '30. November 2026'], [46380, 164, '[$-40C]d mmmm yyyy', '24 décembre 2026'], [46356, 164, 'yyyy"年"m"月"d"日"', '2026年11月30日'],
  [0.586805555555556, 20, undefined, '14:05'], [0.586805555555556, 164, 'hh:mm:ss', '14:05:00'], [46356.75, 164, 'm/d/yy h:mm AM/PM', '11/30/26 6:00 PM'], [1e300, 14, undefined, '1e+300'],
])('shows %d in the format %d %s as %s', (value, number, code, shown) => {
  const format = cellFormat(number, code);
  expect(format && shownCell(value, format, false)).toBe(shown);
});

it('leaves alone what has no format, and counts from 1904 where the file does', () => {
  expect([cellFormat(0, undefined), cellFormat(49, undefined), cellFormat(164, 'General')]).toEqual([undefined, undefined, undefined]);
  expect(shownCell(44894, { code: 'yyyy-mm-dd', isDate: true }, true)).toBe('2026-11-30');
});
