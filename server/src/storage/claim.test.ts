import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { claimDatabase } from './claim.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-claim-'));
  path = join(folder, 'portico.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const claimFile = fileURLToPath(new URL('./claim.ts', import.meta.url));

/** Another process that holds the claim until it is killed; a claim that nobody holds on to is collected, and gone. */
async function holder(): Promise<ChildProcess> {
  const script = `const { claimDatabase } = await import(${JSON.stringify(claimFile)}); globalThis.release = claimDatabase(${JSON.stringify(path)}, 0); process.stdout.write(globalThis.release ? 'mine' : 'taken'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await once(child.stdout, 'data') as [Buffer];
  expect(String(said)).toBe('mine');
  return child;
}

it('is given to one, and to the next once it is let go', () => {
  const first = claimDatabase(path, 0);
  expect(first).toBeDefined();
  expect(claimDatabase(path, 0)).toBeUndefined();
  first?.();
  const second = claimDatabase(path, 0);
  expect(second).toBeDefined();
  second?.();
});

it('is refused while another process has it, and free at once when that was killed', async () => {
  const other = await holder();
  expect(claimDatabase(path, 0)).toBeUndefined();
  other.kill('SIGKILL');
  await once(other, 'exit');
  const mine = claimDatabase(path, 0);
  expect(mine).toBeDefined();
  mine?.();
});

it('says so when the folder cannot be written, instead of blaming another server', () => {
  expect(() => claimDatabase(join(folder, 'nowhere', 'portico.db'), 0)).toThrow('directory does not exist');
});
