import { stopClockAt } from './clock.ts';
import { dayFrom, dayText, dayTrouble, isDay } from './day-text.ts';
import { useHouse } from './formats.ts';

function same(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

const speak = (lang: string): void => useHouse({ lang, timeZone: 'UTC', currency: 'EUR' });

describe('days as people write them', () => {
  beforeEach(() => { stopClockAt('2026-11-24T08:42:00Z'); speak('en-GB'); });

  it('reads back what it shows, in every language of the console', () => {
    for (const lang of ['en-ZA', 'en-US', 'af', 'ar', 'cs', 'da', 'de', 'el', 'es', 'fi', 'fr', 'fr-CA', 'he', 'hi', 'hu', 'id', 'it', 'ja', 'ko', 'nb', 'nl', 'pl', 'pt-BR', 'ro', 'sk', 'sv', 'th', 'tr', 'uk', 'vi', 'zh-CN', 'zu']) {
      speak(lang);
      for (let month = 1; month <= 12; month += 1) {
        const day = `2027-${String(month).padStart(2, '0')}-09`;
        if (dayFrom(dayText(day)) !== day) throw new Error(`${lang} shows ${dayText(day)} and reads ${dayFrom(dayText(day))}`);
      }
    }
  });

  it('takes numbers in the language\'s order', () => {
    same(['5/4/2027', '5.4.27', '5-4', '2027-04-05'].map((text) => dayFrom(text)), ['2027-04-05', '2027-04-05', '2027-04-05', '2027-04-05']);
    speak('en-US');
    same(dayFrom('5/4/2027'), '2027-05-04');
    speak('de');
    same([dayFrom('24. Dez.'), dayFrom('morgen'), dayFrom('1. März')], ['2026-12-24', '2026-11-25', '2027-03-01']);
  });

  it('takes the nearest year and month that nobody typed, and none before the first allowed day', () => {
    same([dayFrom('3 jan'), dayFrom('1 sept'), dayFrom('1 sept', { min: '2026-11-24' }), dayFrom('30'), dayFrom('2', { min: '2026-11-24' })],
      ['2027-01-03', '2026-09-01', '2027-09-01', '2026-11-30', '2026-12-02']);
  });

  it('refuses what does not exist or is no day', () => {
    same(['29 feb 2027', '31/11/2026', '24/13/2026', 'soon', '', '1 2 3 4', '12 maybe'].map((text) => dayFrom(text) ?? null), [null, null, null, null, null, null, null]);
    same(dayFrom('29 feb 2028'), '2028-02-29');
    same([isDay('2026-02-29'), isDay('2026-2-9'), isDay('2028-02-29')], [false, false, true]);
  });

  it('says what to do', () => {
    same(dayTrouble(''), 'Choose a day.');
    same(dayTrouble('soon'), 'This is no day we can read. Type it like 24 Nov 2026.');
    same(dayTrouble('2026-11-20', { min: '2026-11-24' }), 'Choose Tue, 24 Nov 2026 or later.');
    same(dayTrouble('2026-11-25', { min: '2026-11-24' }), '');
  });
});
