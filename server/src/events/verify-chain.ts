import type { Deps } from '../deps.ts';
import { chainChecker, type BrokenLink } from './chain-rules.ts';
import { chainAfter } from './event-store.ts';

export interface ChainReport {
  /** How many fit, up to the break or the end. */
  readonly events: number;
  readonly broken: BrokenLink | undefined;
}

const stretch = 1000;

/**
 * Reads one business's log from its first event and finds the first that was changed, dropped or put elsewhere. That
 * the newest ones were cut off does not show: no later link is there to miss them.
 */
export async function verifyChain(deps: Pick<Deps, 'config' | 'store'>, businessId: string): Promise<ChainReport> {
  const check = chainChecker(deps.config.keys.audit.reveal());
  let [events, last] = [0, 0];
  for (;;) {
    const rows = await deps.store.read((db) => chainAfter(db, businessId, last, stretch));
    for (const row of rows) {
      const broken = check(row);
      if (broken) return { events, broken };
      events += 1;
      last = row.seq;
    }
    if (rows.length < stretch) return { events, broken: undefined };
  }
}
