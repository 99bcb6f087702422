import type { Deps } from '../deps.ts';
import { chainChecker, genesis, type BrokenLink } from './chain-rules.ts';
import { chainAfter } from './event-store.ts';

export interface ChainReport {
  /** How many fit, up to the break or the end. */
  readonly events: number;
  readonly broken: BrokenLink | undefined;
  /** The last that fits, as `<number>:<hash>`. Kept outside the house, it shows later whether anything up to it was cut off. */
  readonly head: string;
}

const stretch = 1000;

/**
 * Reads one business's log from its first event and finds the first that was changed, dropped or put elsewhere. That
 * the newest ones were cut off shows only against a `head` that somebody kept: no later link is there to miss them.
 */
export async function verifyChain(deps: Pick<Deps, 'config' | 'store'>, businessId: string, keptHead?: string): Promise<ChainReport> {
  const check = chainChecker(deps.config.keys.audit.reveal());
  const kept = keptHead === undefined ? undefined : headOf(keptHead);
  let [events, last, head] = [0, 0, `0:${genesis}`];
  for (;;) {
    const rows = await deps.store.read((db) => chainAfter(db, businessId, last, stretch));
    for (const row of rows) {
      const broken = check(row);
      if (broken) return { events, broken, head };
      if (row.seq === kept?.seq && row.hash !== kept.hash) return { events, broken: { seq: row.seq, why: 'changed' }, head };
      events += 1;
      last = row.seq;
      head = `${row.seq}:${row.hash}`;
    }
    if (rows.length < stretch) return { events, broken: kept && kept.seq > last ? { seq: last + 1, why: 'missing' } : undefined, head };
  }
}

function headOf(text: string): { readonly seq: number; readonly hash: string } {
  const [, seq, hash] = /^(\d+):([\w-]+)$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined) throw new Error('A head is what “portico audit verify” printed: a number, a colon and the hash.');
  return { seq: Number(seq), hash };
}
