import { hashOf } from '../domain/tokens.ts';
import { proofWindowMs } from './dpop-rules.ts';

/** Remembers which proofs were used, as hashes, until none of them would be taken any more. */
export interface UsedProofs {
  /** False when this one was here before. */
  use(jkt: string, jti: string, now: number): boolean;
}

const most = 200_000;

export function memoryUsedProofs(): UsedProofs {
  // A Map keeps the order of arrival, so the oldest are at its head.
  const seen = new Map<string, number>();
  function forgetOld(now: number): void {
    for (const [key, at] of seen) {
      if (now - at <= proofWindowMs && seen.size < most) return;
      seen.delete(key);
    }
  }
  return {
    use(jkt, jti, now) {
      forgetOld(now);
      const key = hashOf(`${jkt}:${jti}`).slice(0, 24);
      if (seen.has(key)) return false;
      seen.set(key, now);
      return true;
    },
  };
}
