import type { OwnPlan, OwnPlanList } from '@portico/contract/invoices/plans.ts';
import type { Deps } from '../../deps.ts';
import { notFound } from '../../domain/errors.ts';
import { requireClient, type Scope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { HopelessJob, type RunJob } from '../../jobs/worker.ts';
import type { WriteDb } from '../../storage/store.ts';
import { accountAt, openAccount } from '../online/provider-account.ts';
import { findSubscription } from '../plans/plan-store.ts';
import { listOwnPlans, readOwnPlan, requireOwn } from '../plans/read-plans.ts';
import { consentsOn, findMethod, markRemoved } from './consent-store.ts';
import { endConsent } from './end-consent.ts';
import { methodLabel } from './method-view.ts';

/** A client stops paying automatically, at any time and without a reason. Twice is the same as once. */
export async function withdrawAutopay(deps: Deps, tx: WriteDb, scope: Scope, subscriptionId: string, lang?: string): Promise<OwnPlan> {
  const { row } = await requireOwn(tx, scope, subscriptionId);
  await endConsent(deps, tx, scope, row, 'withdrawn');
  return readOwnPlan(deps, tx, scope, subscriptionId, lang);
}

/** A client takes a card away: what was paid with it is paid by hand again, and the provider forgets it too. */
export async function removeMethod(deps: Deps, tx: WriteDb, scope: Scope, id: string, lang?: string): Promise<OwnPlanList> {
  const { clientId } = requireClient(scope);
  const method = await findMethod(tx, scope, id);
  if (!method || method.clientId !== clientId) throw notFound();
  for (const { subscriptionId } of await consentsOn(tx, scope, id)) {
    const found = await findSubscription(tx, scope, subscriptionId);
    if (found) await endConsent(deps, tx, scope, found.row, 'method_removed');
  }
  if (await markRemoved(tx, method, deps.now())) {
    await record(deps, tx, scope, { type: 'payment_method.removed', subjectId: clientId, clientId, payload: { methodId: id, method: methodLabel(method) } });
    await enqueue(deps, tx, { businessId: scope.businessId, kind: 'payment_method.detach', payload: { methodId: id }, dedupeKey: `detach:${id}` });
  }
  return listOwnPlans(deps, tx, scope, lang);
}

/** Tells the provider to forget it. */
export const detachMethod: RunJob = async (deps, job, { methodId, methodRef }) => {
  const { method, account } = await deps.store.read(async (db) => {
    const row = await findMethod(db, job, String(methodId));
    return { method: row, account: row && await accountAt(db, job.businessId, row.provider) };
  });
  if (!method || !account) throw new HopelessJob('there is no account to take it from any more');
  // Of an erased client the row does not know it any more; their own job brings it.
  const ref = typeof methodRef === 'string' ? methodRef : method.methodRef;
  if (!ref.startsWith('erased:')) await deps.payments[method.provider].detachMethod(openAccount(deps, account), ref);
};
