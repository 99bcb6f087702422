import { serve } from '@hono/node-server';
import Sqlite from 'better-sqlite3';
import { createHash, randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { AddressInfo } from 'node:net';

const day = 86_400_000;

/** Bare Hono and better-sqlite3 doing the same work without identity, log, schemas or mail: the floor. */
export async function bareServer(path: string, firstDay: number): Promise<{ url: string; close(): void }> {
  const db = new Sqlite(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`CREATE TABLE bookings (id TEXT PRIMARY KEY, client_id TEXT, provider_id TEXT, service TEXT, starts_at INTEGER, ends_at INTEGER, status TEXT, price INTEGER, note TEXT);
    CREATE INDEX by_provider ON bookings (provider_id, starts_at); CREATE INDEX by_client ON bookings (client_id, starts_at);
    CREATE TABLE sessions (hash TEXT PRIMARY KEY, client_id TEXT);`);
  const insert = db.prepare('INSERT INTO bookings VALUES (?,?,?,?,?,?,?,?,?)');
  for (let n = 0; n < 200; n += 1) insert.run(`b${n}`, 'c1', 'p1', 'Visit', firstDay + (n % 30) * day + (9 + (n % 8)) * 3_600_000, firstDay + (n % 30) * day + (9 + (n % 8)) * 3_600_000 + 1_800_000, 'confirmed', 65_000, '');
  db.prepare('INSERT INTO sessions VALUES (?, ?)').run(createHash('sha256').update('token').digest('base64url'), 'c1');
  const busy = db.prepare('SELECT starts_at AS s, ends_at AS e FROM bookings WHERE provider_id = ? AND starts_at >= ? AND starts_at < ? ORDER BY starts_at');
  const session = db.prepare('SELECT client_id AS client FROM sessions WHERE hash = ?');
  const list = db.prepare('SELECT * FROM bookings WHERE client_id = ? ORDER BY starts_at LIMIT 20');
  const overlap = db.prepare('SELECT 1 FROM bookings WHERE provider_id = ? AND starts_at < ? AND ends_at > ? LIMIT 1');
  const book = db.transaction((start: number) => {
    if (overlap.get('p2', start + 1_800_000, start)) return false;
    insert.run(randomUUID(), 'c1', 'p2', 'Visit', start, start + 1_800_000, 'confirmed', 65_000, '');
    return true;
  });
  const app = new Hono();
  app.get('/month', (c) => {
    const taken = busy.all('p1', firstDay, firstDay + 31 * day) as { s: number; e: number }[];
    const days = [];
    for (let d = 0; d < 31; d += 1) {
      const times = [];
      for (let minute = 540; minute < 1020; minute += 30) {
        const start = firstDay + d * day + minute * 60_000;
        times.push({ startsAt: new Date(start).toISOString(), label: `${Math.floor(minute / 60)}:${minute % 60}`, free: !taken.some((b) => b.s < start + 1_800_000 && b.e > start) });
      }
      days.push({ date: new Date(firstDay + d * day).toISOString().slice(0, 10), times });
    }
    return c.json({ days });
  });
  app.get('/bookings', (c) => {
    const row = session.get(createHash('sha256').update(c.req.header('authorization') ?? '').digest('base64url')) as { client: string } | undefined;
    return row ? c.json({ items: list.all(row.client) }) : c.json({}, 401);
  });
  app.post('/bookings', async (c) => book.immediate(Number((await c.req.json() as { startsAt: number }).startsAt)) ? c.json({ ok: true }, 201) : c.json({}, 409));
  const server = serve({ fetch: app.fetch, port: 0 });
  await new Promise<void>((done) => server.once('listening', () => done()));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => { server.close(); db.close(); } };
}
