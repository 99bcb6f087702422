import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { allOf } from '../../test-support/all-of.ts';
import { MissingFile, type FileStore } from './file-store.ts';
import { partSize, s3FileStore } from './s3-file-store.ts';
import { s3StandIn, standInSettings, type S3StandIn } from './test-support/s3-stand-in.ts';

let folder: string;
let standIn: S3StandIn;
let store: FileStore;
const name = '0123456789abcdef0123456789abcdef';
const key = 'portal/01/0123456789abcdef0123456789abcdef';
const large = randomBytes(2 * partSize + 12_345);

beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'portico-s3-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  standIn = await s3StandIn();
  store = s3FileStore(standInSettings(`${standIn.url}/portal`));
});
afterEach(() => standIn.close());

function incoming(bytes: Buffer): { path: string; size: number } {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return { path, size: bytes.length };
}
const readAll = (from: number, to: number): Promise<Buffer> => allOf(store.read(name, from, to));

it('keeps a small file in one request, and gives any part of it', async () => {
  const bytes = randomBytes(100_000);
  await store.keep(name, incoming(bytes));
  expect(standIn.objects.get(key)?.equals(bytes)).toBe(true);
  expect((await readAll(0, bytes.length)).equals(bytes)).toBe(true);
  expect((await readAll(500, 70_000)).equals(bytes.subarray(500, 70_000))).toBe(true);
  await store.remove(name);
  await store.remove(name);
  await expect(readAll(0, 1)).rejects.toThrow(MissingFile);
  expect(standIn.refusals).toEqual(['NoSuchKey', 'NoSuchKey']);
});

it('keeps a large one in parts, once', async () => {
  const from = incoming(large);
  await store.keep(name, from);
  expect(standIn.objects.get(key)?.equals(large)).toBe(true);
  rmSync(from.path);
  await store.keep(name, from);
  expect(standIn.unfinished.size).toBe(0);
});

it('tries again when the store stumbles', async () => {
  standIn.failNext('partNumber=2', 'error', 2);
  await store.keep(name, incoming(large));
  expect(standIn.objects.get(key)?.equals(large)).toBe(true);
  expect(standIn.refusals.filter((code) => code === 'SlowDown')).toHaveLength(2);
});

it('leaves nothing half-kept when parts cannot be joined, even when that is said with 200', async () => {
  standIn.failNext('POST /bucket/portal/01/0123456789abcdef0123456789abcdef?uploadId', 'late_error');
  await expect(store.keep(name, incoming(large))).rejects.toThrow('did not join');
  expect([standIn.objects.size, standIn.unfinished.size]).toEqual([0, 0]);
});

it('clears away what a process before it began', async () => {
  await store.keep(name, incoming(Buffer.from('x')));
  standIn.unfinished.set('old', { key: 'portal/01/old', parts: new Map(), initiated: '2026-11-20T00:00:00Z' });
  standIn.unfinished.set('young', { key: 'portal/01/young', parts: new Map(), initiated: '2026-11-22T23:00:00Z' });
  standIn.unfinished.set('foreign', { key: 'other/01/old', parts: new Map(), initiated: '2026-11-20T00:00:00Z' });
  await store.sweep(Date.parse('2026-11-23T00:00:00Z'));
  expect([...standIn.unfinished.keys()]).toEqual(['young', 'foreign']);
});

it.each([
  ['another secret', { secretKey: 'wrong' }, 'SignatureDoesNotMatch'], ['another key', { accessKey: 'AKIDOTHER' }, 'InvalidAccessKeyId'], ['another region', { region: 'us-east-1' }, 'AuthorizationHeaderMalformed'],
])('says what is wrong with %s', async (_what, change, code) => {
  const wrong = s3FileStore({ ...standInSettings(`${standIn.url}/portal`), ...change });
  await expect(wrong.keep(name, incoming(Buffer.from('x')))).rejects.toThrow(/the store answered 40/);
  expect(standIn.refusals).toContain(code);
});

it('says that a store cannot be reached', async () => {
  await standIn.close();
  await expect(store.keep(name, incoming(Buffer.from('x')))).rejects.toThrow('cannot be reached');
  standIn = await s3StandIn();
});
