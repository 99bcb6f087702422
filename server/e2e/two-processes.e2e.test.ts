import { afterAll, beforeAll, expect, it } from 'vitest';
import { freeStarts, postBooking, removeFolder, startServer, startUnclaimed, type RunningServer } from './running-server.ts';
import { seededDemo } from './seeded-demo.ts';

const { data } = await seededDemo();
const business = 'nachtwerk';
let first: RunningServer;
let second: RunningServer;

beforeAll(async () => {
  first = await startServer(data);
  second = await startUnclaimed(data);
}, 40_000);

afterAll(async () => {
  await first.stop();
  await second.stop();
  removeFolder(data);
});

/**
 * The bug of our peers: eight at once, all eight confirmed. A second server would be refused, so the other process here
 * is the bare API on the same file: whatever runs where, the database has the last word.
 */
it('lets one of eight win, sixty times, over two processes on one file', async () => {
  const { serviceId, starts } = await freeStarts(first.url, business, 2);
  // Each round on a day or an hour of its own, so that the rounds do not take each other's time.
  const apart = starts.filter((startsAt, index) => index === 0 || Date.parse(startsAt) % 7_200_000 === 0).slice(0, 60);
  expect(apart.length).toBeGreaterThanOrEqual(60);
  let refused = 0;
  for (const [round, startsAt] of apart.entries()) {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, guest) =>
      postBooking(guest % 2 === 0 ? first.url : second.url, business, { serviceId, startsAt, email: `guest${guest}@mail.example` }, `two-processes-${round}-${guest}-padding`)));
    const statuses = answers.map((answer) => answer.status).sort();
    expect(statuses, `round ${round} at ${startsAt}`).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
    refused += 7;
  }
  expect(refused).toBe(apart.length * 7);
}, 90_000);
