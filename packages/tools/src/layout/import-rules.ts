import { cycles } from './cycles.ts';
import { elementSlice, fileName, isBrowserPart, libraryOf, partOf, serverFolder, serverSlices } from './places.ts';
import { importRule } from './rule.ts';
import type { Rule } from './rule.ts';
import { isTest } from './source-tree.ts';
import type { Import, SourceTree } from './source-tree.ts';

/** examples → elements, console → client → contract ← server. Tools look at everything. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  client: ['contract'],
  elements: ['client', 'contract'],
  console: ['client', 'contract'],
  server: ['contract'],
  examples: ['elements'],
};
const testsMayImport: Readonly<Record<string, readonly string[]>> = {
  server: ['client', 'tools'],
  client: ['server'],
  examples: ['client', 'contract', 'server', 'tools'],
};

/** The only libraries of code that ends up in a page: each one is paid for by every visitor. */
const libraries: Readonly<Record<string, readonly string[]>> = {
  contract: ['zod'],
  client: ['ky'],
  elements: ['lit', '@floating-ui/dom'],
  console: ['lit', '@floating-ui/dom', 'ky'],
};

/** Server libraries and the only files that may know them. */
const serverLibraries: readonly (readonly [library: RegExp, home: RegExp])[] = [
  [/^(hono|@hono\/.+)$/, /^server\/(bench\/|src\/(main|app)\.ts$|src\/http\/|src\/.*[/-]routes\.ts$)/],
  [/^drizzle-orm$/, /^server\/(bench\/|src\/storage\/|src\/.*(-store|\/tables)\.ts$)/],
  [/^better-sqlite3$/, /^server\/(bench\/|src\/storage\/)/],
];

/** Files directly in server/src put the house together and may name every slice, except those that all import. */
const composes = (path: string): boolean =>
  /^server\/src\/[^/]+\.ts$/.test(path) && !['deps.ts', 'config.ts'].includes(fileName(path));
const mayNameSlices = (path: string): boolean => composes(path) || isTest(path)
  || path === 'server/src/storage/all-tables.ts' || path.startsWith('server/src/cli/');

