import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pack } from './pack.ts';

const sources = ['packages/{contract,client,elements}/{package.json,README.md}', 'packages/{contract,client,elements}/src/**/*.ts', 'packages/tools/src/pack/*.ts', 'packages/tools/rollup-plugins.mjs', 'pnpm-lock.yaml'];

/** Packs, unless what lies there was made from exactly these sources. */
export async function packIfStale(root: string): Promise<void> {
  const hash = createHash('sha256');
  for (const file of globSync(sources, { cwd: root }).filter((path) => !path.endsWith('.test.ts')).sort()) hash.update(file).update(readFileSync(join(root, file)));
  const wanted = hash.digest('hex');
  const stamp = join(root, 'packages/elements/dist/.npm-stamp');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  await pack(root);
  writeFileSync(stamp, wanted);
}
