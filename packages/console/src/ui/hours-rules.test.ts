import { addRange, copyToWeekdays, rangesOf, troubleWith, weekHasTrouble } from './hours-rules.ts';

function same(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

describe('working hours', () => {
  const monday = [{ weekday: 1, startMinute: 540, endMinute: 720 }, { weekday: 1, startMinute: 780, endMinute: 1020 }];

  it('begin as a working day and go on after a break', () => {
    same(addRange([]), [{ startMinute: 540, endMinute: 1020 }]);
    same(addRange([{ startMinute: 540, endMinute: 720 }]).at(-1), { startMinute: 780, endMinute: 960 });
  });

  it('are copied from Monday to the other weekdays, not to the weekend', () => {
    const week = copyToWeekdays(monday);
    same(rangesOf(week, 5), rangesOf(week, 1));
    same(rangesOf(week, 6), []);
  });

  it('say what is wrong with a day', () => {
    same(troubleWith([{ startMinute: 600, endMinute: 600 }]), 'End after the start.');
    same(troubleWith([{ startMinute: 540, endMinute: 720 }, { startMinute: 700, endMinute: 800 }]), 'These hours overlap. Join them or move one.');
    same(weekHasTrouble(monday), false);
  });
});
