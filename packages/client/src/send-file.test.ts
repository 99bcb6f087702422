import type { Upload } from '@portico/contract/documents/upload.ts';
import { uploadStep } from '@portico/contract/documents/kinds.ts';
import { beforeEach, expect, it } from 'vitest';
import type { Call, Http } from './http.ts';
import { PortalError, unreachable } from './portal-error.ts';
import { sendFile } from './send-file.ts';

/** A server that keeps whole steps of what comes, also of a request that breaks. */
let kept: Uint8Array;
let asked: string[];
/** For each PATCH: how many bytes come before the line breaks; undefined: all, and the answer. */
let breaks: (number | undefined | PortalError)[];
let begun: unknown;
let completed: unknown;
const size = 30 * uploadStep + 5000;
const content = Uint8Array.from({ length: size }, (_, index) => (index * 7 + (index >> 8)) % 256);
const upload = (): Upload => ({ id: 'u1', name: 'a.bin', size, offset: kept.length, documentId: null, expiresAt: '' });

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

const http = {
  async post(path: string, call: Call) {
    asked.push(`POST ${path}`);
    if (path === 'uploads') begun = call.json;
    else completed = call.json;
    return path === 'uploads' ? upload() : { id: 'd1' };
  },
  async get(path: string) {
    asked.push(`GET ${path}`);
    return upload();
  },
  async patch(path: string, call: Call) {
    asked.push(`PATCH ${path} ${call.headers?.['upload-offset']}`);
    if (Number(call.headers?.['upload-offset']) !== kept.length) throw new PortalError('conflict', '', { status: 409, reason: 'upload_moved_on' });
    const all = new Uint8Array(await (call.bytes as Blob).arrayBuffer());
    const breaksAt = breaks.shift();
    if (breaksAt instanceof PortalError) throw breaksAt;
    const came = all.slice(0, breaksAt);
    const isEnd = kept.length + came.length === size;
    kept = joined(kept, came.subarray(0, isEnd ? came.length : came.length - (came.length % uploadStep)));
    if (breaksAt !== undefined) throw unreachable();
    return upload();
  },
} as unknown as Http;

const file = (): File => new File([content], 'plan.bin');
const send = (options: Parameters<typeof sendFile>[3] = {}): ReturnType<typeof sendFile> => sendFile(http, file(), { category: 'reports' }, { backOff: () => 0, ...options });

beforeEach(() => { [kept, asked, breaks, begun] = [new Uint8Array(0), [], [], undefined]; });

it('sends larger and larger pieces of a whole number of steps, and has them filed', async () => {
  const seen: number[] = [];
  expect(await send({ onProgress: (sent) => seen.push(sent) })).toEqual({ id: 'd1' });
  expect(begun).toEqual({ name: 'plan.bin', size, category: 'reports' });
  expect(kept).toEqual(content);
  expect(asked).toEqual(['POST uploads', 'PATCH uploads/u1 0', `PATCH uploads/u1 ${4 * uploadStep}`, `PATCH uploads/u1 ${12 * uploadStep}`, `PATCH uploads/u1 ${28 * uploadStep}`, 'POST uploads/u1/complete']);
  expect(seen).toEqual([0, 4 * uploadStep, 12 * uploadStep, 28 * uploadStep, size]);
});

it('goes on from what was kept when the line breaks, also in the middle of a step and of an answer', async () => {
  breaks = [2 * uploadStep + 77, 0, undefined, 10 ** 9];
  await send();
  expect(kept).toEqual(content);
});

it('goes on in another visit without sending anything again', async () => {
  breaks = [undefined, new PortalError('storage_full', 'no room', { status: 507 })];
  await expect(send()).rejects.toMatchObject({ code: 'storage_full' });
  const before = kept.length;
  asked = [];
  await send({ resume: { ...upload(), offset: 0 } });
  expect(asked.slice(0, 2)).toEqual(['GET uploads/u1', `PATCH uploads/u1 ${before}`]);
  expect(kept).toEqual(content);
});

it('tells the hash of a file that another visit began, so that another one of its size is noticed', async () => {
  await send();
  expect(completed).toEqual({});
  await send({ resume: upload() });
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  expect(completed).toEqual({ sha256: [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('') });
});

it('gives up on a dead line, and at once on a refusal or when told to', async () => {
  breaks = Array.from({ length: 20 }, () => 0);
  await expect(send()).rejects.toMatchObject({ code: 'unreachable' });
  expect(asked.filter((one) => one.startsWith('PATCH'))).toHaveLength(7);
  breaks = [new PortalError('forbidden', 'no', { status: 403 })];
  await expect(send()).rejects.toMatchObject({ code: 'forbidden' });
  const leave = new AbortController();
  leave.abort();
  breaks = [0];
  await expect(send({ signal: leave.signal })).rejects.toMatchObject({ name: 'AbortError' });
});

it('does not go on with another file', async () => {
  await expect(send({ resume: { ...upload(), size: size + 1 } })).rejects.toMatchObject({ reason: 'upload_damaged' });
});
