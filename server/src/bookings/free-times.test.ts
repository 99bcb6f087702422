import { describe, expect, it } from 'vitest';
import { zoneOf } from '../domain/zones.ts';
import type { ProviderCalendar, ServiceRules, WeeklyHours } from './availability-rules.ts';
import { freeTimes, isBookable, nearestFree } from './free-times.ts';
import type { FreeTimesQuestion } from './free-times.ts';

const hour = (from: number, until: number) => ({ startMinute: from * 60, endMinute: until * 60 });
const everyDay = (...ranges: readonly { startMinute: number; endMinute: number }[]): readonly WeeklyHours[] =>
  [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => ranges.map((range) => ({ ...range, weekday })));

const hourly: ServiceRules = {
  durationMinutes: 60,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  intervalMinutes: 60,
  minNoticeMinutes: 0,
  maxDaysAhead: 60,
};
const sam: ProviderCalendar = {
  id: 'sam', weeklyHours: everyDay(hour(9, 12)), overrides: [], closures: [], busy: [], bookedPerDay: new Map(),
};
const at = (text: string): number => Date.parse(text);
const busy = (from: string, until: string) => ({ from: at(from), until: at(until) });

interface Situation {
  readonly zone?: string;
  readonly now?: string;
  readonly date: string;
  readonly days?: number;
  readonly service?: Partial<ServiceRules>;
  readonly provider?: Partial<ProviderCalendar>;
}

function questionOf({ zone = 'UTC', date, now, days = 1, service, provider }: Situation): FreeTimesQuestion {
  return {
    zone: zoneOf(zone), now: at(now ?? `${date}T00:00:00Z`) - (now ? 0 : 7 * 86_400_000), firstDate: date, days,
    service: { ...hourly, ...service }, providers: [{ ...sam, ...provider }],
  };
}

/** Free times as `2027-03-28T09:00`, UTC; taken ones in brackets. */
function shown(situation: Situation): readonly string[] {
  return freeTimes(questionOf(situation))[0]!.times.map(({ startsAt, free }) => {
    const text = new Date(startsAt).toISOString().slice(0, 16);
    return free ? text : `(${text})`;
  });
}

/** The same without the date. */
const clock = (situation: Situation): readonly string[] =>
  shown(situation).map((text) => text.replace(/\d{4}-\d\d-\d\dT/, ''));

function refusal(situation: Situation, startsAt: string) {
  const question = questionOf(situation);
  return isBookable({ ...question, provider: question.providers[0]!, startsAt: at(startsAt) });
}

describe('when clocks change', () => {
  const halfHours = { durationMinutes: 30, intervalMinutes: 30 };

  it('never offers a skipped time', () => {
    const provider = { weeklyHours: everyDay(hour(0, 4)) };
    expect(clock({ zone: 'Europe/London', date: '2027-03-28', service: halfHours, provider }))
      .toEqual(['00:00', '00:30', '01:00', '01:30', '02:00', '02:30']);
  });

  it('offers a repeated time twice, each instant by itself', () => {
    const situation = { zone: 'Europe/London', date: '2027-10-31', service: halfHours };
    const weeklyHours = everyDay(hour(1, 2));
    expect(shown({ ...situation, provider: { weeklyHours } }))
      .toEqual(['2027-10-31T00:00', '2027-10-31T00:30', '2027-10-31T01:00', '2027-10-31T01:30']);
    const taken = [busy('2027-10-31T00:30Z', '2027-10-31T01:00Z')];
    expect(clock({ ...situation, provider: { weeklyHours, busy: taken } }))
      .toEqual(['00:00', '(00:30)', '01:00', '01:30']);
  });

  it('closes before an hour that repeats from closing time on, and at a gap', () => {
    const situation = { zone: 'Europe/London', service: { durationMinutes: 60, intervalMinutes: 30 } };
    expect(clock({ ...situation, date: '2027-10-31', provider: { weeklyHours: everyDay(hour(0, 1)) } }))
      .toEqual(['23:00']);
    const untilInsideTheGap = { weeklyHours: everyDay({ startMinute: 0, endMinute: 90 }) };
    expect(clock({ ...situation, date: '2027-03-28', provider: untilInsideTheGap })).toEqual(['00:00']);
    expect(clock({ zone: 'Europe/London', date: '2027-03-28', service: { durationMinutes: 61 }, provider: untilInsideTheGap }))
      .toEqual([]);
  });

  it('measures the end in elapsed time', () => {
    const service = { durationMinutes: 120, intervalMinutes: 30 };
    const provider = { weeklyHours: everyDay({ startMinute: 0, endMinute: 180 }) };
    // Two hours fit once on the short day, which has two working hours, and five times on the long one, which has four.
    expect(clock({ zone: 'Europe/London', date: '2027-03-28', service, provider })).toEqual(['00:00']);
    expect(clock({ zone: 'Europe/London', date: '2027-10-31', service, provider }))
      .toEqual(['23:00', '23:30', '00:00', '00:30', '01:00']);
  });

  it('knows the half hour of Lord Howe', () => {
    const service = { durationMinutes: 15, intervalMinutes: 15 };
    const situation = { zone: 'Australia/Lord_Howe', service, provider: { weeklyHours: everyDay(hour(1, 3)) } };
    // 02:00 becomes 02:30 in October and 01:30 in April.
    expect(clock({ ...situation, date: '2027-10-03' })).toEqual(['14:30', '14:45', '15:00', '15:15', '15:30', '15:45']);
    expect(clock({ ...situation, date: '2027-04-04' }))
      .toEqual(['14:00', '14:15', '14:30', '14:45', '15:00', '15:15', '15:30', '15:45', '16:00', '16:15']);
  });

  it('has nothing on the day that Apia skipped, and joins the days around it', () => {
    const provider = { weeklyHours: everyDay(hour(0, 1), hour(23, 24)) };
    const situation = { zone: 'Pacific/Apia', provider };
    expect(shown({ ...situation, date: '2011-12-30' })).toEqual([]);
    // 23:00 on the 29th runs straight into 00:00 on the 31st.
    expect(shown({ ...situation, date: '2011-12-29', days: 3, service: { durationMinutes: 120 } }))
      .toEqual(['2011-12-30T09:00', '2011-12-31T09:00']);
  });

  it('starts the day after a gap at midnight', () => {
    const provider = { weeklyHours: everyDay(hour(0, 3), hour(23, 24)) };
    // In São Paulo 2018-11-04 begins at 01:00, which is 03:00 UTC; 23:00 runs straight into it.
    const situation = { zone: 'America/Sao_Paulo', date: '2018-11-03', days: 2, provider };
    expect(shown({ ...situation, service: { durationMinutes: 180 } }))
      .toEqual(['2018-11-03T03:00', '2018-11-04T02:00', '2018-11-05T01:00']);
    expect(shown(situation)).toContain('2018-11-04T03:00');
  });
});

