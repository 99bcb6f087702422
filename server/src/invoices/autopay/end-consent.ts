import type { Deps } from '../../deps.ts';
import type { Scope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import type { WriteDb } from '../../storage/store.ts';
import type { SubscriptionRow } from '../plans/plan-store.ts';
import { closeConsent, standingConsent, type ConsentRow } from './consent-store.ts';
import { methodLabel } from './method-view.ts';

/** From now on nothing is paid by itself; false when nothing was. */
export async function endConsent(deps: Deps, tx: WriteDb, scope: Scope, { id, clientId }: SubscriptionRow, why: NonNullable<ConsentRow['endedBy']>): Promise<boolean> {
  const standing = await standingConsent(tx, scope, id);
  if (!standing || !(await closeConsent(tx, standing.consent, deps.now(), why))) return false;
  await record(deps, tx, scope, { type: 'autopay.ended', subjectId: id, clientId, payload: { subscriptionId: id, consentId: standing.consent.id, method: methodLabel(standing.method), why } });
  return true;
}
