import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { formatDate, MINUTE } from '../domain/civil-time.ts';
import { freeTimes, isBookable, nearestFree } from './free-times.ts';
import { referenceTimes } from './test-support/free-times.reference.ts';
import { scene } from './test-support/free-times.scenes.ts';
import type { Scene } from './test-support/free-times.scenes.ts';

const timesOf = ({ question, provider }: Scene) => freeTimes({ ...question, providers: [provider] })[0]!.times;
const freeOf = (made: Scene): readonly number[] =>
  timesOf(made).filter(({ free }) => free).map(({ startsAt }) => startsAt);
const withBuffers = ({ question: { service } }: Scene, startsAt: number) => ({
  from: startsAt - service.bufferBeforeMinutes * MINUTE,
  until: startsAt + (service.durationMinutes + service.bufferAfterMinutes) * MINUTE,
});

describe('free times in any zone', () => {
  it('are what Temporal alone says, one candidate at a time', () => {
    fc.assert(fc.property(scene, (made) => {
      expect(timesOf(made)).toEqual(referenceTimes({ ...made.question, zoneName: made.zoneName }, made.provider));
    }), { numRuns: 120 });
  });

  it('never touch what is taken, buffers included', () => {
    fc.assert(fc.property(scene, (made) => {
      const busy = made.provider.busy.filter(({ from, until }) => from < until);
      for (const startsAt of freeOf(made)) {
        const { from, until } = withBuffers(made, startsAt);
        expect(busy.filter((taken) => taken.from < until && from < taken.until)).toEqual([]);
      }
    }), { numRuns: 150 });
  });

  it('no longer offer anything that a new booking overlaps', () => {
    fc.assert(fc.property(scene, fc.nat(), (made, pick) => {
      const free = freeOf(made);
      fc.pre(free.length > 0);
      const booked = withBuffers(made, free[pick % free.length]!);
      const after = freeOf({ ...made, provider: { ...made.provider, busy: [...made.provider.busy, booked] } });
      expect(free).toEqual(expect.arrayContaining([...after]));
      for (const startsAt of after) {
        const { from, until } = withBuffers(made, startsAt);
        expect(until <= booked.from || booked.until <= from).toBe(true);
      }
    }), { numRuns: 100 });
  });

  it('agree with the check at booking, on and off the grid', () => {
    const anyMinutes = fc.array(fc.integer({ min: -600, max: 6 * 1440 }), { maxLength: 20 });
    fc.assert(fc.property(scene, anyMinutes, (made, minutes) => {
      const { zone, now, service } = made.question;
      const listed = new Map(timesOf(made).map(({ startsAt, free }) => [startsAt, free]));
      const nearby = [...listed.keys()].slice(0, 15).flatMap((startsAt) => [startsAt + 1, startsAt - MINUTE]);
      const others = [...nearby, ...minutes.map((minute) => made.base + minute * MINUTE)];
      for (const startsAt of [...listed.keys(), ...others.filter((instant) => isAsked(made, instant))]) {
        const reason = isBookable({ zone, now, service, provider: made.provider, startsAt });
        const state = reason === undefined ? true : ['taken', 'day_full'].includes(reason) ? false : undefined;
        expect({ startsAt, state }).toEqual({ startsAt, state: listed.get(startsAt) });
      }
    }), { numRuns: 100 });
  });

  it('nearest to a wish are free, distinct, and nearer than all others', () => {
    const anyMinute = fc.integer({ min: 0, max: 5 * 1440 });
    fc.assert(fc.property(scene, anyMinute, fc.integer({ min: 0, max: 6 }), (made, minute, count) => {
      const startsAt = made.base + minute * MINUTE;
      const distance = (time: number): number => Math.abs(time - startsAt);
      const free = freeOf(made);
      const nearest = nearestFree({ ...made.question, startsAt, count });
      const others = free.filter((time) => !nearest.includes(time));
      expect(nearest).toHaveLength(Math.min(count, free.length));
      expect(new Set(nearest).size).toBe(nearest.length);
      expect(free).toEqual(expect.arrayContaining([...nearest]));
      expect(Math.max(0, ...nearest.map(distance))).toBeLessThanOrEqual(Math.min(Infinity, ...others.map(distance)));
    }), { numRuns: 100 });
  });
});

function isAsked({ question, zoneName }: Scene, instant: number): boolean {
  const date = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zoneName).toPlainDate().toString();
  const last = formatDate(Date.parse(question.firstDate) / 86_400_000 + question.days - 1);
  return question.firstDate <= date && date <= last;
}
