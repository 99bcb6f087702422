import type { Document, DocumentPage, DocumentStart } from '@portico/contract/documents/document.ts';
import type { Upload } from '@portico/contract/documents/upload.ts';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../test-support/page-client.ts';
import { addClientWithContact } from '../clients/public.ts';
import { otherOrigin, staffCaller } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { findVersion } from './document-store.ts';
import { keepContent } from './stored-content.ts';
import { findUpload } from './upload-store.ts';
import { documentOffice, sha256, type DocumentOffice } from './test-support/document-office.ts';

let world: TestWorld;
let office: DocumentOffice;
beforeAll(async () => {
  world = await testWorld();
  office = await documentOffice(world);
});
afterAll(() => world.close());

const phrase = 'the heron crossed the estuary before dawn';
const plan = Buffer.from(`${phrase}\n`.repeat(5000));
const problemOf = async (answer: Response): Promise<{ status: number; code: string; reason?: string }> => {
  const { code, reason } = await answer.json() as { code: string; reason?: string };
  return { status: answer.status, code, ...(reason !== undefined && { reason }) };
};

describe('from an upload to a download', () => {
  it('files what staff send, and the client gets it back byte for byte', async () => {
    const filed = await office.upload(office.owner, plan, { name: 'Q3 performance.txt', category: 'reports' });
    expect(filed).toMatchObject({ name: 'Q3 performance.txt', category: 'reports', state: 'available', version: 1, size: plan.length, by: 'staff', renamedFrom: null });
    const list = await (await office.page.call('GET', '/v1/documents')).json() as DocumentPage;
    expect(list.items.map(({ id, isNew, label }) => [id, isNew, label.size])).toEqual([[filed.id, true, '210 kB']]);
    expect((await office.download(office.page.call, filed.id)).equals(plan)).toBe(true);
    await world.settle();
    expect((await office.download(office.page.call, filed.id)).equals(plan)).toBe(true);
    const { reads, versions } = await office.read(filed.id);
    expect(reads).toMatchObject([{ contactId: office.contactId, version: 1, count: 1 }]);
    expect(versions).toMatchObject([{ number: 1, sha256: sha256(plan), by: 'staff', state: 'available' }]);
    expect((await (await office.page.call('GET', '/v1/documents')).json() as DocumentPage).items[0]?.isNew).toBe(false);
  });

  it('files what a client sends, and staff hear of it', async () => {
    const content = randomBytes(300_000);
    const filed = await office.upload(office.page.call, content, { name: 'scan.bin' });
    expect(filed).toMatchObject({ by: 'client', category: 'correspondence', isNew: false });
    expect((await office.download(office.owner, filed.id)).equals(content)).toBe(true);
  });

  it('opens also while its file has gone to the store and its row does not say so yet', async () => {
    const { id } = await office.upload(office.owner, plan, { name: 'between.txt' });
    const { scope } = office.at;
    const version = await world.deps.store.read((db) => findVersion(db, scope, id, 1));
    expect(version?.place).toBe('incoming');
    await keepContent(world.deps, version!);
    expect((await office.download(office.page.call, id)).equals(plan)).toBe(true);
    await world.settle();
    expect((await office.download(office.page.call, id)).equals(plan)).toBe(true);
  });

  it('takes files of every awkward size', async () => {
    for (const size of [0, 1, 65_535, 65_536, 65_537, 131_072, 1_048_576, 1_048_577]) {
      const content = randomBytes(size);
      const { id } = await office.upload(office.owner, content, { name: `size-${size}.bin` });
      expect((await office.download(office.owner, id)).equals(content), String(size)).toBe(true);
    }
  });

  it('leaves no word of it in clear anywhere on the disk', async () => {
    await office.upload(office.page.call, plan, { name: 'clear.txt' });
    await world.settle();
    const files = readdirSync(world.config.dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    expect(files.some((path) => path.includes('kept'))).toBe(true);
    for (const path of files) expect(readFileSync(path).includes('heron crossed'), path).toBe(false);
  });
});

describe('a connection that breaks', () => {
  it('goes on from where it was flushed', async () => {
    const content = randomBytes(5 * 65_536 + 1000);
    const { id } = await office.start(office.page.call, content.length, { name: 'a.bin' });
    const broken = new ReadableStream<Uint8Array>({
      start(controller) { controller.enqueue(content.subarray(0, 3 * 65_536 + 77)); },
      pull(controller) { controller.error(new Error('the tunnel')); },
    });
    await office.send(office.page.call, id, 0, broken).catch(() => undefined);
    const head = await office.page.call('HEAD', `/v1/uploads/${id}`);
    expect([head.status, head.headers.get('upload-offset'), head.headers.get('upload-length'), head.headers.get('upload-complete')]).toEqual([200, String(3 * 65_536), String(content.length), '?0']);
    const list = await (await office.page.call('GET', '/v1/uploads')).json() as { items: Upload[] };
    expect(list.items.find((one) => one.id === id)).toMatchObject({ offset: 3 * 65_536 });
    await office.send(office.page.call, id, 3 * 65_536, content.subarray(3 * 65_536));
    const { id: document } = await (await office.complete(office.page.call, id, { sha256: sha256(content) })).json() as Document;
    expect((await office.download(office.page.call, document)).equals(content)).toBe(true);
  });

  it('may send other bytes for a piece that was not promised', async () => {
    const [first, second] = [randomBytes(2 * 65_536), randomBytes(2 * 65_536)];
    const { id } = await office.start(office.owner, first.length, { name: 'b.bin' });
    await office.send(office.owner, id, 0, first.subarray(0, 65_536 + 500));
    expect((await office.send(office.owner, id, 65_536, second.subarray(65_536))).status).toBe(200);
    const { id: document } = await (await office.complete(office.owner, id)).json() as Document;
    expect((await office.download(office.owner, document)).equals(Buffer.concat([first.subarray(0, 65_536), second.subarray(65_536)]))).toBe(true);
  });

  it('a second request takes over from one that hangs', async () => {
    const content = randomBytes(4 * 65_536);
    const { id } = await office.start(office.owner, content.length, { name: 'c.bin' });
    const { promise: taken, resolve } = Promise.withResolvers<void>();
    const hanging = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(content.subarray(0, 65_536 + 9)), pull: () => resolve() });
    const first = office.send(office.owner, id, 0, hanging);
    await taken;
    const { offset } = await (await office.owner('GET', `/v1/console/uploads/${id}`)).json() as Upload;
    expect(offset).toBe(65_536);
    expect((await first).status).toBe(200);
    expect((await office.send(office.owner, id, offset, content.subarray(offset))).status).toBe(200);
  });

  it('promises only what was flushed', async () => {
    const { incoming } = world.deps;
    const order: string[] = [];
    const { id } = await office.start(office.owner, 100_000, { name: 'flushed.bin' });
    const promised = async (): Promise<number> => (await world.deps.store.read((db) => findUpload(db, office.at.scope, id)))?.received ?? -1;
    Object.assign(world.deps, { incoming: { ...incoming, open: async (name: string) => {
      const file = await incoming.open(name);
      return { ...file, writeAt: async (bytes: Uint8Array, at: number) => { order.push('written'); await file.writeAt(bytes, at); }, sync: async () => { order.push(`flushed before ${await promised()}`); await file.sync(); } };
    } } });
    await office.send(office.owner, id, 0, randomBytes(100_000));
    Object.assign(world.deps, { incoming });
    expect([order, await promised()]).toEqual([['written', 'flushed before 0'], 100_000]);
  });

  it('completing twice is completing once', async () => {
    const { id } = await office.start(office.owner, plan.length, { name: 'twice.txt' });
    await office.send(office.owner, id, 0, plan);
    const answers = await Promise.all([1, 2, 3].map(async () => await (await office.complete(office.owner, id)).json() as Document));
    expect(new Set(answers.map((one) => one.id)).size).toBe(1);
    expect(answers[0]?.versions).toHaveLength(1);
  });

  it('hashes from the disk when the process has forgotten', async () => {
    const { id } = await office.start(office.owner, plan.length, { name: 'forgotten.txt' });
    await office.send(office.owner, id, 0, plan.subarray(0, 65_536));
    const { memoryOf } = await import('./document-memory.ts');
    memoryOf(world.deps).hashes.clear();
    await office.send(office.owner, id, 65_536, plan.subarray(65_536));
    const filed = await (await office.complete(office.owner, id, { sha256: sha256(plan) })).json() as Document;
    expect(filed.versions[0]?.sha256).toBe(sha256(plan));
  });
});

