import type { Booking } from '@portico/contract/bookings/booking.ts';
import type { Database } from 'better-sqlite3';

/** One row for each booking with every label ready-made: the floor words nothing. */
export interface BareRow {
  readonly id: string;
  readonly clientId: string;
  readonly status: Booking['status'];
  readonly startsAt: number;
  readonly endsAt: number;
  readonly serviceId: string;
  readonly service: string;
  readonly providerId: string;
  readonly provider: string;
  readonly priceMinor: number;
  readonly currency: string;
  readonly priceLabel: string | null;
  readonly placeKind: Booking['placeKind'];
  readonly place: string;
  readonly note: string;
  readonly timeZone: string;
  readonly date: string;
  readonly time: string;
  readonly endTime: string;
  readonly zone: string;
  readonly relativeDay: string | null;
  readonly canChange: number;
  readonly changeUntil: number;
  readonly canRebook: number;
  readonly cancelReason: string | null;
}

const numbers = ['startsAt', 'endsAt', 'priceMinor', 'canChange', 'changeUntil', 'canRebook'];

/** The table, its two indexes, and how to insert a row; `columns` in the order of the row that is given first. */
export function createTable(db: Database, columns: readonly string[]): (row: BareRow) => void {
  db.exec(`CREATE TABLE bookings (${columns.map((name) => `${name} ${name === 'id' ? 'TEXT PRIMARY KEY' : numbers.includes(name) ? 'INTEGER' : 'TEXT'}`).join(', ')});
    CREATE INDEX by_provider ON bookings (providerId, startsAt); CREATE INDEX by_client ON bookings (clientId, startsAt);
    CREATE TABLE sessions (hash TEXT PRIMARY KEY, clientId TEXT)`);
  const insert = db.prepare(`INSERT INTO bookings VALUES (${columns.map((name) => `@${name}`).join(', ')})`);
  return (row) => { insert.run(row); };
}

export const rowOf = (booking: Booking, clientId: string): BareRow => ({
  id: booking.id, clientId, status: booking.status, startsAt: Date.parse(booking.startsAt), endsAt: Date.parse(booking.endsAt), serviceId: booking.service.id, service: booking.service.name,
  providerId: booking.provider.id, provider: booking.provider.name, priceMinor: booking.priceMinor, currency: booking.currency, priceLabel: booking.priceLabel, placeKind: booking.placeKind,
  place: booking.place, note: booking.note, timeZone: booking.timeZone, date: booking.when.date, time: booking.when.time, endTime: booking.when.endTime, zone: booking.when.zone,
  relativeDay: booking.when.relativeDay, canChange: Number(booking.canChange), changeUntil: Date.parse(booking.changeUntil), canRebook: Number(booking.canRebook), cancelReason: booking.cancelReason,
});

const iso = (instant: number): string => new Date(instant).toISOString();

/** In the order of the product's schema, so that the bytes are the same. */
export const viewOf = (row: BareRow): Booking => ({
  id: row.id, status: row.status, startsAt: iso(row.startsAt), endsAt: iso(row.endsAt), durationMinutes: (row.endsAt - row.startsAt) / 60_000,
  service: { id: row.serviceId, name: row.service }, provider: { id: row.providerId, name: row.provider }, priceMinor: row.priceMinor, currency: row.currency, priceLabel: row.priceLabel,
  package: null, hold: null, placeKind: row.placeKind, place: row.place, note: row.note, timeZone: row.timeZone,
  when: { date: row.date, time: row.time, endTime: row.endTime, zone: row.zone, relativeDay: row.relativeDay },
  canChange: row.canChange === 1, changeUntil: iso(row.changeUntil), canRebook: row.canRebook === 1, cancelReason: row.cancelReason,
});
