import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { clamdScanner, ScanFailed } from './clamd-scanner.ts';
import { clamdStandIn, eicar, type ClamdStandIn } from './test-support/clamd-stand-in.ts';

let clamd: ClamdStandIn;
beforeEach(async () => { clamd = await clamdStandIn({ limit: 1024 ** 2 }); });
afterEach(() => clamd.close());

async function* inPieces(bytes: Buffer, size = 100_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

it('sends everything in pieces that are not too large, and believes OK', async () => {
  const bytes = randomBytes(300_001);
  expect(await clamdScanner(clamd.address).scan(inPieces(bytes))).toEqual({ clean: true });
  expect(clamd.seen[0]?.equals(bytes)).toBe(true);
  expect(Math.max(...clamd.pieces)).toBeLessThanOrEqual(65_536);
});

it('takes nothing for clean', async () => {
  expect(await clamdScanner(clamd.address).scan(inPieces(Buffer.alloc(0)))).toEqual({ clean: true });
});

it('says what was found, also across two pieces', async () => {
  const bytes = Buffer.concat([randomBytes(65_530), eicar, randomBytes(100)]);
  expect(await clamdScanner(clamd.address).scan(inPieces(bytes, 40_000))).toEqual({ clean: false, found: 'Eicar-Signature' });
});

it('speaks over a unix socket', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-clamd-'));
  const local = await clamdStandIn({ path: join(folder, 'clamd.ctl') });
  expect(await clamdScanner(local.address).scan(inPieces(eicar))).toMatchObject({ clean: false });
  await local.close();
  rmSync(folder, { recursive: true });
});

it.each([
  ['a file over its limit', 'well', randomBytes(3 * 1024 ** 2), 'raise StreamMaxLength'], ['nonsense', 'nonsense', Buffer.from('x'), 'no verdict: stream: maybe'],
  ['a scanner that hangs up', 'hang_up', randomBytes(900_000), /hung up|broke off/], ['a scanner that says nothing', 'silent', Buffer.from('x'), 'does not answer'],
] as const)('knows nothing after %s', async (_what, how, bytes, words) => {
  clamd.behave(how);
  const scan = clamdScanner(clamd.address, { patienceMs: 300 }).scan(inPieces(bytes));
  await expect(scan).rejects.toThrow(ScanFailed);
  await expect(scan).rejects.toThrow(words);
});

it('knows nothing when nobody is there', async () => {
  await clamd.close();
  await expect(clamdScanner(clamd.address).scan(inPieces(Buffer.from('x')))).rejects.toThrow('cannot be reached');
  await expect(clamdScanner('unix:/nowhere/clamd.ctl').scan(inPieces(Buffer.from('x')))).rejects.toThrow('cannot be reached');
  clamd = await clamdStandIn();
});
