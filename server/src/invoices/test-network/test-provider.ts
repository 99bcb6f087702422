import { ProviderError, type PaymentProvider, type ProviderAccount } from '../../effects/payments/payment-provider.ts';
import type { Store } from '../../storage/store.ts';
import { findCheckout, findCheckoutByKey, findCheckoutByPayment, findNetworkMethod, findNetworkRefund, findNetworkRefundByRef, insertCheckout, insertNetworkRefund, moveCheckout, takeFromCheckout, type CheckoutRow } from './network-store.ts';
import { networkCharges, stateOf } from './network-charges.ts';
import { isNetworkSignature } from './network-signature.ts';

export interface TestNetworkNeeds {
  readonly store: Store;
  readonly publicUrl: string;
  now(): number;
  newId(): string;
}

/** The demo's card network as a provider: keeps its own records, honours idempotency keys, signs what it says. */
export function testProvider({ store, publicUrl, now, newId }: TestNetworkNeeds): PaymentProvider {
  const required = async ({ businessId }: ProviderAccount, ref: string): Promise<CheckoutRow> => {
    const row = await store.read((db) => findCheckout(db, businessId, ref));
    if (!row) throw new ProviderError('refused', 'there is no such checkout');
    return row;
  };
  return {
    name: 'test',
    createCheckout: ({ businessId }, ask) => store.write(async (tx) => {
      const known = await findCheckoutByKey(tx, businessId, ask.idempotencyKey);
      if (known && (known.amountMinor !== ask.amountMinor || known.currency !== ask.currency)) throw new ProviderError('refused', 'this key was used for something else');
      const ref = known?.ref ?? `test_${newId()}`;
      if (!known) {
        const { idempotencyKey, attemptId, amountMinor, currency, description, returnUrl, expiresAt } = ask;
        await insertCheckout(tx, { businessId, ref, idempotencyKey, attemptId, amountMinor, currency, description, returnUrl, state: 'open', paymentRef: null, refundedMinor: 0, failure: null, saves: ask.save !== null, methodRef: null, expiresAt, createdAt: now() });
      }
      return { ref, url: `${publicUrl}/test-pay/${businessId}/${ref}` };
    }),
    readCheckout: ({ businessId }, ref) => store.read(async (db) => {
      const row = await findCheckout(db, businessId, ref);
      if (!row) throw new ProviderError('refused', 'there is no such checkout');
      return stateOf(row, now(), row.methodRef === null ? undefined : await findNetworkMethod(db, businessId, row.methodRef));
    }),
    ...networkCharges({ store, now, newId }),
    async expireCheckout(account, ref) {
      const row = await required(account, ref);
      if (row.state === 'open') await store.write((tx) => moveCheckout(tx, row, { state: 'expired' }));
    },
    // The network of the demo never loses a refund once it has taken it.
    readRefund: async ({ businessId }, ref) => {
      if (!(await store.read((db) => findNetworkRefundByRef(db, businessId, ref)))) throw new ProviderError('refused', 'there is no such refund');
      return { ref, state: 'succeeded' };
    },
    refund: ({ businessId }, { paymentRef, amountMinor, idempotencyKey }) => store.write(async (tx) => {
      const known = await findNetworkRefund(tx, businessId, idempotencyKey);
      if (known) return { ref: known.ref, state: 'succeeded' as const };
      const row = await findCheckoutByPayment(tx, businessId, paymentRef);
      if (!row || !(await takeFromCheckout(tx, row, amountMinor))) throw new ProviderError('refused', 'there is not so much left of this payment');
      const refund = { businessId, idempotencyKey, ref: `test_refund_${newId()}`, paymentRef, amountMinor };
      await insertNetworkRefund(tx, refund);
      return { ref: refund.ref, state: 'succeeded' as const };
    }),
    readEvent(account, rawBody, header, at) {
      if (!isNetworkSignature(account.webhookSecret, rawBody, header('test-signature') ?? '', at)) throw new ProviderError('forged', 'the signature does not fit');
      const { id, type, checkout, attemptId } = JSON.parse(rawBody) as { id: string; type: string; checkout: string; attemptId: string };
      return { id, type, checkoutRef: checkout, attemptId, refund: null };
    },
    whoAmI: async ({ businessId }) => ({ accountId: `test_account_${businessId}`, isLive: false }),
  };
}
