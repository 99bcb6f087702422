import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { withBrowser } from './browser.mjs';
import { endWith, finish, root, withToolchain } from './toolchain.mjs';

/** `npm run <task>`: the tools first, then the task itself. */
const tasks = {
  bench: async (args) => node(await withToolchain(), 'server/bench/run.ts', args),
  shots: async (args) => node(await withBrowser(await withToolchain()), 'server/e2e/shots.ts', args),
  portico: async (args) => node(await withToolchain(), 'server/src/cli/portico.ts', args),
  check: async () => node(await withToolchain(), 'packages/tools/test.mjs', ['types', 'lint', 'layout']),
  build: async () => build(await withToolchain()),
  pack: async () => node(await withToolchain(), 'packages/tools/src/pack/run-pack.ts', []),
  manifest: async () => node(await withToolchain(), 'packages/tools/src/pack/write-manifest.ts', []),
  reset,
};

async function node(env, script, args) {
  const child = spawn('node', [script, ...args], { cwd: root, env, stdio: 'inherit' });
  // The terminal gives Ctrl-C to the child as well; leaving first would cut off its farewell.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const { code } = await finish(child);
  process.exitCode = typeof code === 'number' ? code : 1;
}

async function reset() {
  const port = process.env.PORTICO_PORT || '8787';
  const data = resolve(root, process.env.PORTICO_DATA || '.data');
  const answers = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2000) })
    .then(() => true, (error) => error.name === 'TimeoutError');
  if (answers) throw new Error(`A server answers on port ${port}. Stop it first, then run "npm run reset" again.`);
  rmSync(data, { recursive: true, force: true });
  console.log(`portico: removed ${data}`);
}

const [name, ...args] = process.argv.slice(2);
const task = tasks[name];
if (task) await task(args).catch(endWith);
else endWith(new Error(`There is no task "${name ?? ''}". Choose one of: ${Object.keys(tasks).join(', ')}.`));
