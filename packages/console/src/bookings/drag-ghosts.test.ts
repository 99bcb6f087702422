import type { CalendarItem, Column } from './calendar-layout.ts';
import { carried, drawn, stretched, type Ghost } from './drag-ghosts.ts';

function same(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

const column = (key: string): Column => ({ key, date: '2026-11-24', providerId: undefined, closed: [], placed: [] });
const item = { kind: 'block', id: 'b', providerId: 'p', startsAt: '', endsAt: '' } as unknown as CalendarItem;
const gesture = { pointerId: 1, item, edge: undefined, startX: 0, startY: 0, from: 600, until: 660, origin: { column: column('monday'), minute: 610 }, isDragging: true };
const ghost: Ghost = { item, edge: 'end', columnKey: 'monday', from: 600, until: 660, isSettled: false };
const span = ({ from, until, columnKey }: Ghost): unknown => [from, until, columnKey];

describe('what a drag leaves behind', () => {
  it('carries a thing by where it was taken, to any column', () => same(span(carried(gesture, { column: column('tuesday'), minute: 701 })), [690, 750, 'tuesday']));
  it('keeps a carried thing inside the day', () => same(span(carried(gesture, { column: column('monday'), minute: 1500 })), [1380, 1440, 'monday']));
  it('stretches one end and leaves the other', () => same([span(stretched(ghost, 702)), span(stretched({ ...ghost, edge: 'start' }, 570))], [[600, 705, 'monday'], [570, 660, 'monday']]));
  it('never stretches to nothing', () => same([span(stretched(ghost, 500)), span(stretched({ ...ghost, edge: 'start' }, 900))], [[600, 615, 'monday'], [645, 660, 'monday']]));
  it('draws up as well as down', () => same([span(drawn(gesture, 667)), span(drawn(gesture, 547))], [[600, 675, 'monday'], [540, 615, 'monday']]));
});
