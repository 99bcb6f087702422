import type { SearchResults } from '@portico/contract/documents/search.ts';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addClientWithContact } from '../../clients/public.ts';
import { signIn } from '../../test-support/page-client.ts';
import { otherOrigin, type Caller } from '../../test-support/people.ts';
import { testWorld, type TestWorld } from '../../test-support/test-world.ts';
import { eraseFilesOf } from '../erase-files.ts';
import { documentOffice, type DocumentOffice } from '../test-support/document-office.ts';
import { indexMissing } from './index-missing.ts';
import { documentTexts, documentWords } from './tables.ts';

let world: TestWorld;
let office: DocumentOffice;
beforeAll(async () => {
  world = await testWorld();
  office = await documentOffice(world);
});
afterAll(() => world.close());

const find = async (who: Caller, q: string, more = ''): Promise<SearchResults['items']> => {
  const answer = await who('GET', `${who === office.page.call ? '/v1' : '/v1/console'}/document-search?q=${encodeURIComponent(q)}${more}`);
  if (answer.status !== 200) throw new Error(await answer.text());
  return (await answer.json() as SearchResults).items;
};
const names = async (who: Caller, q: string): Promise<string[]> => (await find(who, q)).map(({ document }) => document.name);
const countRows = (): Promise<number[]> => world.deps.store.read(async (db) => [(await db.select().from(documentWords)).length, (await db.select().from(documentTexts)).length]);

describe('a search', () => {
  it('finds a report by what is in it and by its name, the name while typing, the best first', async () => {
    await office.upload(office.owner, Buffer.from('The performance in Q3 was better than hoped.'), { name: 'scan0815.txt' });
    await office.upload(office.owner, Buffer.from('Nothing to see.'), { name: 'Q3 performance.txt' });
    await office.upload(office.owner, Buffer.from('Kestrel'), { name: 'other.txt', note: 'with the kingfisher corrected' });
    await world.settle();
    expect(await names(office.page.call, 'Q3 performance')).toEqual(['Q3 performance.txt', 'scan0815.txt']);
    expect(await names(office.page.call, 'q3 perf')).toEqual(['Q3 performance.txt']);
    expect(await names(office.page.call, 'performances Q3 hoping')).toEqual([]);
    expect(await names(office.page.call, '"better than"')).toEqual(['scan0815.txt']);
    expect(await names(office.page.call, '"than better"')).toEqual([]);
    expect(await find(office.page.call, 'kingfisher')).toMatchObject([{ document: { name: 'other.txt' }, passage: null }]);
    const [byName] = await find(office.owner, 'q3');
    expect(byName).toMatchObject({ nameMarks: [{ start: 0, end: 2 }], isSearchable: true });
    expect(await find(office.page.call, '?!')).toEqual([]);
  }, 60_000);

  it('shows the latest version and the latest name', async () => {
    const { id } = await office.upload(office.owner, Buffer.from('wagtail'), { name: 'birds.txt' });
    await world.settle();
    await office.upload(office.owner, Buffer.from('nuthatch'), { name: 'birds.txt', documentId: id });
    await world.settle();
    expect([await names(office.owner, 'wagtail'), await names(office.owner, 'nuthatch')]).toEqual([[], ['birds.txt']]);
    await office.owner('PATCH', `/v1/console/documents/${id}`, { name: 'Ornithology' });
    await world.settle();
    expect([await names(office.owner, 'birds'), await names(office.owner, 'ornith'), await names(office.owner, 'nuthatch')]).toEqual([[], ['Ornithology'], ['Ornithology']]);
  }, 60_000);

  it('shows a client only what they may see, and stops when they may no more', async () => {
    const { id } = await office.upload(office.owner, Buffer.from('dotterel'), { name: 'secret.txt' });
    await world.settle();
    const email = 'another@mail.example';
    await world.deps.store.write((tx) => addClientWithContact(world.deps, tx, office.at.scope, { name: 'Another', email }, 'staff'));
    const other = await signIn(world, office.at, email);
    expect((await (await other.call('GET', '/v1/document-search?q=dotterel')).json() as SearchResults).items).toEqual([]);
    const elsewhere = await documentOffice(world, { origin: otherOrigin });
    expect((await (await elsewhere.owner('GET', '/v1/console/document-search?q=dotterel')).json() as SearchResults).items).toEqual([]);
    expect(await names(office.page.call, 'dotterel')).toEqual(['secret.txt']);
    await office.owner('PATCH', `/v1/console/documents/${id}/rights`, { contacts: [{ contactId: office.contactId, right: { level: 'none', download: false } }] });
    expect([await names(office.page.call, 'dotterel'), await names(office.owner, 'dotterel')]).toEqual([[], ['secret.txt']]);
    await office.owner('PATCH', `/v1/console/documents/${id}/rights`, { contacts: [{ contactId: office.contactId, right: null }] });
    await office.owner('PATCH', `/v1/console/documents/${id}`, { archived: true });
    expect(await names(office.page.call, 'dotterel')).toEqual([]);
  }, 60_000);

  it('refuses what is no question', async () => {
    for (const query of ['', '?q=', '?q=%20', `?q=${'a'.repeat(201)}`, '?q=a&limit=51', '?q=a&client=x']) expect((await office.page.call('GET', `/v1/document-search${query}`)).status).toBe(422);
  });
});

describe('a bomb', () => {
  it('is kept, found by its name, and costs nothing else', async () => {
    const types = Buffer.from('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>');
    const bomb = zipSync({ '[Content_Types].xml': types, 'word/document.xml': new Uint8Array(60 * 1024 ** 2) });
    await office.upload(office.owner, bomb, { name: 'dynamite.docx' });
    await office.upload(office.owner, Buffer.from(`%PDF-1.7\n${'('.repeat(200_000)}`), { name: 'broken.pdf' });
    await office.upload(office.owner, Buffer.from('sandpiper'), { name: 'beside.txt' });
    await world.settle();
    expect(await names(office.owner, 'sandpiper')).toEqual(['beside.txt']);
    expect(await find(office.owner, 'dynamite')).toMatchObject([{ document: { state: 'available' }, isSearchable: false, whyNot: 'Reading it took more time or memory than one file may.' }]);
    expect(await find(office.owner, 'broken')).toMatchObject([{ isSearchable: false }]);
    expect(await find(office.page.call, 'dynamite')).toMatchObject([{ isSearchable: false, whyNot: '' }]);
  }, 60_000);
});

describe('what is gone', () => {
  it('is in the index no more: deleted, and erased with its client', async () => {
    const before = await countRows();
    const { id } = await office.upload(office.owner, Buffer.from('whimbrel and curlew'), { name: 'waders.txt' });
    await world.settle();
    expect(await names(office.owner, 'whimbrel')).toEqual(['waders.txt']);
    await office.owner('DELETE', `/v1/console/documents/${id}`);
    expect(await countRows()).toEqual(before);
    await world.deps.store.write((tx) => eraseFilesOf(world.deps, tx, office.at.scope, office.clientId));
    expect(await countRows()).toEqual([0, 0]);
    expect(await indexMissing(world.deps)).toBe(0);
  }, 60_000);
});
