import { ProviderError, type Charge, type CheckoutState, type PaymentProvider } from '../../effects/payments/payment-provider.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import type { Store, WriteDb } from '../../storage/store.ts';
import { detachNetworkMethod, findCheckoutByAttempt, findCheckoutByKey, findNetworkMethod, insertCheckout, type CheckoutRow, type NetworkMethodRow } from './network-store.ts';
import { fateOf, type CardFate } from './test-cards.ts';

export interface ChargeNeeds {
  readonly store: Store;
  now(): number;
  newId(): string;
}

const lateMs = 10_000;

/** What becomes of a kept card that is charged while nobody is there. */
const fates: Readonly<Record<CardFate, Pick<CheckoutState, 'state' | 'failure'>>> = {
  pays: { state: 'paid', failure: null }, pays_silently: { state: 'paid', failure: null }, pays_late: { state: 'processing', failure: null },
  asks_first: { state: 'failed', failure: 'authentication_required' }, pays_once: { state: 'failed', failure: 'declined' }, declined: { state: 'failed', failure: 'declined' },
};

/** Kept cards of the demo's network. */
export function networkCharges({ store, now, newId }: ChargeNeeds): Pick<PaymentProvider, 'charge' | 'findCharge' | 'detachMethod'> {
  async function chargeOnce(tx: WriteDb, businessId: string, ask: Parameters<PaymentProvider['charge']>[1]): Promise<{ charge: Charge; isLost: boolean }> {
    const known = await findCheckoutByKey(tx, businessId, ask.idempotencyKey);
    if (known && (known.amountMinor !== ask.amountMinor || known.currency !== ask.currency)) throw new ProviderError('refused', 'this key was used for something else');
    if (known) return { charge: chargeOf(known, now()), isLost: false };
    const method = await findNetworkMethod(tx, businessId, ask.methodRef);
    if (!method || method.detached || method.customerRef !== ask.customerRef) throw new ProviderError('refused', 'this card is not kept any more');
    const fate = fateOf(method.card) ?? 'declined';
    const { state, failure } = fates[fate];
    const { idempotencyKey, attemptId, amountMinor, currency, description, methodRef } = ask;
    const row: CheckoutRow = {
      businessId, ref: `test_charge_${newId()}`, idempotencyKey, attemptId, amountMinor, currency, description, returnUrl: '', state, paymentRef: `test_payment_${newId()}`, refundedMinor: 0, failure,
      saves: false, methodRef, expiresAt: now(), createdAt: now(),
    };
    await insertCheckout(tx, row);
    if (state === 'processing') await enqueue({ now, newId }, tx, { businessId, kind: 'test_network.tell', payload: { ref: row.ref, type: 'charge.paid' }, runAt: now() + lateMs });
    return { charge: chargeOf(row, now()), isLost: fate === 'pays_silently' };
  }
  return {
    async charge({ businessId }, ask) {
      const { charge, isLost } = await store.write((tx) => chargeOnce(tx, businessId, ask));
      // It has happened, and its answer is lost on the way: asking again with the same key tells.
      if (isLost) throw new ProviderError('unreachable', 'the connection broke');
      return charge;
    },
    findCharge: ({ businessId }, { attemptId }) => store.read(async (db) => {
      const row = await findCheckoutByAttempt(db, businessId, attemptId);
      return row && chargeOf(row, now());
    }),
    detachMethod: ({ businessId }, methodRef) => store.write((tx) => detachNetworkMethod(tx, businessId, methodRef)),
  };
}

const chargeOf = (row: CheckoutRow, now: number): Charge => ({ ref: row.ref, state: stateOf(row, now, undefined) });

export function stateOf(row: CheckoutRow, now: number, method: NetworkMethodRow | undefined): CheckoutState {
  const { state, paymentRef, amountMinor, currency, attemptId, failure } = row;
  const saved = row.saves && method ? { customerRef: method.customerRef, methodRef: method.ref, brand: 'visa', last4: method.card.slice(-4), expires: '12/2034' } : null;
  return { state: state === 'open' && row.expiresAt <= now ? 'expired' : state, paymentRef, amountMinor, currency, attemptId, method: 'card', failure, saved };
}
