import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const bare = fileURLToPath(new URL('./unclaimed-server.ts', import.meta.url));
const cli = fileURLToPath(new URL('../src/cli/portico.ts', import.meta.url));

export interface RunningServer {
  readonly url: string;
  readonly data: string;
  readonly child: ChildProcess;
  /** Milliseconds from start to the first `/healthz` and `/readyz`. */
  readonly readyAfter: number;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

export const newDataFolder = (): string => mkdtempSync(join(tmpdir(), 'portico-e2e-'));
export const removeFolder = (path: string): void => rmSync(path, { recursive: true, force: true });

/** A command of the CLI, run to its end; its output. */
export async function portico(data: string, words: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<string> {
  const child = spawn(process.execPath, [cli, ...words], { env: { ...process.env, PORTICO_DATA: data, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  const [code] = await once(child, 'close') as [number];
  if (code !== 0) throw new Error(`portico ${words.join(' ')} ended with ${code}:\n${output}`);
  return output;
}

/** The real process, on a port of its own. */
export const startServer = (data: string, environment: Readonly<Record<string, string>> = {}): Promise<RunningServer> => startProcess(main, data, environment);

/** The API alone, which does not ask whether it is the only one. */
export const startUnclaimed = (data: string): Promise<RunningServer> => startProcess(bare, data, {});

/** How many times longer than on a machine at rest it takes to start a process that does nothing. */
export async function slowness(): Promise<number> {
  const atRestMs = 60;
  const started = performance.now();
  await once(spawn(process.execPath, ['-e', '0']), 'exit');
  return Math.max(1, (performance.now() - started) / atRestMs);
}

async function startProcess(script: string, data: string, environment: Readonly<Record<string, string>>): Promise<RunningServer> {
  const port = environment['PORTICO_PORT'] ?? String(await freePort());
  const started = performance.now();
  const child = spawn(process.execPath, [script], { env: { ...process.env, PORTICO_DATA: data, PORTICO_DEMO: '1', PORTICO_RATE_LIMITS: 'off', PORTICO_LOG: 'warn', PORTICO_PORT: port, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  const url = `http://localhost:${port}`;
  while (!(await answers(`${url}/readyz`))) {
    if (child.exitCode !== null) throw new Error(`the server did not start:\n${output}`);
    if (performance.now() - started > 60_000) throw new Error(`the server is not ready after a minute:\n${output}`);
    await new Promise((wait) => setTimeout(wait, 25));
  }
  return {
    url, data, child, readyAfter: performance.now() - started,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill(signal);
      const [code] = await once(child, 'exit') as [number | null];
      return code;
    },
  };
}

const answers = (url: string): Promise<boolean> => fetch(url).then((response) => response.ok, () => false);

export interface Start {
  readonly services: readonly { readonly id: string; readonly name: string }[];
  readonly month: { readonly month: string; readonly nextMonth: string | null; readonly days: readonly { readonly times: readonly { readonly startsAt: string; readonly free: boolean }[] }[] };
}

/** The free start times of some months of the demo's first service. */
export async function freeStarts(url: string, business: string, months = 2): Promise<{ serviceId: string; starts: string[] }> {
  const start = await (await fetch(`${url}/v1/businesses/${business}/booking-start`)).json() as Start;
  const serviceId = start.services[0]?.id ?? '';
  const starts: string[] = [];
  let month: Start['month'] | undefined = start.month;
  for (let count = 0; month && count < months; count += 1) {
    starts.push(...month.days.flatMap((day) => day.times.filter((time) => time.free).map((time) => time.startsAt)));
    month = month.nextMonth ? await (await fetch(`${url}/v1/businesses/${business}/slots?service=${serviceId}&month=${month.nextMonth}`)).json() as Start['month'] : undefined;
  }
  return { serviceId, starts };
}

export const postBooking = (url: string, business: string, body: Readonly<Record<string, unknown>>, key: string): Promise<Response> =>
  fetch(`${url}/v1/businesses/${business}/bookings`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify({ timeZone: 'Africa/Johannesburg', name: 'Thandi Test', ...body }) });
