import { describe, expect, it } from 'vitest';
import { addDays, formatDate, isoOf, parseDate, weekdayOf } from './civil-time.ts';

describe('civil dates', () => {
  it('are read and written alike for every day from 1970 to 2200', () => {
    const last = Date.UTC(2200, 11, 31) / 86_400_000;
    for (let day = 0; day <= last; day += 1) {
      const date = new Date(day * 86_400_000);
      const text = date.toISOString().slice(0, 10);
      const isRight = formatDate(day) === text && parseDate(text) === day && weekdayOf(day) % 7 === date.getUTCDay();
      if (!isRight) expect.fail(text);
    }
  });

  it('are written with their time as a Date writes it', () => {
    const fixed = [0, -1, -60_000, 1, 59_999, 86_399_999, 86_400_000, Date.UTC(1969, 11, 31, 23), Date.UTC(2199, 11, 31, 23, 59), Date.UTC(2200, 0, 1), 8.64e15];
    const many = Array.from({ length: 3000 }, (_, n) => n * 2_417_700_000 + (n % 7) * 60_000 + (n % 5 === 0 ? n : 0));
    for (const instant of [...fixed, ...many]) if (isoOf(instant) !== new Date(instant).toISOString()) expect.fail(String(instant));
  });

  it.each([
    '2027-02-29', '2100-02-29', '2027-13-01', '2027-00-10', '2027-04-31', '2027-01-00', '1969-12-31', '2201-01-01',
    '2027-1-01', '27-01-01', '2027-01-01T00:00', ' 2027-01-01', '2027-01-01\n', '२०२७-०१-०१', '',
  ])('are refused when written %j', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  it('count over the end of a year, both ways', () => {
    expect(formatDate(addDays(parseDate('2027-12-31')!, 1))).toBe('2028-01-01');
    expect(formatDate(addDays(parseDate('2028-01-01')!, -1))).toBe('2027-12-31');
    expect(weekdayOf(parseDate('1970-01-01')! - 4)).toBe(7);
  });
});
