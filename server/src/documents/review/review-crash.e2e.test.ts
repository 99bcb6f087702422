import Sqlite from 'better-sqlite3';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Discussion } from '@portico/contract/documents/review.ts';
import { documentOffice } from '../test-support/document-office.ts';
import { pageCaller } from '../../test-support/page-client.ts';
import type { Caller } from '../../test-support/people.ts';
import { testWorld, type TestWorld } from '../../test-support/test-world.ts';
import { removeFolder, startServer, type RunningServer } from '../../../e2e/running-server.ts';

const secret = 'a secret that only this test ever sees';
let world: TestWorld | undefined;
let server: RunningServer | undefined;
afterAll(async () => {
  await server?.stop('SIGKILL');
  if (world) removeFolder(world.config.dataDir);
});

interface Act {
  readonly documentId: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly key: string;
  isDone: boolean;
}

const saidIn = (documentId: string, index: number): string => `the heron of ${documentId} says ${index}`;

it('keeps every decision and every comment that was acknowledged through kill -9, each once and whole', async () => {
  world = await testWorld({ PORTICO_SECRET: secret });
  world.setNow(new Date().toISOString());
  const office = await documentOffice(world);
  const documents: string[] = [];
  for (let index = 0; index < 8; index += 1) {
    const { id } = await office.upload(office.owner, Buffer.from(`content ${index}`), { name: `draft ${index}.txt` });
    await office.owner('POST', `/v1/console/documents/${id}/review`, { message: 'Please look' });
    documents.push(id);
  }
  await world.deps.store.close();
  const { dataDir } = world.config;
  const environment = { PORTICO_URL: world.config.publicUrl, PORTICO_SECRET: secret, PORTICO_LOG: 'silent', PORTICO_DEMO: '' };
  const outside = { deps: world.deps, config: world.config, fetch: (path: string, init?: RequestInit) => fetch(`${server?.url}${path}`, init) } as unknown as TestWorld;
  const client = pageCaller(outside, office.page.key, office.page.accessToken, office.at.origin);

  const acts = documents.flatMap((documentId, index): Act[] => [
    ...[0, 1, 2, 3, 4].map((n) => ({ documentId, path: 'comments', body: { version: 1, text: saidIn(documentId, n) }, key: `comment-${documentId}-${n}`, isDone: false })),
    index % 2 === 0 ? { documentId, path: 'approve', body: { version: 1 }, key: `decision-${documentId}`, isDone: false }
      : { documentId, path: 'request-changes', body: { version: 1, reason: 'Make it bigger' }, key: `decision-${documentId}`, isDone: false },
  ]);
  for (const killAfter of [5, 11, 16, Infinity]) {
    server = await startServer(dataDir, environment);
    await actUntil(client, acts, killAfter);
    if (killAfter === Infinity) break;
    server = await startServer(dataDir, environment);
    for (const id of documents) await checkKept(client, id, acts.filter(({ documentId, isDone }) => documentId === id && isDone));
    await server.stop('SIGKILL');
  }
  for (const id of documents) await checkKept(client, id, acts.filter(({ documentId }) => documentId === id), true);
  await server?.stop();
  checkDisk(dataDir, documents.length);
}, 120_000);

/** All at once, until so many were acknowledged; then the server is killed. */
async function actUntil(client: Caller, acts: readonly Act[], killAfter: number): Promise<void> {
  let acknowledged = 0;
  let isKilled = false;
  await Promise.all(acts.filter(({ isDone }) => !isDone).map(async (act) => {
    const answer = await client('POST', `/v1/documents/${act.documentId}/${act.path}`, act.body, { 'idempotency-key': act.key }).catch((error: unknown) => {
      if (!isKilled) throw error;
    });
    if (!answer) return;
    expect(answer.status, await answer.clone().text()).toBeLessThan(300);
    act.isDone = true;
    acknowledged += 1;
    if (acknowledged < killAfter || isKilled) return;
    isKilled = true;
    server?.child.kill('SIGKILL');
  }));
  expect(isKilled).toBe(killAfter !== Infinity);
  if (isKilled && server?.child.exitCode === null && server.child.signalCode === null) await new Promise((gone) => server?.child.once('exit', gone));
}

async function checkKept(client: Caller, id: string, done: readonly Act[], isAll = false): Promise<void> {
  const { reviews, threads } = await (await client('GET', `/v1/documents/${id}/discussion`)).json() as Discussion;
  const said = threads.flatMap(({ comments }) => comments.map(({ text }) => text));
  for (const { path, body } of done) {
    if (path === 'comments') expect(said.filter((text) => text === body['text']), String(body['text'])).toHaveLength(1);
    else expect(reviews.map(({ state, reason }) => [state, reason])).toEqual([path === 'approve' ? ['approved', null] : ['changes_requested', 'Make it bigger']]);
  }
  expect(new Set(said).size).toBe(said.length);
  if (isAll) expect(done.length).toBe(6);
}

/** One event for each decision, no decision without its reason, and not a word in clear. */
function checkDisk(data: string, documents: number): void {
  const db = new Sqlite(join(data, 'portico.db'), { readonly: true });
  expect(db.prepare("SELECT count(*) FROM events WHERE type IN ('document.approved', 'document.changes_requested')").pluck().get()).toBe(documents);
  expect(db.prepare("SELECT count(*) FROM document_reviews r WHERE state = 'changes_requested' AND NOT EXISTS (SELECT 1 FROM document_comments c WHERE c.id = r.comment_id AND length(c.sealed_text) > 28)").pluck().get()).toBe(0);
  db.close();
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  expect(files.length).toBeGreaterThan(0);
  for (const path of files) for (const phrase of ['the heron of', 'Make it bigger']) expect(readFileSync(path).includes(phrase), `${phrase} in ${path}`).toBe(false);
}
