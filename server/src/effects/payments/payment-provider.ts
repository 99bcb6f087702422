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
  /** The payer agreed that what they pay with is kept for later payments; `customerRef`: whose other ones are kept. */
  readonly save: { readonly customerRef: string | null } | null;
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
  /** `declined`, `authentication_required`, or the provider's own word for it. */
  readonly failure: string | null;
  /** What is kept for later payments, where that was asked for. */
  readonly saved: KeptMethod | null;
}

/** What a provider keeps: names for it, and what it may be recognised by. */
export interface KeptMethod {
  readonly customerRef: string;
  readonly methodRef: string;
  readonly brand: string;
  readonly last4: string;
  /** `12/2034` */
  readonly expires: string | null;
}

/** Charges what is kept while its owner is not there. */
export interface ChargeAsk {
  readonly attemptId: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly description: string;
  readonly customerRef: string;
  readonly methodRef: string;
  readonly idempotencyKey: string;
}

/** A charge is read like a checkout, by its own name. */
export interface Charge {
  readonly ref: string;
  readonly state: CheckoutState;
}

/** A hint that something happened; the truth is asked for with `readCheckout`. */
export interface ProviderEvent {
  readonly id: string;
  readonly type: string;
  /** Of a checkout, or of a charge of ours. */
  readonly checkoutRef: string | null;
  readonly attemptId: string | null;
  /** It is about money that went back. */
  readonly refund: { readonly ref: string; readonly refundId: string | null } | null;
}

export interface RefundAsk {
  /** Ours; the provider gives it back. */
  readonly refundId: string;
  readonly paymentRef: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly idempotencyKey: string;
}

export interface RefundState {
  readonly ref: string;
  readonly state: 'succeeded' | 'pending' | 'failed';
}

export interface PaymentProvider {
  readonly name: ProviderName;
  createCheckout(account: ProviderAccount, ask: CheckoutAsk): Promise<Checkout>;
  readCheckout(account: ProviderAccount, ref: string): Promise<CheckoutState>;
  /** Closes it for payment; harmless when it is closed already. */
  expireCheckout(account: ProviderAccount, ref: string): Promise<void>;
  /** Asking twice with the same key charges once. A card that is declined is an answer, no error. */
  charge(account: ProviderAccount, ask: ChargeAsk): Promise<Charge>;
  /** The charge that was made for an attempt, if any was: what a lost answer would have said. */
  findCharge(account: ProviderAccount, ask: Pick<ChargeAsk, 'attemptId' | 'customerRef'>): Promise<Charge | undefined>;
  /** Forgets what is kept; harmless when it is forgotten already. */
  detachMethod(account: ProviderAccount, methodRef: string): Promise<void>;
  refund(account: ProviderAccount, ask: RefundAsk): Promise<RefundState>;
  /** A refund that was on its way may come back days later. */
  readRefund(account: ProviderAccount, ref: string): Promise<RefundState>;
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
