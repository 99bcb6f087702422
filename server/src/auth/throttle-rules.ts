/** What one bucket remembers of failed tries. */
export interface Tries {
  readonly failed: number;
  /** Epoch ms before which no further try is taken. */
  readonly blockedUntil: number;
  readonly lastAt: number;
}

export interface ThrottleLimit {
  /** Tries without a wait. */
  readonly free: number;
  /** The first wait; each further failure doubles it. */
  readonly firstWaitMs: number;
}

export const limits = {
  account: { free: 5, firstWaitMs: 2_000 },
  device: { free: 5, firstWaitMs: 2_000 },
  /** Many people may share an address. */
  address: { free: 30, firstWaitMs: 2_000 },
  totp: { free: 10, firstWaitMs: 10_000 },
  mail: { free: 5, firstWaitMs: 30_000 },
} as const satisfies Record<string, ThrottleLimit>;

export type ThrottleKind = keyof typeof limits;

/** Never a lock: whoever knows the password waits a quarter of an hour at most. */
export const longestWaitMs = 15 * 60_000;
const forgottenAfterMs = 24 * 60 * 60_000;

export function afterTry(limit: ThrottleLimit, before: Tries | undefined, now: number): Tries {
  const failed = (before && now - before.lastAt < forgottenAfterMs ? before.failed : 0) + 1;
  const over = failed - limit.free;
  const wait = over < 0 ? 0 : Math.min(longestWaitMs, limit.firstWaitMs * 2 ** Math.min(over, 30));
  return { failed, blockedUntil: now + wait, lastAt: now };
}

export const waitMs = (tries: Tries | undefined, now: number): number => Math.max(0, (tries?.blockedUntil ?? 0) - now);
