import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import type { WriteDb } from '../storage/store.ts';
import { insertPosting } from './ledger-store.ts';
import type { LedgerKind } from './tables.ts';

/** One side of a posting: debits positive, credits negative. */
export interface Entry {
  readonly account: 'receivable' | 'revenue' | 'client_credit' | 'refund_clearing' | `tax:${string}` | `money:${string}`;
  readonly invoiceId?: string;
  readonly amountMinor: number;
}

export interface Posting {
  readonly kind: LedgerKind;
  readonly clientId: string;
  readonly currency: string;
  /** Civil date in the business's zone. */
  readonly bookedOn: string;
  /** What happened, named so that it cannot be booked twice: `issue:<invoice>`. */
  readonly dedupeKey: string;
  readonly entries: readonly Entry[];
}

/**
 * The only way into the books. Entries of nothing are left out; what does not sum to zero is a mistake of ours and is
 * refused here and by the database. A posting of nothing at all (a free invoice) is not written.
 */
export async function post(deps: Pick<Deps, 'now' | 'newId'>, tx: WriteDb, scope: Scope, posting: Posting): Promise<void> {
  const entries = posting.entries.filter(({ amountMinor }) => amountMinor !== 0);
  const sum = entries.reduce((total, { amountMinor }) => total + amountMinor, 0);
  if (sum !== 0) throw new Error(`the posting ${posting.dedupeKey} does not balance: ${sum}`);
  if (entries.length === 0) return;
  const { kind, clientId, currency, bookedOn, dedupeKey } = posting;
  const id = deps.newId();
  await insertPosting(tx, { businessId: scope.businessId, id, kind, currency, bookedOn, at: deps.now(), dedupeKey }, entries.map((entry, position) => ({
    businessId: scope.businessId, transactionId: id, position, kind, account: entry.account, clientId, invoiceId: entry.invoiceId ?? null, currency, amountMinor: entry.amountMinor,
  })));
}
