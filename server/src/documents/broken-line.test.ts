import type { Document } from '@portico/contract/documents/document.ts';
import type { Upload } from '@portico/contract/documents/upload.ts';
import { serve } from '@hono/node-server';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readlinkSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createApp } from '../app.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { memoryOf } from './document-memory.ts';
import { documentOffice, sha256, type DocumentOffice } from './test-support/document-office.ts';

let world: TestWorld;
let office: DocumentOffice;
let server: ReturnType<typeof serve>;
let port: number;
/** The console's cookie, for requests that are written by hand. */
let cookie = '';

beforeAll(async () => {
  world = await testWorld();
  server = serve({ fetch: createApp(world.deps).fetch, port: 0, hostname: '127.0.0.1' });
  if (!server.listening) await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
  office = await documentOffice({
    ...world,
    fetch: (path, init) => {
      cookie = new Headers(init?.headers).get('cookie') ?? cookie;
      return fetch(`http://127.0.0.1:${port}${path}`, init);
    },
  });
});
afterAll(async () => {
  server.close();
  await world.close();
});

/** Sends the head of a request and a part of its body, and then the line is dead. */
async function breakOff(path: string, length: number, part: Uint8Array, isTold: boolean): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.on('error', () => undefined).resume();
  socket.write(`PATCH ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\nX-Portico-Console: 1\r\nContent-Type: application/partial-upload\r\nUpload-Offset: 0\r\nContent-Length: ${length}\r\n\r\n`);
  await new Promise<void>((sent) => { socket.write(part, () => sent()); });
  // What lies between here and the server is not lost by a polite end; a reset may lose it.
  if (isTold) socket.end();
  else socket.resetAndDestroy();
  await once(socket, 'close');
}

it.each([['ends in the middle', true], ['is reset', false]])('a line that %s at 99 % costs what was not kept, and no more', async (_how, isTold) => {
  const content = randomBytes(100 * 65_536);
  const { id } = await office.start(office.owner, content.length, { name: 'film.bin' });
  await breakOff(`/v1/console/uploads/${id}`, content.length, content.subarray(0, 99 * 65_536 + 1000), isTold);
  await memoryOf(world.deps).appends.get(id)?.done;
  const { offset } = await (await office.owner('GET', `/v1/console/uploads/${id}`)).json() as Upload;
  // A stream that breaks drops what still lies in its buffers, three of 64 kB: of the connection, of the request, of its reader.
  if (isTold) expect(offset).toBeGreaterThanOrEqual(96 * 65_536);
  expect([offset % 65_536, offset <= 99 * 65_536]).toEqual([0, true]);
  expect((await office.send(office.owner, id, offset, content.subarray(offset))).status).toBe(200);
  const { id: document } = await (await office.complete(office.owner, id, { sha256: sha256(content) })).json() as Document;
  expect((await office.download(office.owner, document)).equals(content)).toBe(true);
});

it('somebody who leaves in the middle of a download harms nobody', async () => {
  const content = randomBytes(20 * 1024 ** 2);
  const { id } = await office.upload(office.owner, content, { name: 'large.bin' });
  const { url } = await office.link(office.owner, id);
  const leave = new AbortController();
  const answer = await fetch(`http://127.0.0.1:${port}${new URL(url).pathname}`, { signal: leave.signal });
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  await reader.read();
  leave.abort();
  await expect((async () => { while (!(await reader.read()).done); })()).rejects.toThrow();
  const held = (): string[] => readdirSync('/proc/self/fd').map((fd) => { try { return readlinkSync(`/proc/self/fd/${fd}`); } catch { return ''; } }).filter((path) => path.startsWith(world.config.files.folder));
  await vi.waitFor(() => expect(held()).toEqual([]));
  const again = await fetch(`http://127.0.0.1:${port}${new URL(url).pathname}`);
  expect(Buffer.from(await again.arrayBuffer()).equals(content)).toBe(true);
});
