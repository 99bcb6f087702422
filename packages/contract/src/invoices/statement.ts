import { z } from 'zod';
import { CivilDate, Id, Language } from '../primitives.ts';

/** Both days count. */
export const StatementQuery = z.strictObject({ from: CivilDate, until: CivilDate, lang: Language.optional() });
export type StatementQuery = z.infer<typeof StatementQuery>;

export const statementKinds = ['invoice', 'void', 'credit_note', 'payment', 'refund'] as const;

/** Something that changed what is owed. */
export const StatementLine = z.object({
  kind: z.enum(statementKinds),
  on: CivilDate, onLabel: z.string(),
  /** The number of the paper, or what the payment was for. */
  reference: z.string(),
  /** The invoice, credit note or payment. */
  subjectId: Id,
  /** Positive: more is owed. */
  amountMinor: z.int(), label: z.string(),
  balanceMinor: z.int(), balanceLabel: z.string(),
}).meta({ id: 'StatementLine' });
export type StatementLine = z.infer<typeof StatementLine>;

/** What was owed at first, what happened, what is owed at last; negative: in the client's favour. */
export const StatementAccount = z.object({
  currency: z.string(),
  openingMinor: z.int(), openingLabel: z.string(),
  lines: z.array(StatementLine),
  /** Sums of the lines. */
  invoicedMinor: z.int(), creditedMinor: z.int(), paidMinor: z.int(), refundedMinor: z.int(),
  closingMinor: z.int(), closingLabel: z.string(),
  /** What was owed on invoices at the end of the last day, by age. Less the credit it is the closing balance. */
  buckets: z.array(z.object({ name: z.enum(['current', 'days_1_30', 'days_31_60', 'days_61_90', 'over_90']), dueMinor: z.int(), label: z.string(), count: z.int() })),
  creditMinor: z.int(), creditLabel: z.string(),
}).meta({ id: 'StatementAccount' });
export type StatementAccount = z.infer<typeof StatementAccount>;

/** All between a client and the business in a period, a currency at a time. */
export const Statement = z.object({
  clientId: Id, clientName: z.string(), from: CivilDate, until: CivilDate, fromLabel: z.string(), untilLabel: z.string(), accounts: z.array(StatementAccount),
}).meta({ id: 'Statement' });
export type Statement = z.infer<typeof Statement>;
