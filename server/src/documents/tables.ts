import { sql } from 'drizzle-orm';
import type { AccessLevel, DocumentCategory, VersionState } from '@portico/contract/documents/kinds.ts';
import { boolean, check, foreignKey, index, instant, integer, primaryKey, table, text, uniqueIndex } from '../storage/columns.ts';
import { clients, contacts } from '../clients/tables.ts';
import { projects } from '../projects/tables.ts';

/**
 * One key for each client, sealed with the master key. It seals the keys of that client's files: without it they are
 * noise, here and in every copy. `sealedKey` is empty once it was destroyed; the row stays, so that none is made again.
 */
export const clientKeys = table('client_keys', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  /** Grows when the key is changed. */
  generation: integer('generation').notNull(),
  /** Which master key seals it. */
  masterId: text('master_id').notNull(),
  sealedKey: text('sealed_key').notNull(),
  /** Sealed with the one above: the key of what is written about this client's documents. Null until something is. */
  textKey: text('text_key'),
  createdAt: instant('created_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.clientId] }),
  foreignKey({ columns: [column.businessId, column.clientId], foreignColumns: [clients.businessId, clients.id] }),
]);

export const documents = table('documents', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  id: text('id').notNull(),
  name: text('name').notNull(),
  /** The words of the name in search form, each after a space. */
  searchText: text('search_text').notNull(),
  category: text('category').$type<DocumentCategory>().notNull(),
  projectId: text('project_id'),
  /** The version that opens; null while none may. */
  current: integer('current'),
  /** The highest version there is, whatever became of it. */
  latest: integer('latest').notNull(),
  by: text('by').$type<'staff' | 'client' | 'system'>().notNull(),
  archived: boolean('archived').notNull(),
  /** For contacts without a right of their own. */
  level: text('level').$type<AccessLevel>().notNull(),
  download: boolean('download').notNull(),
  createdAt: instant('created_at').notNull(),
  changedAt: instant('changed_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId, column.clientId], foreignColumns: [clients.businessId, clients.id] }),
  foreignKey({ columns: [column.businessId, column.clientId, column.projectId], foreignColumns: [projects.businessId, projects.clientId, projects.id] }),
  uniqueIndex('documents_owned').on(column.businessId, column.clientId, column.id),
  index('documents_by_client').on(column.businessId, column.clientId, column.archived, column.changedAt, column.id),
  index('documents_by_change').on(column.businessId, column.archived, column.changedAt, column.id),
  check('documents_current', sql`current IS NULL OR current BETWEEN 1 AND latest`),
]);

/** What never changes: bytes. A new version is a new row; only its state moves on. */
export const documentVersions = table('document_versions', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  documentId: text('document_id').notNull(),
  number: integer('number').notNull(),
  /** The upload's id: completing one twice finds the version that it became. */
  id: text('id').notNull(),
  name: text('name').notNull(),
  mediaType: text('media_type').notNull(),
  /** A browser might run it. */
  isActive: boolean('is_active').notNull(),
  size: integer('size').notNull(),
  sha256: text('sha256').notNull(),
  note: text('note').notNull(),
  state: text('state').$type<VersionState>().notNull(),
  /** What was found; for staff. */
  refusal: text('refusal'),
  /** `incoming`: not handed to the store yet. `gone`: its bytes are deleted. */
  place: text('place').$type<'incoming' | 'store' | 'gone'>().notNull(),
  fileName: text('file_name').notNull(),
  sealedKey: text('sealed_key').notNull(),
  actor: text('actor').notNull(),
  createdAt: instant('created_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.documentId, column.number] }),
  foreignKey({ columns: [column.businessId, column.clientId, column.documentId], foreignColumns: [documents.businessId, documents.clientId, documents.id] }),
  uniqueIndex('document_versions_id').on(column.businessId, column.id),
  index('document_versions_by_client').on(column.businessId, column.clientId),
  index('document_versions_size').on(column.businessId, column.place, column.size),
  index('document_versions_by_place').on(column.place, column.fileName),
  check('document_versions_opened', sql`state <> 'available' OR place <> 'gone'`),
]);

/** What is on its way in. `received` bytes are flushed to the disk, so sending goes on from there, whatever happened. */
export const uploads = table('uploads', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  id: text('id').notNull(),
  /** Nobody else may add to it. */
  actor: text('actor').notNull(),
  /** With it, a new version. */
  documentId: text('document_id'),
  name: text('name').notNull(),
  title: text('title'),
  category: text('category').$type<DocumentCategory>().notNull(),
  projectId: text('project_id'),
  /** What it answers. */
  requestId: text('request_id'),
  note: text('note').notNull(),
  size: integer('size').notNull(),
  received: integer('received').notNull(),
  fileName: text('file_name').notNull(),
  sealedKey: text('sealed_key').notNull(),
  createdAt: instant('created_at').notNull(),
  touchedAt: instant('touched_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId, column.clientId], foreignColumns: [clients.businessId, clients.id] }),
  index('uploads_by_actor').on(column.businessId, column.actor, column.id),
  index('uploads_by_client').on(column.businessId, column.clientId),
  index('uploads_by_touch').on(column.touchedAt),
  check('uploads_received', sql`received BETWEEN 0 AND size`),
]);

/** What one contact may do with one document, where it differs from what the document says for all. */
export const documentRights = table('document_rights', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  documentId: text('document_id').notNull(),
  contactId: text('contact_id').notNull(),
  level: text('level').$type<AccessLevel>().notNull(),
  download: boolean('download').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.documentId, column.contactId] }),
  foreignKey({ columns: [column.businessId, column.clientId, column.documentId], foreignColumns: [documents.businessId, documents.clientId, documents.id] }),
  foreignKey({ columns: [column.businessId, column.clientId, column.contactId], foreignColumns: [contacts.businessId, contacts.clientId, contacts.id] }),
]);

/** Who has opened which version: the receipt. */
export const documentReads = table('document_reads', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  documentId: text('document_id').notNull(),
  number: integer('number').notNull(),
  contactId: text('contact_id').notNull(),
  count: integer('count').notNull(),
  firstReadAt: instant('first_read_at').notNull(),
  lastReadAt: instant('last_read_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.documentId, column.number, column.contactId] }),
  foreignKey({ columns: [column.businessId, column.documentId, column.number], foreignColumns: [documentVersions.businessId, documentVersions.documentId, documentVersions.number] }),
  foreignKey({ columns: [column.businessId, column.clientId, column.contactId], foreignColumns: [contacts.businessId, contacts.clientId, contacts.id] }),
]);
