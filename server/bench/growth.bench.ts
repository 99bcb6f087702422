import { bookForDemo } from '../src/bookings/book-for-demo.ts';
import { addBusiness } from '../src/business/add-business.ts';
import { addClientWithContact } from '../src/clients/public.ts';
import { formatDate } from '../src/domain/civil-time.ts';
import { guestBooking, testBusiness, visitor, type TestBusiness } from '../src/test-support/people.ts';
import { testWorld, type TestWorld } from '../src/test-support/test-world.ts';
import { summed, type BenchRow } from './bench-row.ts';

const day = 86_400_000;
const now = '2027-03-01T06:00:00Z';

/** How reads and writes grow with what is stored: p50 of the large over p50 of the small, in turns. */
export async function bench(): Promise<readonly BenchRow[]> {
  const small = await stocked(100, 1);
  const large = await stocked(100_000, 1);
  const many = await stocked(100, 10_000);
  const few = await stocked(100, 10);
  const rows = [
    await grown('month of free times, 100 → 100,000 bookings', small, large, readMonth),
    await grown('booking, 100 → 100,000 bookings', small, large, bookOne),
    await grown('month of free times, 10 → 10,000 businesses', few, many, readMonth),
    await grown('booking, 10 → 10,000 businesses', few, many, bookOne),
  ];
  for (const one of [small, large, few, many]) await one.world.close();
  return rows;
}

interface Stocked {
  readonly world: TestWorld;
  readonly at: TestBusiness;
  turn: number;
}

async function stocked(bookings: number, businesses: number): Promise<Stocked> {
  const world = await testWorld();
  world.setNow(now);
  const at = await testBusiness(world, { timeZone: 'Europe/London', service: { maxDaysAhead: 730 } });
  const { deps } = world;
  const today = Math.floor(Date.parse(now) / day);
  for (let left = bookings, first = 0; left > 0; left -= 2000, first += 2000) {
    await deps.store.write(async (tx) => {
      const person = await addClientWithContact(deps, tx, at.scope, { name: `Client ${first}` }, 'staff');
      // Back to back into the past, sixteen a day.
      for (let n = first; n < Math.min(bookings, first + 2000); n += 1) {
        const local = today - 1 - Math.floor(n / 16);
        await bookForDemo(deps, tx, at.scope, at.business, { service: at.service, providerId: at.providerId, startsAt: local * day + 540 * 60_000 + (n % 16) * 1_800_000, localDate: formatDate(local), ...person, status: 'done' });
      }
    });
  }
  for (let first = 1; first < businesses; first += 500) {
    await deps.store.write(async (tx) => {
      for (let n = first; n < Math.min(businesses, first + 500); n += 1) {
        await addBusiness(deps, tx, { name: `Business ${n}`, email: 'x@example.com', timeZone: 'Europe/London', currency: 'GBP', lang: 'en', origins: [`https://b${n}.example`] });
      }
    });
  }
  return { world, at, turn: 0 };
}

async function readMonth({ world, at }: Stocked): Promise<void> {
  const response = await visitor(world, at.origin)('GET', `/v1/businesses/${at.business.key}/slots?service=${at.service.id}&month=2027-04`);
  if (response.status !== 200) throw new Error(await response.text());
  await response.text();
}

async function bookOne(one: Stocked): Promise<void> {
  one.turn += 1;
  const startsAt = new Date(Math.floor(Date.parse(now) / day) * day + (40 + Math.floor(one.turn / 14)) * day + (540 + (one.turn % 14) * 30) * 60_000).toISOString();
  const response = await visitor(one.world, one.at.origin)('POST', `/v1/businesses/${one.at.business.key}/bookings`, guestBooking(one.at, startsAt, { timeZone: 'Europe/London' }));
  if (response.status !== 201) throw new Error(await response.text());
}

async function grown(name: string, small: Stocked, large: Stocked, work: (one: Stocked) => Promise<void>): Promise<BenchRow> {
  const ratios: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    const a = await p50(large, work);
    const b = await p50(small, work);
    if (round > 0) ratios.push(a / b);
  }
  return { name, ...summed(ratios), goal: { number: 10, atMost: 1.3 }, note: 'p50' };
}

async function p50(one: Stocked, work: (one: Stocked) => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 25; n += 1) {
    const started = performance.now();
    await work(one);
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
}
