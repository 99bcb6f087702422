import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const toolchain = join(root, '.toolchain');
const exact = { node: '24.21.0', pnpm: '12.21.0' };
const oldest = { node: [24, 12], pnpm: [12, 0] };

/** One line per slow step, so that a quiet minute is never mistaken for a hang. */
export const progress = (text) => console.log(`portico: ${text}`);

/**
 * Makes Node 24, pnpm and the workspace's packages available, whatever Node this runs on.
 * Returns the environment for child processes, with both tools first in PATH.
 */
export async function withToolchain() {
  const env = { ...process.env, COREPACK_ENABLE_DOWNLOAD_PROMPT: '0' };
  const missing = Object.keys(exact).filter((tool) => !isNewEnough(tool, env));
  if (missing.length > 0) {
    await installIntoToolchain(missing.map((tool) => `${tool}@${exact[tool]}`));
    env.PATH = [join(toolchain, 'node_modules', '.bin'), env.PATH].join(delimiter);
  }
  await installPackages(env);
  return env;
}

function isNewEnough(tool, env) {
  const { stdout } = spawnSync(tool, ['--version'], { cwd: root, env, encoding: 'utf8', timeout: 20_000 });
  const [major, minor] = (stdout ?? '').trim().replace(/^v/, '').split('.').map(Number);
  return major > oldest[tool][0] || (major === oldest[tool][0] && minor >= oldest[tool][1]);
}

/** Exact npm packages in `.toolchain`, out of the workspace's way; nothing is fetched twice. */
export async function installIntoToolchain(packages) {
  if (packages.every(isInToolchain)) return;
  progress(`getting ${packages.join(' and ')} from npm`);
  mkdirSync(toolchain, { recursive: true });
  const manifest = join(toolchain, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  await run('npm', ['install', '--prefix', toolchain, '--save-exact', '--no-fund', '--no-audit', '--loglevel=error',
    ...packages], { cwd: toolchain, quiet: true });
}

function isInToolchain(spec) {
  const at = spec.lastIndexOf('@');
  const manifest = join(toolchain, 'node_modules', spec.slice(0, at), 'package.json');
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === spec.slice(at + 1);
}

async function installPackages(env) {
  const stamp = join(root, 'node_modules', '.portico-stamp');
  const wanted = hashOf(['pnpm-lock.yaml', 'pnpm-workspace.yaml'].map((file) => readFileSync(join(root, file))));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  progress('installing packages');
  await run('pnpm', ['install', '--frozen-lockfile', '--reporter=append-only'],
    { env: { ...env, CI: 'true' }, quiet: true });
  writeFileSync(stamp, wanted);
}

export function hashOf(chunks) {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk).update('\0');
  return hash.digest('hex');
}

/** Runs a command to its end. `quiet` shows the output only if it fails; otherwise the terminal is shared. */
export async function run(command, args, { env = process.env, cwd = root, quiet = false } = {}) {
  const { code, output } = await finish(spawn(command, args, { cwd, env, stdio: quiet ? 'pipe' : 'inherit' }));
  if (code === 0) return;
  throw new Error(`${output}\n"${command} ${args.join(' ')}" ended with ${code}.`.trim());
}

/** Waits for a child and gathers what it printed. A command that cannot start counts as code 127. */
export function finish(child) {
  let output = '';
  const keep = (text) => { output += text; };
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', keep);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, output: `${output}${error.message}` }));
    child.once('close', (code, signal) => resolve({ code: code ?? signal, output }));
  });
}

/** Ends this process with a sentence instead of a stack: these scripts are read by newcomers. */
export function endWith(error) {
  console.error(`portico: ${error.message}`);
  process.exitCode = 1;
}