export const importRules: readonly Rule[] = [
  importRule({
    name: 'package-direction',
    why: 'examples → elements, console → client → contract ← server; the other way round ships the server to a page',
    instead: 'move what both need down into contract, or ask over HTTP',
  }, (file, { target }) => {
    const from = partOf(file.path);
    const to = target && partOf(target);
    if (!to || to === from || !mayImport[from] || file.path.endsWith('.e2e.test.ts')) return false;
    return ![...mayImport[from], ...(isTest(file.path) ? testsMayImport[from] ?? [] : [])].includes(to);
  }),
  importRule({
    name: 'page-libraries',
    why: 'every library in browser code is paid for by every visitor',
    instead: 'use the platform, or argue for the library and add it to the table in import-rules.ts',
  }, (file, { specifier, target }) => {
    // What a React page has anyway; the package names it as a peer.
    if (file.path.startsWith('packages/elements/src/react/') && libraryOf(specifier) === 'react') return false;
    const allowed = libraries[partOf(file.path)];
    return Boolean(allowed) && !target && !isTest(file.path) && !allowed?.includes(libraryOf(specifier));
  }),
  importRule({
    name: 'contract-without-zod',
    why: 'zod (25-90 kB) must never reach a page',
    instead: 'import the type, or move the constant into a contract file that imports no zod',
  }, (file, found, tree) => {
    if (!isBrowserPart(file.path) || isTest(file.path) || !isRuntime(found)) return false;
    return Boolean(found.target?.startsWith('packages/contract/')) && reachesZod(found.target ?? '', tree);
  }),
  importRule({
    name: 'server-libraries',
    why: 'hono lives in app.ts, http/ and routes; drizzle in storage/, stores and tables; the driver in storage/',
    instead: 'keep verbs and rules free of it: pass plain values in and out',
  }, (file, { specifier }) => !isTest(file.path) && file.path.startsWith('server/')
    && serverLibraries.some(([library, home]) => library.test(libraryOf(specifier)) && !home.test(file.path))),
  importRule({
    name: 'routes-call-verbs',
    why: 'a route that queries has skipped "may they?" and the event',
    instead: 'put the work into a verb and call that',
  }, (file, { target }) => /(^|[/-])routes\.ts$/.test(file.path)
    && /(-store|\/tables)\.ts$|^server\/src\/storage\//.test(target ?? '')),
  importRule({
    name: 'rules-are-pure',
    why: 'rules are tested without a world: time, randomness and data come in as arguments',
    instead: 'pass it as an argument from the verb',
  }, (file, found) => {
    const target = found.target ?? '';
    if (!file.path.startsWith('server/') || !file.path.endsWith('-rules.ts') || !isRuntime(found)) return false;
    if (/(-store|(^|[/-])routes|\/tables)\.ts$|^server\/src\/(deps|config|app)\.ts$/.test(target)) return true;
    const folder = serverFolder(target);
    if (!folder || folder === serverFolder(file.path)) return false;
    return ['storage', 'http', 'effects', 'events', 'jobs'].includes(folder);
  }),
  importRule({
    name: 'stores-know-only-storage',
    why: 'a store answers from tables; who asks, and through what, is not its business',
    instead: 'pass the scope and plain values in',
  }, (file, { target }) => /^server\/.*(-store|\/tables)\.ts$/.test(file.path)
    && serverFolder(file.path) !== 'http'
    && /^server\/src\/(http\/|(deps|app|config)\.ts)|routes\.ts$/.test(target ?? '')),
  importRule({
    name: 'slices-meet-in-public',
    why: 'a slice whose insides are used elsewhere can no longer be changed alone',
    instead: "use the other slice's public.ts, or follow its events",
  }, (file, { target }, tree) => {
    const [from, to] = [serverFolder(file.path), serverFolder(target ?? '')];
    const slices = serverSlices(tree);
    if (!from || !to || from === to || !slices.has(from) || !slices.has(to) || isTest(file.path)) return false;
    return !areBothTables(file.path, target) && fileName(target ?? '') !== 'public.ts';
  }),
  importRule({
    name: 'ground-below-slices',
    why: 'what every slice stands on cannot stand on a slice',
    instead: 'turn it round: let app.ts or main.ts hand the slice to the ground',
  }, (file, { target = '' }, tree) => {
    const slices = serverSlices(tree);
    if (!file.path.startsWith('server/src/') || slices.has(serverFolder(file.path) ?? '')) return false;
    if (mayNameSlices(file.path) || areBothTables(file.path, target)) return false;
    return composes(target) || slices.has(serverFolder(target) ?? '');
  }),
  importRule({
    name: 'base-knows-no-feature',
    why: 'elements/src/base is fetched with every element',
    instead: 'pass it in from the feature',
  }, (file, { target }) => file.path.startsWith('packages/elements/src/base/') && !isTest(file.path)
    && Boolean(elementSlice(target ?? ''))),
  importRule({
    name: 'element-slices-apart',
    why: 'an element that imports another one drags its chunk into every page',
    instead: 'move what both need into base/, or speak through events; embed/ loads features by address',
  }, (file, { target, isDynamic }) => {
    const [from, to] = [elementSlice(file.path), elementSlice(target ?? '')];
    if (!to || isTest(file.path) || from === to) return false;
    return file.path.startsWith('packages/elements/src/embed/') ? !isDynamic : from !== undefined;
  }),
  importRule({
    name: 'templates-are-functions',
    why: 'a template shows data; it does not fetch or keep it',
    instead: 'take data and callbacks as arguments',
  // The console's form templates belong to their form and know its type.
  }, (file, { target }) => partOf(file.path) === 'elements' && file.path.endsWith('.template.ts')
    && (target?.endsWith('-controller.ts') || partOf(target ?? '') === 'client')),
  importRule({
    name: 'controllers-know-no-html',
    why: 'a controller holds state and calls; what it looks like is for templates',
    instead: 'move the view into a *.template.ts',
  }, (file, { specifier, names }) => isBrowserPart(file.path) && file.path.endsWith('-controller.ts')
    && libraryOf(specifier) === 'lit' && /\b(html|svg|css)\b/.test(names)),
  {
    name: 'no-cycles',
    why: 'files in a circle cannot be read, tested or loaded one by one',
    instead: 'move what they share into a third file, or pass it as an argument',
    check: (tree) => cycles(tree).map((path) => ({ file: path[0] ?? '', line: 1, detail: path.join(' → ') })),
  },
];

/** A foreign key names the other table; that is the schema's own business. */
function areBothTables(from: string, to: string | undefined): boolean {
  return fileName(from) === 'tables.ts' && fileName(to ?? '') === 'tables.ts';
}

function isRuntime(found: Import): boolean {
  return !found.isType;
}

function reachesZod(start: string, tree: SourceTree, seen = new Set<string>()): boolean {
  if (seen.has(start)) return false;
  seen.add(start);
  return (tree.get(start)?.imports ?? []).filter(isRuntime).some(({ specifier, target }) =>
    libraryOf(specifier) === 'zod' || (target !== undefined && reachesZod(target, tree, seen)));
}
