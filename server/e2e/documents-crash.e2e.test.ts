import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { addClientWithContact } from '../src/clients/public.ts';
import { readConfig } from '../src/config.ts';
import { sendBytes, sha256 } from '../src/documents/test-support/document-office.ts';
import { openDeps } from '../src/open-deps.ts';
import { staffCaller, testBusiness, type Caller } from '../src/test-support/people.ts';
import type { TestWorld } from '../src/test-support/test-world.ts';
import { newDataFolder, removeFolder, startServer, type RunningServer } from './running-server.ts';

const data = newDataFolder();
let server: RunningServer | undefined;
afterAll(async () => {
  await server?.stop('SIGKILL');
  removeFolder(data);
});

const phrase = Buffer.from('the heron crossed the estuary before dawn ');
const step = 1024 ** 2;
const environment = { PORTICO_URL: 'http://localhost:8787', PORTICO_LOG: 'silent' };

interface Sending {
  readonly name: string;
  readonly content: Buffer;
  id?: string;
  /** What the server has promised. */
  promised: number;
  documentId?: string;
}

/** Somebody's text between noise, so that a piece of it in clear would be found. */
function contentOf(size: number): Buffer {
  const content = randomBytes(size);
  for (let at = 0; at + phrase.length < size; at += 50_000) phrase.copy(content, at);
  return content;
}

it('keeps what it promised through kill -9 during uploads, and nothing else', async () => {
  // Each start has a port of its own, so addresses are taken from the server that runs now.
  const deps = openDeps(readConfig({ PORTICO_DATA: data, ...environment }));
  const outside = { deps, config: deps.config, fetch: (path: string, init?: RequestInit) => fetch(`${server?.url}${path}`, init) } as unknown as TestWorld;
  const at = await testBusiness(outside);
  const owner = await staffCaller(outside, at);
  const { clientId } = await deps.store.write((tx) => addClientWithContact(deps, tx, at.scope, { name: 'Quintessa', email: 'quintessa@mail.example' }, 'staff'));
  await deps.store.close();

  const all: Sending[] = [300_000, 3_000_000, 6_000_000, 9_500_000, 12_000_000, 100, 0, 5_000_000].map((size, index) => ({ name: `file-${index}.bin`, content: contentOf(size), promised: 0 }));
  for (const killAfter of [3, 9, 16, Infinity]) {
    server = await startServer(data, environment);
    await sendAll(owner, clientId, all, killAfter);
    if (killAfter === Infinity) break;
    await checkAcknowledged(owner, all);
  }
  for (const one of all) {
    if (!one.documentId) throw new Error(`${one.name} was not filed`);
    expect((await download(owner, one.documentId)).equals(one.content), one.name).toBe(true);
  }
  // Announced, and killed before anybody heard of it.
  const { items } = await (await owner('GET', '/v1/console/uploads')).json() as { items: { id: string }[] };
  for (const { id } of items) await owner('DELETE', `/v1/console/uploads/${id}`);
  await server?.stop();
  checkDisk(all.length);
}, 180_000);

/** Sends everything at once, until so many pieces were promised; then the server is killed. */
async function sendAll(owner: Caller, clientId: string, all: readonly Sending[], killAfter: number): Promise<void> {
  let promises = 0;
  let isKilled = false;
  const promised = (): void => {
    promises += 1;
    if (promises < killAfter || isKilled) return;
    isKilled = true;
    server?.child.kill('SIGKILL');
  };
  await Promise.all(all.map(async (one) => {
    try {
      await sendOne(owner, clientId, one, promised);
    } catch (error) {
      if (!isKilled) throw error;
    }
  }));
  if (killAfter !== Infinity) {
    expect(isKilled).toBe(true);
    if (server?.child.exitCode === null && server.child.signalCode === null) await new Promise((gone) => server?.child.once('exit', gone));
    server = await startServer(data, environment);
  }
}

async function sendOne(owner: Caller, clientId: string, one: Sending, promised: () => void): Promise<void> {
  if (one.documentId) return;
  if (!one.id) {
    const { id } = await (await owner('POST', '/v1/console/uploads', { name: one.name, size: one.content.length, clientId })).json() as { id: string };
    one.id = id;
  }
  while (one.promised < one.content.length) {
    const answer = await sendBytes(owner, `/v1/console/uploads/${one.id}`, one.promised, one.content.subarray(one.promised, one.promised + step));
    if (answer.status !== 200) throw new Error(await answer.text());
    one.promised = (await answer.json() as { offset: number }).offset;
    promised();
  }
  const answer = await owner('POST', `/v1/console/uploads/${one.id}/complete`, { sha256: sha256(one.content) });
  if (answer.status !== 200) throw new Error(await answer.text());
  one.documentId = (await answer.json() as { id: string }).id;
}

/** After the kill: what was filed is whole, and what was promised is still there. */
async function checkAcknowledged(owner: Caller, all: readonly Sending[]): Promise<void> {
  for (const one of all) {
    if (one.documentId) expect((await download(owner, one.documentId)).equals(one.content), one.name).toBe(true);
    else if (one.id) {
      const answer = await owner('GET', `/v1/console/uploads/${one.id}`);
      // Filed, and killed before the answer: completing it again says so.
      if (answer.status === 404) continue;
      const { offset } = await answer.json() as { offset: number };
      expect(offset, one.name).toBeGreaterThanOrEqual(one.promised);
      one.promised = offset;
    }
  }
  await server?.stop('SIGKILL');
}

async function download(owner: Caller, id: string): Promise<Buffer> {
  const { url } = await (await owner('POST', `/v1/console/documents/${id}/link`, {})).json() as { url: string };
  return Buffer.from(await (await fetch(`${server?.url}${new URL(url).pathname}`)).arrayBuffer());
}

/** One file for each version, none besides, and not a word in clear in any byte that is on the disk. */
function checkDisk(versions: number): void {
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const db = new Sqlite(join(data, 'portico.db'), { readonly: true });
  const known = db.prepare('SELECT file_name FROM document_versions').pluck().all() as string[];
  expect([known.length, db.prepare('SELECT count(*) FROM uploads').pluck().get(), db.prepare("SELECT count(*) FROM documents WHERE current IS NULL").pluck().get()]).toEqual([versions, 0, 0]);
  db.close();
  expect(files.filter((path) => /(kept|incoming)/.test(path)).map((path) => path.split('/').at(-1)).sort()).toEqual(known.sort());
  for (const path of files) expect(readFileSync(path).includes('heron crossed'), path).toBe(false);
}
