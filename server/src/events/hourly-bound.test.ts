import { expect, it } from 'vitest';
import { hourlyBound } from './hourly-bound.ts';

const HOUR = 3_600_000;

it('gives so many an hour to each, and says how many are left', () => {
  const bound = hourlyBound(2);
  expect([bound.take('ann', 0), bound.take('ann', 1), bound.take('ann', HOUR - 1), bound.take('bob', 1)]).toEqual([1, 0, undefined, 1]);
  expect(bound.take('ann', HOUR)).toBe(1);
});

it('takes back what came to nothing', () => {
  const bound = hourlyBound(1);
  bound.take('ann', 0);
  bound.giveBack('ann');
  expect([bound.take('ann', 1), bound.take('ann', 2)]).toEqual([0, undefined]);
});

it('remembers ten thousand callers and no more', () => {
  const bound = hourlyBound(1);
  for (let caller = 0; caller <= 10_000; caller += 1) bound.take(`caller ${caller}`, 0);
  expect(bound.take('caller 1', 1)).toBeUndefined();
  expect(bound.take('caller 0', 1)).toBe(0);
});
