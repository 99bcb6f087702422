import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { minifyHTMLLiterals } from 'minify-literals';
import { minify } from 'terser';

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

/**
 * ky can tell how far an upload has come, which takes a sixth of it; nothing here asks. Refuses to build when another
 * version of ky keeps it elsewhere.
 */
export function withoutProgress() {
  const left = { 'utils/body.js': [/^[^]*$/, 'export const streamRequest = (request) => request, streamResponse = (response) => response;'],
    'core/constants.js': [/supportsRequestStreams = \(\(\) => \{[^]*?\n\}\)\(\)/, 'supportsRequestStreams = false'] };
  return {
    name: 'without-progress',
    transform(code, id) {
      const [, file] = /\/node_modules\/ky\/distribution\/(.*)$/.exec(id) ?? [];
      const [what, instead] = left[file] ?? [];
      if (!what) return null;
      if (!/streamRequest|supportsRequestStreams/.test(code) || !what.test(code)) this.error(`${id} is not as it was: look again what of ky is used`);
      return code.replace(what, instead);
    },
  };
}

/** Whole chunks at once: names that only a module knows may be shortened too. */
export function minifyChunks() {
  return {
    name: 'minify-chunks',
    async renderChunk(code, _chunk, options) {
      // Only esbuild shortens #private names, only terser the rest as far as it goes.
      const { code: short } = await transform(code, { minifyIdentifiers: true, target: 'es2022' });
      const small = await minify(short, { module: options.format === 'es', ecma: 2022, compress: { passes: 3 }, format: { comments: false } });
      return { code: small.code, map: null };
    },
  };
}

/** Empties the folder before its first output is written. */
export function emptyFirst(folder) {
  return { name: 'empty-first', buildStart() { rmSync(folder, { recursive: true, force: true }); } };
}

/** Puts the name of the shared core, which `built` has just made, where the loader reads it; and what all words end in. */
export function nameCore(built, wordsHash) {
  return {
    name: 'name-core',
    transform(code, id) {
      if (!id.endsWith('/embed/core-file.ts')) return null;
      return code.replace(/''/, `'${built.nameOf('core')}'`).replace(/''/, `'${wordsHash}'`);
    },
  };
}

/** Refuses a loader that does not know every element. */
export function requireNames(elements) {
  return {
    name: 'require-names',
    transform(code, id) {
      if (!id.endsWith('/embed/element-names.ts')) return;
      const missing = elements.filter((name) => !code.includes(`'${name}'`));
      if (missing.length > 0) this.error(`embed/element-names.ts does not name ${missing.join(', ')}: the loader would never find its tag`);
    },
  };
}

/**
 * Beside each file its .gz and .br; in the folder a manifest.json with sizes, integrity and imports, and an
 * integrity.json for people. Several outputs may share one folder, so one instance must serve them all.
 */
export function manifest(folder, version) {
  const files = {};
  return {
    name: 'manifest',
    nameOf: (chunk) => Object.keys(files).find((file) => files[file].name === chunk) ?? '',
    writeBundle(_options, bundle) {
      for (const file of Object.values(bundle)) files[file.fileName] = describe(file, folder);
      mkdirSync(folder, { recursive: true });
      const hashes = Object.fromEntries(Object.entries(files).map(([name, { integrity }]) => [name, integrity]));
      const write = (name, content) => writeFileSync(join(folder, name), `${JSON.stringify(content, null, 2)}\n`);
      write('manifest.json', { version, files });
      write('integrity.json', { version, files: hashes });
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
    name: file.name ?? file.fileName,
    raw: content.length,
    gzip: gzip.length,
    brotli: brotli.length,
    integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
    entry: file.isEntry ?? false,
    imports: file.imports ?? [],
    dynamicImports: file.dynamicImports ?? [],
  };
}
