import { z } from 'zod';
import { Id, Instant, Line, WebAddress } from '../primitives.ts';
import { PositiveAmount } from './invoice.ts';
import { ConsentShown } from './plans.ts';

/** Who moves money for a business. `test` is the demo's card network: no money moves. */
export const paymentProviders = ['stripe', 'test'] as const;
export const ProviderName = z.enum(paymentProviders);
export type ProviderName = z.infer<typeof ProviderName>;

/** A client wants to pay. The amount is checked against what is owed; the page never decides it. */
export const StartPaymentInput = z.strictObject({
  invoiceIds: z.array(Id).min(1, 'Choose an invoice.').max(20, 'Choose at most 20 invoices.'),
  /** Left out: all that is owed on them. */
  amountMinor: PositiveAmount.optional(),
  /** Where the client comes back to: a page of the business. `{attempt}` in it becomes the attempt's id. */
  returnUrl: WebAddress,
  /** The client has ticked that this plan is paid by itself from now on, with what is paid with now: words and amount as they were shown. */
  autopay: ConsentShown.extend({ subscriptionId: Id }).optional(),
});
export type StartPaymentInput = z.infer<typeof StartPaymentInput>;

/**
 * A try to pay. `preparing`: the provider has not answered yet; `open`: the client can pay at `url`; `under_review`:
 * money moved that does not fit, and a person looks at it. Coming back to the page changes nothing here: only what the
 * provider confirms does.
 */
export const attemptStates = ['preparing', 'open', 'succeeded', 'failed', 'expired', 'under_review'] as const;
export const PaymentAttempt = z.object({
  id: Id, state: z.enum(attemptStates), provider: ProviderName,
  /** Where to pay; null unless it is open. */
  url: z.string().nullable(),
  amountMinor: z.int(), currency: z.string(), label: z.string(), invoiceIds: z.array(Id),
  /** Why it failed, for the client: `declined`, `cancelled`. */
  failure: z.string().nullable(),
  /** What came of it: its receipt can be downloaded. */
  paymentId: Id.nullable(),
  expiresAt: Instant,
}).meta({ id: 'PaymentAttempt' });
export type PaymentAttempt = z.infer<typeof PaymentAttempt>;

/** How a business takes cards. Secrets go in and never come out. */
export const PaymentAccount = z.object({
  provider: ProviderName, accountId: z.string(), enabled: z.boolean(), isLive: z.boolean(), hasWebhookSecret: z.boolean(),
  /** What to enter at the provider. */
  webhookUrl: z.string(),
}).meta({ id: 'PaymentAccount' });
export type PaymentAccount = z.infer<typeof PaymentAccount>;
export const PaymentAccountList = z.object({ items: z.array(PaymentAccount) });
export const SetPaymentAccountInput = z.strictObject({
  secretKey: z.string().trim().min(8, 'Use the secret key from your provider.').max(300).optional(),
  webhookSecret: z.string().trim().min(8, 'Use the signing secret of the webhook.').max(300).optional(),
  enabled: z.boolean().optional(),
});
export type SetPaymentAccountInput = z.infer<typeof SetPaymentAccountInput>;

/** Money that moved and does not fit: never guessed, always shown. */
export const reviewKinds = ['unknown_payment', 'mismatch', 'more_than_owed', 'refund_failed', 'booking_cancelled'] as const;
export const ReviewItem = z.object({
  id: Id, kind: z.enum(reviewKinds), clientId: Id.nullable(), clientName: z.string().nullable(), provider: z.string(),
  /** What happened, as a sentence. */
  text: z.string(), amountMinor: z.int().nullable(), currency: z.string().nullable(), label: z.string().nullable(), paymentId: Id.nullable(), attemptId: Id.nullable(),
  createdAt: Instant, resolvedAt: Instant.nullable(), resolution: z.string().nullable(),
}).meta({ id: 'ReviewItem' });
export type ReviewItem = z.infer<typeof ReviewItem>;
export const ReviewList = z.object({ items: z.array(ReviewItem) });
export const ResolveReviewInput = z.strictObject({ note: Line(300) });
export type ResolveReviewInput = z.infer<typeof ResolveReviewInput>;
