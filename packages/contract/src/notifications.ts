import { z } from 'zod';
import { Id, Instant, PageQuery, pageOf } from './primitives.ts';

export const mailStates = ['waiting', 'sent', 'failed'] as const;
/** A mail as the console lists it. */
export const Mail = z.object({
  id: Id, to: z.string(), subject: z.string(), state: z.enum(mailStates), createdAt: Instant, sentAt: Instant.nullable(),
  lastError: z.string().nullable(), attempts: z.int(), jobId: Id.nullable(),
}).meta({ id: 'Mail' });
export type Mail = z.infer<typeof Mail>;
export const MailPage = pageOf(Mail);
export type MailPage = z.infer<typeof MailPage>;
export const MailQuery = PageQuery.extend({ state: z.enum(mailStates).optional() });

export const jobStates = ['waiting', 'running', 'done', 'dead', 'cancelled'] as const;
/** Outgoing work. `dead`: gave up after the last attempt; the owner can retry it. */
export const Job = z.object({
  id: Id, kind: z.string(), state: z.enum(jobStates), runAt: Instant, attempts: z.int(), maxAttempts: z.int(), lastError: z.string().nullable(),
  createdAt: Instant, about: z.string().nullable(),
  /** The mail it sends, or the booking it is about: what a person knows it by. */
  mail: z.object({ to: z.string(), subject: z.string() }).nullable(),
  booking: z.object({ clientName: z.string(), serviceName: z.string(), startsAt: Instant }).nullable(),
}).meta({ id: 'Job' });
export type Job = z.infer<typeof Job>;
export const JobPage = pageOf(Job);
export type JobPage = z.infer<typeof JobPage>;
export const JobQuery = PageQuery.extend({ state: z.enum(jobStates).optional() });

/** Is everything that leaves the house leaving it? */
export const Outbox = z.object({ waiting: z.int(), dead: z.int(), oldestWaitingAt: Instant.nullable(), mailVia: z.enum(['smtp', 'mailbox']) }).meta({ id: 'Outbox' });
export type Outbox = z.infer<typeof Outbox>;
