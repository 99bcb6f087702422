import { spawn, spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What one file may cost a child process. Beyond it the process is killed, and the file is kept as any other. */
export interface ChildLimits {
  readonly heapMegabytes: number;
  readonly dataKilobytes: number;
  readonly cpuSeconds: number;
  readonly wallMs: number;
  readonly outputBytes: number;
}

export interface LimitedChild {
  /** The program. */
  readonly path: string;
  /** Folders of its own code. */
  readonly folders: readonly string[];
  /** Packages that it may load. */
  readonly packages: readonly string[];
  readonly limits: ChildLimits;
  /** Everything else on this machine goes first. */
  readonly isPatient?: boolean;
}

const server = join(import.meta.dirname, '../..');
const resolve = createRequire(import.meta.url).resolve;

/** The child may read its own code and these libraries, and nothing else of this machine; it may write nothing, and start nothing. */
function readable({ folders, packages }: LimitedChild): string[] {
  const kept = packages.map((name) => join(resolve(name).split(`node_modules/${name}/`)[0] ?? '', 'node_modules', name));
  return [...folders, join(server, 'package.json'), ...kept, ...kept.map((path) => realpathSync(path)), ...packages.map((name) => join(server, 'node_modules', name))];
}

const unshare = '/usr/bin/unshare';
let isCut: boolean | undefined;

/** Whether the system gives a process a network of its own, with nothing in it: Linux, where user namespaces are allowed. */
export function isWithoutNetwork(): boolean {
  isCut ??= spawnSync(unshare, ['-rn', 'true'], { stdio: 'ignore' }).status === 0;
  return isCut;
}

function commandOf(child: LimitedChild, words: readonly string[]): [command: string, argv: string[]] {
  const { heapMegabytes, cpuSeconds, dataKilobytes } = child.limits;
  const argv = [`--max-old-space-size=${heapMegabytes}`, '--no-warnings', '--permission', ...readable(child).map((path) => `--allow-fs-read=${path}`), child.path, ...words];
  // The limits of the operating system, where there is a shell to set them: processor time, memory, files, dumps.
  const limited = `ulimit -t ${cpuSeconds}; ulimit -d ${dataKilobytes}; ulimit -f 0; ulimit -c 0; exec ${isWithoutNetwork() ? `${unshare} -rn ` : ''}${child.isPatient ? 'nice -n 19 ' : ''}"$0" "$@"`;
  return process.platform === 'win32' ? [process.execPath, argv] : ['/bin/sh', ['-c', limited, process.execPath, ...argv]];
}

/** Gives a file to a child process that can hurt nobody. What it says; undefined when that cost too much. */
export async function runLimited(child: LimitedChild, words: readonly string[], content: () => AsyncIterable<Uint8Array>): Promise<Buffer | undefined> {
  const [command, argv] = commandOf(child, words);
  const running = spawn(command, argv, { env: {}, cwd: dirname(child.path), stdio: ['pipe', 'pipe', 'ignore'] });
  const timer = setTimeout(() => running.kill('SIGKILL'), child.limits.wallMs);
  const ended = new Promise<number | null>((done, failed) => running.once('close', done).once('error', failed));
  ended.catch(() => undefined);
  const heard: Buffer[] = [];
  let size = 0;
  running.stdout.on('data', (bytes: Buffer) => {
    size += bytes.length;
    if (size > child.limits.outputBytes) running.kill('SIGKILL');
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
    return await ended === 0 ? Buffer.concat(heard) : undefined;
  } finally {
    clearTimeout(timer);
    running.kill('SIGKILL');
  }
}

/** Lets so many run at a time, in the order they came; each costs memory of its own. */
export function lane(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
