import type { Deps } from '../../deps.ts';
import type { Scope } from '../../domain/scope.ts';
import type { WriteDb } from '../../storage/store.ts';
import { closeRequest, waitingRequests, type SubscriptionRow } from './plan-store.ts';

/** The owner changed a plan without being asked again: what waited about it no longer has to be answered. */
export async function settleRequests(deps: Deps, tx: WriteDb, scope: Scope, { id }: SubscriptionRow): Promise<void> {
  for (const waiting of await waitingRequests(tx, scope, [id])) await closeRequest(tx, scope, waiting.id, { state: 'settled', answeredAt: deps.now(), answer: null });
}
