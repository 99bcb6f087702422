import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { publicTokens } from '../../../elements/src/playground/token-list.ts';
import { elementsOf } from './editor-data.ts';
import { elementsManifest } from './manifest.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const folder = join(root, 'packages/elements');
const manifest = elementsManifest(root);
const sources = globSync('src/**/*.ts', { cwd: folder, exclude: ['src/**/*.test.ts', 'src/test-support/**'] }).map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
const sliceOf: Readonly<Record<string, string>> = { 'portal-bookings': 'src/bookings', 'portal-documents': 'src/documents', 'portal-invoices': 'src/invoices', 'portal-login': 'src/auth' };
const within = (slice: string, ending = '.ts'): string[] => sources.filter(({ file }) => `${dirname(file)}/`.startsWith(`${slice}/`) && file.endsWith(ending)).map(({ text }) => text);
const unique = (names: Iterable<string>): string[] => [...new Set(names)].sort();

const statesIn = (text: string): string[] => [...text.matchAll(/const states? = .*/g)].flatMap(([line]) => [...line.matchAll(/'(\w+)'/g)].map(([, state]) => state ?? ''));

/** What a slice's sources put into `part`, also where the names are made: `day-${state}` of states listed nearby. */
function partsIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) => [
    ...[...text.matchAll(/\spart="([^"]*)"/g)].flatMap(([, value = '']) => [...value.replaceAll(/\$\{[^}]*\}/g, ' ').split(' '), ...[...value.matchAll(/'([\w-]+)'/g)].map(([, name]) => name ?? '')]),
    ...[...text.matchAll(/\spart=\$\{\w[^?]*\? '([\w-]+)' : '([\w-]+)'\}/g)].flatMap(([, one = '', other = '']) => [one, other]),
    ...[...text.matchAll(/part=\$\{\['(\w+)', \.\.\.states/g)].flatMap(([, part = '']) => [part, ...statesIn(text).map((state) => `${part}-${state}`)]),
  ]).filter(Boolean);
}

describe('custom-elements.json', () => {
  it('is what the sources say: run "npm run manifest" when this fails', () => {
    expect(JSON.parse(readFileSync(join(folder, 'custom-elements.json'), 'utf8'))).toEqual(manifest);
  });

  it('lists every element that the loader knows, each described', () => {
    const elements = elementsOf(manifest);
    expect(elements.map(({ tagName }) => tagName).sort()).toEqual(Object.keys(sliceOf).sort());
    for (const { description, attributes, events, cssParts } of elements) {
      for (const said of [description, ...[...attributes, ...events, ...cssParts].map((one) => one.description)]) expect(said).toMatch(/\S{2,}/);
    }
  });

  for (const element of elementsOf(manifest)) {
    const slice = sliceOf[element.tagName] ?? '';
    it(`names the events that <${element.tagName}> tells, and no others`, () => {
      const texts = [...within(slice), ...within('src/base', '/portal-element.ts')];
      const told = texts.flatMap((text) => [...text.matchAll(/emit(?:\(|\([^()]*\? )'(portal-[\w-]+)'(?: : '(portal-[\w-]+)')?/g)].flatMap(([, one = '', other = '']) => [one, other])).filter(Boolean);
      expect(element.events.map(({ name }) => name).sort()).toEqual(unique(told));
    });

    it(`names the events of <${element.tagName}> that have a type, and no others`, () => {
      const typed = [...within(slice, '-events.ts'), ...within('src/base', '-events.ts')].flatMap((text) => [...text.matchAll(/^ {2,4}'(portal-[\w-]+)': /gm)].map(([, name]) => name ?? ''));
      expect(element.events.map(({ name }) => name).sort()).toEqual(unique(typed));
    });

    it(`names the parts of <${element.tagName}>, and no others`, () => {
      const own = unique(partsIn(within(slice).filter((text) => !text.includes('name="form"') || text.includes('PortalElement'))));
      const shared = unique(partsIn(within('src/base')));
      const named = element.cssParts.map(({ name }) => name).sort();
      expect(own.filter((part) => !named.includes(part)), 'in the code, not in the manifest').toEqual([]);
      expect(named.filter((part) => !own.includes(part) && !shared.includes(part)), 'in the manifest, not in the code').toEqual([]);
    });
  }

  it('knows every state that an element sets on itself', () => {
    const [line = ''] = within('src/base', '/portal-element.ts').flatMap((text) => /const states = \{.*\};/.exec(text) ?? []);
    const set = [...line.matchAll(/'([\w-]+)':/g)].map(([, state]) => state ?? '').sort();
    expect(set.length).toBeGreaterThan(0);
    for (const { tagName, cssStates } of elementsOf(manifest)) {
      const own = within(sliceOf[tagName] ?? '').flatMap((text) => [...text.matchAll(/toggleState\('([\w-]+)'/g)].map(([, state]) => state ?? ''));
      expect(cssStates.map(({ name }) => name).sort(), tagName).toEqual(unique([...set, ...own]));
    }
  });

  it('knows every token that a style reads, and no others', () => {
    const read = sources.filter(({ file }) => file.endsWith('.styles.ts') || file.includes('/base/'))
      .flatMap(({ text }) => [...text.matchAll(/var\((--portal-[\w-]+)/g)].map(([, name]) => name ?? ''));
    expect(publicTokens.map(({ name }) => name).sort()).toEqual(unique(read));
    expect(publicTokens).toHaveLength(29);
  });
});
