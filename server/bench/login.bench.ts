import { serve } from '@hono/node-server';
import { hash, verify } from '@node-rs/argon2';
import type { AddressInfo } from 'node:net';
import { createApp } from '../src/app.ts';
import { boundedHasher } from '../src/effects/password-hasher.ts';
import { testBusiness } from '../src/test-support/people.ts';
import { testWorld } from '../src/test-support/test-world.ts';
import { summed, type BenchRow } from './bench-row.ts';
import { compare, rate } from './measure.ts';

const password = 'correct horse battery';
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const rounds = 7;
const readsARound = 200;

/** What a password costs beside the bare hash, and what people who are signing in cost everybody else. */
export async function bench(): Promise<readonly BenchRow[]> {
  return [await passwordsPerSecond(), await readsDuringSignIns()];
}

async function passwordsPerSecond(): Promise<BenchRow> {
  const ours = boundedHasher();
  const phc = await hash(password, parameters);
  const assertRight = async (check: Promise<boolean>): Promise<void> => {
    if (!(await check)) throw new Error('the right password was refused');
  };
  return compare(
    'passwords checked a second, 4 at once', () => rate(() => assertRight(ours.verify(phc, password)), 4, 600),
    () => rate(() => assertRight(verify(phc, password)), 4, 600), { number: 9, atLeast: 0.91 }, rounds,
  );
}

/** p99 of a cheap read with two sign-ins always in flight, over p99 without, in turns. */
async function readsDuringSignIns(): Promise<BenchRow> {
  const world = await testWorld();
  const at = await testBusiness(world);
  const server = serve({ fetch: createApp(world.deps).fetch, port: 0 });
  await new Promise<void>((done) => { server.once('listening', () => done()); });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/businesses/${at.business.key}`;
  const read = async (): Promise<void> => {
    const response = await fetch(url);
    const text = await response.text();
    if (response.status !== 200) throw new Error(text);
  };
  const phc = await world.deps.hasher.hash(password);
  const ratios: number[] = [];
  let note = '';
  for (let round = -1; round < rounds; round += 1) {
    const idle = await p99(read);
    const signIns = keepBusy(() => world.deps.hasher.verify(phc, password));
    const busy = await p99(read);
    await signIns.stop();
    note = `last round ${busy.toFixed(1)} ms against ${idle.toFixed(1)} ms`;
    // The first round only warms the machine up.
    if (round >= 0) ratios.push(busy / idle);
  }
  server.close();
  await world.close();
  return { name: 'p99 of a read with two sign-ins in flight, over idle', ...summed(ratios), goal: { number: 9, atMost: 2.5 }, note };
}

/** Over HTTP, eight at once. */
async function p99(work: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  await Promise.all(Array.from({ length: 8 }, async () => {
    for (let run = 0; run < readsARound; run += 1) {
      const started = performance.now();
      await work();
      times.push(performance.now() - started);
    }
  }));
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length * 0.99)] ?? 0;
}

function keepBusy(work: () => Promise<unknown>): { stop(): Promise<void> } {
  const over = new AbortController();
  const loop = async (): Promise<void> => { while (!over.signal.aborted) await work(); };
  const loops = [loop(), loop()];
  return {
    async stop() {
      over.abort();
      await Promise.all(loops);
    },
  };
}
