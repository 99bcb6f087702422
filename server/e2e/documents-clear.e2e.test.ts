import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Preview } from '@portico/contract/documents/preview.ts';
import type { SearchResults } from '@portico/contract/documents/search.ts';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addClientWithContact } from '../src/clients/public.ts';
import { readConfig } from '../src/config.ts';
import { sendBytes, sha256 } from '../src/documents/test-support/document-office.ts';
import { openDeps } from '../src/open-deps.ts';
import { staffCaller, testBusiness, type Caller } from '../src/test-support/people.ts';
import type { TestWorld } from '../src/test-support/test-world.ts';
import { newDataFolder, removeFolder, startServer, type RunningServer } from './running-server.ts';

const samples = new URL('../src/documents/search/samples/files/', import.meta.url);
/** A paper of each kind of reader, in three scripts, and what is asked for to find it. */
const papers: readonly (readonly [file: string, asked: string])[] = [
  ['en.libreoffice.docx', '"kept an efficient office"'], ['de.chromium.pdf', '"überquerten die Flussmündung"'], ['fr.libreoffice.xlsx', '"hérons cendrés"'], ['ar.chromium.pdf', '"طيور البلشون مصب"'], ['ja.libreoffice.odt', '夜明け前'], ['de.scanner.pdf', '"Graureiher überquerten"'],
];
/** Pieces of what they say, as it is written and as the search folds it. */
const words = ['efficient office', 'fluent staff', 'überquerten', 'uberquerten', 'Flussmündung', 'flussmundung', 'hérons cendrés', 'herons', 'cendres', 'traversèrent', 'البلشون', 'بلشون', 'سداد الفاتورة', '夜明け前', '請求書', 'Graureiher', 'graureih', 'heron crossed', 'estuary before dawn'];
const sentence = 'the heron crossed the estuary before dawn, and the kingfisher saw it. ';

const data = newDataFolder();
let server: RunningServer;
let owner: Caller;
let clientId: string;
let output = '';
afterAll(async () => {
  await server.stop('SIGKILL');
  removeFolder(data);
});

async function start(): Promise<void> {
  server = await startServer(data, { PORTICO_URL: 'http://localhost:8787', PORTICO_LOG: 'debug', TMPDIR: data });
  for (const stream of [server.child.stdout, server.child.stderr]) stream?.on('data', (bytes: Buffer) => { output += bytes.toString(); });
}