describe('what is refused', () => {
  it('a wrong place, too much, too little, the wrong type of body', async () => {
    const { id } = await office.start(office.owner, 200_000, { name: 'd.bin' });
    const path = `/v1/console/uploads/${id}`;
    const piece = randomBytes(65_536);
    expect(await problemOf(await office.send(office.owner, id, 65_536, piece))).toEqual({ status: 409, code: 'conflict', reason: 'upload_moved_on' });
    expect(await problemOf(await office.send(office.owner, id, 0, randomBytes(200_001)))).toMatchObject({ status: 413, code: 'too_large' });
    expect(await problemOf(await office.send(office.owner, id, 0, randomBytes(100)))).toMatchObject({ status: 400 });
    expect(await problemOf(await office.owner('PATCH', path, piece, { 'content-type': 'application/json', 'upload-offset': '0' }))).toMatchObject({ status: 415 });
    expect(await problemOf(await office.owner('PATCH', path, piece, { 'content-type': 'application/partial-upload' }))).toMatchObject({ status: 400 });
    expect(await problemOf(await office.complete(office.owner, id))).toEqual({ status: 409, code: 'conflict', reason: 'upload_incomplete' });
    expect((await office.owner('DELETE', path)).status).toBe(200);
    expect((await office.owner('GET', path)).status).toBe(404);
  });

  it('other bytes than were meant, and then nothing stays', async () => {
    const { id } = await office.start(office.owner, plan.length, { name: 'e.txt' });
    await office.send(office.owner, id, 0, plan);
    expect(await problemOf(await office.complete(office.owner, id, { sha256: sha256(Buffer.from('other')) }))).toMatchObject({ status: 409, reason: 'upload_damaged' });
    expect((await office.owner('GET', `/v1/console/uploads/${id}`)).status).toBe(404);
  });

  it('what is not what its name says', async () => {
    const { id } = await office.start(office.owner, plan.length, { name: 'contract.pdf' });
    await office.send(office.owner, id, 0, plan);
    const answer = await office.complete(office.owner, id);
    expect(await answer.clone().json()).toMatchObject({ detail: expect.stringContaining('says that it is a PDF file') as string });
    expect(await problemOf(answer)).toMatchObject({ status: 409, reason: 'wrong_content' });
  });

  it('too large, too many, no room', async () => {
    const small = await testWorld({ PORTICO_FILE_MAX_MB: '1', PORTICO_FILE_QUOTA_MB: '2' });
    try {
      const tight = await documentOffice(small);
      const announce = (size: number): Promise<Response> => tight.owner('POST', '/v1/console/uploads', { name: 'x.bin', size, clientId: tight.clientId });
      expect(await problemOf(await announce(1024 ** 2 + 1))).toMatchObject({ status: 413 });
      for (let count = 0; count < 2; count += 1) expect((await announce(1024 ** 2)).status).toBe(201);
      expect(await problemOf(await announce(1))).toMatchObject({ status: 507, code: 'storage_full' });
      for (let count = 2; count < 20; count += 1) expect((await announce(0)).status).toBe(201);
      expect(await problemOf(await announce(0))).toMatchObject({ status: 409, reason: 'too_many_uploads' });
    } finally {
      await small.close();
    }
  });

  it('a disk without room, before and while it comes', async () => {
    const full = await testWorld();
    try {
      const { incoming } = full.deps;
      Object.assign(full.deps, { incoming: { ...incoming, free: async () => 200 * 1024 ** 2 + 1000 } });
      const tight = await documentOffice(full);
      expect(await problemOf(await tight.owner('POST', '/v1/console/uploads', { name: 'x.bin', size: 1001, clientId: tight.clientId }))).toMatchObject({ status: 507 });
      Object.assign(full.deps, { incoming });
      const { id } = await tight.start(tight.owner, 200_000, { name: 'y.bin' });
      const content = randomBytes(200_000);
      await tight.send(tight.owner, id, 0, content.subarray(0, 65_536));
      // /dev/full answers every write as a full disk does.
      Object.assign(full.deps, { incoming: { ...incoming, open: async (name: string) => ({ ...await incoming.open(name), writeAt: async (bytes: Uint8Array) => writeFileSync('/dev/full', bytes) }) } });
      expect(await problemOf(await tight.send(tight.owner, id, 65_536, content.subarray(65_536)))).toMatchObject({ status: 507, code: 'storage_full' });
      Object.assign(full.deps, { incoming });
      expect(statSync(join(full.config.files.folder, 'incoming', readdirSync(join(full.config.files.folder, 'incoming'))[0] ?? '')).size).toBe(65_536 + 28);
      expect((await tight.send(tight.owner, id, 65_536, content.subarray(65_536))).status).toBe(200);
      const { id: document } = await (await tight.complete(tight.owner, id, { sha256: sha256(content) })).json() as Document;
      expect((await tight.download(tight.owner, document)).equals(content)).toBe(true);
    } finally {
      await full.close();
    }
  });
});

