import { z } from 'zod';
import { CivilDate, Id, Instant } from '../primitives.ts';

/** `reminder`: a letter about the due date; `deposit`: about the deposit's; `late_fee`: an invoice for being late. */
const chasingKinds = ['reminder', 'deposit', 'late_fee'] as const;
export const ChasingStep = z.object({
  kind: z.enum(chasingKinds),
  invoiceId: Id, number: z.string(), clientId: Id, clientName: z.string(),
  dueOn: CivilDate, dueMinor: z.int(), currency: z.string(), label: z.string(),
  /** Negative: so many days before. */
  daysAfterDue: z.int(),
  at: Instant,
  /** Nothing goes out: somebody held the invoice back. */
  held: z.boolean(),
}).meta({ id: 'ChasingStep' });
export type ChasingStep = z.infer<typeof ChasingStep>;

/** What will go out, soonest first. */
export const Chasing = z.object({
  items: z.array(ChasingStep),
  /** Invoices that nobody is reminded of, and on which something is owed. */
  held: z.array(z.object({ invoiceId: Id, number: z.string(), clientId: Id, clientName: z.string(), since: Instant })),
}).meta({ id: 'Chasing' });
export type Chasing = z.infer<typeof Chasing>;
export const ChasingQuery = z.strictObject({ days: z.coerce.number().pipe(z.int().min(1, 'Use 1 to 90 days.').max(90, 'Use 1 to 90 days.')).default(14) });

/** How one invoice is chased. */
export const InvoiceReminders = z.object({
  held: z.boolean(),
  sent: z.array(z.object({ kind: z.enum(chasingKinds), daysAfterDue: z.int(), at: Instant })),
  next: z.array(z.object({ kind: z.enum(chasingKinds), daysAfterDue: z.int(), at: Instant })),
}).meta({ id: 'InvoiceReminders' });
export type InvoiceReminders = z.infer<typeof InvoiceReminders>;
export const HoldRemindersInput = z.strictObject({ held: z.boolean() });
export type HoldRemindersInput = z.infer<typeof HoldRemindersInput>;
