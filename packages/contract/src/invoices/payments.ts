import { z } from 'zod';
import { CivilDate, Currency, Id, Line, PageQuery, pageOf } from '../primitives.ts';
import { PositiveAmount } from './invoice.ts';

/** How money comes in without a provider. */
export const manualMethods = ['bank_transfer', 'cash', 'card_terminal', 'other'] as const;

export const paymentStatuses = ['succeeded', 'partly_refunded', 'refunded'] as const;

/** Money that came in. */
export const Payment = z.object({
  id: Id, clientId: Id, clientName: z.string(),
  status: z.enum(paymentStatuses),
  /** `bank_transfer`, `cash`, `card` … */
  method: z.string(),
  /** `manual`, `stripe`, `test`. */
  provider: z.string(),
  amountMinor: z.int(), refundedMinor: z.int(), currency: z.string(), label: z.string(),
  receivedOn: CivilDate, reference: z.string(),
  /** What it paid; the rest became account credit. */
  allocations: z.array(z.object({ invoiceId: Id, number: z.string(), amountMinor: z.int() })),
  creditMinor: z.int(),
}).meta({ id: 'Payment' });
export type Payment = z.infer<typeof Payment>;
export const PaymentPage = pageOf(Payment);
export type PaymentPage = z.infer<typeof PaymentPage>;
export const PaymentQuery = PageQuery.extend({ client: Id.optional() });
export type PaymentQuery = z.infer<typeof PaymentQuery>;

const Allocation = z.strictObject({ invoiceId: Id, amountMinor: PositiveAmount });
/** The owner writes down money that came in. `allocations` left out: the oldest due invoice first, the rest is credit. */
export const RecordPaymentInput = z.strictObject({
  clientId: Id, amountMinor: PositiveAmount, currency: Currency.optional(), method: z.enum(manualMethods), receivedOn: CivilDate,
  reference: z.string().trim().max(120, 'Keep it under 120 characters.').default(''),
  allocations: z.array(Allocation).min(1).max(100).optional(),
});
export type RecordPaymentInput = z.infer<typeof RecordPaymentInput>;
/** Pays from account credit. */
export const ApplyCreditInput = z.strictObject({ invoiceId: Id, amountMinor: PositiveAmount });
export type ApplyCreditInput = z.infer<typeof ApplyCreditInput>;
/** Gives money back: from a payment, all of it or a part. A credit note says why there is something to give back. */
export const RefundInput = z.strictObject({ amountMinor: PositiveAmount, reason: Line(300) });
export type RefundInput = z.infer<typeof RefundInput>;

/** What all clients owe, by age. */
export const Receivables = z.object({
  currency: z.string(),
  /** Not yet due, then by days late. */
  buckets: z.array(z.object({ name: z.enum(['current', 'days_1_30', 'days_31_60', 'days_61_90', 'over_90']), dueMinor: z.int(), label: z.string(), count: z.int() })),
  totalMinor: z.int(), label: z.string(),
  clients: z.array(z.object({ clientId: Id, clientName: z.string(), dueMinor: z.int(), label: z.string(), overdueMinor: z.int(), oldestDueOn: CivilDate.nullable(), count: z.int() })),
}).meta({ id: 'Receivables' });
export type Receivables = z.infer<typeof Receivables>;
export const ReceivablesList = z.object({ items: z.array(Receivables) });
