import type { Deps } from '../deps.ts';
import { knownHeaders, type KnownHeaders } from './proof-signatures.ts';
import { memoryThrottle, type Throttle } from './throttle.ts';
import { memoryUsedProofs, type UsedProofs } from './used-proofs.ts';

/** What this process remembers between requests; every part is bounded, and forgetting it is harmless. */
export interface AuthMemory {
  readonly throttle: Throttle;
  readonly usedProofs: UsedProofs;
  readonly proofHeaders: KnownHeaders;
  /** Sessions whose last use is being written. */
  readonly touching: Set<string>;
}

const memories = new WeakMap<Deps['store'], AuthMemory>();

export function memoryOf({ store }: Pick<Deps, 'store'>): AuthMemory {
  let memory = memories.get(store);
  if (!memory) memories.set(store, (memory = { throttle: memoryThrottle(), usedProofs: memoryUsedProofs(), proofHeaders: knownHeaders(), touching: new Set() }));
  return memory;
}
