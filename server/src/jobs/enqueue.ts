import type { Deps } from '../deps.ts';
import type { WriteDb } from '../storage/store.ts';
import { insertJob } from './job-store.ts';

export interface NewJob {
  readonly businessId: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Epoch ms; left out: at once. */
  readonly runAt?: number;
  readonly maxAttempts?: number;
  readonly about?: string;
  readonly dedupeKey?: string;
}

/** Queues work in the transaction that wants it: it happens if and only if the transaction does. */
export async function enqueue(deps: Pick<Deps, 'now' | 'newId'>, tx: WriteDb, job: NewJob): Promise<string> {
  const id = deps.newId();
  const now = deps.now();
  await insertJob(tx, {
    businessId: job.businessId, id, kind: job.kind, payload: JSON.stringify(job.payload), state: 'waiting', runAt: job.runAt ?? now, leaseUntil: null,
    attempts: 0, maxAttempts: job.maxAttempts ?? 8, lastError: null, about: job.about ?? null, dedupeKey: job.dedupeKey ?? null, createdAt: now,
  });
  return id;
}
