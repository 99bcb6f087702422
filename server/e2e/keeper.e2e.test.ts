import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { freeStarts, newDataFolder, portico, postBooking, removeFolder, startServer } from './running-server.ts';
import { seededDemo } from './seeded-demo.ts';

const { data } = await seededDemo();
const business = 'river-physio';
afterAll(() => removeFolder(data));

it('backs up while it runs, and restores exactly that state', async () => {
  const copy = join(data, 'copy.db');
  const server = await startServer(data);
  const { serviceId, starts } = await freeStarts(server.url, business, 1);
  const before = await postBooking(server.url, business, { serviceId, startsAt: starts[0], email: 'before@mail.example' }, 'keeper-before-the-copy');
  const kept = await before.json() as { booking: { id: string }; linkToken: string };
  await portico(data, ['back-up', copy]);
  const after = await postBooking(server.url, business, { serviceId, startsAt: starts.at(-1), email: 'after@mail.example' }, 'keeper-after-the-copy');
  const lost = await after.json() as { booking: { id: string }; linkToken: string };
  expect([before.status, after.status]).toEqual([201, 201]);
  await expect(portico(data, ['restore', copy])).rejects.toThrow('Stop the server first');
  expect(await server.stop()).toBe(0);

  await portico(data, ['restore', copy]);
  const again = await startServer(data);
  const read = (one: typeof kept): Promise<Response> => fetch(`${again.url}/v1/bookings/${one.booking.id}`, { headers: { authorization: `BookingLink ${one.linkToken}` } });
  expect((await read(kept)).status).toBe(200);
  expect((await read(lost)).status).toBe(401);
  expect(await again.stop()).toBe(0);
}, 60_000);

it('restores while another server answers at the same address: only one on the same data is in the way', async () => {
  const [folder, copy] = [newDataFolder(), join(data, 'other.db')];
  const other = await startServer(folder);
  try {
    await portico(data, ['back-up', copy]);
    expect(await portico(data, ['restore', copy], { PORTICO_PORT: new URL(other.url).port })).toContain('Restored');
  } finally {
    await other.stop();
    removeFolder(folder);
  }
}, 60_000);

it('refuses a second server on the same data, in words, and lets one start at once where the first was killed', async () => {
  const first = await startServer(data);
  await expect(startServer(data)).rejects.toThrow(/Another Portico server runs on .*portico\.db\. Stop it first, or give this one data of its own with PORTICO_DATA\./);
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  await first.stop('SIGKILL');
  const next = await startServer(data);
  expect(await next.stop()).toBe(0);
}, 60_000);

it('finishes what it accepted when it is asked to stop', async () => {
  const server = await startServer(data);
  const { serviceId, starts } = await freeStarts(server.url, business, 2);
  const asked = starts.slice(-6).map((startsAt, index) => postBooking(server.url, business, { serviceId, startsAt, email: `stop${index}@mail.example` }, `keeper-stop-${index}-padding`));
  const stopped = server.stop();
  const answers = await Promise.allSettled(asked);
  expect(await stopped).toBe(0);
  // Whatever was accepted was answered; what came too late was refused at the door, not cut off.
  for (const answer of answers) if (answer.status === 'fulfilled') expect([201, 409]).toContain(answer.value.status);
});
