import { serve } from '@hono/node-server';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { open, rm, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createApp } from '../src/app.ts';
import { documentOffice, sha256, type DocumentOffice } from '../src/documents/test-support/document-office.ts';
import type { Caller } from '../src/test-support/people.ts';
import { testWorld, type TestWorld } from '../src/test-support/test-world.ts';
import { summed, type BenchRow } from './bench-row.ts';

const size = 64 * 1024 ** 2;
const piece = 65_536;
const rounds = 5;
const perSecond = (ms: number): string => `${Math.round(size / 1_000_000 / (ms / 1000))} MB a second`;

/** 64 MB over HTTP through everything (session, cipher, flushes, hash, receipts), against a loop that seals one file into another and flushes once. */
export async function bench(): Promise<readonly BenchRow[]> {
  const world = await testWorld({ PORTICO_LOG: 'silent' });
  const server = serve({ fetch: createApp(world.deps).fetch, port: 0, hostname: '127.0.0.1' });
  if (!server.listening) await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const office = await documentOffice({ ...world, fetch: (path, init) => fetch(url + path, init) } as TestWorld);
    return await measure(world, office, url);
  } finally {
    server.close();
    await world.close();
  }
}

async function measure(world: TestWorld, office: DocumentOffice, url: string): Promise<BenchRow[]> {
  const content = randomBytes(size);
  const hash = sha256(content);
  const plain = join(world.config.dataDir, 'plain');
  const sealed = join(world.config.dataDir, 'sealed');
  await write(plain, content);
  const [up, down]: [number[], number[]] = [[], []];
  const last = { up: 0, down: 0 };
  for (let round = -1; round < rounds; round += 1) {
    const { ms, id } = await upload(office, office.owner, content, hash);
    const bareUp = await timed(() => sealCopy(plain, sealed));
    await world.settle();
    const link = new URL((await office.link(office.owner, id)).url).pathname;
    const ours = await timed(async () => {
      let bytes = 0;
      for await (const part of (await fetch(url + link)).body as ReadableStream<Uint8Array>) bytes += part.length;
      if (bytes !== size) throw new Error(`only ${bytes} came`);
    });
    const bareDown = await timed(() => openCopy(sealed));
    await office.owner('DELETE', `/v1/console/documents/${id}`);
    await world.settle();
    // The first round only warms up.
    if (round < 0) continue;
    up.push(bareUp / ms);
    down.push(bareDown / ours);
    [last.up, last.down] = [ms, ours];
  }
  return [
    { name: 'upload of 64 MB: rate, against a bare sealed copy', ...summed(up), note: perSecond(last.up) },
    { name: 'download of 64 MB: rate, against a bare opened copy', ...summed(down), note: perSecond(last.down) },
  ];
}

async function upload(office: DocumentOffice, who: Caller, content: Buffer, hash: string): Promise<{ ms: number; id: string }> {
  const { id } = await office.start(who, size, { name: 'large.bin' });
  let document = '';
  const ms = await timed(async () => {
    for (let at = 0; at < size; at += 8 * 1024 ** 2) {
      const answer = await office.send(who, id, at, content.subarray(at, at + 8 * 1024 ** 2));
      if (answer.status !== 200) throw new Error(await answer.text());
      await answer.arrayBuffer();
    }
    document = (await (await office.complete(who, id, { sha256: hash })).json() as { id: string }).id;
  });
  return { ms, id: document };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  await file.write(bytes);
  await file.sync();
  await file.close();
}

const key = randomBytes(32);

async function sealCopy(from: string, to: string): Promise<void> {
  const [source, target] = [await open(from, 'r'), await open(to, 'w')];
  for (let at = 0; at < size; at += 16 * piece) {
    const { buffer } = await source.read(Buffer.allocUnsafe(16 * piece), 0, 16 * piece, at);
    const parts: Buffer[] = [];
    for (let start = 0; start < buffer.length; start += piece) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      parts.push(nonce, cipher.update(buffer.subarray(start, start + piece)));
      cipher.final();
      parts.push(cipher.getAuthTag());
    }
    await target.write(Buffer.concat(parts));
  }
  await target.datasync();
  await Promise.all([source.close(), target.close()]);
}

async function openCopy(from: string): Promise<void> {
  const source = await open(from, 'r');
  const whole = piece + 28;
  const { size: length } = await stat(from);
  for (let at = 0; at < length; at += 16 * whole) {
    const { buffer, bytesRead } = await source.read(Buffer.allocUnsafe(16 * whole), 0, 16 * whole, at);
    for (let start = 0; start < bytesRead; start += whole) {
      const decipher = createDecipheriv('aes-256-gcm', key, buffer.subarray(start, start + 12));
      decipher.setAuthTag(buffer.subarray(start + whole - 16, start + whole));
      decipher.update(buffer.subarray(start + 12, start + whole - 16));
      decipher.final();
    }
  }
  await source.close();
  await rm(from);
}
