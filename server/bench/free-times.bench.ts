import { deepStrictEqual } from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import type { Busy, ServiceRules } from '../src/bookings/availability-rules.ts';
import { freeTimes } from '../src/bookings/free-times.ts';
import type { StartTime } from '../src/bookings/free-times.ts';
import { zoneOf } from '../src/domain/zones.ts';
import { summed, type BenchRow } from './bench-row.ts';
import { bareFreeTimes } from './free-times.bare.ts';

const ROUNDS = 15;
const RUNS_A_ROUND = 200;
const HALF_HOUR = 1_800_000;

const service: ServiceRules = {
  durationMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  intervalMinutes: 30,
  minNoticeMinutes: 0,
  maxDaysAhead: 60,
};
const weeklyHours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 540, endMinute: 1020 }));
const calendar = { id: 'sam', weeklyHours, overrides: [], closures: [], bookedPerDay: new Map() };

/** A month of half hours in London over the change of the clock: 352 start times, 200 booked, 152 free. */
export async function bench(): Promise<BenchRow[]> {
  const busy = bookings(timesWith([]));
  const ours = (): readonly string[] => isoOfFree(timesWith(busy));
  const bare = (): readonly string[] => bareFreeTimes(busy);
  deepStrictEqual(ours(), bare());
  deepStrictEqual(ours().length, 152);

  const ratios: number[] = [];
  for (let round = -3; round < ROUNDS; round += 1) {
    const ratio = interleaved(ours, bare);
    // The first rounds only warm the machine up.
    if (round >= 0) ratios.push(ratio);
  }
  return [{ name: 'free times of a month', ...summed(ratios), goal: { number: 2, atMost: 2 }, note: 'time, against sorted busy, plain arithmetic, ISO strings' }];
}

function timesWith(busy: readonly Busy[]): readonly StartTime[] {
  const question = { now: Date.UTC(2027, 2, 14), firstDate: '2027-03-15', days: 30, service };
  return freeTimes({ ...question, zone: zoneOf('Europe/London'), providers: [{ ...calendar, busy }] })[0]?.times ?? [];
}

function isoOfFree(times: readonly StartTime[]): readonly string[] {
  return times.filter(({ free }) => free).map(({ startsAt }) => new Date(startsAt).toISOString());
}

/** 200 of the start times, the same ones in the same disorder every time: 211 shares no factor with 352. */
function bookings(times: readonly StartTime[]): readonly Busy[] {
  return Array.from({ length: 200 }, (_, index) => {
    const from = times[(index * 211) % times.length]?.startsAt ?? NaN;
    return { from, until: from + HALF_HOUR };
  });
}

/** Turn and turn about, so that a noisy neighbour hits both alike. */
function interleaved(ours: () => unknown, bare: () => unknown): number {
  let oursTook = 0;
  let bareTook = 0;
  for (let run = 0; run < RUNS_A_ROUND; run += 1) {
    const start = performance.now();
    ours();
    const between = performance.now();
    bare();
    bareTook += performance.now() - between;
    oursTook += between - start;
  }
  return oursTook / bareTook;
}
