import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const versioned = /^v\d+\.\d+\.\d+$/;
const folderFor = (dataDir: string): string => join(dataDir, 'elements');

/** The version of a built folder, `v1.2.3`; undefined before the first build. */
export function versionOf(built: string): string | undefined {
  const file = join(built, 'manifest.json');
  if (!existsSync(file)) return undefined;
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string };
  return `v${version}`;
}

/**
 * Keeps the elements of every version that this server has served: a page may be pinned to one by its hash, or hold
 * half of an older one in its cache. What is kept under a version never changes; `replace` is for a demo that is built
 * again and again under the same one.
 */
export function keepRelease(built: string, dataDir: string, { replace }: { readonly replace: boolean }): void {
  const version = versionOf(built);
  if (!version) return;
  const kept = join(folderFor(dataDir), version);
  if (existsSync(kept) && !replace) return;
  const unfinished = `${kept}.new-${process.pid}`;
  mkdirSync(folderFor(dataDir), { recursive: true });
  cpSync(built, unfinished, { recursive: true });
  // Files of older builds stay: their names hold a hash.
  if (existsSync(kept)) cpSync(unfinished, kept, { recursive: true });
  else renameSync(unfinished, kept);
  rmSync(unfinished, { recursive: true, force: true });
}

/** The folder of `v1.2.3`: what was kept, else what was just built. */
export function releaseFolder(built: string, dataDir: string, version: string): string | undefined {
  const kept = join(folderFor(dataDir), version);
  if (versioned.test(version) && existsSync(kept)) return kept;
  return version === versionOf(built) ? built : undefined;
}

/** All that are kept, for files that a newer build has replaced by others. */
export function keptFolders(dataDir: string): string[] {
  if (!existsSync(folderFor(dataDir))) return [];
  return readdirSync(folderFor(dataDir)).filter((name) => versioned.test(name)).map((name) => join(folderFor(dataDir), name));
}