/** What a piece of text looks like in a file that hides nothing. */
function* disguises(text: string): Generator<[how: string, bytes: Buffer]> {
  const utf16 = Buffer.from(text, 'utf16le');
  yield ['UTF-8', Buffer.from(text)];
  yield ['UTF-16 LE', utf16];
  yield ['UTF-16 BE', Buffer.from(utf16).swap16()];
  yield ['\\u', Buffer.from([...text].map((char) => char.charCodeAt(0) > 126 ? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}` : char).join(''))];
  yield ['in a URL', Buffer.from(encodeURIComponent(text))];
  // Where it begins in a group of three is by chance; the letters at both ends hold something of the neighbours.
  for (const before of [0, 1, 2]) for (const kind of ['base64', 'base64url'] as const) {
    yield [`${kind} ${before}`, Buffer.from(Buffer.concat([Buffer.alloc(before), Buffer.from(text)]).toString(kind).replaceAll('=', '').slice(before === 0 ? 0 : before + 1, -1))];
  }
}

/** Every byte that is there, names of files included, and everything that the server has said. */
function expectNothing(): void {
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  expect(files.some((path) => path.endsWith('portico.db'))).toBe(true);
  const heaps: [string, Buffer][] = [...files.map((path): [string, Buffer] => [path, readFileSync(path)]), ['the names of files', Buffer.from(files.join('\n'))], ['what the server says', Buffer.from(output)]];
  const found = words.flatMap((word) => [...disguises(word)].flatMap(([how, bytes]) => heaps.filter(([, heap]) => heap.includes(bytes)).map(([name]) => `${word} (${how}) in ${name}`)));
  expect(found).toEqual([]);
}

const json = async <Body>(answer: Response): Promise<Body> => {
  if (!answer.ok) throw new Error(await answer.text());
  return await answer.json() as Body;
};
const begin = async (name: string, size: number): Promise<string> => (await json<{ id: string }>(await owner('POST', '/v1/console/uploads', { name, size, clientId }))).id;
async function file(name: string, content: Uint8Array): Promise<string> {
  const id = await begin(name, content.length);
  await json(await sendBytes(owner, `/v1/console/uploads/${id}`, 0, content));
  return (await json<{ id: string }>(await owner('POST', `/v1/console/uploads/${id}/complete`, { sha256: sha256(content) }))).id;
}
const find = async (asked: string): Promise<string[]> => (await json<SearchResults>(await owner('GET', `/v1/console/document-search?q=${encodeURIComponent(asked)}`))).items.filter(({ passage }) => passage !== null).map(({ document }) => document.id);
const running = (kind: string): number => {
  const db = new Sqlite(join(data, 'portico.db'), { readonly: true });
  const count = db.prepare("SELECT count(*) FROM jobs WHERE kind = ? AND state = 'running'").pluck().get(kind) as number;
  db.close();
  return count;
};
async function die(): Promise<void> {
  await server.stop('SIGKILL');
}

beforeAll(async () => {
  const deps = openDeps(readConfig({ PORTICO_DATA: data, PORTICO_URL: 'http://localhost:8787', PORTICO_LOG: 'silent' }));
  const outside = { deps, config: deps.config, fetch: (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init) } as unknown as TestWorld;
  const at = await testBusiness(outside);
  owner = await staffCaller(outside, at);
  ({ clientId } = await deps.store.write((tx) => addClientWithContact(deps, tx, at.scope, { name: 'Quintessa', email: 'quintessa@mail.example' }, 'staff')));
  await deps.store.close();
  await start();
}, 60_000);

describe('of what is in documents nothing lies in clear', () => {
  it('knows what it looks for when it sees it', () => {
    const all = [...disguises('البلشون')].map(([how]) => how);
    for (const before of ['', 'x', 'xy']) for (const encode of [(text: string) => Buffer.from(text), (text: string) => Buffer.from(text, 'utf16le'), (text: string) => Buffer.from(text, 'utf16le').swap16(), (text: string) => Buffer.from(Buffer.from(text).toString('base64'))]) {
      const heap = encode(`${before}البلشون مصب`);
      expect([...disguises('البلشون')].some(([, bytes]) => heap.includes(bytes)), all.join()).toBe(true);
    }
  });

  it('while they are sent, read, searched, looked at and taken away', async () => {
    const ids: string[] = [];
    for (const [index, [name]] of papers.entries()) ids.push(await file(`paper ${index}.${name.split('.').at(-1)}`, readFileSync(new URL(name, samples))));
    ids.push(await file('utf16.txt', Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from(sentence.repeat(2000), 'utf16le')])));
    for (const [index, asked] of [...papers.map(([, one]) => one), '"kingfisher saw it"'].entries()) await expect.poll(() => find(asked), { timeout: 90_000, interval: 250 }).toContain(ids[index]);
    const id = ids[1] ?? '';
    const { pages } = await json<Preview>(await owner('GET', `/v1/console/documents/${id}/pages`));
    expect(pages[0]?.text).toContain('Graureiher');
    expect((await (await owner('GET', `/v1/console/documents/${id}/pages/1`)).arrayBuffer()).byteLength).toBeGreaterThan(1000);
    const { url } = await json<{ url: string }>(await owner('POST', `/v1/console/documents/${id}/link`, {}));
    expect(Buffer.from(await (await fetch(`${server.url}${new URL(url).pathname}`)).arrayBuffer()).equals(readFileSync(new URL('de.chromium.pdf', samples)))).toBe(true);
    expect(output).toContain('document-search');
    expectNothing();
  }, 180_000);

  it('after a kill in the middle of an upload', async () => {
    const content = Buffer.from(sentence.repeat(60_000));
    const id = await begin('half.txt', content.length);
    await json(await sendBytes(owner, `/v1/console/uploads/${id}`, 0, content.subarray(0, 1024 ** 2)));
    // The rest is on its way when the server dies.
    const { promise: taken, resolve } = Promise.withResolvers<void>();
    const rest = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(content.subarray(1024 ** 2, 1024 ** 2 + 100_000)), pull: () => resolve() });
    const sending = sendBytes(owner, `/v1/console/uploads/${id}`, 1024 ** 2, rest).catch(() => undefined);
    await taken;
    await die();
    await sending;
    expectNothing();
    await start();
    expectNothing();
  }, 60_000);

  it.each([['document.index', 'late.pdf', 'en.scanner-that-reads.pdf', '"kept an efficient office"'], ['document.read_pictures', 'later.pdf', 'en.scanner.pdf', '"performance was better"']])('after a kill while a file is read: %s', async (kind, name, sample, asked) => {
    const id = await file(name, readFileSync(new URL(sample, samples)));
    await expect.poll(() => running(kind), { timeout: 30_000, interval: 5 }).toBe(1);
    await die();
    expectNothing();
    await start();
    await expect.poll(() => find(asked), { timeout: 90_000, interval: 250 }).toContain(id);
    await server.stop();
    expectNothing();
    await start();
  }, 180_000);
});
