import { DomainError } from '../domain/errors.ts';
import { afterTry, limits, waitMs, type ThrottleKind, type Tries } from './throttle-rules.ts';

export interface Bucket {
  readonly kind: ThrottleKind;
  readonly who: string;
}

/**
 * Counts tries before anything expensive is done for them. A try counts as failed until it is forgiven, so that
 * a hundred at once are a hundred. Kept in memory: a restart forgets waits of minutes, nothing else.
 */
export interface Throttle {
  /** Throws `rate_limited` with the seconds to wait; otherwise counts the try in every bucket. */
  take(buckets: readonly Bucket[], now: number): void;
  /** It was the right person. What is shared by many gets only its own try back. */
  forgive(buckets: readonly Bucket[]): void;
}

const mostBuckets = 100_000;

export function memoryThrottle(): Throttle {
  const known = new Map<string, Tries>();
  const keyOf = ({ kind, who }: Bucket): string => `${kind}:${who}`;

  function keep(key: string, tries: Tries): void {
    known.delete(key);
    if (known.size >= mostBuckets) known.delete(known.keys().next().value as string);
    known.set(key, tries);
  }

  return {
    take(buckets, now) {
      const wait = Math.max(...buckets.map((bucket) => waitMs(known.get(keyOf(bucket)), now)));
      if (wait > 0) {
        const retryAfter = Math.ceil(wait / 1000);
        throw new DomainError('rate_limited', `That was tried too often. Try again in ${inWords(retryAfter)}.`, { retryAfter });
      }
      for (const bucket of buckets) keep(keyOf(bucket), afterTry(limits[bucket.kind], known.get(keyOf(bucket)), now));
    },
    forgive(buckets) {
      for (const bucket of buckets) {
        const key = keyOf(bucket);
        const tries = known.get(key);
        if (bucket.kind === 'address' && tries) known.set(key, { ...tries, failed: tries.failed - 1, blockedUntil: 0 });
        else known.delete(key);
      }
    },
  };
}

const inWords = (seconds: number): string => seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
