import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { limits } from './limits.ts';
import type { Said } from './said.ts';

const whole = z.int().min(0);
const saidForm = z.union([
  z.strictObject({ why: z.enum(['unknown_kind', 'locked', 'no_text', 'damaged', 'too_large', 'too_costly']) }),
  z.strictObject({ text: z.string(), isWhole: z.boolean(), bounds: z.array(whole), words: z.array(z.tuple([z.string().min(1).max(400), whole, z.array(whole)])) }),
]);

const child = fileURLToPath(new URL('extract-child.ts', import.meta.url));
const resolve = createRequire(import.meta.url).resolve;

/** The child may read its own code and the two libraries, and nothing else of this machine; it may write nothing, and start nothing. */
function readable(): string[] {
  const server = join(dirname(child), '../../../..');
  const packages = ['unpdf', 'fflate'].map((name) => join(resolve(name).split(`node_modules/${name}/`)[0] ?? '', 'node_modules', name));
  return [dirname(dirname(child)), join(server, 'package.json'), ...packages, ...packages.map((path) => realpathSync(path)), ...['unpdf', 'fflate'].map((name) => join(server, 'node_modules', name))];
}

const nodeArguments = (): string[] => [`--max-old-space-size=${limits.heapMegabytes}`, '--no-warnings', '--permission', ...readable().map((path) => `--allow-fs-read=${path}`), child];
/** The limits of the operating system, where there is a shell to set them: processor time, memory, files, dumps. */
const limited = `ulimit -t ${limits.cpuSeconds}; ulimit -d ${limits.dataKilobytes}; ulimit -f 0; ulimit -c 0; exec "$0" "$@"`;

let before: Promise<unknown> = Promise.resolve();

/** The words of a file, read by a child process that can hurt nobody. One at a time: two cost twice the memory. */
export function extract(content: () => AsyncIterable<Uint8Array>, isText: boolean): Promise<Said> {
  const mine = before.then(() => extractNow(content, isText));
  before = mine.catch(() => undefined);
  return mine;
}

async function extractNow(content: () => AsyncIterable<Uint8Array>, isText: boolean): Promise<Said> {
  const argv = [...nodeArguments(), isText ? 'text' : 'other'];
  const [command, given] = process.platform === 'win32' ? [process.execPath, argv] : ['/bin/sh', ['-c', limited, process.execPath, ...argv]];
  const running = spawn(command, given, { env: {}, cwd: dirname(child), stdio: ['pipe', 'pipe', 'ignore'] });
  const timer = setTimeout(() => running.kill('SIGKILL'), limits.wallMs);
  const ended = new Promise<number | null>((done, failed) => running.once('close', done).once('error', failed));
  ended.catch(() => undefined);
  const heard: Buffer[] = [];
  let size = 0;
  running.stdout.on('data', (bytes: Buffer) => {
    size += bytes.length;
    if (size > limits.outputBytes) running.kill('SIGKILL');
    else heard.push(bytes);
  });
  // It may be gone before it has read all.
  running.stdin.on('error', () => undefined);
  try {
    for await (const bytes of content()) {
      if (running.stdin.destroyed) break;
      if (!running.stdin.write(bytes)) await new Promise<void>((go) => running.stdin.once('drain', go).once('close', go));
    }
    running.stdin.end();
    const code = await ended;
    if (code !== 0) return { why: 'too_costly' };
    return saidForm.parse(JSON.parse(Buffer.concat(heard).toString()));
  } finally {
    clearTimeout(timer);
    running.kill('SIGKILL');
  }
}
