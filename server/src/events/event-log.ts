import { eventCatalogue, type EventPayload, type EventType } from '@portico/contract/events.ts';
import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import type { WriteDb } from '../storage/store.ts';
import { chainHash, genesis } from './chain-rules.ts';
import { insertEvent, lastOfBusiness, lastPosition } from './event-store.ts';

export interface NewEvent<Type extends EventType> {
  readonly type: Type;
  readonly subjectId: string | null;
  /** The client whose history this belongs to. */
  readonly clientId?: string | null;
  readonly payload: EventPayload<Type>;
}

/**
 * Writes down what happened, in the transaction in which it happened. The one way into the log: live updates, mails,
 * the timeline and the audit trail all follow from it.
 */
export async function record<Type extends EventType>(deps: Pick<Deps, 'config' | 'now' | 'newId'>, tx: WriteDb, scope: Scope, event: NewEvent<Type>): Promise<void> {
  const entry = eventCatalogue[event.type];
  const payload = JSON.stringify(entry.payload.parse(event.payload));
  const last = await lastOfBusiness(tx, scope.businessId);
  const row = {
    businessId: scope.businessId,
    seq: (last?.seq ?? 0) + 1,
    position: (await lastPosition(tx)) + 1,
    id: deps.newId(),
    type: event.type,
    at: deps.now(),
    actor: scope.actor,
    clientId: event.clientId ?? null,
    subjectType: entry.subject,
    subjectId: event.subjectId,
    payload,
  };
  await insertEvent(tx, { ...row, hash: chainHash(deps.config.keys.audit.reveal(), last?.hash ?? genesis, row) });
}
