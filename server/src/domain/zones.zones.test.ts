import { describe, expect, it } from 'vitest';
import { DAY, MINUTE, parseDate } from './civil-time.ts';
import { isZone, zoneOf } from './zones.ts';

const day = (text: string): number => parseDate(text)!;
const iso = (instant: number): string => new Date(instant).toISOString().slice(0, 16);

/** Zones and days on which their clocks change, by a whole day in Apia. */
const changes: readonly (readonly [zone: string, date: string])[] = [
  ['Europe/London', '2027-03-28'], ['Europe/London', '2027-10-31'], ['Australia/Lord_Howe', '2027-04-04'],
  ['Australia/Lord_Howe', '2027-10-03'], ['America/Sao_Paulo', '2018-11-04'], ['America/Sao_Paulo', '2018-02-18'],
  ['Africa/Cairo', '2010-08-11'], ['Africa/Cairo', '2010-09-10'], ['Africa/Cairo', '2024-04-26'],
  ['Asia/Beirut', '2024-03-31'], ['Asia/Beirut', '2024-10-27'], ['Pacific/Apia', '2011-12-30'],
  ['Africa/Casablanca', '2012-07-20'], ['Africa/Casablanca', '2012-08-20'],
  ['America/St_Johns', '2010-11-07'], ['America/Havana', '2024-11-03'], ['Antarctica/Casey', '2010-03-05'],
  ['Asia/Pyongyang', '2015-08-15'], ['Asia/Kathmandu', '2027-01-01'], ['Europe/Dublin', '2027-10-31'],
];

describe('zones', () => {
  it.each(changes)('%s, around %s: every minute of three days is where the clock shows it', (name, date) => {
    const zone = zoneOf(name);
    const shown = instantsByClock(name, day(date));
    for (let minute = -1440; minute < 2880; minute += 1) {
      const expected = shown.get(minute) ?? [];
      const instants = zone.instantsOf(day(date), minute);
      const isRight = String(instants) === String(expected);
      if (!isRight) expect.fail(`minute ${minute}: ${instants.map(iso)}, not ${expected.map(iso)}`);
      for (const civil of instants.map((instant) => zone.civilOf(instant))) {
        expect((civil.day - day(date)) * 1440 + civil.minute).toBe(minute);
      }
    }
  });

  it('map a skipped time to the instant of the skip', () => {
    const skip = Date.UTC(2027, 2, 28, 1);
    for (const minute of [60, 75, 119]) {
      expect(zoneOf('Europe/London').instantsOf(day('2027-03-28'), minute)).toEqual([]);
      expect(zoneOf('Europe/London').instantAtOrAfter(day('2027-03-28'), minute)).toBe(skip);
      expect(zoneOf('Europe/London').instantLatest(day('2027-03-28'), minute)).toBe(skip);
    }
    expect(iso(zoneOf('Pacific/Apia').instantAtOrAfter(day('2011-12-30'), 0))).toBe('2011-12-30T10:00');
    expect(iso(zoneOf('Pacific/Apia').instantLatest(day('2011-12-30'), 1439))).toBe('2011-12-30T10:00');
    expect(iso(zoneOf('America/Sao_Paulo').instantAtOrAfter(day('2018-11-03'), 1440))).toBe('2018-11-04T03:00');
  });

  it('tell the first from the last time the clock shows a repeated time', () => {
    const london = zoneOf('Europe/London');
    expect(iso(london.instantAtOrAfter(day('2027-10-31'), 90))).toBe('2027-10-31T00:30');
    expect(iso(london.instantLatest(day('2027-10-31'), 90))).toBe('2027-10-31T01:30');
  });

  it('know offsets of seconds and of quarters', () => {
    expect(zoneOf('Africa/Monrovia').offsetAt(Date.UTC(1971, 0, 1))).toBe(-2_670_000);
    expect(zoneOf('Asia/Kathmandu').offsetAt(0)).toBe(330 * MINUTE);
    expect(zoneOf('Asia/Kathmandu').offsetAt(Date.UTC(2027, 0, 1))).toBe(345 * MINUTE);
  });

  it('are one object for every way to write their name', () => {
    expect(zoneOf('europe/LONDON')).toBe(zoneOf('Europe/London'));
    expect(zoneOf('europe/LONDON').name).toBe('Europe/London');
  });

  it.each(['UTC', 'Etc/GMT+5', 'America/Argentina/Buenos_Aires', 'America/Port-au-Prince'])('%s is a zone', (name) => {
    expect(isZone(name)).toBe(true);
    expect(zoneOf(name).name).toBe(name);
  });

  it.each([
    '', '+02:00', 'Mars/Phobos', 'Europe/London[u-ca=iso8601]', '2027-01-01T00:00+01:00[Europe/London]', '../etc',
  ])('%j is none', (name) => {
    expect(isZone(name)).toBe(false);
    expect(() => zoneOf(name)).toThrow('There is no time zone');
  });
});

/** Walks through the instants of five days, a minute at a time, and writes down what a clock made by Intl shows. */
function instantsByClock(timeZone: string, epochDay: number): ReadonlyMap<number, readonly number[]> {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  });
  const byMinute = new Map<number, number[]>();
  for (let instant = (epochDay - 2) * DAY; instant < (epochDay + 3) * DAY; instant += MINUTE) {
    const [dayOfMonth, month, year, hours, minutes] = format.format(instant).match(/\d+/g)!.map(Number);
    const minute = Math.round((Date.UTC(year!, month! - 1, dayOfMonth, hours, minutes) - epochDay * DAY) / MINUTE);
    byMinute.set(minute, [...(byMinute.get(minute) ?? []), instant]);
  }
  return byMinute;
}
