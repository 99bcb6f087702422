import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { waitingJobs } from '../jobs/job-store.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import { blankBilling, blankMethod, idsInBooks, isMoneyMoving, methodsOfClient } from './erase-store.ts';
import { openInvoices } from './invoice-store.ts';
import { creditOf } from './ledger-store.ts';
import { packagesOf } from './packages/package-store.ts';
import { subscriptionsOf } from './plans/plan-store.ts';

const detach = 'payment_method.detach';

/**
 * What must be settled before a client is erased, in sentences. All of it is money that somebody would be owed and could
 * not be told of. A plan, too: its end is a letter that the client should get while there is an address.
 */
export async function unsettledOf(db: ReadDb, scope: Scope, clientId: string): Promise<readonly string[]> {
  const open = await openInvoices(db, scope, clientId);
  const plans = (await subscriptionsOf(db, scope, clientId)).filter(({ row }) => row.state !== 'ended');
  const packages = (await packagesOf(db, scope, clientId)).filter(({ row, remaining }) => remaining > 0 && !row.cancelled && row.endedAt === null);
  const isMoving = await isMoneyMoving(db, scope, clientId);
  return [
    ...(open.length > 0 ? [`Not paid yet: ${open.map(({ invoice }) => invoice.number).join(', ')}. Take the money, write a credit note or void it first.`] : []),
    ...((await creditOf(db, scope, clientId)).size > 0 ? ['There is money on their account. Give it back first.'] : []),
    ...(isMoving ? ['A payment or a refund is under way, or waits under Payments for you to look at. Settle it first.'] : []),
    ...plans.map(({ plan }) => `The plan “${plan.name}” is running. End it first.`),
    ...packages.map(({ row, remaining }) => `“${row.name}” has ${remaining} ${remaining === 1 ? 'session' : 'sessions'} left. End the package first.`),
  ];
}

/** The books stay; drafts, wishes for the next invoice and what providers keep for this client go. Answers the ids that work may name. */
export async function eraseBillingOf(deps: Deps, tx: WriteDb, scope: Scope, clientId: string): Promise<readonly string[]> {
  const ids = await idsInBooks(tx, scope, clientId);
  const waiting = await waitingJobs(tx, scope, { kinds: [detach], until: Number.MAX_SAFE_INTEGER, limit: 1000 });
  for (const method of await methodsOfClient(tx, scope, clientId)) {
    const isKept = method.removedAt === null || waiting.some(({ payload }) => payload.includes(method.id));
    // The row forgets the provider's name for it, so the job carries it until the provider has forgotten it, too.
    if (isKept) await enqueue(deps, tx, { businessId: scope.businessId, kind: detach, payload: { methodId: method.id, methodRef: method.methodRef }, dedupeKey: `erase:${method.id}` });
    await blankMethod(tx, method, deps.now());
  }
  await blankBilling(tx, scope, clientId);
  return ids;
}
