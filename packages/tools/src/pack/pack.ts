import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { cssData, htmlData, webTypes } from './editor-data.ts';
import { elementTypes, jsxTypes } from './element-types.ts';
import { contractNames, flatContractTypes } from './flat-types.ts';
import { elementsManifest } from './manifest.ts';
import { reactModule, reactTypes } from './react-wrappers.ts';

interface Workspace {
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const asPublished = (declarations: string): string => declarations.replaceAll(/(['"]\.{1,2}\/[^'"]+)\.ts(['"])/g, '$1.js$2');
const folderOf = (root: string, name: string): string => join(root, 'packages', name, 'dist/npm');
const workspace = (root: string, name: string): Workspace => JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')) as Workspace;
const outside = ({ dependencies }: Workspace): Record<string, string> => Object.fromEntries(Object.entries(dependencies).filter(([name]) => !name.startsWith('@portico/')));

/** Makes what is published, `packages/{client,elements}/dist/npm`: plain ES modules, types, data for editors. */
export async function pack(root: string): Promise<void> {
  await packClient(root);
  await packElements(root);
}

function begin(root: string, name: string): string {
  const out = folderOf(root, name);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  copyFileSync(join(root, 'LICENSE'), join(out, 'LICENSE'));
  copyFileSync(join(root, 'packages', name, 'README.md'), join(out, 'README.md'));
  return out;
}

function describe(root: string, name: string, rest: object): void {
  const { version, description, license } = workspace(root, name);
  writeFileSync(join(folderOf(root, name), 'package.json'), json({ name: `@portico/${name}`, version, description, license, type: 'module', ...rest }));
}

async function packClient(root: string): Promise<void> {
  const out = begin(root, 'client');
  const libraries = outside(workspace(root, 'client'));
  const source = (name: string): string => join(root, `packages/client/src/${name}.ts`);
  const runtime = `export { createPortalClient } from '${source('portal-client')}';
export { PortalError } from '${source('portal-error')}';
export { memoryKeyStore, openKeyStore } from '${source('key-store')}';\n`;
  await bundle(root, { entries: { client: { text: runtime } }, external: Object.keys(libraries), out });

  const types = join(out, 'types');
  execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', join(root, 'packages/client'), '--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--outDir', types, '--rootDir', join(root, 'packages')]);
  const declared = readdirSync(join(types, 'client/src')).filter((file) => file.endsWith('.d.ts') && !file.endsWith('.test.d.ts'));
  const wanted = new Set<string>();
  for (const file of declared) {
    const text = readFileSync(join(types, 'client/src', file), 'utf8');
    for (const name of contractNames(text)) wanted.add(name);
    writeFileSync(join(types, file), asPublished(text).replaceAll(/'@portico\/contract\/[\w/-]+\.ts'/g, "'./contract.js'"));
  }
  rmSync(join(types, 'client'), { recursive: true });
  rmSync(join(types, 'contract'), { recursive: true, force: true });
  writeFileSync(join(types, 'contract.d.ts'), flatContractTypes(root, wanted));
  writeFileSync(join(out, 'client.d.ts'), `export { createPortalClient } from './types/portal-client.js';
export type { PortalClient, PortalClientOptions } from './types/portal-client.js';
export { PortalError } from './types/portal-error.js';
export type { PortalErrorCode } from './types/portal-error.js';
export { memoryKeyStore, openKeyStore } from './types/key-store.js';
export type { KeyRecord, KeyStore } from './types/key-store.js';
export type { PortalSession, SessionState } from './types/session.js';
export type { LiveApi } from './types/live.js';
export type { ${[...wanted].sort().join(', ')} } from './types/contract.js';\n`);
  describe(root, 'client', {
    exports: { '.': { types: './client.d.ts', default: './client.js' } }, types: './client.d.ts', sideEffects: false, dependencies: libraries,
  });
}

async function packElements(root: string): Promise<void> {
  const out = begin(root, 'elements');
  const own = workspace(root, 'elements');
  const libraries = { ...outside(own), '@portico/client': own.version };
  const source = (name: string): string => join(root, `packages/elements/src/${name}.ts`);
  const pure = `import { define as register } from '${source('base/define')}';
import { PortalBookings } from '${source('bookings/portal-bookings')}';
import { PortalDocuments } from '${source('documents/portal-documents')}';
import { PortalInvoices } from '${source('invoices/portal-invoices')}';
import { PortalLogin } from '${source('auth/portal-login')}';
export { PortalBookings, PortalDocuments, PortalInvoices, PortalLogin };
export function define() {
  register('portal-bookings', PortalBookings);
  register('portal-documents', PortalDocuments);
  register('portal-invoices', PortalInvoices);
  register('portal-login', PortalLogin);
}\n`;
  await bundle(root, {
    entries: { bookings: 'packages/elements/src/bookings/define.ts', documents: 'packages/elements/src/documents/define.ts', invoices: 'packages/elements/src/invoices/define.ts', login: 'packages/elements/src/auth/define.ts', pure: { text: pure }, 'react-wrap': 'packages/elements/src/react/react-wrap.ts' },
    external: [...Object.keys(libraries), 'react'], elsewhere: { '@portico/client/': '@portico/client' }, out,
  });
  const manifest = elementsManifest(root);
  for (const file of ['base/portal-events', 'bookings/bookings-events', 'documents/documents-events', 'invoices/invoices-events', 'auth/auth-events']) {
    mkdirSync(join(out, file, '..'), { recursive: true });
    writeFileSync(join(out, `${file}.d.ts`), asPublished(readFileSync(source(file), 'utf8')));
  }
  const files: Readonly<Record<string, string>> = {
    'elements.js': `import './bookings.js';\nimport './documents.js';\nimport './invoices.js';\nimport './login.js';\nexport { PortalBookings, PortalDocuments, PortalInvoices, PortalLogin, define } from './pure.js';\n`,
    'elements.d.ts': `${elementTypes(manifest)}/** Registers the tags, each once. */\nexport declare function define(): void;\n`,
    'react.js': reactModule(manifest),
    'react.d.ts': reactTypes(manifest),
    'jsx.d.ts': jsxTypes(manifest),
    'custom-elements.json': json(manifest),
    'vscode.html-custom-data.json': json(htmlData(manifest)),
    'vscode.css-custom-data.json': json(cssData(manifest)),
    'web-types.json': json(webTypes(manifest, own.version)),
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(out, file), text);
  describe(root, 'elements', {
    exports: {
      '.': { types: './elements.d.ts', default: './elements.js' },
      './pure': { types: './elements.d.ts', default: './pure.js' },
      './bookings': { types: './elements.d.ts', default: './bookings.js' },
      './documents': { types: './elements.d.ts', default: './documents.js' },
      './invoices': { types: './elements.d.ts', default: './invoices.js' },
      './login': { types: './elements.d.ts', default: './login.js' },
      './react': { types: './react.d.ts', default: './react.js' },
      './jsx': { types: './jsx.d.ts' },
      './*.json': './*.json',
    },
    types: './elements.d.ts', customElements: 'custom-elements.json', 'web-types': './web-types.json',
    sideEffects: ['./elements.js', './bookings.js', './documents.js', './invoices.js', './login.js'],
    dependencies: libraries, peerDependencies: { react: '>=18' }, peerDependenciesMeta: { react: { optional: true } },
  });
}

/** The tarball that `npm publish` would send. */
export function tarball(root: string, name: 'client' | 'elements', into: string): string {
  const folder = join(into, `pack-${name}`);
  cpSync(folderOf(root, name), folder, { recursive: true });
  const [made] = JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', into], { cwd: folder, encoding: 'utf8' })) as { filename: string }[];
  return join(into, made?.filename ?? '');
}
