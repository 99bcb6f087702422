import type { Deps } from '../../deps.ts';
import { systemScope } from '../../domain/scope.ts';
import type { KeptMethod } from '../../effects/payments/payment-provider.ts';
import { record } from '../../events/event-log.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import type { ReadDb, WriteDb } from '../../storage/store.ts';
import type { AttemptRow } from '../online/attempt-store.ts';
import type { AttemptConsent } from '../online/tables.ts';
import { putInForce } from './agree.ts';
import { consentsOn, findMethodByRef, insertMethod, markRemoved, methodsKeptFor, type MethodRow } from './consent-store.ts';
import { methodLabel } from './method-view.ts';

/** A payment that was agreed to be the last by hand has come: what paid it is kept, and the consent stands from when it was ticked. */
export async function saveMethod(deps: Deps, tx: WriteDb, attempt: AttemptRow, consent: AttemptConsent, kept: KeptMethod): Promise<void> {
  const { businessId, clientId, provider, accountId } = attempt;
  const scope = systemScope(businessId);
  const known = await findMethodByRef(tx, { businessId, provider, methodRef: kept.methodRef });
  const method: MethodRow = known ?? { businessId, clientId, id: deps.newId(), provider, accountId, ...kept, savedAt: deps.now(), removedAt: null };
  if (!known) {
    await insertMethod(tx, method);
    await record(deps, tx, scope, { type: 'payment_method.saved', subjectId: clientId, clientId, payload: { methodId: method.id, method: methodLabel(method) } });
  }
  await putInForce(deps, tx, scope, method, consent, attempt.createdAt);
  await forgetTwins(deps, tx, method);
}

/** The same card, saved before: one of them is enough, unless something is paid with the other. */
async function forgetTwins(deps: Deps, tx: WriteDb, method: MethodRow): Promise<void> {
  const scope = systemScope(method.businessId);
  for (const twin of await methodsKeptFor(tx, scope, method.clientId)) {
    const isSame = twin.id !== method.id && twin.brand === method.brand && twin.last4 === method.last4 && twin.expires === method.expires;
    if (!isSame || (await consentsOn(tx, scope, twin.id)).length > 0 || !(await markRemoved(tx, twin, deps.now()))) continue;
    await enqueue(deps, tx, { businessId: method.businessId, kind: 'payment_method.detach', payload: { methodId: twin.id }, dedupeKey: `detach:${twin.id}` });
  }
}

/** The provider's name for a client that something is kept for already: one person stays one there. */
export async function customerAt(db: ReadDb, { businessId, clientId, provider, accountId }: AttemptRow): Promise<string | null> {
  const kept = await methodsKeptFor(db, systemScope(businessId), clientId);
  return kept.find((method) => method.provider === provider && method.accountId === accountId)?.customerRef ?? null;
}
