import type { SourceTree } from './source-tree.ts';

/** `server`, `examples`, or the name under `packages/`. */
export function partOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return top === 'packages' ? second : top;
}

export function libraryOf(specifier: string): string {
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export const isBrowserPart = (path: string): boolean => ['client', 'elements', 'console'].includes(partOf(path));

/** Folders of the server that every slice stands on. */
const ground = ['http', 'storage', 'domain', 'effects', 'events', 'jobs', 'test-support', 'cli'];

/** The slices of the server: folders with tables or routes of their own. */
export function serverSlices(tree: SourceTree): ReadonlySet<string> {
  const slices = new Set<string>();
  for (const path of tree.keys()) {
    const [, folder, file] = /^server\/src\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
    if (folder && !ground.includes(folder) && /^(tables|(.+-)?routes)\.ts$/.test(file ?? '')) slices.add(folder);
  }
  return slices;
}

/** The folder directly under `server/src`, if the file lies in one. */
export function serverFolder(path: string): string | undefined {
  return /^server\/src\/([^/]+)\//.exec(path)?.[1];
}

const elementGround = ['base', 'embed', 'locales', 'test-support'];

/** The feature an element file belongs to. */
export function elementSlice(path: string): string | undefined {
  const folder = /^packages\/elements\/src\/([^/]+)\//.exec(path)?.[1];
  return folder && !elementGround.includes(folder) ? folder : undefined;
}
