import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { buildIfStale } from './build.mjs';
import { endWith, finish, progress, root, run, withToolchain } from './toolchain.mjs';

const port = process.env.PORTICO_PORT || '8787';
const demoPort = process.env.PORTICO_DEMO_PORT || '8788';
const data = resolve(root, process.env.PORTICO_DATA || '.data');
const children = new Map();
let stoppingSince = 0;
const isStopping = () => stoppingSince > 0;
const isWanted = (name) => children.has(name) && !isStopping();

process.on('SIGINT', stop);
process.on('SIGTERM', stop);
await start().catch((error) => {
  if (isStopping()) return;
  endWith(error);
  stop();
});

async function start() {
  await requireFreePort(port, 'PORTICO_PORT');
  await requireFreePort(demoPort, 'PORTICO_DEMO_PORT');
  const env = {
    PORTICO_DEMO: '1', ...await withToolchain(),
    PORTICO_PORT: port, PORTICO_DEMO_PORT: demoPort, PORTICO_DATA: data,
  };
  if (isStopping()) return;
  await buildIfStale(env);
  if (env.PORTICO_DEMO === '1' && !isStopping()) await seedIfEmpty(env);
  if (isStopping()) return;
  launch('server', 'server/src/main.ts', env);
  await answer(`http://127.0.0.1:${port}/healthz`, 'server');
  launch('demo site', 'examples/script-tag/serve.ts', env);
  await answer(`http://127.0.0.1:${demoPort}/`, 'demo site');
  if (!isStopping()) tellWhereToLook();
}

async function requireFreePort(number, variable) {
  const isFree = await new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen(Number(number), () => probe.close(() => done(true)));
  });
  if (isFree) return;
  throw new Error(`Port ${number} is taken. Choose another: ${variable}=${Number(number) + 1000} npm start`);
}

/** A seed that was cut short leaves its marker behind, and is done again from nothing. */
async function seedIfEmpty(env) {
  const marker = join(data, '.seeding');
  if (existsSync(marker)) rmSync(data, { recursive: true });
  if (existsSync(data) && readdirSync(data).length > 0) return;
  progress('seeding the demo');
  mkdirSync(data, { recursive: true });
  writeFileSync(marker, '');
  await run('node', ['server/src/cli/portico.ts', 'seed-demo'], { env, quiet: true });
  rmSync(marker);
}

/** Each child in a process group of its own: Ctrl-C reaches it once, from us, and it can finish its work. */
function launch(name, script, env) {
  if (isStopping()) return;
  const child = spawn('node', [script], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
  children.set(name, child);
  void finish(child).then(({ code }) => ended(name, code));
}

function ended(name, code) {
  children.delete(name);
  if (code !== 0) process.exitCode = 1;
  if (isStopping()) return;
  process.exitCode ||= 1;
  console.error(`portico: the ${name} ended by itself (${code}).`);
  stop();
}

/**
 * The first call asks the children to finish, a later one ends them. npm passes on a Ctrl-C that the terminal
 * has already delivered, so what comes within a second is the same wish.
 */
function stop() {
  const now = Date.now();
  if (isStopping() && now - stoppingSince < 1000) return;
  if (children.size === 0) process.exitCode ||= 130;
  for (const child of children.values()) child.kill(isStopping() ? 'SIGKILL' : 'SIGTERM');
  stoppingSince ||= now;
}

async function answer(address, name) {
  const giveUpAt = Date.now() + 60_000;
  while (isWanted(name)) {
    if (await fetch(address, { signal: AbortSignal.timeout(1000) }).then((reply) => reply.ok, () => false)) return;
    if (Date.now() > giveUpAt) throw new Error(`The ${name} does not answer at ${address} after a minute.`);
    await new Promise((later) => { setTimeout(later, 50); });
  }
}

function tellWhereToLook() {
  const peopleFile = join(data, 'demo-people.txt');
  const people = existsSync(peopleFile) ? readFileSync(peopleFile, 'utf8').trim() : '';
  console.log(`
  Portico is up.

  The demo business's own website   http://localhost:${demoPort}
  The owner's console               http://localhost:${port}/console
  Every mail it has sent            http://localhost:${port}/mailbox
${people && `\n${people.replace(/^(?=.)/gm, '  ')}\n`}
  Ctrl-C stops it; "npm run reset" forgets its data.
`);
}
