import { describe, expect, it } from 'vitest';
import { planIntervals } from '@portico/contract/invoices/plans.ts';
import { chargeAt, isAnchor, issueAt, monthsOf, needsNotice, periodFrom, periodStart, type Schedule } from './plan-rules.ts';
import { everyInWords } from './interval-words.ts';

const every = (more: Partial<Schedule>): Schedule => ({ interval: 'month', every: 1, startsOn: '2026-01-31', anchorDay: 31, ...more });
const first = (schedule: Schedule, count: number): string[] => Array.from({ length: count }, (_, period) => periodStart(schedule, period));

describe('the days of a plan', () => {
  it('keep to the end of the month', () => {
    expect(first(every({}), 5)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']);
    expect(first(every({ startsOn: '2028-02-29', anchorDay: 29, interval: 'year' }), 5)).toEqual(['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']);
    expect(first(every({ startsOn: '2026-02-28', anchorDay: 31 }), 3)).toEqual(['2026-02-28', '2026-03-31', '2026-04-30']);
    expect(first(every({ startsOn: '2026-11-30', anchorDay: 30, interval: 'quarter' }), 3)).toEqual(['2026-11-30', '2027-02-28', '2027-05-30']);
    expect(first(every({ startsOn: '2026-12-30', anchorDay: 30, interval: 'week', every: 2 }), 3)).toEqual(['2026-12-30', '2027-01-13', '2027-01-27']);
  });

  it('know which day a subscription may be anchored to', () => {
    expect([isAnchor('2026-02-28', 31), isAnchor('2026-02-28', 28), isAnchor('2026-02-28', 15), isAnchor('2028-02-28', 31), isAnchor('2026-11-30', 31)]).toEqual([true, true, false, false, true]);
  });

  it('go on after a pause on their own days', () => {
    expect(periodStart(every({}), periodFrom(every({}), 1, '2026-04-12'))).toBe('2026-04-30');
    expect(periodFrom(every({}), 3, '2026-01-01')).toBe(3);
  });
});

// A small generator with a seed: the same numbers every time, and a failure names its own.
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state;
  }
}
const zones = ['UTC', 'Africa/Johannesburg', 'America/New_York', 'America/Sao_Paulo', 'America/Santiago', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Europe/Berlin', 'Pacific/Apia', 'Pacific/Chatham', 'Africa/Cairo', 'Asia/Beirut'];
const lengthOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

describe('for any start, rhythm and zone', () => {
  const random = numbers(20_261_126);
  const pick = (below: number): number => (random.next().value as number) % below;
  const cases = Array.from({ length: 300 }, () => {
    const [year, month] = [2020 + pick(30), 1 + pick(12)];
    const anchorDay = 1 + pick(31);
    const startsOn = `${year}-${String(month).padStart(2, '0')}-${String(Math.min(anchorDay, lengthOf(year, month))).padStart(2, '0')}`;
    return { schedule: { interval: planIntervals[pick(4)] ?? 'month', every: 1 + pick(12), startsOn, anchorDay } satisfies Schedule, timeZone: zones[pick(zones.length)] ?? 'UTC' };
  });

  it.each(cases)('$schedule.startsOn every $schedule.every $schedule.interval ($schedule.anchorDay) in $timeZone', ({ schedule, timeZone }) => {
    const days = first(schedule, 40);
    expect(days[0]).toBe(schedule.startsOn);
    for (const [index, day] of days.entries()) {
      const [year, month, date] = day.split('-').map(Number) as [number, number, number];
      if (schedule.interval === 'week') {
        expect((Date.parse(day) - Date.parse(schedule.startsOn)) / 86_400_000).toBe(7 * schedule.every * index);
      } else {
        const [startYear, startMonth] = schedule.startsOn.split('-').map(Number) as [number, number];
        expect(year * 12 + month - (startYear * 12 + startMonth)).toBe(monthsOf(schedule) * index);
        expect(date).toBe(Math.min(schedule.anchorDay, lengthOf(year, month)));
      }
      // Each is made on its own civil day, in the morning, before what is due on it is charged; and later than the one before.
      const at = issueAt(day, timeZone);
      expect(new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at)).toBe(`${day} 08:00`);
      expect(chargeAt(day, timeZone)).toBe(at + 3_600_000);
      if (index > 0) expect(at).toBeGreaterThan(issueAt(days[index - 1] ?? '', timeZone));
    }
    for (const index of [0, 7, 39]) expect(periodFrom(schedule, 0, days[index] ?? '')).toBe(index);
  });
});

describe('what is told before it is taken', () => {
  it('every other amount, and the same where months lie between', () => {
    const month = { interval: 'month', every: 1 } as const;
    expect([needsNotice(month, 100, 100), needsNotice(month, 101, 100), needsNotice(month, 100, null)]).toEqual([false, true, true]);
    expect([needsNotice({ interval: 'quarter', every: 1 }, 1, 1), needsNotice({ interval: 'month', every: 2 }, 1, 1), needsNotice({ interval: 'week', every: 12 }, 1, 1), needsNotice({ interval: 'year', every: 1 }, 1, 1)]).toEqual([true, false, false, true]);
  });
});

describe('how often, in words', () => {
  it.each([
    ['en', ['every week', 'every 2 weeks', 'every month', 'every 3 months', 'every year', 'every 2 years']], ['de-AT', ['jede Woche', 'alle 2 Wochen', 'jeden Monat', 'alle 3 Monate', 'jedes Jahr', 'alle 2 Jahre']],
    ['fr', ['chaque semaine', 'toutes les 2 semaines', 'chaque mois', 'tous les 3 mois', 'chaque année', 'tous les 2 ans']], ['es', ['cada semana', 'cada 2 semanas', 'cada mes', 'cada 3 meses', 'cada año', 'cada 2 años']],
    ['pt', ['toda semana', 'a cada 2 semanas', 'todo mês', 'a cada 3 meses', 'todo ano', 'a cada 2 anos']], ['ar', ['كل أسبوع', 'كل أسبوعين', 'كل شهر', 'كل 3 أشهر', 'كل سنة', 'كل سنتين']], ['xx', ['every week', 'every 2 weeks', 'every month', 'every 3 months', 'every year', 'every 2 years']],
  ])('%s', (lang, words) => {
    const said = ([['week', 1], ['week', 2], ['month', 1], ['quarter', 1], ['year', 1], ['quarter', 8]] as const).map(([interval, count]) => everyInWords({ interval, every: count }, lang).replaceAll('\u00a0', ' '));
    expect(said).toEqual(words);
  });
});
