import type { Deps } from '../../deps.ts';
import { MINUTE } from '../../domain/civil-time.ts';
import { ProviderError } from '../../effects/payments/payment-provider.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import type { RunJob } from '../../jobs/worker.ts';
import { askForCharge } from '../autopay/ask-for-charge.ts';
import { findAttempt, updateAttempt, type AttemptRow } from './attempt-store.ts';
import { accountAt, openAccount } from './provider-account.ts';
import { settleAttempt } from './settle-attempt.ts';
import { prepareCheckout } from './start-payment.ts';

const againMs = 15 * MINUTE;
/** Some ways to pay take days to say so. */
const longestMs = 14 * 24 * 60 * MINUTE;

/** Finds out what no webhook told. Throws when the provider does not answer, so that the worker asks again. */
export const reconcilePayment: RunJob = async (deps, job, { attemptId }) => {
  const found = await deps.store.read((db) => findAttempt(db, job.businessId, String(attemptId)));
  if (!found || found.state === 'succeeded' || found.state === 'under_review') return;
  if (found.state === 'preparing' && found.methodId !== null) return askForCharge(deps, found);
  const attempt = found.state === 'preparing' ? await recovered(deps, found) : found;
  const account = await deps.store.read((db) => accountAt(db, attempt.businessId, attempt.provider));
  if (!account || attempt.checkoutRef === null) return;
  const checkout = await deps.payments[attempt.provider].readCheckout(openAccount(deps, account), attempt.checkoutRef);
  await deps.store.write(async (tx) => {
    await settleAttempt(deps, tx, attempt, checkout);
    const isMoving = checkout.state === 'open' || checkout.state === 'processing';
    if (isMoving && deps.now() < attempt.createdAt + longestMs) await enqueue(deps, tx, { businessId: job.businessId, kind: 'payment.reconcile', payload: { attemptId: attempt.id }, runAt: deps.now() + againMs, about: `attempt:${attempt.id}` });
  });
};

/** Looks at an open checkout now, since somebody is waiting; false when the provider does not answer. */
export async function lookAgain(deps: Deps, attempt: AttemptRow): Promise<boolean> {
  const account = await deps.store.read((db) => accountAt(db, attempt.businessId, attempt.provider));
  const { checkoutRef } = attempt;
  if (!account || checkoutRef === null) return false;
  try {
    const checkout = await deps.payments[attempt.provider].readCheckout(openAccount(deps, account), checkoutRef);
    await deps.store.write((tx) => settleAttempt(deps, tx, attempt, checkout));
    return true;
  } catch (error) {
    if (error instanceof ProviderError) return false;
    throw error;
  }
}

/** The answer to the first question was lost: the same key gives the same checkout, if it still can be asked for. */
async function recovered(deps: Deps, attempt: AttemptRow): Promise<AttemptRow> {
  if (deps.now() < attempt.expiresAt) return prepareCheckout(deps, attempt, null);
  await deps.store.write((tx) => updateAttempt(tx, attempt, { state: 'expired' }));
  return { ...attempt, state: 'expired' };
}

/** Closes the checkouts of what is no longer to be paid. Money that comes all the same becomes account credit, and is shown. */
export const expirePayment: RunJob = async (deps, job, { attemptId }) => {
  const attempt = await deps.store.read((db) => findAttempt(db, job.businessId, String(attemptId)));
  if (attempt) await closeByHand(deps, attempt);
};

/** Closes an open checkout for payment, and books what was paid there before. */
export async function closeByHand(deps: Deps, attempt: AttemptRow): Promise<void> {
  const account = await deps.store.read((db) => accountAt(db, attempt.businessId, attempt.provider));
  // A charge of something saved is no page that somebody could be looking at.
  if (!account || attempt.checkoutRef === null || attempt.state !== 'open' || attempt.methodId !== null) return;
  const provider = deps.payments[attempt.provider];
  await provider.expireCheckout(openAccount(deps, account), attempt.checkoutRef);
  const checkout = await provider.readCheckout(openAccount(deps, account), attempt.checkoutRef);
  await deps.store.write((tx) => settleAttempt(deps, tx, attempt, checkout));
}
