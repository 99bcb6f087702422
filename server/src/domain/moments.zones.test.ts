import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const script = `
  import { momentIn, momentRange } from ${JSON.stringify(new URL('./moments.ts', import.meta.url).href)};
  const places = [
    ['en', 'Africa/Johannesburg'], ['en-US', 'America/New_York'], ['de', 'Europe/Berlin'],
    ['xx', 'Australia/Lord_Howe'],
  ];
  const instants = [
    '2026-03-29T00:59:59Z', '2026-03-29T01:00:00Z', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z',
    '2026-11-01T05:30:00Z',
  ];
  const said = places.flatMap(([locale, timeZone]) => instants.map((text) => {
    const startsAt = Date.parse(text);
    const range = { startsAt, endsAt: startsAt + 3600_000, timeZone, locale };
    return [momentIn({ instant: startsAt, timeZone, locale }), momentRange(range)];
  }));
  console.log(JSON.stringify({ hour: new Date(0).getHours(), said }));
`;

function saidOn(TZ: string, language: string): { readonly hour: number; readonly said: unknown } {
  const env = { ...process.env, TZ, LANG: language, LC_ALL: language };
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { env, encoding: 'utf8' });
  return JSON.parse(said);
}

describe('moments', () => {
  it('says the same on a machine in any zone and language', () => {
    const utc = saidOn('UTC', 'C');
    const newYork = saidOn('America/New_York', 'en_US.UTF-8');
    const sydney = saidOn('Australia/Sydney', 'de_DE.UTF-8');
    expect([utc.hour, newYork.hour, sydney.hour]).toEqual([0, 19, 10]);
    expect(newYork.said).toEqual(utc.said);
    expect(sydney.said).toEqual(utc.said);
  });
});
