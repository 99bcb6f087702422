import type { CalendarItem, Column } from './calendar-layout.ts';
import { targetOf } from './calendar-target.ts';
import { carried } from './drag-ghosts.ts';

function same(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

const column = (date: string): Column => ({ key: date, date, providerId: undefined, closed: [], placed: [] });
const [monday, tuesday, wednesday] = [column('2026-11-23'), column('2026-11-24'), column('2026-11-25')] as const;
const columns = [monday, tuesday, wednesday];
/** From Monday 16:00 to Tuesday 12:00. */
const item = { kind: 'block', id: 'b', providerId: 'p', startsAt: '2026-11-23T16:00:00Z', endsAt: '2026-11-24T12:00:00Z' } as unknown as CalendarItem;
const taken = (origin: Column, from: number, until: number) => ({ pointerId: 1, item, edge: undefined, startX: 0, startY: 0, from, until, origin: { column: origin, minute: from + 30 }, isDragging: true });

describe('where a dragged block will be', () => {
  it('follows its first day', () => same(targetOf(carried(taken(monday, 960, 1440), { column: tuesday, minute: 990 }), columns, 'UTC'),
    { startsAt: '2026-11-24T16:00:00Z', endsAt: '2026-11-25T12:00:00Z', providerId: 'p' }));
  it('follows its second day as far as that was carried, and no further', () => {
    same(targetOf(carried(taken(tuesday, 0, 720), { column: tuesday, minute: 90 }), columns, 'UTC'), { startsAt: '2026-11-23T17:00:00Z', endsAt: '2026-11-24T13:00:00Z', providerId: 'p' });
    same(targetOf(carried(taken(tuesday, 0, 720), { column: wednesday, minute: 30 }), columns, 'UTC'), { startsAt: '2026-11-24T16:00:00Z', endsAt: '2026-11-25T12:00:00Z', providerId: 'p' });
  });
  it('stays where it is when it is put back', () => same(targetOf(carried(taken(tuesday, 0, 720), { column: tuesday, minute: 30 }), columns, 'UTC').startsAt, item.startsAt));
  it('moves one end alone', () => same(targetOf({ item, edge: 'end', columnKey: tuesday.key, from: 0, until: 780, isSettled: true }, columns, 'UTC'),
    { startsAt: item.startsAt, endsAt: '2026-11-24T13:00:00Z', providerId: 'p' }));
});
