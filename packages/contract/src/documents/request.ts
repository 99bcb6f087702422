import { z } from 'zod';
import { CivilDate, Id, Instant, Line, Lines, PageQuery, pageOf } from '../primitives.ts';
import { documentCategories, requestStates } from './kinds.ts';

/** Something that the business asks a client for. */
export const DocumentRequest = z.object({
  id: Id, clientId: Id, clientName: z.string(),
  /** What, in a few words; and why. */
  title: z.string(), why: z.string(),
  dueOn: CivilDate.nullable(), category: z.enum(documentCategories), state: z.enum(requestStates),
  /** With `returned`: what is wrong with what came. */
  reason: z.string().nullable(),
  /** What has come for it, earliest first. */
  documents: z.array(z.object({ id: Id, name: z.string() })),
  isOverdue: z.boolean(), askedAt: Instant, submittedAt: Instant.nullable(),
  label: z.object({ dueOn: z.string().nullable() }),
}).meta({ id: 'DocumentRequest' });
export type DocumentRequest = z.infer<typeof DocumentRequest>;

export const AskForDocumentInput = z.strictObject({
  clientIds: z.array(Id).min(1, 'Choose who is asked.').max(50, 'Ask at most 50 clients at once.'),
  title: Line(200), why: Lines(1000).default(''), dueOn: CivilDate.nullable().default(null),
  category: z.enum(documentCategories).exclude(['invoices']).default('correspondence'),
});
export type AskForDocumentInput = z.infer<typeof AskForDocumentInput>;

export const AskedDocuments = z.object({ items: z.array(DocumentRequest) }).meta({ id: 'AskedDocuments' });
export const ReturnDocumentInput = z.strictObject({ reason: Line(1000) });

/** `waiting`: on the client; `settled`: accepted or cancelled. */
export const DocumentRequestQuery = PageQuery.extend({ state: z.enum(['all', 'waiting', 'submitted', 'settled']).default('all'), client: Id.optional() });
export type DocumentRequestQuery = z.infer<typeof DocumentRequestQuery>;

/** With how many wait, are late, are to be looked at; and of all that were ever asked for (and not cancelled), how many came. */
export const DocumentRequestPage = pageOf(DocumentRequest).extend({ counts: z.object({ waiting: z.int(), overdue: z.int(), submitted: z.int(), asked: z.int(), arrived: z.int() }) }).meta({ id: 'DocumentRequestPage' });
export type DocumentRequestPage = z.infer<typeof DocumentRequestPage>;