describe('when clocks go back over midnight', () => {
  it('still offers the evening that repeats', () => {
    // In St John's 2010-11-07 00:01 became 2010-11-06 23:01 again.
    const situation = { zone: 'America/St_Johns', date: '2010-11-06', service: { durationMinutes: 15 } };
    const weeklyHours = everyDay({ startMinute: 1410, endMinute: 1440 });
    expect(shown({ ...situation, now: '2010-11-07T02:30Z', provider: { weeklyHours } })).toEqual(['2010-11-07T03:00']);
  });
});

describe('working hours', () => {
  it('may end at 24:00', () => {
    expect(clock({ date: '2027-01-05', provider: { weeklyHours: everyDay(hour(22, 24)) } }))
      .toEqual(['22:00', '23:00']);
  });

  it('go on over midnight when the next day begins at 00:00', () => {
    const provider = { weeklyHours: everyDay(hour(22, 24), hour(0, 2)) };
    expect(clock({ date: '2027-01-05', service: { durationMinutes: 180 }, provider })).toEqual(['22:00', '23:00']);
  });

  it('that touch or overlap are one, and each time is named once', () => {
    const provider = { weeklyHours: everyDay(hour(11, 13), hour(9, 12), hour(13, 14)) };
    expect(clock({ date: '2027-01-05', service: { durationMinutes: 120 }, provider }))
      .toEqual(['09:00', '10:00', '11:00', '12:00']);
  });

  it('start their grid anew in each range', () => {
    const provider = { weeklyHours: everyDay(hour(9, 10), { startMinute: 615, endMinute: 735 }) };
    expect(clock({ date: '2027-01-05', provider })).toEqual(['09:00', '10:15', '11:15']);
  });

  it('give way to an override, open or closed', () => {
    const overrides = [{ date: '2027-01-05', ranges: [hour(18, 19)] }, { date: '2027-01-06', ranges: [] }];
    expect(shown({ date: '2027-01-05', days: 2, provider: { overrides } })).toEqual(['2027-01-05T18:00']);
  });

  it('stop for a closure of several days, its last one included, whatever an override says', () => {
    const closures = [{ firstDate: '2027-01-05', lastDate: '2027-01-07' }];
    const overrides = [{ date: '2027-01-06', ranges: [hour(9, 12)] }];
    const provider = { closures, overrides };
    const situation = { date: '2027-01-04', days: 5, service: { durationMinutes: 180 }, provider };
    expect(shown(situation)).toEqual(['2027-01-04T09:00', '2027-01-08T09:00']);
    expect(refusal(situation, '2027-01-07T09:00Z')).toBe('closed');
  });
});

