import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { keepRelease } from './releases.ts';

interface Integrity { readonly version: string; readonly files: Readonly<Record<string, string>> }
const hashOf = (bytes: Uint8Array): string => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

let world: TestWorld;
let integrity: Integrity;
beforeAll(async () => {
  world = await testWorld();
  integrity = await (await world.fetch('/v1/integrity.json')).json() as Integrity;
});
afterAll(async () => { await world.close(); });

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => world.fetch(path, { headers });
const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

describe('what pages load', () => {
  it('is served as the type it is, to every origin, also to pages under COEP require-corp, and is never sniffed', async () => {
    const { headers, status } = await get('/v1/portal.js', { 'sec-fetch-dest': 'script' });
    expect(status).toBe(200);
    expect(Object.fromEntries(['content-type', 'access-control-allow-origin', 'cross-origin-resource-policy', 'x-content-type-options', 'vary'].map((name) => [name, headers.get(name)]))).toEqual({
      'content-type': 'text/javascript; charset=utf-8', 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff', 'vary': 'Accept-Encoding',
    });
  });

  it.each([
    ['br, gzip', 'br'], ['gzip, deflate', 'gzip'], ['gzip;q=1.0, br;q=0', 'gzip'], ['GZIP', 'gzip'], ['identity', null], ['', null], ['brotli', null],
  ])('comes compressed as the browser takes it: %s', async (accepted, encoding) => {
    const plain = await bytesOf(await get('/v1/bookings.js'));
    const response = await get('/v1/bookings.js', { 'accept-encoding': accepted });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    const body = await bytesOf(response);
    expect(Number(response.headers.get('content-length'))).toBe(body.length);
    const unpack = encoding === 'br' ? brotliDecompressSync : encoding === 'gzip' ? gunzipSync : Buffer.from;
    expect(unpack(body)).toEqual(plain);
  });

  it('is not sent again to who has it, in each encoding', async () => {
    const [plain, gzip] = [await get('/v1/login.js'), await get('/v1/login.js', { 'accept-encoding': 'gzip' })];
    const tag = gzip.headers.get('etag') ?? '';
    expect(tag).not.toBe(plain.headers.get('etag'));
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await get('/v1/login.js', { 'accept-encoding': 'gzip', 'if-none-match': known });
      expect([again.status, again.headers.get('etag'), again.headers.get('vary'), (await bytesOf(again)).length]).toEqual([304, tag, 'Accept-Encoding', 0]);
      expect(again.headers.get('cache-control')).toContain('max-age=300');
    }
    expect((await get('/v1/login.js', { 'if-none-match': tag })).status).toBe(200);
  });

  it('is asked for again under evergreen names, and kept for a year under names that never change', async () => {
    const chunk = Object.keys(integrity.files).find((name) => name.startsWith('core-')) ?? '';
    const cacheOf = async (path: string): Promise<string | null> => (await get(path)).headers.get('cache-control');
    expect(await cacheOf('/v1/portal.js')).toMatch(/^public, max-age=300\b/);
    expect(await cacheOf('/v1/integrity.json')).toMatch(/^public, max-age=300\b/);
    expect(await cacheOf(`/v1/${chunk}`)).toBe('public, max-age=31536000, immutable');
    expect(await cacheOf(`/v${integrity.version}/portal.js`)).toBe('public, max-age=31536000, immutable');
  });

  it('has the hashes that it prints, under its version, every file', async () => {
    expect(Object.keys(integrity.files)).toEqual(expect.arrayContaining(['portal.js', 'portal.all.js', 'bookings.js', 'login.js']));
    for (const [name, hash] of Object.entries(integrity.files)) {
      const response = await get(`/v${integrity.version}/${name}`, { 'accept-encoding': 'br' });
      expect(hashOf(brotliDecompressSync(await bytesOf(response))), name).toBe(hash);
    }
  });

  it('ends at its folder', async () => {
    for (const path of ['/v1/../manifest.json', '/v1/%2e%2e/package.json', '/v1/nothing.js', '/v9.9.9/portal.js', `/v${integrity.version}/nothing.js`, `/v${integrity.version}/..%2f..%2fpackage.json`]) {
      const response = await get(path);
      expect([response.status, response.headers.get('content-type')], path).toEqual([404, 'application/problem+json']);
    }
  });
});

describe('versions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-build-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function build(version: string, files: Readonly<Record<string, string>>): string {
    const built = join(folder, `${version}-${Math.random()}`);
    mkdirSync(built);
    for (const [name, text] of Object.entries({ 'manifest.json': JSON.stringify({ version }), ...files })) writeFileSync(join(built, name), text);
    return built;
  }
  const text = async (path: string): Promise<string> => (await get(path)).text();

  it('stay as they were once they were served, also when something else is built under the same number', async () => {
    keepRelease(build('0.9.0', { 'portal.js': 'first' }), world.config.dataDir, { replace: false });
    keepRelease(build('0.9.0', { 'portal.js': 'second' }), world.config.dataDir, { replace: false });
    expect(await text('/v0.9.0/portal.js')).toBe('first');
  });

  it('lend their hashed files to pages that are open or half in a cache, and nothing else', async () => {
    keepRelease(build('0.8.0', { 'chunk-oldOLD12.js': 'old', 'gone.js': 'gone' }), world.config.dataDir, { replace: false });
    expect(await text('/v1/chunk-oldOLD12.js')).toBe('old');
    expect((await get('/v1/gone.js')).status).toBe(404);
  });

  it('are replaced in a demo, where the same number is built again and again; older chunks stay', async () => {
    keepRelease(build('0.7.0', { 'portal.js': 'first', 'chunk-firstAB1.js': 'one' }), world.config.dataDir, { replace: true });
    keepRelease(build('0.7.0', { 'portal.js': 'second' }), world.config.dataDir, { replace: true });
    expect([await text('/v0.7.0/portal.js'), await text('/v1/chunk-firstAB1.js')]).toEqual(['second', 'one']);
  });
});
