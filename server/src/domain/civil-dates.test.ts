import { describe, expect, it } from 'vitest';
import { dayLabel, shortDateLabel } from './civil-dates.ts';

describe('a day, as people say it', () => {
  it.each([
    ['2026-11-25', 'today'], ['2026-11-26', 'tomorrow'], ['2026-11-24', 'yesterday'], ['2026-11-27', 'Friday'], ['2026-12-01', 'Tuesday'],
    ['2026-12-02', '2 December'], ['2026-11-20', '20 November'], ['2027-01-04', '4 January 2027'], ['2025-12-31', '31 December 2025'],
  ])('%s on Wednesday 25 November 2026 is %s', (date, said) => expect(dayLabel(date, '2026-11-25', 'en')).toBe(said));

  it('in the language of the reader', () => {
    expect(dayLabel('2026-11-27', '2026-11-25', 'de')).toBe('Freitag');
    expect(shortDateLabel('2026-11-27', 'en')).toBe('27 Nov 2026');
  });
});
