import { expect, it } from 'vitest';
import { parseDate } from '../domain/civil-time.ts';
import { slotLabels } from './slot-labels.ts';

const friday = parseDate('2026-11-27') ?? 0;

it.each([
  ['en', 'Friday 27 November', 'November 2026', '14:30', 1],
  ['en-US', 'Friday, November 27', 'November 2026', '2:30 PM', 7],
  ['de', 'Freitag, 27. November', 'November 2026', '14:30', 1],
  ['fr', 'vendredi 27 novembre', 'novembre 2026', '14:30', 1],
  ['es', 'viernes, 27 de noviembre', 'noviembre de 2026', '14:30', 1],
  ['pt', 'sexta-feira, 27 de novembro', 'novembro de 2026', '14:30', 7],
  ['ar', 'الجمعة، 27 نوفمبر', 'نوفمبر 2026', '2:30 م', 6],
  ['th', 'วันศุกร์ที่ 27 พฤศจิกายน', 'พฤศจิกายน 2026', '14:30', 7],
])('labels slots in %s, by the calendar that the grid is of', (lang, day, month, time, firstWeekday) => {
  const labels = slotLabels(lang);
  expect([labels.dayName(friday), labels.monthName(friday), labels.time(870).replace(/\s/gu, ' '), labels.firstWeekday]).toEqual([day, month, time, firstWeekday]);
});
