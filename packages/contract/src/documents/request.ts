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
  /** The last reminder, by itself or by hand. */
  remindedAt: Instant.nullable(),
  /** What was asked for in one go, of several clients or several things, has this in common. */
  batchId: Id.nullable(),
  label: z.object({ dueOn: z.string().nullable() }),
}).meta({ id: 'DocumentRequest' });
export type DocumentRequest = z.infer<typeof DocumentRequest>;

export const AskForDocumentInput = z.strictObject({
  clientIds: z.array(Id).min(1, 'Choose who is asked.').max(50, 'Ask at most 50 clients at once.'),
  title: Line(200), why: Lines(1000).default(''), dueOn: CivilDate.nullable().default(null),
  category: z.enum(documentCategories).exclude(['invoices']).default('correspondence'),
});
export type AskForDocumentInput = z.infer<typeof AskForDocumentInput>;

/** What somebody got wrong in asking, or knows better now. */
export const ChangeRequestInput = z.strictObject({
  title: Line(200).optional(), why: Lines(1000).optional(), dueOn: CivilDate.nullable().optional(), category: z.enum(documentCategories).exclude(['invoices']).optional(),
});
export type ChangeRequestInput = z.infer<typeof ChangeRequestInput>;

/** One thing of a checklist. */
export const ChecklistItem = z.strictObject({
  title: Line(200), why: Lines(1000).default(''), category: z.enum(documentCategories).exclude(['invoices']).default('correspondence'),
  /** Days from the day it is asked for; null: no date. */
  dueInDays: z.int().min(0).max(365).nullable().default(null),
});
export type ChecklistItem = z.infer<typeof ChecklistItem>;
const Items = z.array(ChecklistItem).min(1, 'Add what you need.').max(20, 'Keep it to 20 things.');

/** What is asked for again and again, under a name. */
export const Checklist = z.object({ id: Id, name: z.string(), items: z.array(ChecklistItem), archived: z.boolean() }).meta({ id: 'Checklist' });
export type Checklist = z.infer<typeof Checklist>;
export const Checklists = z.object({ items: z.array(Checklist) }).meta({ id: 'Checklists' });
export const SaveChecklistInput = z.strictObject({ name: Line(120), items: Items });
export type SaveChecklistInput = z.infer<typeof SaveChecklistInput>;
export const ChangeChecklistInput = z.strictObject({ name: Line(120).optional(), items: Items.optional(), archived: z.boolean().optional() });
export type ChangeChecklistInput = z.infer<typeof ChangeChecklistInput>;

/** Everything on a checklist, of each of these clients. */
export const AskByChecklistInput = z.strictObject({ clientIds: z.array(Id).min(1, 'Choose who is asked.').max(50, 'Ask at most 50 clients at once.') });
export type AskByChecklistInput = z.infer<typeof AskByChecklistInput>;

export const AskedDocuments = z.object({ items: z.array(DocumentRequest) }).meta({ id: 'AskedDocuments' });
export const ReturnDocumentInput = z.strictObject({ reason: Line(1000) });

/** `waiting`: on the client; `settled`: accepted or cancelled. */
export const DocumentRequestQuery = PageQuery.extend({ state: z.enum(['all', 'waiting', 'submitted', 'settled']).default('all'), client: Id.optional() });
export type DocumentRequestQuery = z.infer<typeof DocumentRequestQuery>;

/** With how many wait, are late, are to be looked at; and of all that were ever asked for (and not cancelled), how many came. */
export const DocumentRequestPage = pageOf(DocumentRequest).extend({ counts: z.object({ waiting: z.int(), overdue: z.int(), submitted: z.int(), asked: z.int(), arrived: z.int() }) }).meta({ id: 'DocumentRequestPage' });
export type DocumentRequestPage = z.infer<typeof DocumentRequestPage>;
