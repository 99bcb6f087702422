import type { Document, DocumentKeeping, DocumentPage } from '@portico/contract/documents/document.ts';
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clamdStandIn, eicar, type ClamdStandIn } from '../effects/scanner/test-support/clamd-stand-in.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { documentOffice, type DocumentOffice } from './test-support/document-office.ts';

let clamd: ClamdStandIn;
let world: TestWorld;
let office: DocumentOffice;
beforeEach(async () => {
  clamd = await clamdStandIn({ limit: 500_000 });
  world = await testWorld({ PORTICO_CLAMD: clamd.address });
  office = await documentOffice(world);
});
afterEach(async () => {
  await world.close();
  await clamd.close();
});

const filesIn = (folder: string): number => readdirSync(join(world.config.files.folder, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
const own = async (id: string): Promise<Document> => await (await office.page.call('GET', `/v1/documents/${id}`)).json() as Document;

describe('a file that waits to be checked', () => {
  it('cannot be opened by anybody, and can once it is clean', async () => {
    const filed = await office.upload(office.owner, randomBytes(1000), { name: 'new.bin' });
    expect(filed).toMatchObject({ state: 'quarantined', version: null });
    expect((await office.page.call('GET', `/v1/documents/${filed.id}`)).status).toBe(404);
    expect((await (await office.page.call('GET', '/v1/documents')).json() as DocumentPage).items).toEqual([]);
    const refused = await office.owner('POST', `/v1/console/documents/${filed.id}/link`, {});
    expect([refused.status, (await refused.json() as { reason: string }).reason]).toEqual([409, 'being_checked']);
    await world.settle();
    expect(clamd.seen[0]).toHaveLength(1000);
    expect(await own(filed.id)).toMatchObject({ state: 'available', version: 1 });
    expect([filesIn('incoming'), filesIn('kept')]).toEqual([0, 1]);
  });

  it('is seen by the side that sent it, with the earlier version open meanwhile', async () => {
    const { id } = await office.upload(office.page.call, Buffer.from('one'), { name: 'a.txt' });
    expect(await own(id)).toMatchObject({ state: 'quarantined', version: null, versions: [{ number: 1, state: 'quarantined' }] });
    await world.settle();
    await office.upload(office.page.call, Buffer.from('two'), { name: 'a.txt', documentId: id });
    expect(await own(id)).toMatchObject({ version: 1, versions: [{ number: 2, state: 'quarantined' }, { number: 1, state: 'available' }] });
    expect((await office.download(office.page.call, id)).toString()).toBe('one');
    await world.settle();
    expect((await office.download(office.page.call, id)).toString()).toBe('two');
  });

  it('with a virus is deleted, and everybody concerned is told', async () => {
    const { id } = await office.upload(office.page.call, Buffer.concat([Buffer.from('harmless '), eicar]), { name: 'gift.txt' });
    await world.settle();
    expect(await office.read(id)).toMatchObject({ version: null, state: 'refused', versions: [{ state: 'refused', refusal: 'Eicar-Signature' }] });
    expect(await own(id)).toMatchObject({ state: 'refused', versions: [{ refusal: null }] });
    const answer = await office.owner('POST', `/v1/console/documents/${id}/link`, {});
    expect([answer.status, (await answer.json() as { reason: string }).reason]).toEqual([409, 'content_gone']);
    expect([filesIn('incoming'), filesIn('kept')]).toEqual([0, 0]);
    const audit = await (await office.owner('GET', '/v1/console/audit')).json() as { items: { text: string }[] };
    expect(audit.items.map(({ text }) => text)).toContain('gift.txt was refused: Eicar-Signature was found in it');
  });
});

it('a virus that came for a request opens the request again', async () => {
  const { items: [asked] } = await (await office.owner('POST', '/v1/console/document-requests', { clientIds: [office.clientId], title: 'Your passport' })).json() as { items: { id: string }[] };
  await office.upload(office.page.call, Buffer.from(eicar), { name: 'passport.txt', requestId: asked!.id });
  const stateOf = async (): Promise<unknown> => (await (await office.owner('GET', '/v1/console/document-requests')).json() as { items: { state: string; submittedAt: string | null }[] }).items.map(({ state, submittedAt }) => [state, submittedAt === null]);
  expect(await stateOf()).toEqual([['submitted', false]]);
  await world.settle();
  expect(await stateOf()).toEqual([['open', true]]);
});

describe('a scanner that says nothing', () => {
  it.each(['nonsense', 'hang_up'] as const)('leaves the file locked, tries again, and opens it when it is well: %s', async (how) => {
    clamd.behave(how);
    const { id } = await office.upload(office.owner, randomBytes(300_000), { name: 'x.bin' });
    await world.settle();
    expect(await office.read(id)).toMatchObject({ state: 'quarantined', version: null });
    clamd.behave('well');
    world.advance(1);
    await world.settle();
    expect(await office.read(id)).toMatchObject({ state: 'available', version: 1 });
  });

  it('or stops at its limit leaves it locked, and the console shows why', async () => {
    const { id } = await office.upload(office.owner, randomBytes(900_000), { name: 'large.bin' });
    for (let count = 0; count < 14; count += 1) {
      await world.settle();
      world.advance(6 * 60);
    }
    expect(await office.read(id)).toMatchObject({ state: 'quarantined', version: null });
    const jobs = await (await (await import('../test-support/people.ts')).staffCaller(world, office.at))('GET', '/v1/console/jobs').then((answer) => answer.json()) as { items: { kind: string; state: string; lastError: string }[] };
    expect(jobs.items.find(({ kind }) => kind === 'document.settle')).toMatchObject({ state: 'dead', lastError: expect.stringContaining('raise StreamMaxLength') as string });
  });
});

it('says plainly whether anybody looks', async () => {
  await office.upload(office.owner, randomBytes(1000), { name: 'x.bin' });
  expect(await (await office.owner('GET', '/v1/console/document-keeping')).json() as DocumentKeeping).toMatchObject({ scanner: 'clamd', store: 'disk', waiting: 1, usedBytes: 1000 });
  const open = await testWorld();
  const other = await documentOffice(open);
  expect(await (await other.owner('GET', '/v1/console/document-keeping')).json() as DocumentKeeping).toMatchObject({ scanner: 'none', scannerNote: expect.stringContaining('not checked for viruses') as string });
  await open.close();
});
