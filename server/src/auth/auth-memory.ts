import type { Deps } from '../deps.ts';
import { proofKeys, type ProofKeys } from './proof-keys.ts';
import { memoryThrottle, type Throttle } from './throttle.ts';
import { memoryUsedProofs, type UsedProofs } from './used-proofs.ts';

/** What this process remembers between requests; every part is bounded, and forgetting it is harmless. */
export interface AuthMemory {
  readonly throttle: Throttle;
  readonly usedProofs: UsedProofs;
  readonly proofKeys: ProofKeys;
  /** Sessions whose last use is being written. */
  readonly touching: Set<string>;
}

const memories = new WeakMap<Deps['store'], AuthMemory>();

export function memoryOf({ store }: Pick<Deps, 'store'>): AuthMemory {
  let memory = memories.get(store);
  if (!memory) memories.set(store, (memory = { throttle: memoryThrottle(), usedProofs: memoryUsedProofs(), proofKeys: proofKeys(), touching: new Set() }));
  return memory;
}
