import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import { hourlyBound, type HourlyBound } from '../events/hourly-bound.ts';

const bounds = new WeakMap<Deps['store'], HourlyBound>();

function boundOf({ store }: Deps): HourlyBound {
  let bound = bounds.get(store);
  if (!bound) bounds.set(store, (bound = hourlyBound(1)));
  return bound;
}

/**
 * Writes down, before the answer leaves, who of the staff looked at a client: once an hour for each, however often the
 * screen renews itself. It is about the client but no part of its history, so it shows in the audit trail alone.
 */
export async function noteLook(deps: Deps, scope: Scope, clientId: string): Promise<void> {
  const who = `${scope.businessId}:${scope.actor}:${clientId}`;
  const bound = boundOf(deps);
  if (bound.take(who, deps.now()) === undefined) return;
  try {
    await deps.store.write((tx) => record(deps, tx, scope, { type: 'client.read', subjectId: clientId, payload: {} }));
  } catch (error) {
    bound.giveBack(who);
    throw error;
  }
}
