import { z } from 'zod';
import { Id, Instant, Language, Line, Lines, PageQuery, pageOf } from '../primitives.ts';
import { BusinessPage } from '../business.ts';
import { DocumentRequest } from './request.ts';
import { ReviewBadge } from './review.ts';
import { accessLevels, documentCategories, versionStates } from './kinds.ts';

export const Category = z.enum(documentCategories);
export const Level = z.enum(accessLevels);

/** What somebody may do with a document. */
export const DocumentRight = z.object({ level: Level, download: z.boolean() });
export type DocumentRight = z.infer<typeof DocumentRight>;

export const DocumentSummary = z.object({
  id: Id,
  /** `invoice`: the paper of an issued invoice or credit note, which the system files by itself; its id is the invoice's. */
  source: z.enum(['file', 'invoice']),
  clientId: Id,
  clientName: z.string(),
  name: z.string(),
  category: Category,
  projectId: Id.nullable(),
  projectName: z.string().nullable(),
  /** The version that opens: the latest that may. Null while none may. */
  version: z.int().nullable(),
  /** Of the latest version, which may still be in quarantine. */
  state: z.enum(versionStates),
  mediaType: z.string(),
  /** Bytes; null for papers that are made when somebody asks for them. */
  size: z.int().nullable(),
  by: z.enum(['staff', 'client', 'system']),
  archived: z.boolean(),
  changedAt: Instant,
  right: DocumentRight,
  /** This client's contact has not opened the version yet; always false for staff. */
  isNew: z.boolean(),
  /** The latest review, unless it was withdrawn. */
  review: ReviewBadge.nullable(),
  /** What is said about it, in comments; those taken back do not count. */
  comments: z.int(),
  label: z.object({ size: z.string().nullable(), changedAt: z.string() }),
}).meta({ id: 'DocumentSummary' });
export type DocumentSummary = z.infer<typeof DocumentSummary>;

export const DocumentVersion = z.object({
  number: z.int(), name: z.string(), mediaType: z.string(), size: z.int(), sha256: z.string(), state: z.enum(versionStates),
  /** What changed, in the words of whoever brought it. */
  note: z.string(),
  /** In the console: why it was refused. */
  refusal: z.string().nullable(),
  by: z.enum(['staff', 'client', 'system']), byName: z.string(), createdAt: Instant,
  label: z.object({ size: z.string(), createdAt: z.string() }),
}).meta({ id: 'DocumentVersion' });
export type DocumentVersion = z.infer<typeof DocumentVersion>;

export const Document = DocumentSummary.extend({
  /** Latest first. */
  versions: z.array(DocumentVersion),
}).meta({ id: 'Document' });
export type Document = z.infer<typeof Document>;

/** How the browser is told what the file really was, when its name said something else. */
export const FiledDocument = Document.extend({ renamedFrom: z.string().nullable() }).meta({ id: 'FiledDocument' });
export type FiledDocument = z.infer<typeof FiledDocument>;

export const DocumentPage = pageOf(DocumentSummary).meta({ id: 'DocumentPage' });
export type DocumentPage = z.infer<typeof DocumentPage>;

export const DocumentQuery = PageQuery.extend({
  category: Category.optional(), project: Id.optional(), lang: Language.optional(),
  /** The beginning of each word of the name, in any order. */
  search: z.string().trim().max(100).optional(),
});
export type DocumentQuery = z.infer<typeof DocumentQuery>;

export const ConsoleDocumentQuery = DocumentQuery.extend({ client: Id.optional(), archived: z.enum(['true', 'false']).default('false') });
export type ConsoleDocumentQuery = z.infer<typeof ConsoleDocumentQuery>;

/** A client's first look, in one answer. */
export const DocumentStart = z.object({
  business: BusinessPage, categories: z.array(z.object({ category: Category, count: z.int() })), projects: z.array(z.object({ id: Id, name: z.string() })),
  recent: DocumentPage, maxFileBytes: z.int(),
  /** Uploads that this person began and has not finished; `GET /v1/uploads` says which. */
  unfinished: z.int(),
  /** What the business asks for: first what has to come, the earliest date first; then what has come and is looked at. */
  requests: z.array(DocumentRequest),
  /** What waits for this person's approval, the earliest date first. */
  toReview: z.array(DocumentSummary),
}).meta({ id: 'DocumentStart' });
export type DocumentStart = z.infer<typeof DocumentStart>;

export const ChangeDocumentInput = z.strictObject({
  name: Line(200).optional(), category: Category.optional(), projectId: Id.nullable().optional(), archived: z.boolean().optional(),
  /** For every contact of the client that has no right of its own. */
  level: Level.optional(), download: z.boolean().optional(),
});
export type ChangeDocumentInput = z.infer<typeof ChangeDocumentInput>;

/** Sets the rights of the contacts named; null gives one back to what the document says for all. */
export const ShareDocumentInput = z.strictObject({ contacts: z.array(z.strictObject({ contactId: Id, right: z.strictObject({ level: Level, download: z.boolean() }).nullable() })).min(1).max(50) });
export type ShareDocumentInput = z.infer<typeof ShareDocumentInput>;

/** A document as staff see it: who may do what, and who has opened which version. */
export const ConsoleDocument = Document.extend({
  people: z.array(z.object({ contactId: Id, name: z.string(), right: DocumentRight, isOwn: z.boolean() })),
  reads: z.array(z.object({ contactId: Id, name: z.string(), version: z.int(), firstReadAt: Instant, lastReadAt: Instant, count: z.int() })),
}).meta({ id: 'ConsoleDocument' });
export type ConsoleDocument = z.infer<typeof ConsoleDocument>;

export const LinkInput = z.strictObject({ version: z.int().min(1).max(100_000).optional() });
export type LinkInput = z.infer<typeof LinkInput>;

/** An address that opens one version for a minute, for the person who asked and as long as their access lasts. */
export const FileLink = z.object({ url: z.string(), name: z.string(), expiresAt: Instant }).meta({ id: 'FileLink' });
export type FileLink = z.infer<typeof FileLink>;

/** How files are kept here, plainly. */
export const DocumentKeeping = z.object({
  store: z.enum(['disk', 's3']), scanner: z.enum(['none', 'clamd']), scannerNote: z.string(), maxFileBytes: z.int(), usedBytes: z.int(), quotaBytes: z.int(), waiting: z.int(),
}).meta({ id: 'DocumentKeeping' });
export type DocumentKeeping = z.infer<typeof DocumentKeeping>;

export const VersionNote = Lines(500);
