import type { DocumentCategory, RequestState } from '@portico/contract/documents/kinds.ts';
import type { ChecklistItem } from '@portico/contract/documents/request.ts';
import { businesses } from '../../business/tables.ts';
import { clients } from '../../clients/tables.ts';
import { boolean, foreignKey, index, instant, json, primaryKey, table, text } from '../../storage/columns.ts';
import { documents } from '../tables.ts';

/** What the business asks a client for. */
export const documentRequests = table('document_requests', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  id: text('id').notNull(),
  title: text('title').notNull(),
  why: text('why').notNull(),
  /** A civil date of the business. */
  dueOn: text('due_on'),
  category: text('category').$type<DocumentCategory>().notNull(),
  state: text('state').$type<RequestState>().notNull(),
  reason: text('reason'),
  askedAt: instant('asked_at').notNull(),
  submittedAt: instant('submitted_at'),
  remindedAt: instant('reminded_at'),
  /** What was asked for in one go has this in common. */
  batchId: text('batch_id'),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId, column.clientId], foreignColumns: [clients.businessId, clients.id] }),
  index('document_requests_by_client').on(column.businessId, column.clientId, column.state),
  index('document_requests_by_state').on(column.businessId, column.state, column.id),
]);

/** What a business asks for again and again, under a name. */
export const checklists = table('checklists', {
  businessId: text('business_id').notNull(),
  id: text('id').notNull(),
  name: text('name').notNull(),
  items: json<readonly ChecklistItem[]>('items').notNull(),
  archived: boolean('archived').notNull(),
  createdAt: instant('created_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId], foreignColumns: [businesses.id] }),
]);

/** What has come for a request. */
export const requestDocuments = table('request_documents', {
  businessId: text('business_id').notNull(),
  requestId: text('request_id').notNull(),
  documentId: text('document_id').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.requestId, column.documentId] }),
  foreignKey({ columns: [column.businessId, column.requestId], foreignColumns: [documentRequests.businessId, documentRequests.id] }),
  foreignKey({ columns: [column.businessId, column.documentId], foreignColumns: [documents.businessId, documents.id] }).onDelete('cascade'),
]);
