import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageFetcher } from './page-fetcher.ts';

let server: Server;
let url: string;
let asked: string[] = [];
const answers: Record<string, (response: ServerResponse) => void> = {
  '/': (response) => response.setHeader('content-type', 'text/html; charset=utf-8').setHeader('content-security-policy', ["default-src 'self'", 'img-src *']).end('<p>Hello</p>'),
  '/moved': (response) => response.writeHead(302, { location: '/' }).end(),
  '/round': (response) => response.writeHead(302, { location: '/round' }).end(),
  '/inside': (response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
  '/file': (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/large': (response) => response.end('x'.repeat(300_000)),
  '/bomb': (response) => response.setHeader('content-encoding', 'gzip').end(gzipSync('x'.repeat(5_000_000))),
  '/slow': () => undefined,
  '/broken': (response) => response.setHeader('content-encoding', 'gzip').end('this is not gzip'),
  '/hangup': (response) => response.destroy(),
};

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    (answers[request.url ?? ''] ?? ((other: ServerResponse) => other.writeHead(404).end()))(response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => { server.closeAllConnections(); server.close(); });

const local = pageFetcher({ allowLoopback: true, timeout: 1500, maxBytes: 100_000 });
const outside = pageFetcher({ allowLoopback: false, timeout: 1500 });

describe('pages that strangers name', () => {
  it('are read with their policies, wherever they moved to', async () => {
    expect(await local.fetch(`${url}/moved`)).toEqual({ address: `${url}/`, status: 200, type: 'text/html', policies: ["default-src 'self'", 'img-src *'], html: '<p>Hello</p>', isCut: false });
    expect(await local.fetch(url.replace('http://', ''))).toMatchObject({ status: 200 });
  });

  it('are not read beyond the limit, packed or not', async () => {
    expect(await local.fetch(`${url}/large`)).toMatchObject({ isCut: true, html: 'x'.repeat(100_000) });
    expect(await local.fetch(`${url}/bomb`)).toMatchObject({ isCut: true, html: 'x'.repeat(100_000) });
  });

  it('may answer badly', async () => {
    expect(await local.fetch(`${url}/slow`)).toBe('too_slow');
    expect(await local.fetch(`${url}/broken`)).toBe('not_reachable');
    expect(await local.fetch(`${url}/hangup`)).toBe('not_reachable');
    expect(await local.fetch(`${url}/round`)).toBe('not_reachable');
  });

  it('are not inside the house: nothing is even asked', async () => {
    asked = [];
    const { port } = new URL(url);
    for (const host of ['localhost', '127.0.0.1', '0x7f.1', '2130706433', '[::ffff:7f00:1]', '[::1]', '0.0.0.0']) {
      expect(await outside.fetch(`http://${host}:${port}/`), host).toBe('not_public');
      // Also where the port is no reason to refuse.
      expect(await outside.fetch(`http://${host}/`), host).toBe('not_public');
    }
    // Some resolvers do not know it, those that do know where it leads.
    expect(['not_public', 'not_reachable']).toContain(await outside.fetch('http://localhost./'));
    expect(await outside.fetch('http://169.254.169.254/latest/meta-data')).toBe('not_public');
    expect(asked).toEqual([]);
  });

  it('cannot lead inside by a redirect, or to something that is no page', async () => {
    expect(await local.fetch(`${url}/inside`)).toBe('not_public');
    expect(await local.fetch(`${url}/file`)).toBe('not_an_address');
    for (const address of ['file:///etc/passwd', 'ftp://example.com', 'javascript:alert(1)', 'http://user:secret@localhost/', 'http://']) expect(await local.fetch(address), address).toBe('not_an_address');
  });
});
