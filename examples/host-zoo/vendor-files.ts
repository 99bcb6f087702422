import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compile } from 'tailwindcss';

const require = createRequire(import.meta.url);
const here = fileURLToPath(new URL('.', import.meta.url));
const pages = `${here}pages/`;
const built = fileURLToPath(new URL('../../packages/elements/dist/v1/', import.meta.url));
const made = new Map<string, Promise<string>>();

/** What other people's tools bring into a page: from npm, made once when the zoo is first asked for it. */
const makers: Readonly<Record<string, (words: Readonly<Record<string, string>>) => Promise<string>>> = {
  'vendor/bootstrap.min.css': () => readFile(require.resolve('bootstrap/dist/css/bootstrap.min.css'), 'utf8'),
  'vendor/bootstrap.bundle.min.js': () => readFile(require.resolve('bootstrap/dist/js/bootstrap.bundle.min.js'), 'utf8'),
  'vendor/tailwind.css': tailwind,
  'vendor/react-strict.js': () => reactStrict(),
  // The same page with the version before, which handles custom elements in another way.
  'vendor/react-18.js': () => reactStrict({ 'react': 'react18', 'react-dom': 'react-dom18' }),
  'vendor/turbo.js': () => readFile(require.resolve('@hotwired/turbo/dist/turbo.es2017-umd.js'), 'utf8'),
};

export async function vendorFile(path: string, words: Readonly<Record<string, string>>): Promise<string | undefined> {
  const other = /^vendor\/other\/([\w-]+\.js)$/.exec(path)?.[1];
  if (other) return otherVersion(other);
  const make = makers[path];
  if (!make) return undefined;
  const text = made.get(path) ?? make(words);
  made.set(path, text);
  return text;
}

/** The preflight and the few utilities that the page uses, as Tailwind's own tools would write them. */
async function tailwind(): Promise<string> {
  const { build: write } = await compile("@import 'tailwindcss';", {
    loadStylesheet: async (id, base) => {
      const path = require.resolve(id === 'tailwindcss' ? 'tailwindcss/index.css' : id);
      return { path, base, content: await readFile(path, 'utf8') };
    },
  });
  return write(['mx-auto', 'max-w-3xl', 'p-8', 'text-3xl', 'font-bold', 'text-gray-600', 'rounded-lg', 'border', 'px-4', 'py-2']);
}

async function reactStrict(alias: Readonly<Record<string, string>> = {}): Promise<string> {
  const { outputFiles: [file] } = await build({
    entryPoints: [`${pages}react-strict.jsx`], bundle: true, write: false, format: 'iife', jsx: 'automatic', target: 'es2022',
    define: { 'process.env.NODE_ENV': '"development"' }, alias, absWorkingDir: here,
  });
  return file?.text ?? '';
}

/** The same files as an older release, from another address. */
async function otherVersion(name: string): Promise<string> {
  return (await readFile(built + name, 'utf8')).replaceAll(/(["'`])\d+\.\d+\.\d+\1/g, '"0.0.1"');
}
