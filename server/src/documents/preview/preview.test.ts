import { crc32, deflateSync } from 'node:zlib';
import type { Preview } from '@portico/contract/documents/preview.ts';
import PdfDocument from 'pdfkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../../test-support/page-client.ts';
import type { Caller } from '../../test-support/people.ts';
import { testWorld, type TestWorld } from '../../test-support/test-world.ts';
import { findVersion, updateVersion } from '../document-store.ts';
import { documentOffice, type DocumentOffice } from '../test-support/document-office.ts';
import { PreviewMemory } from './preview-memory.ts';
import { shrink } from './render/pixels.ts';

let world: TestWorld;
let office: DocumentOffice;
let pdf: Buffer;
beforeAll(async () => {
  world = await testWorld();
  office = await documentOffice(world);
  pdf = await pages('The heron crosses', 'the estuary at dawn');
});
afterAll(() => world.close());

async function pages(...texts: readonly string[]): Promise<Buffer> {
  const document = new PdfDocument({ size: 'A5', autoFirstPage: false });
  const pieces: Buffer[] = [];
  const ended = new Promise((done) => { document.on('data', (piece: Buffer) => pieces.push(piece)).once('end', done); });
  for (const text of texts) document.addPage().fontSize(30).text(text);
  document.end();
  await ended;
  return Buffer.concat(pieces);
}

const chunk = (kind: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(kind), data]);
  const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, check]);
};
/** A picture of nothing, which says that it is so large. */
const png = (width: number, height: number, bytes = height * (width * 3 + 1)): Buffer => {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(bytes))), chunk('IEND', Buffer.alloc(0))]);
};

const owned = async (content: Uint8Array, name: string): Promise<string> => (await office.upload(office.owner, content, { name })).id;
const look = (who: Caller, path: string): Promise<Response> => who('GET', `${who === office.owner ? '/v1/console' : '/v1'}/documents/${path}`);
const preview = async (who: Caller, id: string, query = ''): Promise<Preview> => {
  const answer = await look(who, `${id}/pages${query}`);
  expect(answer.status, await answer.clone().text()).toBe(200);
  return await answer.json() as Preview;
};
const refused = async (path: string): Promise<[number, unknown]> => {
  const answer = await look(office.page.call, path);
  return [answer.status, (await answer.json() as { reason?: string }).reason];
};
/** Whole points of the page are drawn, so it is a pixel or two less. Of a lossy WebP: its size is in the first frame (RFC 9649, section 2.5). */
const sizeOf = (webp: Buffer): [number, number] => [webp.readUInt16LE(26) & 0x3fff, webp.readUInt16LE(28) & 0x3fff];

it('a picture is made smaller by means, to the last point', () => {
  const data = Uint8ClampedArray.from([0, 100].flatMap((value) => Array.from({ length: 8 }, () => [value, 200, 0, 255]).flat()));
  const small = shrink({ data, width: 4, height: 4 }, 2, 1);
  expect([[...small.data], small.width, small.height]).toEqual([[50, 200, 0, 255, 50, 200, 0, 255], 2, 1]);
  expect([...shrink({ data, width: 4, height: 4 }, 4, 4).data]).toEqual([...data]);
});

