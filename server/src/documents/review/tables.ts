import { sql } from 'drizzle-orm';
import type { ReviewState } from '@portico/contract/documents/kinds.ts';
import { bytes, check, foreignKey, index, instant, integer, primaryKey, table, text, uniqueIndex } from '../../storage/columns.ts';
import { documents } from '../tables.ts';

/** The business asks a client to approve a document; one such question is open at a time. */
export const documentReviews = table('document_reviews', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  documentId: text('document_id').notNull(),
  id: text('id').notNull(),
  /** With a decision, the version that was decided on. */
  version: integer('version').notNull(),
  state: text('state').$type<ReviewState>().notNull(),
  message: text('message').notNull(),
  /** A civil date of the business. */
  dueOn: text('due_on'),
  askedBy: text('asked_by').notNull(),
  askedAt: instant('asked_at').notNull(),
  decidedBy: text('decided_by'),
  decidedAt: instant('decided_at'),
  /** What was said with the decision. */
  commentId: text('comment_id'),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId, column.clientId, column.documentId], foreignColumns: [documents.businessId, documents.clientId, documents.id] }),
  uniqueIndex('document_reviews_waiting').on(column.businessId, column.documentId).where(sql`state = 'waiting'`),
  index('document_reviews_by_document').on(column.businessId, column.documentId, column.id),
  index('document_reviews_by_client').on(column.businessId, column.clientId, column.state),
  index('document_reviews_by_state').on(column.businessId, column.state, column.id),
  check('document_reviews_decided', sql`(state IN ('approved', 'changes_requested')) = (decided_at IS NOT NULL AND decided_by IS NOT NULL)`),
  check('document_reviews_reason', sql`state <> 'changes_requested' OR comment_id IS NOT NULL`),
]);

/** What is said about a document, sealed with its client's text key. A thread is what has the id of its first comment. */
export const documentComments = table('document_comments', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  documentId: text('document_id').notNull(),
  id: text('id').notNull(),
  threadId: text('thread_id').notNull(),
  version: integer('version').notNull(),
  /** A place, in ten-thousandths of the page's width and height. */
  page: integer('page'),
  x: integer('x'),
  y: integer('y'),
  /** Empty once it was taken back. */
  sealedText: bytes('sealed_text').notNull(),
  actor: text('actor').notNull(),
  createdAt: instant('created_at').notNull(),
  removedAt: instant('removed_at'),
  /** Of the first of a thread: it is settled. */
  resolvedAt: instant('resolved_at'),
  resolvedBy: text('resolved_by'),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId, column.clientId, column.documentId], foreignColumns: [documents.businessId, documents.clientId, documents.id] }),
  index('document_comments_by_document').on(column.businessId, column.documentId, column.id),
  check('document_comments_place', sql`(page IS NULL) = (x IS NULL) AND (x IS NULL) = (y IS NULL)`),
]);
