import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf, progress, root, run } from './toolchain.mjs';

const sources = ['packages/contract/src', 'packages/client/src', 'packages/elements/src', 'packages/console/src'];
const others = ['rollup.config.mjs', 'packages/tools/rollup-plugins.mjs', 'pnpm-lock.yaml', 'tsconfig.json'];
const stampFile = join(root, 'packages/elements/dist/.portico-stamp');

/** Bundles the browser code, unless what lies in dist was made from exactly these sources. */
export async function buildIfStale(env) {
  const wanted = sourceHash();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  progress('building the browser code');
  await build(env, { quiet: true });
}

export async function build(env, { quiet = false } = {}) {
  const made = sourceHash();
  await run('node_modules/.bin/rollup', ['--config', 'rollup.config.mjs', '--silent'], { env, quiet });
  writeFileSync(stampFile, made);
}

function sourceHash() {
  const files = [...sources.flatMap(filesIn), ...others].filter((file) => existsSync(join(root, file)));
  return hashOf(files.flatMap((file) => [file, readFileSync(join(root, file))]));
}

function filesIn(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort();
}