describe('pictures of pages', () => {
  it('are drawn of a PDF, as wide as asked for, with the words of each page beside', async () => {
    const id = await owned(pdf, 'plan.pdf');
    expect(await preview(office.page.call, id)).toEqual({
      version: 1, kind: 'pages', pageCount: 2,
      pages: [{ number: 1, width: 559, height: 794, text: expect.stringContaining('The heron crosses') as string }, { number: 2, width: 559, height: 794, text: expect.stringContaining('the estuary at dawn') as string }],
    });
    for (const width of [480, 960]) {
      const answer = await look(office.page.call, `${id}/pages/2?width=${width}`);
      expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-content-type-options'), answer.headers.get('cache-control')]).toEqual([200, 'image/webp', 'nosniff', expect.stringContaining('no-store')]);
      const picture = Buffer.from(await answer.arrayBuffer());
      expect(Math.abs(sizeOf(picture)[0] - width)).toBeLessThanOrEqual(3);
      expect(picture.length).toBeLessThan(60_000);
    }
  });

  it('are made anew of a photograph: nothing that came with it goes out', async () => {
    const withText = Buffer.concat([png(1200, 800).subarray(0, 33), chunk('tEXt', Buffer.from('GPS\0Zanzibar, 6 degrees south')), png(1200, 800).subarray(33)]);
    const id = await owned(withText, 'photo.png');
    expect(await preview(office.page.call, id)).toMatchObject({ kind: 'picture', pageCount: 1, pages: [{ width: 1200, height: 800, text: '' }] });
    const picture = Buffer.from(await (await look(office.page.call, `${id}/pages/1?width=480`)).arrayBuffer());
    expect(sizeOf(picture)).toEqual([480, 320]);
    expect(picture.includes('Zanzibar')).toBe(false);
  });

  it('there are none of what is no picture and no PDF, whatever it is called', async () => {
    for (const [name, content] of [['a.txt', 'plain'], ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'], ['empty.txt', '']] as const) {
      const id = await owned(Buffer.from(content), name);
      expect(await preview(office.page.call, id)).toEqual({ version: 1, kind: 'none', pageCount: 0, pages: [] });
      expect((await refused(`${id}/pages/1`))[0]).toBe(404);
    }
  });

  it('count as opening, once, and only for the client; one may look at what one may not take away', async () => {
    const id = await owned(pdf, 'secret.pdf');
    await office.owner('PATCH', `/v1/console/documents/${id}`, { level: 'view', download: false });
    expect((await office.page.call('POST', `/v1/documents/${id}/link`, {})).status).toBe(403);
    await look(office.owner, `${id}/pages/1`);
    expect((await office.read(id)).reads).toEqual([]);
    for (const page of [2, 1, 1]) expect((await look(office.page.call, `${id}/pages/${page}?width=480`)).status).toBe(200);
    expect((await office.read(id)).reads).toMatchObject([{ version: 1, count: 1 }]);
  });

  it('are of the version asked for', async () => {
    const id = await owned(pdf, 'two.pdf');
    await office.upload(office.owner, await pages('another'), { documentId: id });
    expect((await preview(office.page.call, id)).pageCount).toBe(1);
    expect(await preview(office.page.call, id, '?version=1')).toMatchObject({ version: 1, pageCount: 2 });
    expect((await refused(`${id}/pages?version=3`))[0]).toBe(404);
  });

  it('are refused with a bad page or width, while it is checked for viruses, and to others', async () => {
    const id = await owned(pdf, 'mine.pdf');
    for (const path of ['pages/0', 'pages/201', 'pages/x', 'pages/1?width=100', 'pages/1?width=99999', 'pages?version=0']) expect((await refused(`${id}/${path}`))[0], path).toBe(422);
    expect((await refused(`${id}/pages/3`))[0]).toBe(404);
    await office.owner('POST', `/v1/console/clients/${office.clientId}/contacts`, { name: 'Second', email: 'second.preview@mail.example' });
    const second = (await office.read(id)).people.find(({ name }) => name === 'Second')!.contactId;
    await office.owner('PATCH', `/v1/console/documents/${id}/rights`, { contacts: [{ contactId: second, right: { level: 'none', download: false } }] });
    const { call } = await signIn(world, office.at, 'second.preview@mail.example');
    for (const path of ['pages', 'pages/1']) expect((await call('GET', `/v1/documents/${id}/${path}`)).status).toBe(404);
    const { scope } = office.at;
    const { id: versionId } = await world.deps.store.read(async (db) => (await findVersion(db, scope, id, 1))!);
    const setState = (state: 'quarantined' | 'refused'): Promise<void> => world.deps.store.write((tx) => updateVersion(tx, scope, versionId, { state }));
    await setState('quarantined');
    for (const path of ['pages', 'pages/1']) expect((await look(office.owner, `${id}/${path}`)).status).toBe(409);
    expect((await refused(`${id}/pages/1`))[0]).toBe(404);
    await setState('refused');
    expect((await look(office.owner, `${id}/pages/1`)).status).toBe(409);
  });

  it('say what is wrong with a broken file, and the next one is drawn', async () => {
    const broken: readonly (readonly [string, Buffer])[] = [
      ['cut.pdf', pdf.subarray(0, 400)], ['noise.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5000, 7)])],
      ['huge.png', png(50_000, 50_000, 1_000_000)], ['cut.jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex')],
    ];
    for (const [name, content] of broken) {
      const id = await owned(content, name);
      expect(await refused(`${id}/pages`), name).toEqual([409, 'no_preview']);
      expect((await office.download(office.page.call, id)).equals(content), name).toBe(true);
    }
    expect((await preview(office.page.call, await owned(await pages('after'), 'after.pdf'))).pages[0]?.text).toContain('after');
  });

  it('are there of an invoice, and that a client has looked is written down', async () => {
    const invoice = await (await office.owner('POST', '/v1/console/invoices', { clientId: office.clientId, lines: [{ description: 'Visit', unitPriceMinor: 100 }] })).json() as { id: string };
    await office.owner('POST', `/v1/console/invoices/${invoice.id}/issue`, {});
    expect(await preview(office.page.call, invoice.id)).toMatchObject({ kind: 'pages', pageCount: 1, pages: [{ text: expect.stringContaining('Visit') as string }] });
    expect((await look(office.page.call, `${invoice.id}/pages/1`)).status).toBe(200);
    expect((await refused(`${invoice.id}/pages?version=2`))[0]).toBe(404);
    const { items } = await (await office.owner('GET', `/v1/console/clients/${office.clientId}/timeline`)).json() as { items: { text: string }[] };
    expect(items.map(({ text }) => text).filter((text) => /^Opened .*\.pdf, version 1$/.test(text)).length).toBeGreaterThan(0);
  });
});

it('what was drawn lately is kept within its bytes, the least asked for first to go', () => {
  const memory = new PreviewMemory();
  const tenth = Buffer.alloc(5 * 1024 ** 2);
  for (let n = 0; n < 9; n += 1) memory.keepPicture(`${n}`, tenth);
  memory.picture('0');
  memory.keepPicture('9', tenth);
  expect([memory.picture('0'), memory.picture('1'), memory.picture('9')].map(Boolean)).toEqual([true, false, true]);
});
