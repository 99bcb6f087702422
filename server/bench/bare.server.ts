import { serve } from '@hono/node-server';
import type { BookedResult, BookingPage } from '@portico/contract/bookings/booking.ts';
import type { SlotMonth } from '@portico/contract/bookings/slots.ts';
import Sqlite from 'better-sqlite3';
import { Hono } from 'hono';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTable, rowOf, viewOf, type BareRow } from './bare.bookings.ts';
import { serveParent } from './server-process.ts';

/** What the product answered, for the floor to answer the same bytes. */
export interface BareSetUp {
  readonly month: SlotMonth;
  readonly list: BookingPage;
  readonly booked: BookedResult;
  readonly busy: readonly { readonly from: number; readonly until: number }[];
}

const HALF_HOUR = 1_800_000;
const token = 'floor-token-of-forty-three-characters-0123456';
const folder = mkdtempSync(join(tmpdir(), 'portico-bare-'));
const db = new Sqlite(join(folder, 'bare.db'));
let server: ReturnType<typeof serve>;

serveParent({
  start,
  settle: () => undefined,
  close() {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    db.close();
    rmSync(folder, { recursive: true, force: true });
  },
});

/**
 * The floor: Hono and better-sqlite3 with statements prepared once. It reads what the product reads, answers the same
 * bytes and is as durable; it words nothing (labels lie ready) and has no schema, scope, log, limit, header or proof.
 */
async function start({ month, list, booked, busy }: BareSetUp): Promise<{ url: string; token: string }> {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  const booking = rowOf(booked.booking, 'c1');
  const insert = createTable(db, Object.keys(booking));
  for (const { from, until } of busy) insert({ ...booking, id: `busy${from}`, clientId: 'c0', providerId: 'p1', startsAt: from, endsAt: until });
  for (const item of list.items) insert(rowOf(item, 'c1'));
  db.prepare('INSERT INTO sessions VALUES (?, ?)').run(hashOf(token), 'c1');
  // The driver's default shows only after a write.
  if (db.pragma('synchronous', { simple: true }) !== 2) throw new Error('the floor must be durable too');

  const app = new Hono();
  addMonth(app, month);
  addList(app, list.nextCursor);
  addBooking(app, booked, booking, insert);
  server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise<void>((done) => { server.once('listening', () => done()); });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Taken times from the table, one pass over the start times, one object for each. */
function addMonth(app: Hono, { days, ...month }: SlotMonth): void {
  const starts = days.map((day) => ({ ...day, times: day.times.map(({ startsAt, ...time }) => ({ at: Date.parse(startsAt), ...time })) }));
  const from = starts[0]?.times[0]?.at ?? starts[1]?.times[0]?.at ?? 0;
  const providerIds = days.flatMap((day) => day.times.flatMap((time) => time.providerIds)).slice(0, 1);
  const busy = db.prepare<[string, number, number], { startsAt: number; endsAt: number }>('SELECT startsAt, endsAt FROM bookings WHERE providerId = ? AND startsAt >= ? AND startsAt < ? ORDER BY startsAt');
  app.get('/month', (c) => {
    const taken = busy.all('p1', from, from + 32 * 86_400_000);
    let next = 0;
    const shown = starts.map(({ date, name, weekday, dayOfMonth, times }) => ({
      date, name, weekday, dayOfMonth,
      times: times.map(({ at, label, part }) => {
        while (next < taken.length && (taken[next]?.endsAt ?? 0) <= at) next += 1;
        const free = (taken[next]?.startsAt ?? Infinity) >= at + HALF_HOUR;
        return { startsAt: new Date(at).toISOString(), label, free, providerIds: free ? providerIds : [], part };
      }),
    }));
    const { nextFree, previousMonth, nextMonth, ...head } = month;
    return c.json({ ...head, days: shown, nextFree, previousMonth, nextMonth });
  });
}

/** SHA-256 of the bearer token, its session, twenty rows. */
function addList(app: Hono, nextCursor: string | null): void {
  const session = db.prepare<[string], { clientId: string }>('SELECT clientId FROM sessions WHERE hash = ?');
  const rows = db.prepare<[string], BareRow>('SELECT * FROM bookings WHERE clientId = ? ORDER BY startsAt, id LIMIT 20');
  app.get('/bookings', (c) => {
    const found = session.get(hashOf(c.req.header('authorization')?.slice(7) ?? ''));
    return found ? c.json({ items: rows.all(found.clientId).map(viewOf), nextCursor }) : c.json({}, 401);
  });
}

/** An overlap check and an insert in one immediate transaction, flushed before the answer. */
function addBooking(app: Hono, booked: BookedResult, row: BareRow, insert: (row: BareRow) => void): void {
  const overlap = db.prepare('SELECT 1 FROM bookings WHERE providerId = ? AND startsAt < ? AND startsAt > ? AND endsAt > ? LIMIT 1');
  const book = db.transaction((id: string, providerId: string, startsAt: number) => {
    if (overlap.get(providerId, startsAt + HALF_HOUR, startsAt - 2 * 86_400_000, startsAt)) return false;
    insert({ ...row, id, clientId: 'c2', providerId, startsAt, endsAt: startsAt + HALF_HOUR });
    return true;
  });
  app.post('/bookings', async (c) => {
    const { providerId, startsAt } = await c.req.json<{ providerId: string; startsAt: string }>();
    const id = randomBytes(13).toString('hex');
    if (!book.immediate(id, providerId, Date.parse(startsAt))) return c.json({}, 409);
    return c.json({ ...booked, booking: { ...booked.booking, id, startsAt, endsAt: new Date(Date.parse(startsAt) + HALF_HOUR).toISOString() } }, 201);
  });
}
