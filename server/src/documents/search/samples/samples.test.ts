import type { SearchResults } from '@portico/contract/documents/search.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testWorld, type TestWorld } from '../../../test-support/test-world.ts';
import { documentOffice, type DocumentOffice } from '../../test-support/document-office.ts';
import { cells, samples } from './sample-texts.ts';

const folder = join(import.meta.dirname, 'files');
const kinds = readdirSync(folder).filter((name) => !name.endsWith('.md'));

let world: TestWorld;
let office: DocumentOffice;
beforeAll(async () => {
  world = await testWorld();
  office = await documentOffice(world);
  // Under names that say nothing.
  for (const [index, name] of kinds.entries()) await office.upload(office.owner, readFileSync(join(folder, name)), { name: nameOf(index) });
  await world.settle();
}, 300_000);
afterAll(() => world.close());

const nameOf = (index: number): string => `${index}.${kinds[index]?.split('.').at(-1)}`;
const kindOf = (name: string): string => kinds[Number.parseInt(name, 10)] ?? '';
const find = async (q: string): Promise<SearchResults['items']> => (await (await office.page.call('GET', `/v1/document-search?limit=50&q=${encodeURIComponent(q)}`)).json() as SearchResults).items;
const isScan = (name: string): boolean => name.includes('scanner');

describe.each(samples)('what LibreOffice, Chromium, our own papers and scanners write in $lang', ({ lang, asked, scanned, shown }) => {
  const own = (filter: (name: string) => boolean): string[] => kinds.filter((name) => name.startsWith(`${lang}.`) && filter(name)).sort();

  it.each(asked)('is found by %s', async (phrase) => {
    const found = (await find(phrase)).map(({ document }) => kindOf(document.name)).filter((name) => !isScan(name));
    expect(found.sort()).toEqual(own((name) => !isScan(name)));
  });

  it.each(scanned)('is found in a scan by %s, with a layer of text or without', async (phrase) => {
    const found = (await find(phrase)).map(({ document }) => kindOf(document.name)).filter(isScan);
    // No model for Japanese comes with us.
    expect(found.sort()).toEqual(own((name) => isScan(name) && name !== 'ja.scanner.pdf'));
  });

  it('shows where', async () => {
    for (const { document, passage } of await find(asked[0] ?? '')) {
      if (isScan(kindOf(document.name))) continue;
      expect(passage?.text, document.name).toContain(shown);
      expect(passage?.marks.length, document.name).toBeGreaterThan(0);
    }
  });
});

describe('a cell', () => {
  it.each(cells)('is found as it is shown: $asked', async ({ asked, shown }) => {
    const found = await find(asked);
    expect(found.map(({ document }) => kindOf(document.name)).sort()).toEqual(kinds.filter((name) => /xlsx|ods/.test(name)).sort());
    for (const { passage } of found) expect(passage?.text).toContain(shown);
  });
});
