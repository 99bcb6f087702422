import type { ProviderName } from '@portico/contract/invoices/checkout.ts';

/** A business's own account at a provider. */
export interface ProviderAccount {
  readonly businessId: string;
  /** The provider's name for it; empty until it was asked. */
  readonly accountId: string;
  readonly secretKey: string;
  readonly webhookSecret: string;
}

export interface CheckoutAsk {
  readonly attemptId: string;
  readonly amountMinor: number;
  readonly currency: string;
  /** What the client reads there: `INV-2026-0042`. */
  readonly description: string;
  readonly lang: string;
  readonly email: string | null;
  /** Where the client comes back to, paid or not. */
  readonly returnUrl: string;
  /** The same key asks for the same checkout, however often it is sent. */
  readonly idempotencyKey: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

export interface Checkout {
  readonly ref: string;
  readonly url: string;
}

/** What the provider says of a checkout when asked directly. */
export interface CheckoutState {
  readonly state: 'open' | 'processing' | 'paid' | 'failed' | 'expired';
  /** The payment itself, once there is one. */
  readonly paymentRef: string | null;
  readonly amountMinor: number;
  readonly currency: string;
  /** Ours, as we gave it. */
  readonly attemptId: string | null;
  /** `card`, `sepa_debit`. */
  readonly method: string;
  readonly failure: string | null;
}

/** A hint that something happened; the truth is asked for with `readCheckout`. */
export interface ProviderEvent {
  readonly id: string;
  readonly type: string;
  readonly checkoutRef: string | null;
  readonly attemptId: string | null;
}

export interface RefundAsk {
  readonly paymentRef: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly idempotencyKey: string;
}

export interface PaymentProvider {
  readonly name: ProviderName;
  createCheckout(account: ProviderAccount, ask: CheckoutAsk): Promise<Checkout>;
  readCheckout(account: ProviderAccount, ref: string): Promise<CheckoutState>;
  /** Closes it for payment; harmless when it is closed already. */
  expireCheckout(account: ProviderAccount, ref: string): Promise<void>;
  refund(account: ProviderAccount, ask: RefundAsk): Promise<{ readonly ref: string; readonly state: 'succeeded' | 'pending' | 'failed' }>;
  /** Reads a webhook from the raw body. @throws ProviderError `forged` when the signature is wrong or too old. */
  readEvent(account: ProviderAccount, rawBody: string, header: (name: string) => string | undefined, now: number): ProviderEvent;
  /** Asks who the key belongs to: the test of a set-up. */
  whoAmI(account: ProviderAccount): Promise<{ readonly accountId: string; readonly isLive: boolean }>;
}

/**
 * `unreachable`: nobody knows whether it happened, so ask again with the same key; `refused`: it did not happen and
 * will not; `forged`: this does not come from the provider.
 */
export class ProviderError extends Error {
  readonly kind: 'unreachable' | 'refused' | 'forged';
  constructor(kind: ProviderError['kind'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ProviderError';
    this.kind = kind;
  }
}
