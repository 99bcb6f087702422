import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { jobWorker, notifyReader } from '../src/all-work.ts';
import { createApp } from '../src/app.ts';
import { addProvider, addService } from '../src/bookings/public.ts';
import { bookForDemo } from '../src/bookings/book-for-demo.ts';
import { replaceWeeklyHours } from '../src/bookings/hours-store.ts';
import { addClientWithContact } from '../src/clients/public.ts';
import { formatDate } from '../src/domain/civil-time.ts';
import { zoneOf } from '../src/domain/zones.ts';
import { testBusiness } from '../src/test-support/people.ts';
import { proofOf, signIn, type SignedInPage } from '../src/test-support/page-client.ts';
import { testWorld, type TestWorld } from '../src/test-support/test-world.ts';
import { serveParent } from './server-process.ts';

export interface OurFacts {
  readonly url: string;
  readonly publicUrl: string;
  readonly origin: string;
  readonly key: string;
  readonly serviceId: string;
  /** Taken times of the month that is asked for. */
  readonly busy: readonly { readonly from: number; readonly until: number }[];
  readonly accessToken: string;
  /** Has several providers, so that the bench does not run out of free times. */
  readonly bookable: { readonly serviceId: string; readonly providerIds: readonly string[]; readonly starts: readonly number[] };
}

const now = '2027-03-01T06:00:00Z';
const firstDay = Math.floor(Date.parse('2027-03-01T00:00:00Z') / 86_400_000);
const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 540, endMinute: 1020 }));
const zone = zoneOf('Europe/London');

let world: TestWorld;
let page: SignedInPage;
let nonce: string | undefined;
let deliver = async (_on: boolean): Promise<void> => undefined;
let settle = async (): Promise<void> => undefined;
let stop = async (): Promise<void> => undefined;

serveParent({
  start,
  /** Signed beforehand: that is the browser's work, not the server's. */
  proofs: ({ count, method, path }: { count: number; method: string; path: string }) => Promise.all(Array.from({ length: count }, () =>
    proofOf(page.key, { method, url: world.config.publicUrl + path, now: world.deps.now(), nonce, accessToken: page.accessToken }))),
  /** Whether mails go out; the jobs that send them are written either way. */
  deliver: (on: boolean) => deliver(on),
  settle: () => settle(),
  close: () => stop(),
});

/** The whole product as `main.ts` runs it; only the clock stands still, mails are caught, and nobody is told to slow down. */
async function start(): Promise<OurFacts> {
  world = await testWorld();
  world.setNow(now);
  const { deps } = world;
  const at = await testBusiness(world, { timeZone: 'Europe/London', currency: 'GBP', service: { maxDaysAhead: 730 } });
  const busy = await bookMarch(at);
  const bookable = await deps.store.write(async (tx) => {
    const providerIds: string[] = [];
    for (const name of ['Bea', 'Cem', 'Dov', 'Eve', 'Fay', 'Gil']) providerIds.push((await addProvider(deps, tx, at.scope, { name, weeklyHours: weekdays })).id);
    const { id } = await addService(deps, tx, at.scope, {
      name: 'Check-up', description: '', durationMinutes: 30, priceMinor: 4500, placeKind: 'in_person', place: '1 River Road', bufferBeforeMinutes: 0, bufferAfterMinutes: 0, intervalMinutes: 30,
      minNoticeMinutes: 0, maxDaysAhead: 730, maxPerDay: null, cancelCutoffMinutes: 1440, reminderMinutes: [1440, 60], providerIds,
    });
    return { serviceId: id, providerIds, starts: startsBetween(firstDay + 60, firstDay + 720) };
  });
  page = await signIn(world, at, 'thandi@mail.example');
  const plain = await world.fetch(`/v1/businesses/${at.business.key}`, { headers: { origin: at.origin } });
  nonce = plain.headers.get('dpop-nonce') ?? undefined;
  await world.settle();
  const url = await listen();
  return { url, publicUrl: world.config.publicUrl, origin: at.origin, key: at.business.key, serviceId: at.service.id, busy, accessToken: page.accessToken, bookable };
}

/** Of the 368 half hours of March, 200 are taken: the scene of performance.md. */
async function bookMarch(at: Awaited<ReturnType<typeof testBusiness>>): Promise<{ from: number; until: number }[]> {
  const { deps } = world;
  return deps.store.write(async (tx) => {
    await replaceWeeklyHours(tx, at.scope, at.providerId, weekdays);
    const person = await addClientWithContact(deps, tx, at.scope, { name: 'Thandi', email: 'thandi@mail.example' }, 'staff');
    const starts = startsBetween(firstDay, firstDay + 30);
    const taken = Array.from({ length: 200 }, (_, n) => starts[(n * 211) % starts.length] ?? 0).toSorted((a, b) => a - b);
    for (const startsAt of taken) {
      await bookForDemo(deps, tx, at.scope, at.business, { service: at.service, providerId: at.providerId, startsAt, localDate: formatDate(zone.civilOf(startsAt).day), ...person, status: 'confirmed' });
    }
    return taken.map((from) => ({ from, until: from + 1_800_000 }));
  });
}

function startsBetween(first: number, last: number): number[] {
  const starts: number[] = [];
  for (let day = first; day <= last; day += 1) {
    if ([0, 6].includes(new Date(day * 86_400_000).getUTCDay())) continue;
    for (let minute = 540; minute < 1020; minute += 30) starts.push(zone.instantsOf(day, minute)[0] ?? 0);
  }
  return starts;
}

async function listen(): Promise<string> {
  const { deps } = world;
  const notify = notifyReader(deps);
  let delivering = false;
  const work = jobWorker(deps);
  deps.store.onCommit(() => void notify.catchUp());
  const server = serve({ fetch: createApp(deps).fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise<void>((done) => { server.once('listening', () => done()); });
  deliver = async (on) => {
    delivering = on;
    if (on) work.start();
    else await work.stop();
  };
  settle = async () => {
    await notify.catchUp();
    if (delivering) await work.runDue();
  };
  stop = async () => {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await work.stop();
    await notify.catchUp();
    await world.close();
  };
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
