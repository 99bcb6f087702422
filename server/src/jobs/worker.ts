import type { Deps } from '../deps.ts';
import { backOffMs, type Lane } from './job-rules.ts';
import { buryJob, claimJobs, finishJob, nextRunAt, postponeJob, releaseLeases, type JobRow } from './job-store.ts';

/** Does the work of one kind. Throwing means: try again later. It may run twice after a crash, so it must not matter. */
export type RunJob = (deps: Deps, job: JobRow, payload: Readonly<Record<string, unknown>>) => Promise<void>;

/** Thrown by a job for which trying again is pointless. */
export class HopelessJob extends Error {
  override readonly name = 'HopelessJob';
}

export interface Worker {
  /** Runs all that is due now and resolves when it is done. */
  runDue(): Promise<void>;
  start(): void;
  /** Finishes what it has begun. */
  stop(): Promise<void>;
}

const leaseMs = 60_000;
const atOnce = 8;
const longestSleepMs = 30_000;

export function worker(deps: Deps, kinds: Readonly<Record<string, RunJob>>, lane?: Lane): Worker {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = true;
  let timer: NodeJS.Timeout | undefined;
  let forgetCommits: (() => void) | undefined;

  async function runAll(): Promise<void> {
    do {
      again = false;
      const now = deps.now();
      if ((await dueIn(now)) > 0) continue;
      const claimed = await deps.store.write(async (tx) => {
        await releaseLeases(tx, now, lane);
        return claimJobs(tx, now, now + leaseMs, atOnce, lane);
      });
      await Promise.all(claimed.map(runOne));
      if (claimed.length > 0) again = true;
    } while (again);
  }

  async function dueIn(now: number): Promise<number> {
    const next = await deps.store.read((db) => nextRunAt(db, lane));
    return next === undefined ? Infinity : next - now;
  }

  async function runOne(job: JobRow): Promise<void> {
    const run = kinds[job.kind];
    try {
      if (!run) throw new HopelessJob(`nothing here knows the kind ${job.kind}`);
      await run(deps, job, JSON.parse(job.payload) as Record<string, unknown>);
      await deps.store.write((tx) => finishJob(tx, job));
    } catch (error) {
      const reason = error instanceof Error ? error.message.slice(0, 500) : 'unknown';
      const hopeless = error instanceof HopelessJob || job.attempts >= job.maxAttempts;
      deps.log.warn({ job: job.id, kind: job.kind, attempts: job.attempts, reason }, hopeless ? 'a job was given up' : 'a job failed and will be tried again');
      await deps.store.write((tx) => hopeless ? buryJob(tx, job, reason) : postponeJob(tx, job, deps.now() + backOffMs(job.attempts, deps.chance()), reason));
    }
  }

  function runDue(): Promise<void> {
    if (running) again = true;
    else running = runAll().finally(() => { running = undefined; });
    return running;
  }

  async function wake(): Promise<void> {
    clearTimeout(timer);
    try {
      await runDue();
    } catch (error) {
      deps.log.error({ err: error }, 'the worker stumbled');
    }
    if (stopped) return;
    const wait = Math.max(50, Math.min(longestSleepMs, await dueIn(deps.now())));
    clearTimeout(timer);
    // Stopped while it asked: a timer now would find the database closed.
    if (stopped) return;
    timer = setTimeout(() => void wake(), wait);
  }

  return {
    runDue,
    start() {
      stopped = false;
      // One server owns the database (storage/claim.ts), so a lease that is older than this process belongs to nobody.
      void deps.store.write((tx) => releaseLeases(tx, Number.MAX_SAFE_INTEGER, lane)).then(wake);
      forgetCommits = deps.store.onCommit(() => { if (!running) void wake(); });
    },
    async stop() {
      stopped = true;
      forgetCommits?.();
      clearTimeout(timer);
      await running;
    },
  };
}

/** Several that do not wait for each other. */
export const workers = (all: readonly Worker[]): Worker => ({
  runDue: async () => void await Promise.all(all.map((one) => one.runDue())),
  start: () => { for (const one of all) one.start(); },
  stop: async () => void await Promise.all(all.map((one) => one.stop())),
});
