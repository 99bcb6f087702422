import { equal, ok } from '../test-support/mount.ts';
import { sampleMonth, slotAt } from '../test-support/sample-bookings.ts';
import { nearestFree, weekdayOf } from './nearest-times.ts';
import { changedTimes, dayOf, findTime, firstFreeDay, freeTimesOf, nextFreeAfter, touchesMonth, weeksOf } from './slot-month.ts';
import { dayAfterKey } from './walk-keys.ts';

const november = sampleMonth('2026-11');
const weeks = weeksOf(november);
const step = (date: string, key: string, isRtl = false): unknown => {
  const target = dayAfterKey(weeks, date, key, isRtl);
  return typeof target === 'object' ? target.date : target;
};

describe('a month of slots', () => {
  it('is cut into weeks that start on the language\'s first day', () => {
    equal(weeks.map((week) => week.map((cell) => cell?.dayOfMonth ?? 0)).at(0), [0, 0, 0, 0, 0, 0, 1]);
    equal(weeks.length, 6);
    const sundays = weeksOf({ ...november, firstWeekday: 7, weekdays: [...november.weekdays.slice(6), ...november.weekdays.slice(0, 6)] });
    equal(sundays[0]?.[0]?.dayOfMonth, 1);
    equal(sundays.length, 5);
  });

  it('keeps 29 February to leap years', () => {
    equal(weeksOf({ ...november, month: '2028-02' }).flat().filter(Boolean).length, 29);
    equal(weeksOf({ ...november, month: '2027-02' }).flat().filter(Boolean).length, 28);
  });

  it('names the day of the week whatever the week starts with', () => {
    const day = dayOf(november, '2026-11-27');
    ok(day, 'no day');
    equal(weekdayOf(november, day), 'Friday');
  });

  it('follows the arrow keys, and says when they leave the month', () => {
    equal(step('2026-11-24', 'ArrowRight'), '2026-11-25');
    equal(step('2026-11-24', 'ArrowRight', true), '2026-11-23');
    equal(step('2026-11-24', 'ArrowUp'), '2026-11-17');
    equal(step('2026-11-24', 'Home'), '2026-11-23');
    equal(step('2026-11-24', 'End'), '2026-11-29');
    equal(step('2026-11-30', 'ArrowRight'), 'next');
    equal(step('2026-11-01', 'ArrowLeft'), 'previous');
    equal(step('2026-11-24', 'PageDown'), 'next');
    equal(step('2026-11-24', 'x'), undefined);
  });

  it('finds the first free day, the next one, and the closest times', () => {
    equal(firstFreeDay(november)?.date, '2026-11-23');
    equal(nextFreeAfter(november, '2026-11-27')?.date, '2026-11-30');
    equal(nextFreeAfter(sampleMonth('2026-11', { isEmpty: true }), undefined)?.month, '2027-01');
    const wanted = slotAt('2026-11-27', '09:30');
    const near = nearestFree(sampleMonth('2026-11', { taken: [wanted] }), wanted).map(({ time }) => time.label);
    equal(near, ['08:00', '08:45', '11:00']);
  });

  it('tells what changed, and nothing else', () => {
    const taken = slotAt('2026-11-27', '09:30');
    equal([...changedTimes(november, sampleMonth('2026-11', { taken: [taken] }))], [taken]);
    equal(changedTimes(november, sampleMonth('2026-11')).size, 0);
    equal(findTime(november, taken)?.day.date, '2026-11-27');
    ok(freeTimesOf(dayOf(november, '2026-11-27')).length > 0, 'no free times');
  });

  it('knows which news concern it', () => {
    ok(touchesMonth(november, null, null), 'anything');
    ok(touchesMonth(november, '2026-11-30T23:30:00Z', '2026-12-01T00:30:00Z'), 'the edge');
    ok(!touchesMonth(november, '2026-12-10T08:00:00Z', '2026-12-10T09:00:00Z'), 'another month');
  });
});
