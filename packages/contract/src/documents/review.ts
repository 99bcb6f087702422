import { z } from 'zod';
import { CivilDate, Id, Instant, Lines, PageQuery, pageOf } from '../primitives.ts';
import { reviewStates } from './kinds.ts';

const VersionNumber = z.int().min(1).max(100_000);
const Name = z.string();

/** What a list shows of the latest review of a document. */
export const ReviewBadge = z.object({
  state: z.enum(reviewStates),
  /** Which version was asked about, and with a decision, which one was decided on. */
  version: z.int(),
  dueOn: CivilDate.nullable(), isOverdue: z.boolean(),
  label: z.object({ dueOn: z.string().nullable() }),
});
export type ReviewBadge = z.infer<typeof ReviewBadge>;

/** The business asks a client to look at a document and to say yes, or what to change. */
export const Review = ReviewBadge.extend({
  id: Id,
  /** What to look at, in the words of whoever asks. */
  message: z.string(),
  askedAt: Instant, askedByName: Name, decidedAt: Instant.nullable(), decidedByName: Name.nullable(),
  /** With a decision: what was said with it. Never null with `changes_requested`. */
  reason: z.string().nullable(),
  label: z.object({ dueOn: z.string().nullable(), askedAt: z.string(), decidedAt: z.string().nullable() }),
}).meta({ id: 'DocumentReview' });
export type Review = z.infer<typeof Review>;

/** A place on a page, as fractions of its width and height from its top left corner, whatever the direction of the text. */
export const Pin = z.strictObject({ page: z.int().min(1).max(10_000), x: z.number().min(0).max(1), y: z.number().min(0).max(1) });
export type Pin = z.infer<typeof Pin>;

export const Comment = z.object({
  id: Id,
  /** Null once it was taken back: its place stays where there are answers. */
  text: z.string().nullable(),
  by: z.enum(['staff', 'client']), byName: Name, isOwn: z.boolean(), createdAt: Instant,
  /** The reason of a request for changes, or what was said with an approval. */
  decision: z.enum(['approved', 'changes_requested']).nullable(),
  label: z.object({ createdAt: z.string() }),
}).meta({ id: 'Comment' });
export type Comment = z.infer<typeof Comment>;

export const Thread = z.object({
  /** That of its first comment. */
  id: Id,
  /** The version it was begun on. */
  version: z.int(), pin: Pin.nullable(), isResolved: z.boolean(), resolvedByName: Name.nullable(),
  /** Earliest first. */
  comments: z.array(Comment),
}).meta({ id: 'Thread' });
export type Thread = z.infer<typeof Thread>;

/** All that is said about one document. */
export const Discussion = z.object({
  documentId: Id,
  /** Latest first; the first one is what counts. */
  reviews: z.array(Review),
  /** Earliest first. */
  threads: z.array(Thread),
  mayComment: z.boolean(),
  /** It is asked for, and this person may decide. */
  mayDecide: z.boolean(),
}).meta({ id: 'Discussion' });
export type Discussion = z.infer<typeof Discussion>;

export const AskForReviewInput = z.strictObject({ message: Lines(1000).default(''), dueOn: CivilDate.nullable().default(null) });
export type AskForReviewInput = z.infer<typeof AskForReviewInput>;

/** With the version that the person has looked at: what came meanwhile is not approved unseen. */
export const ApproveInput = z.strictObject({ version: VersionNumber, note: Lines(2000).default('') });
export type ApproveInput = z.infer<typeof ApproveInput>;

export const RequestChangesInput = z.strictObject({ version: VersionNumber, reason: Lines(2000).min(1, 'Say what should change, so that the next version fits.') });
export type RequestChangesInput = z.infer<typeof RequestChangesInput>;

/** With `threadId` an answer; else the beginning of a thread, with `pin` at a place on a page. */
export const AddCommentInput = z.strictObject({
  version: VersionNumber, text: Lines(2000).min(1, 'Write something first.'), threadId: Id.optional(), pin: Pin.optional(),
}).refine(({ threadId, pin }) => threadId === undefined || pin === undefined, { path: ['pin'], message: 'An answer stands where its thread stands: leave the place out.' });
export type AddCommentInput = z.infer<typeof AddCommentInput>;

/** A review in a list across documents. */
export const ListedReview = Review.extend({ documentId: Id, documentName: z.string(), clientId: Id, clientName: z.string() }).meta({ id: 'ListedDocumentReview' });
export type ListedReview = z.infer<typeof ListedReview>;

/** `waiting`: on a client; `changes`: on the business, which has not brought a new version yet. */
export const ReviewQuery = PageQuery.extend({ state: z.enum(['all', 'waiting', 'changes', 'approved']).default('all'), client: Id.optional() });
export type ReviewQuery = z.infer<typeof ReviewQuery>;

export const ReviewPage = pageOf(ListedReview).extend({ counts: z.object({ waiting: z.int(), overdue: z.int(), changes: z.int() }) }).meta({ id: 'DocumentReviewPage' });
export type ReviewPage = z.infer<typeof ReviewPage>;
