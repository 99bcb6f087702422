const HOUR = 3_600_000;
const mostKept = 10_000;

/** Bounds what one caller can make us write. In memory: a restart forgets an hour's count, nothing else. */
export interface HourlyBound {
  /** Takes one of this hour's; answers how many are left, undefined when none was. */
  take(who: string, now: number): number | undefined;
  /** It came to nothing after all. */
  giveBack(who: string): void;
}

export function hourlyBound(most: number): HourlyBound {
  // A Map keeps the order of arrival, so the oldest are at its head.
  const taken = new Map<string, { since: number; count: number }>();
  return {
    take(who, now) {
      let window = taken.get(who);
      if (!window || now - window.since >= HOUR) {
        taken.delete(who);
        if (taken.size >= mostKept) taken.delete(taken.keys().next().value as string);
        taken.set(who, (window = { since: now, count: 0 }));
      }
      if (window.count >= most) return undefined;
      window.count += 1;
      return most - window.count;
    },
    giveBack(who) {
      const window = taken.get(who);
      if (window) window.count -= 1;
    },
  };
}
