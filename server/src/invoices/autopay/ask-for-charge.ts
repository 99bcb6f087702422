import type { Deps } from '../../deps.ts';
import { MINUTE } from '../../domain/civil-time.ts';
import { systemScope } from '../../domain/scope.ts';
import { ProviderError, type Charge, type CheckoutState, type ProviderAccount } from '../../effects/payments/payment-provider.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { findAttempt, updateAttempt, type AttemptRow } from '../online/attempt-store.ts';
import { accountAt, openAccount } from '../online/provider-account.ts';
import { endAttempt, settleAttempt } from '../online/settle-attempt.ts';
import { findCharge } from './charge-store.ts';
import { findMethod, standingConsent, type MethodRow } from './consent-store.ts';

/** Providers remember a key for a day; after this we only look, and never ask for money with it again. */
export const chargeForMs = 20 * 60 * MINUTE;
const againMs = 15 * MINUTE;

/**
 * Asks the provider for the money of a try, once, however often this runs: the key is the same. Where the client has
 * stopped it meanwhile, the owner has turned cards off, or the key is too old, it only looks for what an answer that was
 * lost would have said.
 */
export async function askForCharge(deps: Deps, attempt: AttemptRow): Promise<void> {
  const { method, account, isAgreed, isOn } = await readWhatItTakes(deps, attempt);
  if (!method || !account || account.accountId !== method.accountId) return deps.store.write((tx) => endAttempt(deps, tx, attempt, { state: 'failed', failure: 'refused' }));
  const charge = await chargeOrLook(deps, attempt, method, account, { isAgreed, mayAsk: isAgreed && isOn && deps.now() < attempt.expiresAt });
  await deps.store.write(async (tx) => {
    const now = await findAttempt(tx, attempt.businessId, attempt.id);
    if (now?.state !== 'preparing') return;
    if (typeof charge === 'string') return endAttempt(deps, tx, now, { state: 'failed', failure: charge });
    await updateAttempt(tx, now, { state: 'open', checkoutRef: charge.ref });
    await settleAttempt(deps, tx, now, charge.state);
    if (isMoving(charge.state)) await enqueue(deps, tx, { businessId: now.businessId, kind: 'payment.reconcile', payload: { attemptId: now.id }, runAt: deps.now() + againMs, about: `attempt:${now.id}` });
  });
}

const isMoving = ({ state }: CheckoutState): boolean => state === 'open' || state === 'processing';

function readWhatItTakes(deps: Deps, attempt: AttemptRow): Promise<{ method: MethodRow | undefined; account: ProviderAccount | undefined; isAgreed: boolean; isOn: boolean }> {
  return deps.store.read(async (db) => {
    const scope = systemScope(attempt.businessId);
    const charge = await findCharge(db, scope, attempt.allocations[0]?.invoiceId ?? '');
    const standing = charge && await standingConsent(db, scope, charge.subscriptionId);
    const row = await accountAt(db, attempt.businessId, attempt.provider);
    return {
      method: await findMethod(db, scope, attempt.methodId ?? ''), account: row && openAccount(deps, row),
      isAgreed: standing?.method.id === attempt.methodId, isOn: row?.enabled ?? false,
    };
  });
}

async function chargeOrLook(deps: Deps, attempt: AttemptRow, { customerRef, methodRef }: MethodRow, account: ProviderAccount, { isAgreed, mayAsk }: { readonly isAgreed: boolean; readonly mayAsk: boolean }): Promise<Charge | 'refused' | 'cancelled' | 'no_answer'> {
  const provider = deps.payments[attempt.provider];
  if (!mayAsk) return await provider.findCharge(account, { attemptId: attempt.id, customerRef }) ?? (isAgreed ? 'no_answer' : 'cancelled');
  const { id, amountMinor, currency, allocations } = attempt;
  try {
    return await provider.charge(account, { attemptId: id, amountMinor, currency, customerRef, methodRef, description: allocations.map(({ number }) => number).join(', '), idempotencyKey: `charge-${id}` });
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind === 'unreachable') throw error;
    deps.log.warn({ attempt: id, reason: error.message }, 'the payment provider refused an automatic charge');
    return 'refused';
  }
}
