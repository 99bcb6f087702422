import type { Hash } from 'node:crypto';
import type { Deps } from '../deps.ts';

/** A request that is adding bytes to an upload now. */
export interface RunningAppend {
  /** Takes no more of its bytes; what it has is kept. */
  cutOff(): void;
  readonly done: Promise<unknown>;
}

/** The hash of what has come so far. */
export interface RunningHash {
  readonly hash: Hash;
  upTo: number;
}

/** What this process remembers between requests; forgetting it costs a second look at the disk and nothing else. */
export interface DocumentMemory {
  readonly appends: Map<string, RunningAppend>;
  readonly hashes: Map<string, RunningHash>;
  /** Versions that are being looked at or handed over: a lease may run out before a large one is through. */
  readonly settling: Map<string, Promise<void>>;
}

const memories = new WeakMap<Deps['store'], DocumentMemory>();

export function memoryOf({ store }: Pick<Deps, 'store'>): DocumentMemory {
  let memory = memories.get(store);
  if (!memory) memories.set(store, (memory = { appends: new Map(), hashes: new Map(), settling: new Map() }));
  return memory;
}

const mostHashes = 1000;

/** Remembers a hash; the oldest goes when there are too many. */
export function rememberHash({ hashes }: DocumentMemory, uploadId: string, running: RunningHash): void {
  hashes.delete(uploadId);
  if (hashes.size >= mostHashes) hashes.delete(hashes.keys().next().value as string);
  hashes.set(uploadId, running);
}