describe('what is taken', () => {
  const taken = [busy('2027-01-05T10:00Z', '2027-01-05T11:00Z')];

  it('is shown, not free', () => {
    expect(clock({ date: '2027-01-05', provider: { busy: taken } })).toEqual(['09:00', '(10:00)', '11:00']);
  });

  it('keeps its buffers and the new one its own: both count', () => {
    const service = { durationMinutes: 30, intervalMinutes: 15, bufferBeforeMinutes: 15, bufferAfterMinutes: 30 };
    const withBuffers = [busy('2027-01-05T10:00Z', '2027-01-05T10:45Z')];
    // The last before ends at 09:30, half an hour clear of 10:00; the first after starts a quarter past 10:45.
    expect(clock({ date: '2027-01-05', service, provider: { busy: withBuffers } }))
      .toEqual(['09:00', '(09:15)', '(09:30)', '(09:45)', '(10:00)', '(10:15)', '(10:30)', '(10:45)', '11:00', '11:15', '11:30']);
  });

  it('may overlap and come in any order', () => {
    const short = busy('2027-01-05T10:10Z', '2027-01-05T10:20Z');
    const long = busy('2027-01-05T09:30Z', '2027-01-05T12:00Z');
    expect(clock({ date: '2027-01-05', provider: { busy: [short, long] } })).toEqual(['(09:00)', '(10:00)', '(11:00)']);
  });

  it('takes nothing when it lasts no time', () => {
    expect(clock({ date: '2027-01-05', provider: { busy: [busy('2027-01-05T09:30Z', '2027-01-05T09:30Z')] } }))
      .toEqual(['09:00', '10:00', '11:00']);
  });
});

describe('limits', () => {
  it('leave out what comes before the notice, to the minute', () => {
    const situation = { date: '2027-01-05', service: { minNoticeMinutes: 120 } };
    expect(clock({ ...situation, now: '2027-01-05T08:00Z' })).toEqual(['10:00', '11:00']);
    expect(clock({ ...situation, now: '2027-01-05T08:01Z' })).toEqual(['11:00']);
    expect(refusal({ ...situation, now: '2027-01-05T08:01Z' }, '2027-01-05T10:00Z')).toBe('too_soon');
  });

  it('leave out the past', () => {
    expect(clock({ date: '2027-01-05', now: '2027-01-05T10:00Z' })).toEqual(['10:00', '11:00']);
    expect(refusal({ date: '2027-01-05', now: '2027-01-05T10:00Z' }, '2027-01-05T09:00Z')).toBe('in_the_past');
  });

  it('end at the horizon, counted in days of the business', () => {
    // 23:30 UTC is already the 2nd in Johannesburg, so two days ahead is the 4th.
    const service = { maxDaysAhead: 2, durationMinutes: 180 };
    const situation = { zone: 'Africa/Johannesburg', date: '2027-01-03', days: 9, now: '2027-01-01T23:30Z', service };
    expect(shown(situation)).toEqual(['2027-01-03T07:00', '2027-01-04T07:00']);
    expect(refusal(situation, '2027-01-05T07:00Z')).toBe('too_far_ahead');
  });

  it('fill a day, by service or by provider, on the date of the business', () => {
    const situation = { zone: 'Pacific/Auckland', date: '2027-01-05', service: { maxPerDay: 2 } };
    const provider = (total: number, ofService: number) =>
      ({ maxPerDay: 4, bookedPerDay: new Map([['2027-01-05', { total, ofService }]]) });
    expect(shown({ ...situation, provider: provider(3, 1) })).toContain('2027-01-04T20:00');
    expect(shown({ ...situation, provider: provider(3, 2) })).toContain('(2027-01-04T20:00)');
    expect(shown({ ...situation, provider: provider(4, 1) })).toContain('(2027-01-04T20:00)');
    expect(refusal({ ...situation, provider: provider(4, 1) }, '2027-01-04T20:00Z')).toBe('day_full');
  });
});

describe('booking one time', () => {
  const situation = { date: '2027-01-05', provider: { busy: [busy('2027-01-05T10:00Z', '2027-01-05T11:00Z')] } };

  it.each([
    ['2027-01-05T09:00Z', undefined],
    ['2027-01-05T09:15Z', 'not_a_start_time'],
    ['2027-01-05T09:00:01Z', 'not_a_start_time'],
    ['2027-01-05T10:00Z', 'taken'],
    ['2027-01-05T11:30Z', 'outside_hours'],
    ['2027-01-05T08:00Z', 'outside_hours'],
  ])('at %s: %s', (startsAt, reason) => {
    expect(refusal(situation, startsAt)).toBe(reason);
  });

  it('is refused on a day without hours', () => {
    expect(refusal({ date: '2027-01-05', provider: { weeklyHours: [] } }, '2027-01-05T09:00Z')).toBe('closed');
  });

  it('offers the nearest free times, before and after, of all providers', () => {
    const question = questionOf({ ...situation, days: 2 });
    const ann = { ...sam, id: 'ann', weeklyHours: everyDay({ startMinute: 630, endMinute: 690 }) };
    const providers = [...question.providers, ann];
    const nearest = nearestFree({ ...question, providers, startsAt: at('2027-01-05T10:00Z'), count: 4 });
    expect(nearest.map((time) => new Date(time).toISOString().slice(0, 16)))
      .toEqual(['2027-01-05T10:30', '2027-01-05T09:00', '2027-01-05T11:00', '2027-01-06T09:00']);
  });
});

describe('a question that makes no sense', () => {
  it('is answered with the field and the remedy', () => {
    expect(() => shown({ date: '2027-02-30', now: '2027-01-01T00:00Z' })).toThrow('firstDate: use a day that exists');
    expect(() => shown({ date: '2027-01-05', service: { intervalMinutes: 0 } })).toThrow('intervalMinutes');
  });
});
