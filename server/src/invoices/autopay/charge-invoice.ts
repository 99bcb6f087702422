import type { Deps } from '../../deps.ts';
import { MINUTE } from '../../domain/civil-time.ts';
import { systemScope, type Scope } from '../../domain/scope.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import type { RunJob } from '../../jobs/worker.ts';
import type { WriteDb } from '../../storage/store.ts';
import { findInvoice } from '../invoice-store.ts';
import { balanceOf } from '../ledger-store.ts';
import { findAttempt, insertAttempt, pendingAttempts, type AttemptRow } from '../online/attempt-store.ts';
import { closeByHand } from '../online/reconcile.ts';
import { findSubscription } from '../plans/plan-store.ts';
import { claimCharge, findCharge, type ChargeRow } from './charge-store.ts';
import { askForCharge, chargeForMs } from './ask-for-charge.ts';
import { standingConsent } from './consent-store.ts';

/**
 * Pays an invoice with what its client has saved and agreed to. The try and its key are written before the provider is
 * asked, in the transaction that saw the consent stand; there is one try for an invoice, whatever becomes of it.
 */
export const chargeInvoice: RunJob = async (deps, job, { invoiceId }) => {
  const scope = systemScope(job.businessId);
  await stopPayingByHand(deps, scope, String(invoiceId));
  const attempt = await deps.store.write((tx) => attemptAt(deps, tx, scope, String(invoiceId)));
  if (attempt?.state === 'preparing') await askForCharge(deps, attempt);
};

/** A checkout that is still open in some tab is closed first: nobody pays twice. */
async function stopPayingByHand(deps: Deps, scope: Scope, invoiceId: string): Promise<void> {
  const open = await deps.store.read(async (db) => {
    const charge = await findCharge(db, scope, invoiceId);
    // Where nothing is going to be charged, nobody is disturbed while paying.
    if (charge?.attemptId !== null || !(await standingConsent(db, scope, charge.subscriptionId))) return [];
    return byHandFor(await pendingAttempts(db, scope, charge.clientId), invoiceId);
  });
  for (const attempt of open) await closeByHand(deps, attempt);
}

const byHandFor = (pending: readonly AttemptRow[], invoiceId: string): AttemptRow[] =>
  pending.filter(({ methodId, allocations }) => methodId === null && allocations.some((one) => one.invoiceId === invoiceId));

async function attemptAt(deps: Deps, tx: WriteDb, scope: Scope, invoiceId: string): Promise<AttemptRow | undefined> {
  const charge = await findCharge(tx, scope, invoiceId);
  if (!charge) return undefined;
  if (charge.attemptId !== null) return findAttempt(tx, scope.businessId, charge.attemptId);
  const invoice = await findInvoice(tx, scope, invoiceId);
  const subscription = await findSubscription(tx, scope, charge.subscriptionId);
  const { dueMinor } = await balanceOf(tx, scope, invoiceId);
  if (invoice?.stage !== 'issued' || dueMinor <= 0 || !subscription || subscription.row.state === 'ended') return undefined;
  const standing = await standingConsent(tx, scope, charge.subscriptionId);
  if (!standing) return undefined;
  if (byHandFor(await pendingAttempts(tx, scope, charge.clientId), invoiceId).length > 0) throw new Error('somebody is paying it by hand just now');
  return begin(deps, tx, charge, {
    provider: standing.method.provider, accountId: standing.method.accountId, amountMinor: dueMinor, currency: invoice.currency, lang: invoice.lang, methodId: standing.method.id,
    allocations: [{ invoiceId, number: invoice.number ?? '', amountMinor: dueMinor }],
  });
}

type Wanted = Pick<AttemptRow, 'provider' | 'accountId' | 'amountMinor' | 'currency' | 'lang' | 'methodId' | 'allocations'>;

async function begin(deps: Deps, tx: WriteDb, charge: ChargeRow, wanted: Wanted): Promise<AttemptRow> {
  const row: AttemptRow = {
    businessId: charge.businessId, clientId: charge.clientId, id: deps.newId(), ...wanted, state: 'preparing', returnUrl: '', requestKey: `autopay:${charge.invoiceId}`,
    checkoutRef: null, url: null, paymentId: null, failure: null, consent: null, expiresAt: deps.now() + chargeForMs, createdAt: deps.now(),
  };
  if (!(await claimCharge(tx, charge, row.id))) throw new Error('somebody else has begun it');
  await insertAttempt(tx, row);
  // The last look, should this job be given up: what was charged is found, what was not is left to be paid by hand.
  await enqueue(deps, tx, { businessId: row.businessId, kind: 'payment.reconcile', payload: { attemptId: row.id }, runAt: row.expiresAt + MINUTE, about: `attempt:${row.id}` });
  return row;
}
