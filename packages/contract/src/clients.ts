import { z } from 'zod';
import { Email, Id, Instant, Line, Lines, PageQuery, pageOf, Phone } from './primitives.ts';

export const clientKinds = ['person', 'company'] as const;

/** A human with a login (or one who may get one); several per client. */
export const Contact = z.object({
  id: Id, name: z.string(), email: z.string().nullable(), phone: z.string().nullable(),
  /** `none`: no login; `invited`: may set a password; `active`: has signed in. */
  access: z.enum(['none', 'invited', 'active']),
  lastSeenAt: Instant.nullable(),
}).meta({ id: 'Contact' });
export type Contact = z.infer<typeof Contact>;

/** A person or a company: the account. */
export const Client = z.object({
  id: Id, kind: z.enum(clientKinds), name: z.string(), note: z.string(), archived: z.boolean(), createdAt: Instant,
  contacts: z.array(Contact),
  nextBookingAt: Instant.nullable(), lastBookingAt: Instant.nullable(), bookingCount: z.int(),
}).meta({ id: 'Client' });
export type Client = z.infer<typeof Client>;
export const ClientPage = pageOf(Client);
export type ClientPage = z.infer<typeof ClientPage>;
export const ClientQuery = PageQuery.extend({ search: z.string().trim().max(100).optional(), archived: z.enum(['true', 'false']).default('false') });
export type ClientQuery = z.infer<typeof ClientQuery>;

const contactInput = { name: Line(100), email: Email.optional(), phone: Phone.optional() };
export const AddClientInput = z.strictObject({ kind: z.enum(clientKinds).default('person'), name: Line(100), note: Lines(2000).default(''), contact: z.strictObject(contactInput).optional() });
export type AddClientInput = z.infer<typeof AddClientInput>;
export const ChangeClientInput = z.strictObject({ name: Line(100).optional(), note: Lines(2000).optional(), kind: z.enum(clientKinds).optional(), archived: z.boolean().optional() });
export type ChangeClientInput = z.infer<typeof ChangeClientInput>;
export const AddContactInput = z.strictObject(contactInput);
export type AddContactInput = z.infer<typeof AddContactInput>;
export const ChangeContactInput = z.strictObject({ name: Line(100).optional(), phone: Phone.nullable().optional(), email: Email.nullable().optional() });
export type ChangeContactInput = z.infer<typeof ChangeContactInput>;

/** The account that is the same as another: its people and bookings move there, and it is gone. */
export const MergeInput = z.strictObject({ from: Id });
export type MergeInput = z.infer<typeof MergeInput>;
/** What merging would do. */
export const MergePreview = z.object({
  stays: Client, goes: Client,
  /** All bookings that would move, and how many of them are still to come. */
  bookings: z.int(), upcoming: z.int(),
  /** The note that the account has afterwards. */
  note: z.string(),
}).meta({ id: 'MergePreview' });
export type MergePreview = z.infer<typeof MergePreview>;

/** The client's name, typed: nobody is erased by a slip. */
export const EraseInput = z.strictObject({ name: Line(100) });
export type EraseInput = z.infer<typeof EraseInput>;
/** What erasing would take, what stays, and what must be settled before. */
export const ErasePreview = z.object({
  contacts: z.int(), documents: z.int(),
  /** Still to come: they are cancelled. */
  upcoming: z.int(),
  /** Past ones, which stay without a name. */
  pastBookings: z.int(),
  /** Issued, which stay as the law wants them. */
  invoices: z.int(),
  /** In sentences; none: it can be done. */
  unsettled: z.array(z.string()),
}).meta({ id: 'ErasePreview' });
export type ErasePreview = z.infer<typeof ErasePreview>;

/** One thing that happened, in words; read from the event log. */
export const TimelineEntry = z.object({
  id: Id, type: z.string(), at: Instant, actor: z.string(), text: z.string(), subjectType: z.string(), subjectId: z.string().nullable(),
}).meta({ id: 'TimelineEntry' });
export type TimelineEntry = z.infer<typeof TimelineEntry>;
export const Timeline = pageOf(TimelineEntry);
export type Timeline = z.infer<typeof Timeline>;

/** CSV text with a header row; at most 2,000 rows and 1 MB. */
export const ImportInput = z.strictObject({
  csv: z.string().min(1, 'Choose a file.').max(1_000_000, 'Keep the file under 1 MB; import in parts.'),
  /** Which column holds what; left out: guessed from the header. */
  columns: z.strictObject({ name: z.string().max(100), email: z.string().max(100).optional(), phone: z.string().max(100).optional(), note: z.string().max(100).optional(), company: z.string().max(100).optional() }).optional(),
  invite: z.boolean().default(false),
});
export type ImportInput = z.infer<typeof ImportInput>;

export const importOutcomes = ['new', 'duplicate_in_file', 'already_a_client', 'invalid'] as const;
export const ImportRow = z.object({
  line: z.int(), name: z.string(), email: z.string().nullable(), phone: z.string().nullable(),
  outcome: z.enum(importOutcomes),
  /** For `invalid` and the duplicates: what is wrong, or of whom it is a duplicate. */
  reason: z.string().nullable(),
}).meta({ id: 'ImportRow' });
export type ImportRow = z.infer<typeof ImportRow>;
/** What an import would do. Importing does exactly this, all of it or nothing. */
export const ImportPreview = z.object({
  columns: z.array(z.string()),
  mapping: z.record(z.string(), z.string()),
  newCount: z.int(), duplicateCount: z.int(), invalidCount: z.int(),
  rows: z.array(ImportRow),
}).meta({ id: 'ImportPreview' });
export type ImportPreview = z.infer<typeof ImportPreview>;
export const ImportResult = z.object({ imported: z.int(), skipped: z.int(), invited: z.int() }).meta({ id: 'ImportResult' });
export type ImportResult = z.infer<typeof ImportResult>;
