// Bundles what browsers run; the server's TypeScript runs as it is.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import esbuild from 'rollup-plugin-esbuild';
import { emptyFirst, manifest, minifyChunks, minifyTemplates, nameCore, requireNames, withoutProgress } from './packages/tools/rollup-plugins.mjs';

const elements = 'packages/elements/dist/v1';
const consoleFolder = 'packages/console/dist';
const elementsManifest = manifest(elements, JSON.parse(readFileSync('packages/elements/package.json', 'utf8')).version);

/** An address that pages know by heart, where the folder's name is not it. */
const publicNames = { auth: 'login' };

/** What comes beside the first screen, not before it: making requests and listening to changes. */
const calls = [/\/node_modules\/ky\//, /\/packages\/client\/src\/(requests|live|event-stream)\.ts$/];
/** Signing in, and a person's own account. */
const account = [/\/packages\/client\/src\/(auth|me)\.ts$/];
/** What is owed: for the elements that show it. */
const invoices = [/\/packages\/client\/src\/invoices\.ts$/];
/** Sending and fetching files: for the elements that show documents. */
const documents = [/\/packages\/client\/src\/(documents|send-file)\.ts$/, /\/packages\/contract\/src\/documents\//];
/** Asking about plans: for who has one. */
const plans = [/\/packages\/client\/src\/plans\.ts$/];
/** Words of the page itself: few pages have any. */
const pageWords = [/\/elements\/src\/base\/page-words/];
/** Forms: those that password managers see, and fields that open later. */
const forms = [/\/elements\/src\/base\/(light-|form-field)/];
/** Where something has to be loaded that the loader has not asked for early. */
const loads = [/\/elements\/src\/base\/load-controller/];
/** What opens above the page, and what places it there. */
const overlays = [/\/elements\/src\/base\/overlay-/];
/** What every element needs, fetched once. Directives go where they are used. */
const core = [
  /\/node_modules\/(lit|lit-html|lit-element|@lit)\/(?!.*directive)/,
  /\/packages\/(client\/|contract\/src\/(?!embed-|countries)|elements\/src\/base\/)/,
];
/** Only where something is wrong with the page. */
const ownerWords = [/\/embed-findings\.ts$/, /\/warn-owner\.ts$/];
const chunks = {
  'owner-words': ownerWords, 'page-words': pageWords, 'zone-cities': [/\/zone-cities\/cities-of/], 'floating': [/\/node_modules\/@floating-ui\//],
  'core-calls': calls, 'core-account': account, 'core-invoices': invoices, 'core-plans': plans, 'core-documents': documents, 'core-forms': forms, 'core-overlays': overlays, 'core-loads': loads, core,
};
/** `words-bookings-de`: each language of each slice by itself, fetched when a page is in it. */
function wordsOf(id) {
  const [, slice, name] = /\/src\/(\w+)\/locales\/([\w-]+)\.ts$/.exec(id) ?? /\/(zone-cities)\/(\w\w)\.ts$/.exec(id) ?? [];
  return slice && `words-${slice === 'auth' ? '' : `${slice}-`}${name}`;
}

/** One for all files of words: the loader asks for them by name, beside the element. */
const wordsHash = createHash('sha256').update(globSync(['packages/elements/src/*/locales/*.ts', 'rollup.config.mjs', 'packages/tools/rollup-plugins.mjs', 'pnpm-lock.yaml'])
  .sort().map((file) => `${file}\n${readFileSync(file, 'utf8')}`).join('\n')).digest('base64url').replaceAll(/[-_]/g, '').slice(0, 8);
const nameOfChunk = ({ name }) => {
  if (/^words-(?!zone-cities)/.test(name)) return `${name}-${wordsHash}.js`;
  return name.startsWith('core') ? '[name]-[hash].js' : 'chunk-[hash].js';
};
function chunkOf(id) {
  const words = wordsOf(id);
  if (words) return words;
  return Object.entries(chunks).find(([, places]) => places.some((place) => place.test(id)))?.[0];
}

const defines = globSync('packages/elements/src/!(base)/define.ts')
  .map((file) => [publicNames[basename(dirname(file))] ?? basename(dirname(file)), file]);

const builds = [
  {
    input: Object.fromEntries(defines),
    plugins: [emptyFirst(elements)],
    output: {
      dir: elements, format: 'es', entryFileNames: '[name].js', manualChunks: chunkOf,
      chunkFileNames: nameOfChunk,
      plugins: [elementsManifest],
    },
  },
  // After the elements, since the loader names the core's file.
  ...['portal', 'portal.all'].map((name) => ({
    input: { [name]: `packages/elements/src/embed/${name}.ts` },
    plugins: [nameCore(elementsManifest, wordsHash), requireNames(defines.filter(isPortal).map(([element]) => element))],
    output: { dir: elements, format: 'iife', entryFileNames: '[name].js', inlineDynamicImports: true, strict: name !== 'portal', plugins: [elementsManifest] },
  })),
  {
    input: { console: 'packages/console/src/main.ts' },
    plugins: [emptyFirst(consoleFolder)],
    output: {
      dir: consoleFolder, format: 'es', entryFileNames: 'console.js', chunkFileNames: 'chunk-[hash].js',
      plugins: [manifest(consoleFolder)],
    },
  },
];

/** What the loader looks for in pages; our own pages bring `portico-…` by themselves. */
function isPortal([, file]) {
  return readFileSync(file, 'utf8').includes("define('portal-");
}

export default builds.filter(hasEntries).map(({ input, plugins, output }) => ({
  input,
  plugins: [...plugins, withoutProgress(), minifyTemplates(), nodeResolve({ browser: true }), esbuild({ target: 'es2022' })],
  output: { ...output, plugins: [minifyChunks(), ...output.plugins] },
  onwarn: (warning) => { throw new Error(warning.message); },
}));

function hasEntries({ input, output }) {
  const files = Object.values(input);
  if (files.length > 0 && files.every((file) => existsSync(file))) return true;
  process.stderr.write(`rollup: nothing for ${output.dir}/${output.entryFileNames} yet, skipped\n`);
  return false;
}
