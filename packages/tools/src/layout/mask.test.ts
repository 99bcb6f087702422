import { describe, expect, it } from 'vitest';
import { mask } from './mask.ts';
import { treeOf } from './source-tree.ts';

describe('mask', () => {
  it('keeps every offset and line', () => {
    const source = "const a = 'x'; // y\n/* z\n */ const b = `p ${q('r')} s`;\n";
    const { code, bare } = mask(source);
    expect([code.length, bare.length]).toEqual([source.length, source.length]);
    expect(bare.split('\n')).toHaveLength(4);
  });

  it('sees code between templates, however deep, and nothing inside them', () => {
    expect(mask('`a ${b(`c ${d} e`)} f` + g').bare.replace(/\s+/g, ' ')).toBe('` ${b(` ${d} `)} ` + g');
  });

  it('tells a regular expression from a division', () => {
    expect(mask("text.replace(/['\"/*]/g, x) / 2 / y").bare.replace(/\s+/g, ' ')).toBe('text.replace( , x) / 2 / y');
  });

  it('finds no import in strings, templates and comments', () => {
    const source = "const a = \"import x from 'a'\";\n// import 'b';\nconst c = `import 'c';`;\nimport d from 'd';";
    expect(treeOf({ 'a.ts': source }).get('a.ts')?.imports.map(({ specifier }) => specifier)).toEqual(['d']);
  });

  it('knows every way to import', () => {
    const source = "import type { A } from 'a';\nimport b, { type B } from 'b';\nexport * as c from 'c';\nimport 'd';\n"
      + "await import('e');\nexport type { F } from 'f';\nexport const g = 1;\nimport * as h from 'h';";
    const imports = treeOf({ 'a.ts': source }).get('a.ts')?.imports ?? [];
    const kinds = imports.map((found) =>
      found.specifier + (found.isType ? ' type' : '') + (found.isDynamic ? ' later' : ''));
    expect(kinds.sort()).toEqual(['a type', 'b', 'c', 'd', 'e later', 'f type', 'h']);
  });
});
