import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../domain/errors.ts';
import type { RateClass } from './route.ts';

/** Requests a caller may make: so many in so many seconds. Strangers are counted by address, people by session. */
const limits: Readonly<Record<RateClass, { points: number; duration: number }>> = {
  read: { points: 600, duration: 60 },
  write: { points: 120, duration: 60 },
  // A gigabyte in pieces of a megabyte, with some to spare.
  upload: { points: 1200, duration: 60 },
  book: { points: 30, duration: 60 },
  sign_in: { points: 30, duration: 300 },
  mail: { points: 10, duration: 600 },
  // A long document, looked through at once; each page costs a process.
  draw: { points: 120, duration: 60 },
  heavy: { points: 10, duration: 60 },
};

export interface RateLimits {
  /** Throws `rate_limited` with the seconds to wait. */
  take(rate: RateClass, who: string): Promise<void>;
}

export function memoryRateLimits(): RateLimits {
  const limiters = Object.fromEntries(Object.entries(limits).map(([name, limit]) => [name, new RateLimiterMemory({ ...limit, keyPrefix: name })])) as Record<RateClass, RateLimiterMemory>;
  return {
    async take(rate, who) {
      try {
        await limiters[rate].consume(who);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const retryAfter = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        throw new DomainError('rate_limited', `That was a lot at once. Try again in ${retryAfter} seconds.`, { retryAfter });
      }
    },
  };
}

export const noRateLimits: RateLimits = { take: async () => undefined };

/** Who is counted as one: an IPv4 address, or the /64 that every IPv6 caller owns, however it is written. */
export function addressBucket(address: string): string {
  if (!address.includes(':')) return address;
  const written = URL.parse(`http://[${address.split('%')[0]}]`)?.hostname.slice(1, -1);
  if (written === undefined) return address;
  const [head = '', tail] = written.split('::');
  const [before, after] = [head.split(':').filter(Boolean), tail?.split(':').filter(Boolean) ?? []];
  const groups = [...before, ...Array.from({ length: 8 - before.length - after.length }, () => '0'), ...after];
  if (groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff') return groups.slice(6).flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255]).join('.');
  return groups.slice(0, 4).join(':');
}
