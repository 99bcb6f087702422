import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { mask } from './mask.ts';

export interface Import {
  readonly specifier: string;
  /** The file in the tree that is meant; undefined for a library. */
  readonly target: string | undefined;
  readonly names: string;
  readonly line: number;
  readonly isType: boolean;
  readonly isDynamic: boolean;
}

export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly code: string;
  readonly bare: string;
  readonly imports: readonly Import[];
}

export type SourceTree = ReadonlyMap<string, SourceFile>;

const roots = ['packages', 'server/src', 'server/bench', 'examples'];
const skipped = /(^|\/)(node_modules|dist|migrations)(\/|$)/;
const statement = /\b(?:import|export)\s+(type\s+(?!from\b))?([\w*{}\s,$]*?)\bfrom\s*['"]/g;
const bareImport = /\bimport\s*['"]/g;
const dynamicImport = /\bimport\s*\(\s*['"]/g;

/** Every TypeScript file of the house. */
export function readTree(root: string): SourceTree {
  const files: Record<string, string> = {};
  for (const folder of roots.filter((name) => existsSync(join(root, name)))) {
    for (const path of walk(root, folder)) files[path] = readFileSync(join(root, path), 'utf8');
  }
  return treeOf(files);
}

function walk(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (skipped.test(path)) return [];
    if (entry.isDirectory()) return walk(root, path);
    return path.endsWith('.ts') && !path.endsWith('.d.ts') ? [path] : [];
  });
}

export function treeOf(files: Readonly<Record<string, string>>): SourceTree {
  const paths = new Set(Object.keys(files));
  return new Map(Object.entries(files).map(([path, text]) => [path, parse(path, text, paths)]));
}

function parse(path: string, text: string, paths: ReadonlySet<string>): SourceFile {
  const { code, bare } = mask(text);
  const find = (pattern: RegExp, isDynamic: boolean): Import[] => [...bare.matchAll(pattern)].map((match) => {
    const from = match.index + match[0].length;
    const specifier = code.slice(from, from + Math.max(0, code.slice(from).search(/['"]/)));
    return {
      specifier, isDynamic, target: resolve(path, specifier, paths), names: match[2] ?? '',
      line: lineAt(bare, match.index), isType: Boolean(match[1]),
    };
  });
  return {
    path, text, code, bare,
    imports: [...find(statement, false), ...find(bareImport, false), ...find(dynamicImport, true)],
  };
}

function resolve(from: string, specifier: string, paths: ReadonlySet<string>): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  const [, part, rest] = /^@portico\/([\w-]+)\/(.+)$/.exec(specifier) ?? [];
  if (!part) return undefined;
  const place = part === 'server' ? 'server' : `packages/${part}`;
  const target = `${place}/src/${rest}`;
  return paths.has(`${target}.ts`) ? `${target}.ts` : target;
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Tests and what only they use may look anywhere. */
export function isTest(path: string): boolean {
  return path.endsWith('.test.ts') || path.includes('/test-support/');
}