describe('versions', () => {
  it('the new one opens, old ones stay', async () => {
    const { id } = await office.upload(office.owner, Buffer.from('first draft'), { name: 'offer.txt' });
    const filed = await office.upload(office.owner, Buffer.from('second draft'), { name: 'offer-2.txt', documentId: id, note: 'Prices raised' });
    expect(filed).toMatchObject({ id, version: 2, name: 'offer.txt' });
    expect(filed.versions.map(({ number, note, byName }) => [number, note, byName.slice(0, 5)])).toEqual([[2, 'Prices raised', 'owner'], [1, '', 'owner']]);
    expect((await office.download(office.page.call, id)).toString()).toBe('second draft');
    expect((await office.download(office.page.call, id, { version: 1 })).toString()).toBe('first draft');
    expect((await office.page.call('POST', `/v1/documents/${id}/link`, { version: 3 })).status).toBe(404);
  });
});

describe('rights', () => {
  it('closes, narrows and opens a document for one person or for all', async () => {
    const { id } = await office.upload(office.owner, plan, { name: 'secret plan.txt' });
    const rights = (right: unknown): Promise<Response> => office.owner('PATCH', `/v1/console/documents/${id}/rights`, { contacts: [{ contactId: office.contactId, right }] });
    const sees = async (): Promise<number> => (await office.page.call('GET', `/v1/documents/${id}`)).status;
    await rights({ level: 'none', download: true });
    expect(await sees()).toBe(404);
    expect((await office.page.call('POST', `/v1/documents/${id}/link`, {})).status).toBe(404);
    expect((await (await office.page.call('GET', '/v1/documents?search=secret')).json() as DocumentPage).items).toEqual([]);
    await rights({ level: 'view', download: false });
    expect(await sees()).toBe(200);
    expect((await office.page.call('POST', `/v1/documents/${id}/link`, {})).status).toBe(403);
    expect((await office.page.call('POST', '/v1/uploads', { name: 'x.txt', size: 1, documentId: id })).status).toBe(403);
    await rights({ level: 'edit', download: true });
    expect((await office.page.call('POST', '/v1/uploads', { name: 'x.txt', size: 1, documentId: id })).status).toBe(201);
    await rights(null);
    expect((await office.read(id)).people).toEqual([expect.objectContaining({ contactId: office.contactId, right: { level: 'comment', download: true }, isOwn: false })]);
    await office.owner('PATCH', `/v1/console/documents/${id}`, { level: 'none' });
    expect(await sees()).toBe(404);
  });

  it('knows only people of the client', async () => {
    const { id } = await office.upload(office.owner, plan, { name: 'x.txt' });
    const stranger = await world.deps.store.write((tx) => addClientWithContact(world.deps, tx, office.at.scope, { name: 'Stranger', email: 'stranger@mail.example' }, 'staff'));
    expect((await office.owner('PATCH', `/v1/console/documents/${id}/rights`, { contacts: [{ contactId: stranger.contactId, right: { level: 'view', download: true } }] })).status).toBe(404);
  });

  it('is put away, and deleted for good with its bytes', async () => {
    const { id } = await office.upload(office.owner, plan, { name: 'old.txt' });
    await world.settle();
    const kept = (): number => readdirSync(join(world.config.files.folder, 'kept'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
    const before = kept();
    const { url } = await office.link(office.page.call, id);
    await office.owner('PATCH', `/v1/console/documents/${id}`, { archived: true });
    expect((await office.page.call('GET', `/v1/documents/${id}`)).status).toBe(404);
    expect((await world.fetch(new URL(url).pathname)).status).toBe(404);
    expect((await office.owner('DELETE', `/v1/console/documents/${id}`)).status).toBe(200);
    await world.settle();
    expect(kept()).toBe(before - 1);
    const member = await staffCaller(world, office.at, 'member');
    expect((await member('DELETE', `/v1/console/documents/${id}`)).status).toBe(403);
  });
});

describe('a link', () => {
  it('is dead after a minute, when its session ends, and when a letter of it changes', async () => {
    const { id } = await office.upload(office.owner, plan, { name: 'linked.txt' });
    const path = async (): Promise<string> => new URL((await office.link(office.page.call, id)).url).pathname;
    const first = await path();
    const changed = first.replace(/.$/, (char) => char === 'A' ? 'B' : 'A');
    expect((await world.fetch(changed)).status).toBe(404);
    world.advance(2);
    expect((await world.fetch(first)).status).toBe(404);
    const second = await path();
    expect((await world.fetch(second)).status).toBe(200);
    await world.deps.store.write(async (tx) => {
      const { endAccessOf } = await import('../auth/public.ts');
      await endAccessOf(world.deps, tx, office.at.scope, [office.contactId]);
    });
    expect((await world.fetch(second)).status).toBe(404);
    office = await documentOffice(world, { name: 'After', origin: 'https://after.example' });
  });

  it('gives an attachment that may run nothing, whole or a part of it', async () => {
    const { id } = await office.upload(office.owner, Buffer.from('0123456789'), { name: 'Müller & Söhne’s.txt' });
    const path = new URL((await office.link(office.page.call, id)).url).pathname;
    const whole = await world.fetch(path);
    expect(Object.fromEntries(['content-disposition', 'x-content-type-options', 'content-security-policy', 'cache-control', 'content-length', 'accept-ranges', 'content-type'].map((name) => [name, whole.headers.get(name)]))).toEqual({
      'content-disposition': "attachment; filename=\"M_ller___S_hne_s.txt\"; filename*=UTF-8''M%C3%BCller%20%26%20S%C3%B6hne%E2%80%99s.txt", 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store', 'content-length': '10', 'accept-ranges': 'bytes', 'content-type': 'text/plain',
    });
    const part = async (range: string, more = {}): Promise<[number, string | null, string]> => {
      const answer = await world.fetch(path, { headers: { range, ...more } });
      return [answer.status, answer.headers.get('content-range'), await answer.text()];
    };
    expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234']);
    expect(await part('bytes=-3')).toEqual([206, 'bytes 7-9/10', '789']);
    expect(await part('bytes=8-')).toEqual([206, 'bytes 8-9/10', '89']);
    expect(await part('bytes=2-4', { 'if-range': '"something else"' })).toEqual([200, null, '0123456789']);
    expect(await part('bytes=2-4', { 'if-range': whole.headers.get('etag') ?? '' })).toEqual([206, 'bytes 2-4/10', '234']);
    expect((await world.fetch(path, { headers: { range: 'bytes=10-' } })).status).toBe(416);
  });

  it('is worth nothing to another business', async () => {
    const other = await documentOffice(world, { name: 'Nachtwerk', origin: otherOrigin });
    const { id } = await office.upload(office.owner, plan, { name: 'ours.txt' });
    expect((await other.owner('POST', `/v1/console/documents/${id}/link`, {})).status).toBe(404);
    expect((await other.owner('POST', '/v1/console/uploads', { name: 'x', size: 1, clientId: office.clientId })).status).toBe(404);
    const path = new URL((await office.link(office.owner, id)).url).pathname;
    expect((await world.fetch(path.replace(office.at.business.id, other.at.business.id))).status).toBe(404);
  });
});

describe('order', () => {
  it('sorts by category and project, and finds by the beginnings of words', async () => {
    const shop = await documentOffice(world, { name: 'Order', origin: 'https://order.example' });
    const project = await (await shop.owner('POST', '/v1/console/projects', { clientId: shop.clientId, name: 'Garden house' })).json() as { id: string };
    await shop.upload(shop.owner, Buffer.from('a'), { name: 'Übergabe_Protokoll-2026.txt', category: 'deliverables', projectId: project.id });
    world.advance(1);
    await shop.upload(shop.owner, Buffer.from('b'), { name: 'Vertrag.txt', category: 'contracts' });
    const names = async (query: string): Promise<string[]> => (await (await shop.page.call('GET', `/v1/documents?${query}`)).json() as DocumentPage).items.map(({ name }) => name);
    expect(await names('')).toEqual(['Vertrag.txt', 'Übergabe_Protokoll-2026.txt']);
    expect(await names('category=contracts')).toEqual(['Vertrag.txt']);
    expect(await names(`project=${project.id}`)).toEqual(['Übergabe_Protokoll-2026.txt']);
    expect(await names('search=prot%20uber')).toEqual(['Übergabe_Protokoll-2026.txt']);
    expect(await names('search=rotokoll')).toEqual([]);
    expect(await names('search=%25')).toHaveLength(2);
    const start = await (await shop.page.call('GET', '/v1/documents/start')).json() as DocumentStart;
    expect(start.categories.filter(({ count }) => count > 0)).toEqual([{ category: 'contracts', count: 1 }, { category: 'deliverables', count: 1 }]);
    expect(start.projects).toEqual([{ id: project.id, name: 'Garden house' }]);
  });

  it('files issued invoices by itself, in one order with the rest, page by page', async () => {
    const shop = await documentOffice(world, { name: 'Papers', origin: 'https://papers.example' });
    for (let count = 1; count <= 3; count += 1) {
      world.advance(1);
      const { id } = await (await shop.owner('POST', '/v1/console/invoices', { clientId: shop.clientId, lines: [{ description: 'Visit', unitPriceMinor: 100 * count }] })).json() as { id: string };
      await shop.owner('POST', `/v1/console/invoices/${id}/issue`, {});
      world.advance(1);
      await shop.upload(shop.owner, Buffer.from(String(count)), { name: `${count}.txt`, category: 'reports' });
    }
    await shop.owner('POST', '/v1/console/invoices', { clientId: shop.clientId, lines: [{ description: 'Only a draft', unitPriceMinor: 1 }] });
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: DocumentPage = await (await shop.page.call('GET', `/v1/documents?limit=2${cursor ? `&cursor=${cursor}` : ''}`)).json() as DocumentPage;
      found.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor;
    }
    expect(found).toEqual(['3.txt', 'INV-2026-0003.pdf', '2.txt', 'INV-2026-0002.pdf', '1.txt', 'INV-2026-0001.pdf']);
    const { items: [latest] } = await (await shop.page.call('GET', '/v1/documents?category=invoices')).json() as DocumentPage;
    expect(latest).toMatchObject({ source: 'invoice', name: 'INV-2026-0003.pdf', by: 'system' });
    expect((await shop.download(shop.page.call, latest?.id ?? '')).subarray(0, 5).toString()).toBe('%PDF-');
    await world.deps.store.write((tx) => addClientWithContact(world.deps, tx, shop.at.scope, { name: 'Neighbour', email: 'neighbour@mail.example' }, 'staff'));
    const neighbour = await signIn(world, shop.at, 'neighbour@mail.example');
    for (const page of [neighbour, office.page]) {
      expect((await page.call('GET', `/v1/documents/${latest?.id}`)).status).toBe(404);
      expect((await page.call('POST', `/v1/documents/${latest?.id}/link`, {})).status).toBe(404);
    }
    expect((await (await neighbour.call('GET', '/v1/documents')).json() as DocumentPage).items).toEqual([]);
  });
});

describe('a client with documents', () => {
  it('stays what it is: nobody merges it away', async () => {
    const shop = await documentOffice(world, { name: 'Merging', origin: 'https://merging.example' });
    const other = await world.deps.store.write((tx) => addClientWithContact(world.deps, tx, shop.at.scope, { name: 'Same person', email: 'same@mail.example' }, 'staff'));
    const { id } = await shop.start(shop.owner, 10, { name: 'coming.txt' });
    const merge = (): Promise<Response> => shop.owner('POST', `/v1/console/clients/${other.clientId}/merge`, { from: shop.clientId });
    expect((await merge()).status).toBe(409);
    await shop.owner('DELETE', `/v1/console/uploads/${id}`);
    await shop.upload(shop.owner, Buffer.from('x'), { name: 'x.txt' });
    expect((await merge()).status).toBe(409);
  });
});

describe('a page elsewhere', () => {
  it('may send parts of files, and read how far they have come', async () => {
    const preflight = await world.fetch('/v1/uploads/01aaaaaaaaaaaaaaaaaaaaaaaa', { method: 'OPTIONS', headers: { origin: office.at.origin, 'access-control-request-method': 'PATCH' } });
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Upload-Offset');
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PATCH');
    const { id } = await office.start(office.page.call, 10, { name: 'x.txt' });
    expect((await office.page.call('HEAD', `/v1/uploads/${id}`)).headers.get('access-control-expose-headers')).toContain('Upload-Offset');
  });
});

describe('another person of the same client', () => {
  it('does not touch an upload that is not theirs', async () => {
    const shop = await documentOffice(world, { name: 'Two people', origin: 'https://two.example' });
    await shop.owner('POST', `/v1/console/clients/${shop.clientId}/contacts`, { name: 'Second', email: 'second@mail.example' });
    const second = await signIn(world, shop.at, 'second@mail.example');
    const { id } = await shop.start(shop.page.call, 10, { name: 'mine.txt' });
    for (const [method, path] of [['GET', ''], ['DELETE', ''], ['POST', '/complete']] as const) expect((await second.call(method, `/v1/uploads/${id}${path}`, method === 'POST' ? {} : undefined)).status, method).toBe(404);
    const filed = await shop.upload(shop.page.call, Buffer.from('for both'), { name: 'both.txt' });
    expect((await second.call('GET', `/v1/documents/${filed.id}`)).status).toBe(200);
  });
});
