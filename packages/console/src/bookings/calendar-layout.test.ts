import type { Calendar, CalendarBooking } from '@portico/contract/bookings/calendar.ts';
import { columnsOf, gapsBetween, hoursShown, snapped, spanOn } from './calendar-layout.ts';

function same(actual: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`expected ${should}, got ${is}`);
}

function booking(id: string, from: string, until: string, providerId = 'anna', rest: Partial<CalendarBooking> = {}): CalendarBooking {
  const [startsAt, endsAt] = [`2026-11-24T${from}:00Z`, `2026-11-24T${until}:00Z`];
  return { id, status: 'confirmed', startsAt, endsAt, busyFrom: startsAt, busyUntil: endsAt, providerId, serviceId: 's', serviceName: 'Follow-up', clientId: 'c', clientName: 'Thandi', contactName: 'Thandi', note: '', priceMinor: 0, cancelReason: null, packageName: null, ...rest };
}

function calendarWith(bookings: CalendarBooking[]): Calendar {
  const open = [{ startsAt: '2026-11-24T09:00:00Z', endsAt: '2026-11-24T17:00:00Z' }];
  return {
    timeZone: 'UTC', firstDate: '2026-11-24', days: [{ date: '2026-11-24', name: '', startsAt: '2026-11-24T00:00:00Z', endsAt: '2026-11-25T00:00:00Z' }],
    providers: [{ id: 'anna', name: 'Anna', colour: '#000', open }, { id: 'ben', name: 'Ben', colour: '#000', open }], bookings, blocks: [],
  };
}

const everybody = (): boolean => true;
const lanes = (bookings: CalendarBooking[]): unknown =>
  columnsOf({ calendar: calendarWith(bookings), mode: 'week', date: '2026-11-24', isShown: everybody })[0]?.placed.map(({ item, lane, lanes: all }) => [item.id, lane, all]);

describe('the calendar\'s layout', () => {
  it('gives things at one time lanes of their own, and later ones the whole width again', () => {
    same(lanes([booking('a', '09:00', '10:00'), booking('b', '09:30', '10:30', 'ben'), booking('c', '10:30', '11:00')]), [['a', 0, 2], ['b', 1, 2], ['c', 0, 1]]);
  });

  it('uses a lane again once it is free', () => {
    same(lanes([booking('a', '09:00', '12:00'), booking('b', '09:00', '10:00', 'ben'), booking('c', '10:00', '11:00', 'ben')]), [['a', 0, 2], ['b', 1, 2], ['c', 1, 2]]);
  });

  it('leaves out what was cancelled', () => {
    same(lanes([booking('a', '09:00', '10:00', 'anna', { status: 'cancelled' })]), []);
  });

  it('has one column for each provider on a day, without those who are hidden', () => {
    const columns = columnsOf({ calendar: calendarWith([booking('a', '09:00', '10:00', 'ben')]), mode: 'day', date: '2026-11-24', isShown: (id) => id !== 'anna' });
    same(columns.map(({ providerId, placed }) => [providerId, placed.length]), [['ben', 1]]);
  });

  it('draws the buffers around a booking', () => {
    const [column] = columnsOf({ calendar: calendarWith([booking('a', '09:00', '10:00', 'anna', { busyUntil: '2026-11-24T10:15:00Z' })]), mode: 'day', date: '2026-11-24', isShown: everybody });
    same(column?.placed[0]?.buffers, [{ from: 600, until: 615 }]);
  });

  it('cuts what crosses midnight at the day\'s edges', () => {
    same(spanOn('2026-11-24', '2026-11-24T23:00:00Z', '2026-11-25T01:00:00Z', 'UTC'), { from: 1380, until: 1440 });
    same(spanOn('2026-11-25', '2026-11-24T23:00:00Z', '2026-11-25T01:00:00Z', 'UTC'), { from: 0, until: 60 });
    same(spanOn('2026-11-25', '2026-11-24T23:00:00Z', '2026-11-25T00:00:00Z', 'UTC'), undefined);
  });

  it('keeps a length when the clock goes back in the middle', () => {
    same(spanOn('2026-10-25', '2026-10-25T00:30:00Z', '2026-10-25T01:15:00Z', 'Europe/Berlin'), { from: 150, until: 195 });
  });

  it('finds what is closed between open hours', () => {
    same(gapsBetween([{ from: 840, until: 1020 }, { from: 480, until: 780 }]), [{ from: 0, until: 480 }, { from: 780, until: 840 }, { from: 1020, until: 1440 }]);
  });

  it('shows working hours with an hour of air, and a booking outside them', () => {
    const columns = columnsOf({ calendar: calendarWith([booking('a', '06:10', '07:00')]), mode: 'week', date: '2026-11-24', isShown: everybody });
    same(hoursShown(columns, false), { from: 300, until: 1080 });
    same(hoursShown(columns, true), { from: 0, until: 1440 });
  });

  it('snaps to the grid and keeps inside the day', () => {
    same([snapped(547, 15, 30), snapped(-20, 15, 30), snapped(1435, 15, 30)], [540, 0, 1410]);
  });
});
