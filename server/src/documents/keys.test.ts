import Sqlite from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { accessKey, s3StandIn, secretKey, type S3StandIn } from '../effects/files/test-support/s3-stand-in.ts';
import { allOf } from '../test-support/all-of.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { KeyUnavailable, resealClientKeys } from './client-keys.ts';
import { findVersion } from './document-store.ts';
import { eraseFilesOf, readyFiles } from './public.ts';
import { contentOf } from './stored-content.ts';
import { documentOffice, type DocumentOffice } from './test-support/document-office.ts';

let world: TestWorld;
let office: DocumentOffice;
beforeEach(async () => {
  world = await testWorld({ PORTICO_FILE_KEY: 'the first master key of this test, long' });
  office = await documentOffice(world);
});
afterEach(() => world.close());

const kept = (): string[] => readdirSync(join(world.config.files.folder, 'kept'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
const withKeys = (keys: Record<string, string>): object => ({ config: { ...world.config, files: readConfig({ PORTICO_DATA: world.config.dataDir, ...keys }).files } });

describe('keys', () => {
  it('a new one for a client leaves the files as they are, and opens them', async () => {
    const content = randomBytes(200_000);
    const { id } = await office.upload(office.owner, content, { name: 'a.bin' });
    const open = await office.start(office.owner, 100_000, { name: 'under way.bin' });
    await office.send(office.owner, open.id, 0, content.subarray(0, 65_536));
    await world.settle();
    const before = kept().map((path) => readFileSync(path));
    const answer = await office.owner('POST', `/v1/console/clients/${office.clientId}/file-key`, {});
    expect([answer.status, await answer.json()]).toEqual([200, { files: 2 }]);
    expect(kept().map((path, index) => readFileSync(path).equals(before[index] as Buffer))).toEqual([true]);
    expect((await office.download(office.page.call, id)).equals(content)).toBe(true);
    await office.send(office.owner, open.id, 65_536, content.subarray(65_536, 100_000));
    const { id: second } = await (await office.complete(office.owner, open.id)).json() as { id: string };
    expect((await office.download(office.owner, second)).equals(content.subarray(0, 100_000))).toBe(true);
  });

  it('a new master key is taken at the next start, and the old one is needed no longer', async () => {
    const { id } = await office.upload(office.owner, Buffer.from('kept'), { name: 'a.txt' });
    const [first, second] = ['the first master key of this test, long', 'the second master key of this test, long'];
    Object.assign(world.deps, withKeys({ PORTICO_FILE_KEY: second }));
    await expect(resealClientKeys(world.deps)).rejects.toThrow(KeyUnavailable);
    expect((await office.owner('POST', `/v1/console/documents/${id}/link`, {})).status).toBe(200);
    const { url } = await office.link(office.owner, id);
    const refused = await world.fetch(new URL(url).pathname);
    expect([refused.status, (await refused.json() as { detail: string }).detail]).toEqual([409, 'The key of this file is not there, so it cannot be opened.']);
    Object.assign(world.deps, withKeys({ PORTICO_FILE_KEY: second, PORTICO_FILE_KEY_BEFORE: first }));
    await readyFiles(world.deps);
    Object.assign(world.deps, withKeys({ PORTICO_FILE_KEY: second }));
    expect((await office.download(office.owner, id)).toString()).toBe('kept');
  });

  it('destroyed, leave noise everywhere: also in a copy of rows and files made before', async () => {
    const { id } = await office.upload(office.owner, Buffer.from('erase me'), { name: 'a.txt' });
    await world.settle();
    const version = await world.deps.store.read((db) => findVersion(db, office.at.scope, id, 1));
    if (!version) throw new Error('no version');
    const db = new Sqlite(world.config.databasePath);
    const sealed = db.prepare('SELECT sealed_key FROM client_keys WHERE client_id = ?').pluck().get(office.clientId) as string;
    const [path = ''] = kept();
    const bytes = readFileSync(path);
    await world.deps.store.write((tx) => eraseFilesOf(world.deps, tx, office.at.scope, office.clientId));
    await world.settle();
    expect([kept(), (await office.owner('GET', `/v1/console/documents/${id}`)).status]).toEqual([[], 404]);
    writeFileSync(path, bytes);
    await expect(allOf(contentOf(world.deps, version))).rejects.toThrow('destroyed');
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    for (const file of ['portico.db', 'portico.db-wal']) expect(existsSync(join(world.config.dataDir, file)) && readFileSync(join(world.config.dataDir, file)).includes(sealed), file).toBe(false);
    expect((await office.owner('POST', '/v1/console/uploads', { name: 'x', size: 1, clientId: office.clientId })).status).toBe(409);
  });
});

describe('what lies on the disk', () => {
  it('changed, cut off or lost is not given out, and is said in words', async () => {
    const content = randomBytes(150_000);
    const { id } = await office.upload(office.owner, content, { name: 'a.bin' });
    await world.settle();
    const [path = ''] = kept();
    const whole = readFileSync(path);
    const fetched = async (): Promise<Response> => world.fetch(new URL((await office.link(office.owner, id)).url).pathname);
    const changed = Buffer.from(whole);
    changed[100] = (changed[100] as number) ^ 1;
    writeFileSync(path, changed);
    const refused = await fetched();
    expect([refused.status, (await refused.json() as { reason: string }).reason]).toEqual([409, 'content_gone']);
    const later = Buffer.from(whole);
    later[70_000] = (later[70_000] as number) ^ 1;
    for (const broken of [later, whole.subarray(0, 100_000)]) {
      writeFileSync(path, broken);
      const answer = await fetched();
      const pieces: Uint8Array[] = [];
      await expect((async () => { for await (const piece of answer.body as ReadableStream<Uint8Array>) pieces.push(piece); })()).rejects.toThrow();
      const got = Buffer.concat(pieces);
      expect([got.length <= 65_536, got.equals(content.subarray(0, got.length))]).toEqual([true, true]);
    }
    writeFileSync(path, '');
    expect((await fetched()).status).toBe(409);
  });

  it('an upload that nobody needs any more is swept, one that goes on stays', async () => {
    const { id } = await office.start(office.owner, 100_000, { name: 'a.bin' });
    await office.send(office.owner, id, 0, randomBytes(65_536));
    writeFileSync(world.deps.incoming.path('f'.repeat(32)), 'orphan');
    await readyFiles(world.deps);
    expect(await world.deps.incoming.names()).toHaveLength(1);
    world.advance(4 * 24 * 60);
    const { keepHouse } = await import('../housekeeping.ts');
    await keepHouse(world.deps);
    expect(await world.deps.incoming.names()).toEqual([]);
  });
});

describe('with a store that speaks S3', () => {
  let standIn: S3StandIn;
  let remote: TestWorld;
  beforeEach(async () => {
    standIn = await s3StandIn();
    remote = await testWorld({ PORTICO_S3_URL: `${standIn.url}/portal`, PORTICO_S3_REGION: 'eu-test-1', PORTICO_S3_ACCESS_KEY: accessKey, PORTICO_S3_SECRET_KEY: secretKey });
  });
  afterEach(async () => {
    await remote.close();
    await standIn.close();
  });

  it('the same code above: open before and after it is handed over, a range, gone when deleted', async () => {
    const far = await documentOffice(remote);
    const content = randomBytes(9 * 1024 ** 2);
    const { id } = await far.upload(far.page.call, content, { name: 'film.bin' });
    expect((await far.download(far.owner, id)).equals(content)).toBe(true);
    await remote.settle();
    expect([standIn.objects.size, (await remote.deps.incoming.names()).length]).toEqual([1, 0]);
    expect([...standIn.objects.values()][0]?.includes(content.subarray(0, 64))).toBe(false);
    expect((await far.download(far.owner, id)).equals(content)).toBe(true);
    const { url } = await far.link(far.owner, id);
    const part = await remote.fetch(new URL(url).pathname, { headers: { range: 'bytes=5000000-5000099' } });
    expect([part.status, Buffer.from(await part.arrayBuffer()).equals(content.subarray(5_000_000, 5_000_100))]).toEqual([206, true]);
    await far.owner('DELETE', `/v1/console/documents/${id}`);
    await remote.settle();
    expect(standIn.objects.size).toBe(0);
  });

  it('that is down keeps nothing from being opened: it goes over later', async () => {
    const far = await documentOffice(remote);
    standIn.failNext('/portal/', 'error', 4);
    const { id } = await far.upload(far.owner, Buffer.from('patience'), { name: 'a.txt' });
    await remote.settle();
    expect([standIn.objects.size, (await far.download(far.page.call, id)).toString()]).toEqual([0, 'patience']);
    remote.advance(1);
    await remote.settle();
    expect([standIn.objects.size, (await remote.deps.incoming.names()).length]).toEqual([1, 0]);
  });
});
