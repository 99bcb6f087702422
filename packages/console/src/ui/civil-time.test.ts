import { addDays, civilOf, instantOf, startOfWeek } from './civil-time.ts';
import { minuteFrom } from './typed-text.ts';

function same(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

describe('civil time', () => {
  it('goes from the wall to the instant and back', () => {
    for (const zone of ['Africa/Johannesburg', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu']) {
      same(civilOf(instantOf('2026-11-24', 870, zone), zone), { date: '2026-11-24', minute: 870 });
    }
  });

  it('moves a missing hour forward and takes the first of a doubled one', () => {
    same(instantOf('2026-03-29', 150, 'Europe/Berlin'), '2026-03-29T01:30:00Z');
    same(instantOf('2026-10-25', 150, 'Europe/Berlin'), '2026-10-25T00:30:00Z');
  });

  it('counts days and weeks without clocks', () => {
    same([addDays('2026-02-28', 1), startOfWeek('2026-11-24', 1), startOfWeek('2026-11-24', 7)], ['2026-03-01', '2026-11-23', '2026-11-22']);
  });
});

describe('what people type', () => {
  it('reads times kindly', () => same(['9', '9:30', '14.30', '930', '2pm', '12am', '24:00'].map(minuteFrom), [540, 570, 870, 570, 840, 0, 1440]));
  it('refuses what is no time', () => same(['', 'noon', '25', '9:75'].map((text) => minuteFrom(text) ?? null), [null, null, null, null]));
});
