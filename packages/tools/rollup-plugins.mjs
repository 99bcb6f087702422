import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { minifyHTMLLiterals } from 'minify-literals';

/** Takes the indentation out of lit's html and css, before the types are stripped. */
export function minifyTemplates() {
  return {
    name: 'minify-templates',
    async transform(code, id) {
      if (!id.endsWith('.ts') || !/\b(html|css|svg)`/.test(code)) return null;
      // The minifier takes the slash out of `<path/>`, and in SVG a tag that is not closed swallows its siblings.
      return await minifyHTMLLiterals(code, { fileName: id, htmlTags: ['html'] });
    },
  };
}

/** Whole chunks at once: names that only a module knows may be shortened too. */
export function minifyChunks() {
  return {
    name: 'minify-chunks',
    async renderChunk(code, _chunk, options) {
      const format = options.format === 'es' ? 'esm' : undefined;
      const small = await transform(code, { minify: true, target: 'es2022', format, legalComments: 'none' });
      return { code: small.code, map: null };
    },
  };
}

/** Empties the folder before its first output is written. */
export function emptyFirst(folder) {
  return { name: 'empty-first', buildStart() { rmSync(folder, { recursive: true, force: true }); } };
}

/**
 * Beside each file its .gz and .br; in the folder a manifest.json with sizes, integrity and imports.
 * Several outputs may share one folder, so one instance must serve them all.
 */
export function manifest(folder) {
  const files = {};
  return {
    name: 'manifest',
    writeBundle(_options, bundle) {
      for (const file of Object.values(bundle)) files[file.fileName] = describe(file, folder);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify({ files }, null, 2)}\n`);
    },
  };
}

function describe(file, folder) {
  const content = Buffer.from(file.type === 'chunk' ? file.code : file.source);
  const gzip = gzipSync(content, { level: 9 });
  const brotli = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  writeFileSync(join(folder, `${file.fileName}.gz`), gzip);
  writeFileSync(join(folder, `${file.fileName}.br`), brotli);
  return {
    raw: content.length,
    gzip: gzip.length,
    brotli: brotli.length,
    integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
    name: file.name ?? file.fileName,
    entry: file.isEntry ?? false,
    imports: file.imports ?? [],
    dynamicImports: file.dynamicImports ?? [],
  };
}
