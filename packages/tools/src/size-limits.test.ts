import { describe, expect, it } from 'vitest';
import { consoleSizes, elementSizes } from './size-limits.ts';

const files = {
  'portal.js': { gzip: 1000, entry: true, imports: [] },
  'login.js': { gzip: 2000, entry: true, imports: ['core-a.js', 'chunk-b.js'] },
  'chunk-b.js': { gzip: 300, entry: false, imports: ['core-a.js'] },
  'core-a.js': { gzip: 9000, entry: false, imports: [] },
};

describe('size limits', () => {
  it('charges an element for its own chunks and not for the shared core', () => {
    expect(elementSizes(files).find(({ name }) => name === 'login.js')).toMatchObject({ gzip: 2300, limit: 6144 });
  });

  it('charges a page for the loader, the element and every static import, once', () => {
    expect(elementSizes(files).find(({ name }) => name === 'a page with login.js'))
      .toMatchObject({ gzip: 12_300, limit: 40_960 });
  });

  it('holds the loader and the core to their own limits', () => {
    const limits = elementSizes(files).map(({ name, limit }) => [name, limit]);
    expect(limits).toContainEqual(['portal.js', 1536]);
    expect(limits).toContainEqual(['shared core', 20_480]);
  });

  it("counts what the console's first screen needs", () => {
    const built = {
      'console.js': { gzip: 5, entry: true, imports: ['chunk-a.js'] },
      'chunk-a.js': { gzip: 7, entry: false, imports: ['console.js'] },
      'chunk-later.js': { gzip: 100, entry: false, imports: [] },
    };
    expect(consoleSizes(built)[0]).toMatchObject({ gzip: 12 });
  });
});
