import { serve } from '@hono/node-server';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../src/app.ts';
import { addClientWithContact } from '../src/clients/public.ts';
import { bookForDemo } from '../src/bookings/book-for-demo.ts';
import { formatDate } from '../src/domain/civil-time.ts';
import { zoneOf } from '../src/domain/zones.ts';
import { testBusiness } from '../src/test-support/people.ts';
import { proofOf, signIn } from '../src/test-support/page-client.ts';
import { testWorld } from '../src/test-support/test-world.ts';
import { bareServer } from './http.bare.ts';
import { compare, rate } from './measure.ts';
import type { BenchRow } from './bench-row.ts';

const day = 86_400_000;
const now = '2027-03-01T06:00:00Z';

async function expectStatus(response: Promise<Response>, status: number): Promise<void> {
  const got = await response;
  const text = await got.text();
  if (got.status !== status) throw new Error(`${got.status}: ${text.slice(0, 300)}`);
}

/** A month's free times, a signed-in read of twenty and a booking, over HTTP, against the same work bare. */
export async function bench(): Promise<readonly BenchRow[]> {
  const world = await testWorld();
  world.setNow(now);
  const at = await testBusiness(world, { timeZone: 'Europe/London', origin: world.config.publicUrl, service: { maxDaysAhead: 730 } });
  const { deps } = world;
  const zone = zoneOf('Europe/London');
  const firstDay = Math.floor(Date.parse('2027-03-15T00:00:00Z') / day);
  await deps.store.write(async (tx) => {
    const made = await addClientWithContact(deps, tx, at.scope, { name: 'Thandi', email: 'thandi@mail.example' }, 'staff');
    for (let n = 0; n < 200; n += 1) {
      const local = firstDay + (n % 30);
      const startsAt = zone.instantsOf(local, 540 + 30 * Math.floor(n / 30) * 2)[0] ?? 0;
      await bookForDemo(deps, tx, at.scope, at.business, { service: at.service, providerId: at.providerId, startsAt, localDate: formatDate(local), ...made, status: 'confirmed' });
    }
  });
  const folder = mkdtempSync(join(tmpdir(), 'portico-bench-'));
  const bare = await bareServer(join(folder, 'bare.db'), firstDay * day);
  const server = serve({ fetch: createApp(deps).fetch, port: 0 });
  await new Promise<void>((done) => server.once('listening', () => done()));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const base = `/v1/businesses/${at.business.key}`;
  const month = `${url}${base}/slots?service=${at.service.id}&month=2027-03`;
  const rows: BenchRow[] = [];

  rows.push(await compare('a month of free times, 4 at once', () => rate(() => expectStatus(fetch(month, { headers: { 'accept-encoding': 'identity' } }), 200), 4, 700), () => rate(() => expectStatus(fetch(`${bare.url}/month`), 200), 4, 700), '(E!A × 50: see performance.md)'));

  const page = await signIn(world, at, 'thandi@mail.example');
  const key = page.key;
  const nonce = (await fetch(`${url}${base}`)).headers.get('dpop-nonce') ?? undefined;
  // Signed beforehand: that is the browser's work, not the server's.
  const proofs: string[] = [];
  const signMany = async (): Promise<void> => {
    while (proofs.length < 2500) proofs.push(await proofOf(key, { method: 'GET', url: `${world.config.publicUrl}/v1/bookings`, now: deps.now(), nonce, accessToken: page.accessToken }));
  };
  const list = (): Promise<void> => expectStatus(fetch(`${url}/v1/bookings`, { headers: { authorization: `DPoP ${page.accessToken}`, dpop: proofs.pop() ?? '', origin: at.origin } }), 200);
  const bareList = (): Promise<void> => expectStatus(fetch(`${bare.url}/bookings`, { headers: { authorization: 'token' } }), 200);
  rows.push(await compare('signed-in list of 20, proof of possession each', async () => { await signMany(); return rate(list, 8, 500); }, () => rate(bareList, 8, 700), '>= 0.45'));

  let turn = 0;
  const slots = Array.from({ length: 730 * 16 }, (_, n) => zone.instantsOf(firstDay + 60 + Math.floor(n / 16), 540 + (n % 16) * 30)[0] ?? 0);
  const book = async (): Promise<void> => {
    turn += 1;
    const body = JSON.stringify({ serviceId: at.service.id, startsAt: new Date(slots[turn] ?? 0).toISOString(), timeZone: 'Europe/London', name: 'Thandi', email: 'thandi@mail.example' });
    await expectStatus(fetch(`${url}${base}/bookings`, { method: 'POST', body, headers: { 'content-type': 'application/json', 'idempotency-key': `bench-key-${String(turn).padStart(16, '0')}`, origin: at.origin } }), 201);
  };
  let bareTurn = 0;
  const bareBook = (): Promise<void> => {
    bareTurn += 1;
    return expectStatus(fetch(`${bare.url}/bookings`, { method: 'POST', body: JSON.stringify({ startsAt: bareTurn * 1_800_000 }), headers: { 'content-type': 'application/json' } }), 201);
  };
  rows.push(await compare('a booking with everything on, 4 at once', () => rate(book, 4, 600), () => rate(bareBook, 4, 600), '>= 0.5'));
  server.close();
  bare.close();
  await world.close();
  rmSync(folder, { recursive: true, force: true });
  return rows;
}
