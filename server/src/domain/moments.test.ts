import { afterEach, describe, expect, it, vi } from 'vitest';
import { momentIn, momentRange, zoneLabel } from './moments.ts';

const at = (text: string) => Date.parse(text);
const lunch = at('2026-11-27T12:30:00Z');
/** Intl puts special spaces and direction marks in; they are right, and invisible here. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replace(/[\u200e\u200f]/g, '');

afterEach(() => vi.restoreAllMocks());

describe('momentIn', () => {
  it('says date, time and zone in words', () => {
    expect(momentIn({ instant: lunch, timeZone: 'Africa/Johannesburg', locale: 'en' })).toEqual({
      date: 'Friday 27 November 2026', time: '14:30', zone: 'Johannesburg (GMT+2)',
      text: 'Friday 27 November 2026, 14:30, Johannesburg (GMT+2)',
    });
  });

  it.each([
    ['en-US', 'America/New_York', 'Friday, November 27, 2026, 7:30 AM, New York (GMT-5)'],
    ['de', 'Europe/Berlin', 'Freitag, 27. November 2026, 13:30, Berlin (GMT+1)'],
    ['fr', 'Europe/Paris', 'vendredi 27 novembre 2026, 13:30, Paris (UTC+1)'],
    ['he', 'Asia/Jerusalem', 'יום שישי, 27 בנובמבר 2026, 14:30, Jerusalem (GMT+2)'],
    ['de-AT', 'Europe/Vienna', 'Freitag, 27. November 2026, 13:30, Wien (GMT+1)'],
    ['es', 'America/Los_Angeles', 'viernes, 27 de noviembre de 2026, 4:30, Los Ángeles (GMT-8)'],
    ['ar', 'Africa/Johannesburg', 'الجمعة، 27 نوفمبر 2026، 2:30 م، جوهانسبرغ (غرينتش+2)'],
    ['en-GB', 'Asia/Kathmandu', 'Friday 27 November 2026, 18:15, Kathmandu (GMT+5:45)'],
  ])('speaks %s in %s', (locale, timeZone, text) => {
    expect(plain(momentIn({ instant: lunch, timeZone, locale }).text)).toBe(text);
  });

  it('tells the two 02:30 of an autumn night apart', () => {
    const inBerlin = (instant: number) => momentIn({ instant, timeZone: 'Europe/Berlin', locale: 'en' }).text;
    expect(inBerlin(at('2026-10-25T00:30:00Z'))).toBe('Sunday 25 October 2026, 02:30, Berlin (GMT+2)');
    expect(inBerlin(at('2026-10-25T01:30:00Z'))).toBe('Sunday 25 October 2026, 02:30, Berlin (GMT+1)');
  });

  it('speaks English when nobody speaks the language', () => {
    expect(momentIn({ instant: lunch, timeZone: 'Africa/Johannesburg', locale: 'xx' }).time).toBe('14:30');
  });
});

describe('momentRange', () => {
  const range = (startsAt: string, endsAt: string, timeZone: string) =>
    momentRange({ startsAt: at(startsAt), endsAt: at(endsAt), timeZone, locale: 'en' });

  it('says the date once', () => {
    expect(range('2026-11-27T12:30:00Z', '2026-11-27T13:15:00Z', 'Africa/Johannesburg')).toMatchObject({
      date: 'Friday 27 November 2026', time: '14:30 – 15:15',
    });
  });

  it('names the day when it ends on another one', () => {
    expect(range('2026-11-27T21:30:00Z', '2026-11-27T22:15:00Z', 'Africa/Johannesburg').time)
      .toBe('23:30 – Saturday 28 November 2026, 00:15');
  });

  it('shows a change of the clock inside it', () => {
    expect(range('2026-10-25T00:30:00Z', '2026-10-25T01:15:00Z', 'Europe/Berlin')).toMatchObject({
      time: '02:30 – 02:15', zone: 'Berlin (GMT+2 → GMT+1)',
    });
  });
});

describe('zoneLabel', () => {
  it.each([
    ['America/Argentina/Buenos_Aires', 'Buenos Aires (GMT-3)'], ['Asia/Calcutta', 'Kolkata (GMT+5:30)'],
    ['Europe/London', 'London (GMT)'], ['Australia/Lord_Howe', 'Lord Howe Island (GMT+11)'],
    ['Singapore', 'Singapore (GMT+8)'],
    ['UTC', 'UTC'], ['Etc/UTC', 'UTC'], ['Etc/GMT+5', 'GMT-5'],
  ])('calls %s %s', (timeZone, label) => {
    expect(zoneLabel(timeZone, lunch, 'en')).toBe(label);
  });

  it('makes a formatter once for what it has said before', () => {
    const made = vi.spyOn(Intl, 'DateTimeFormat');
    const countOf = (instant: number) => {
      made.mockClear();
      zoneLabel('Pacific/Chatham', instant, 'en-CA');
      return made.mock.calls.length;
    };
    expect(countOf(lunch)).toBe(1);
    expect([countOf(lunch), countOf(lunch + 60_000)]).toEqual([0, 0]);
  });
});
