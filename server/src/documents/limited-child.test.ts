import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { getPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { isWithoutNetwork, runLimited, type LimitedChild } from './limited-child.ts';

const path = join(import.meta.dirname, 'test-support/say-priority.ts');
const child: LimitedChild = { path, folders: [dirname(path)], packages: [], limits: { heapMegabytes: 64, dataKilobytes: 1_200_000, cpuSeconds: 10, wallMs: 30_000, outputBytes: 100 } };
const run = async (one: LimitedChild, ...words: string[]): Promise<string> => String(await runLimited(one, words, async function* nothing() { yield new Uint8Array(); }));

it.skipIf(process.platform === 'win32')('lets everybody else go first when it is patient', async () => {
  expect(await run(child)).toBe(String(getPriority()));
  expect(await run({ ...child, isPatient: true })).toBe('19');
});

it('reaches nobody where the system can see to that, and this is such a system', async () => {
  const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    expect(isWithoutNetwork()).toBe(process.platform === 'linux');
    expect(await run({ ...child, path: join(import.meta.dirname, 'test-support/try-network.ts') }, String(port))).toBe(isWithoutNetwork() ? 'ENETUNREACH' : 'connected');
  } finally {
    server.close();
  }
});
