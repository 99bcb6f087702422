import { getPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { runLimited, type LimitedChild } from './limited-child.ts';

const path = join(import.meta.dirname, 'test-support/say-priority.ts');
const child: LimitedChild = { path, folders: [dirname(path)], packages: [], limits: { heapMegabytes: 64, dataKilobytes: 1_200_000, cpuSeconds: 10, wallMs: 30_000, outputBytes: 100 } };
const run = async (one: LimitedChild): Promise<string> => String(await runLimited(one, [], async function* nothing() { yield new Uint8Array(); }));

it.skipIf(process.platform === 'win32')('lets everybody else go first when it is patient', async () => {
  expect(await run(child)).toBe(String(getPriority()));
  expect(await run({ ...child, isPatient: true })).toBe('19');
});
