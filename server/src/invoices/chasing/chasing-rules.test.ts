import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { morningAfter } from '../../domain/mornings.ts';
import { dateAfter } from '../../domain/civil-dates.ts';
import { isOvertaken, lateFeeMinor, stepsFor, toneOf } from './chasing-rules.ts';

const zones = ['Africa/Johannesburg', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Auckland', 'America/Sao_Paulo', 'Africa/Casablanca', 'Pacific/Kiritimati', 'UTC'];
const civil = fc.integer({ min: 0, max: 3650 }).map((days) => dateAfter('2020-01-01', days));

describe('the morning of a reminder', () => {
  it('is 09:00 on the business\'s clock, on that very day, whatever the clocks do', () => {
    fc.assert(fc.property(civil, fc.integer({ min: -60, max: 180 }), fc.constantFrom(...zones), (dueOn, days, zone) => {
      const there = Temporal.Instant.fromEpochMilliseconds(morningAfter(dueOn, days, zone)).toZonedDateTimeISO(zone);
      expect(there.toPlainDateTime().toString()).toBe(`${dateAfter(dueOn, days)}T09:00:00`);
    }), { numRuns: 500 });
  });

  it.each([
    ['Europe/Berlin', '2026-03-28', '2026-03-28T08:00:00Z', '2026-03-29T07:00:00Z'], ['Europe/Berlin', '2026-10-24', '2026-10-24T07:00:00Z', '2026-10-25T08:00:00Z'],
    ['America/New_York', '2026-03-07', '2026-03-07T14:00:00Z', '2026-03-08T13:00:00Z'],
  ])('in %s from %s the next one is not 24 hours later', (zone, date, first, second) => {
    expect([morningAfter(date, 0, zone), morningAfter(date, 1, zone)]).toEqual([Date.parse(first), Date.parse(second)]);
  });
});

describe('the steps to come', () => {
  const lateFee = { kind: 'percent', ppm: 50_000, afterDays: 10 } as const;
  it('are in order, once each, and none has passed', () => {
    fc.assert(fc.property(civil, civil, fc.array(fc.integer({ min: -60, max: 180 }), { maxLength: 8 }), fc.constantFrom(...zones), (dueOn, today, reminderDays, zone) => {
      const now = Date.parse(`${today}T07:00:00Z`);
      const steps = stepsFor({ dueOn, depositDueOn: null }, { reminderDays, lateFee }, zone, now);
      const reminders = steps.filter(({ kind }) => kind === 'reminder').map(({ daysAfterDue }) => daysAfterDue);
      expect(reminders).toEqual([...new Set(reminderDays)].filter((days) => morningAfter(dueOn, days, zone) > now).sort((a, b) => a - b));
      expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).toSorted((a, b) => a - b));
    }));
  });
});

it('a deposit is asked for on its own days until the invoice itself is', () => {
  fc.assert(fc.property(civil, fc.integer({ min: 0, max: 60 }), fc.uniqueArray(fc.integer({ min: -30, max: 60 }), { minLength: 1, maxLength: 6 }), fc.constantFrom(...zones), (dueOn, before, reminderDays, zone) => {
    const depositDueOn = dateAfter(dueOn, -before);
    const steps = stepsFor({ dueOn, depositDueOn }, { reminderDays, lateFee: { kind: 'none' } }, zone, 0);
    const first = Math.min(...steps.filter(({ kind }) => kind === 'reminder').map(({ at }) => at));
    const deposits = steps.filter(({ kind }) => kind === 'deposit');
    expect(deposits.map(({ daysAfterDue }) => daysAfterDue)).toEqual(reminderDays.filter((days) => morningAfter(depositDueOn, days, zone) < first).sort((a, b) => a - b));
    expect(new Set(steps.map(({ at }) => at)).size).toBe(steps.length);
  }));
});

it('words grow firmer, and never claim a letter that was not sent', () => {
  expect([toneOf(-3, 0), toneOf(0, 0), toneOf(1, 0), toneOf(7, 1), toneOf(21, 2), toneOf(60, 0)]).toEqual(['dueSoon', 'dueSoon', 'lateGentle', 'latePlain', 'lateFirm', 'lateGentle']);
});

it('after an outage only the latest stage speaks', () => {
  const now = Date.parse('2026-12-20T12:00:00Z');
  expect([-3, 1, 7, 21].map((days) => isOvertaken(days, [-3, 1, 7, 21], '2026-12-07', 'UTC', now))).toEqual([true, true, false, false]);
});

it('a late fee is a share of what is left, rounded half up, or an amount in the business\'s own currency', () => {
  const owed = { dueMinor: 10_010, currency: 'EUR' };
  expect(lateFeeMinor({ kind: 'percent', ppm: 50_000, afterDays: 1 }, owed, 'ZAR')).toBe(501);
  expect(lateFeeMinor({ kind: 'amount', minor: 4000, afterDays: 1 }, owed, 'EUR')).toBe(4000);
  expect(lateFeeMinor({ kind: 'amount', minor: 4000, afterDays: 1 }, owed, 'ZAR')).toBe(0);
  expect(lateFeeMinor({ kind: 'none' }, owed, 'EUR')).toBe(0);
});
