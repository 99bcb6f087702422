import type { SearchResults } from '@portico/contract/documents/search.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import PdfDocument from 'pdfkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jobs } from '../../jobs/tables.ts';
import { testWorld, type TestWorld } from '../../test-support/test-world.ts';
import { blankPng } from '../test-support/blank-png.ts';
import { documentOffice, type DocumentOffice } from '../test-support/document-office.ts';

let world: TestWorld;
let office: DocumentOffice;
beforeAll(async () => {
  world = await testWorld();
  office = await documentOffice(world);
});
afterAll(() => world.close());

const find = async (q: string): Promise<SearchResults['items']> => (await (await office.owner('GET', `/v1/console/document-search?q=${encodeURIComponent(q)}`)).json() as SearchResults).items;
const readings = (): Promise<number> => world.deps.store.read(async (db) => (await db.select().from(jobs)).filter(({ kind }) => kind === 'document.read_pictures').length);

/** What a telephone takes a picture of: the picture inside of a scan. */
function photograph(lang: string): Buffer {
  const scan = readFileSync(join(import.meta.dirname, `samples/files/${lang}.scanner.pdf`));
  return scan.subarray(scan.indexOf(Buffer.from('ffd8ff', 'hex')), scan.lastIndexOf(Buffer.from('ffd9', 'hex')) + 2);
}

async function pdf(draw: (document: PDFKit.PDFDocument) => void, layout: 'portrait' | 'landscape' = 'portrait'): Promise<Buffer> {
  const document = new PdfDocument({ size: 'A6', margin: 0, layout });
  const pieces: Buffer[] = [];
  const ended = new Promise((done) => { document.on('data', (piece: Buffer) => pieces.push(piece)).once('end', done); });
  draw(document);
  document.end();
  await ended;
  return Buffer.concat(pieces);
}

it('a photograph of a paper is found by what it says, on its side too, and is read once', async () => {
  const { id } = await office.upload(office.page.call, photograph('de'), { name: 'IMG_0815.jpg' });
  const sideways = await pdf((document) => document.rotate(90).image(photograph('en'), 0, -419, { width: 297 }), 'landscape');
  await office.upload(office.page.call, sideways, { name: 'scan.pdf' });
  await world.settle();
  expect(await find('"Größlerstrasse bittet um Zahlung"')).toMatchObject([{ document: { name: 'IMG_0815.jpg' }, isSearchable: true, whyNot: '' }]);
  const [found] = await find('"better than hoped"');
  expect(found?.document.name).toBe('scan.pdf');
  expect(found?.passage?.text).toContain('better than hoped');
  const before = await readings();
  await office.owner('PATCH', `/v1/console/documents/${id}`, { name: 'Mahnung' });
  await world.settle();
  expect(await find('Größlerstrasse')).toMatchObject([{ document: { name: 'Mahnung' } }]);
  expect(await readings()).toBe(before);
}, 120_000);

it('pages that are pictures are read among pages that are not', async () => {
  const mixed = await pdf((document) => document.text('A covering letter about kingfishers', 20, 20).addPage().image(photograph('fr'), 0, 0, { width: 297 }));
  await office.upload(office.owner, mixed, { name: 'mixed.pdf' });
  await world.settle();
  for (const phrase of ['"covering letter about kingfishers"', '"herons cendres"']) expect((await find(phrase)).map(({ document }) => document.name)).toContain('mixed.pdf');
}, 120_000);

it('of many pages only the first twenty without words are read, and staff learn that', async () => {
  const long = await pdf((document) => {
    document.text('All about bitterns, twenty empty sheets and one that says something', 20, 20, { width: 200 });
    for (let page = 0; page < 20; page += 1) document.addPage();
    document.addPage().image(photograph('fr'), 0, 0, { width: 297 });
  });
  await office.upload(office.owner, long, { name: 'long.pdf' });
  await world.settle();
  const names = async (q: string): Promise<string[]> => (await find(q)).map(({ document }) => document.name);
  expect(await names('bitterns')).toEqual(['long.pdf']);
  expect(await names('"herons cendres"')).not.toContain('long.pdf');
  expect(await find('long')).toMatchObject([{ isSearchable: true, whyNot: 'Only the beginning of its content is searched; it is very long.' }]);
}, 120_000);

it('what says nothing, and what is broken, is found by its name, and staff learn why', async () => {
  await office.upload(office.owner, await pdf((document) => document.rect(20, 20, 200, 300).fill('#668844').circle(120, 160, 60).fill('#ddcc22')), { name: 'meadow.pdf' });
  // What a telephone takes today: its points are within the memory that a reader has.
  await office.upload(office.owner, blankPng(6000, 4000), { name: 'overexposed.png' });
  await office.upload(office.owner, Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), { name: 'torn.jpg' });
  await world.settle();
  expect(await find('meadow')).toMatchObject([{ isSearchable: false, whyNot: 'A picture without text: found by its name and notes only.' }]);
  expect(await find('overexposed')).toMatchObject([{ isSearchable: false, whyNot: 'A picture without text: found by its name and notes only.' }]);
  expect(await find('torn')).toMatchObject([{ isSearchable: false, whyNot: 'Its content cannot be read; it may be damaged.' }]);
}, 120_000);
