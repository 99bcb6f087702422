import { describe, expect, it } from 'vitest';
import { consoleSizes, elementSizes, pageWith } from './size-limits.ts';

const chunk = (name: string, gzip: number, imports: string[] = [], dynamicImports: string[] = []) => ({ name, gzip, entry: false, imports, dynamicImports });
const files = {
  'portal.js': { ...chunk('portal', 1000), entry: true },
  'login.js': { ...chunk('login', 2000, ['core-a.js', 'core-forms-f.js', 'chunk-b.js'], ['chunk-later.js', 'chunk-list.js']), entry: true },
  'chunk-b.js': chunk('b', 300, ['core-a.js']),
  'chunk-later.js': chunk('answers-view', 50_000, ['login.js']),
  'chunk-list.js': chunk('appointments-view', 4000, ['login.js']),
  'core-a.js': chunk('core', 9000, [], ['core-calls-c.js']),
  'core-calls-c.js': chunk('core-calls', 6000, ['core-a.js']),
  'core-forms-f.js': chunk('core-forms', 700, ['core-a.js']),
};

describe('size limits', () => {
  it('charges an element for its own chunks and not for the shared core', () => {
    expect(elementSizes(files).find(({ name }) => name === 'login.js')).toMatchObject({ gzip: 2300, limit: 6144 });
  });

  it('charges a page for everything that it fetches by itself, once: also for what is imported after the first screen', () => {
    expect(elementSizes(files).find(({ name }) => name === 'a page with login.js'))
      .toMatchObject({ gzip: 1000 + 2000 + 300 + 9000 + 6000 + 700, limit: 40_960 });
  });

  it('charges more for who is signed in, and for an act only what nobody has to wait for', () => {
    expect(elementSizes(files).find(({ name }) => name.startsWith('a page with login.js at its heaviest'))).toMatchObject({ gzip: 23_000 });
    expect(pageWith('login.js', files, { isSignedIn: true })).not.toContain('chunk-later.js');
  });

  it('charges for a chunk that nobody has thought about', () => {
    const { 'chunk-later.js': later, ...rest } = files;
    expect(pageWith('login.js', { ...rest, 'chunk-later.js': { ...later, name: 'something-new' } })).toContain('chunk-later.js');
  });

  it('charges a page for its one language, the largest, and for the words of what only who is signed in sees', () => {
    const words = {
      'chunk-de.js': chunk('words-login-de', 500), 'chunk-ar.js': chunk('words-login-ar', 700),
      'chunk-list.js': chunk('words-bookings-list-ar', 40), 'chunk-late.js': chunk('words-bookings-later-ar', 9000),
    };
    const spoken = { ...files, ...words, 'login.js': { ...files['login.js'], dynamicImports: Object.keys(words) } };
    const sizes = Object.fromEntries(elementSizes(spoken).map(({ name, gzip }) => [name, gzip]));
    expect(sizes['a page with login.js at its heaviest, signed in and in ar']).toBe((sizes['a page with login.js'] ?? 0) + 700 + 40);
    expect(pageWith('login.js', spoken, { language: 'ar' })).not.toContain('chunk-list.js');
  });

  it('holds the loader and the core to their own limits', () => {
    const limits = elementSizes(files).map(({ name, limit }) => [name, limit]);
    expect(limits).toContainEqual(['portal.js', 1536]);
    expect(limits).toContainEqual(['shared core', 20_480]);
  });

  it("counts what the console's first screen needs", () => {
    const built = {
      'console.js': { ...chunk('console', 5, ['chunk-a.js'], ['chunk-later.js']), entry: true },
      'chunk-a.js': chunk('a', 7, ['console.js']),
      'chunk-later.js': chunk('later', 100),
    };
    expect(consoleSizes(built)[0]).toMatchObject({ gzip: 12 });
  });
});
