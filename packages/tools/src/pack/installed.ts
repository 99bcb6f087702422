import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packIfStale } from './pack-if-stale.ts';
import { tarball } from './pack.ts';

export const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Where the workspace keeps a library. */
const homes = ['packages/client', 'packages/elements', 'examples/frameworks', '.'];
function homeOf(name: string): string {
  const found = homes.map((home) => join(root, home, 'node_modules', name)).find((path) => existsSync(path));
  if (!found) throw new Error(`${name} is not installed in the workspace`);
  return realpathSync(found);
}

export interface Installed {
  readonly folder: string;
  write(file: string, text: string): string;
  remove(): void;
}

/** An app of somebody else's: both tarballs unpacked where npm would, and the libraries it names, without a registry. */
export async function installPackages(libraries: readonly string[]): Promise<Installed> {
  await packIfStale(root);
  const folder = mkdtempSync(join(tmpdir(), 'portico-app-'));
  const modules = join(folder, 'node_modules');
  for (const name of ['client', 'elements'] as const) {
    const place = join(modules, '@portico', name);
    mkdirSync(place, { recursive: true });
    execFileSync('tar', ['-xzf', tarball(root, name, folder), '--strip-components=1', '-C', place]);
  }
  for (const name of libraries) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(homeOf(name), join(modules, name));
  }
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  return {
    folder,
    write(file, text) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
      return join(folder, file);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
