import { afterEach, expect, it } from 'vitest';
import { freeStarts, portico, postBooking, removeFolder, slowness, startServer } from './running-server.ts';
import { seededDemo } from './seeded-demo.ts';

const { data } = await seededDemo();
const business = 'river-physio';
afterEach(() => removeFolder(data));

interface Acknowledged {
  readonly id: string;
  readonly linkToken: string;
  readonly startsAt: string;
}

it('loses nothing that it acknowledged when it is killed in the middle of work, and is ready again within five seconds', async () => {
  const acknowledged: Acknowledged[] = [];
  let sent = 0;
  for (let round = 0; round < 4; round += 1) {
    const before = await slowness();
    const server = await startServer(data);
    // Five seconds are promised of a machine of its own: a busy one takes as much longer as for a bare `node -e 0`.
    expect(server.readyAfter / Math.max(before, await slowness())).toBeLessThan(5000);
    const { serviceId, starts } = await freeStarts(server.url, business);
    const enough = acknowledged.length + 6;
    let killed = false;
    const book = async (): Promise<void> => {
      while (!killed) {
        const startsAt = starts.shift();
        if (startsAt === undefined) return;
        sent += 1;
        const response = await postBooking(server.url, business, { serviceId, startsAt, email: `guest${sent}@mail.example` }, `crash-test-key-${String(sent).padStart(8, '0')}`).catch(() => undefined);
        if (response?.status !== 201) continue;
        const answer = await response.json().catch(() => undefined) as { booking: { id: string; startsAt: string }; linkToken: string } | undefined;
        if (answer) acknowledged.push({ id: answer.booking.id, linkToken: answer.linkToken, startsAt: answer.booking.startsAt });
        // Killed while the other bookers are in the middle of theirs.
        if (acknowledged.length >= enough && !killed) {
          killed = true;
          server.child.kill('SIGKILL');
        }
      }
    };
    await Promise.all([book(), book(), book(), book()]);
    await server.stop('SIGKILL');
  }

  const server = await startServer(data);
  for (const { id, linkToken, startsAt } of acknowledged) {
    const response = await fetch(`${server.url}/v1/bookings/${id}`, { headers: { authorization: `BookingLink ${linkToken}` } });
    expect(response.status, `booking ${id} was acknowledged`).toBe(200);
    expect((await response.json() as { startsAt: string }).startsAt).toBe(startsAt);
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(24);
  // Every acknowledged booking is told to both parties, once the jobs have caught up.
  await expect.poll(async () => {
    const text = await (await fetch(`${server.url}/mailbox`)).text();
    return text.includes('Thandi Test');
  }, { timeout: 10_000 }).toBe(true);
  expect(await server.stop()).toBe(0);
  expect(await portico(data, ['audit', 'verify'])).toContain('unbroken');
}, 90_000);
