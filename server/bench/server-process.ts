import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A server under measurement, in a process of its own: what its client costs is not charged to it. */
export interface ServerProcess<Facts> {
  readonly facts: Facts;
  ask<Answer>(question: string, about?: unknown): Promise<Answer>;
  close(): Promise<void>;
}

interface Reply {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** Starts a module that calls `serveParent`; resolves when it listens. */
export async function startServer<Facts>(module: string, setUp: unknown = {}): Promise<ServerProcess<Facts>> {
  const child = fork(fileURLToPath(new URL(module, import.meta.url)), [], { serialization: 'advanced' });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  child.on('message', ({ id, value, error }: Reply) => {
    const asker = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asker?.resolve(value);
    else asker?.reject(new Error(error));
  });
  const gone = new Promise<void>((resolve) => child.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${module} ended with ${code}`));
    resolve();
  }));
  const ask = <Answer>(question: string, about?: unknown): Promise<Answer> => new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve: resolve as (value: unknown) => void, reject });
    child.send({ id: last, question, about });
  });
  return {
    facts: await ask<Facts>('start', setUp),
    ask,
    async close() {
      child.send({ id: 0, question: 'close' });
      await gone;
    },
  };
}

type Answers = Readonly<Record<string, (about: never) => unknown>>;

/** The child's side. `cpu` tells the microseconds of processor time used so far, all threads together. */
export function serveParent(answers: Answers & { close(): void | Promise<void> }): void {
  const known: Answers = { cpu: () => { const { user, system } = process.cpuUsage(); return user + system; }, ...answers };
  process.on('message', async ({ id, question, about }: { id: number; question: string; about: unknown }) => {
    try {
      const value = await known[question]?.(about as never);
      if (question === 'close') process.disconnect();
      else process.send?.({ id, value });
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? error.stack : String(error) });
    }
  });
}
