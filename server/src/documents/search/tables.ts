import { bytes, foreignKey, instant, integer, primaryKey, table, text } from '../../storage/columns.ts';
import { documents } from '../tables.ts';

/**
 * Which word stands in which document, the word as a keyed hash. Without a reference to the document: checking one
 * would need a second index as large as the table; the hashes of a document are in its row below and go with it in one transaction.
 */
export const documentWords = table('document_words', {
  businessId: text('business_id').notNull(),
  hash: integer('hash').notNull(),
  documentId: text('document_id').notNull(),
  /** How often in the name, and in all. */
  inName: integer('in_name').notNull(),
  hits: integer('hits').notNull(),
  places: bytes('places').notNull(),
}, (column) => [primaryKey({ columns: [column.businessId, column.hash, column.documentId] })]);

/** What was read from a document, sealed with the key of its version, for the passages that results show. */
export const documentTexts = table('document_texts', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  documentId: text('document_id').notNull(),
  versionId: text('version_id').notNull(),
  /** Which master key the hashes come from. */
  masterId: text('master_id').notNull(),
  /** Everything in it can be found, the beginning can, or only name and notes. */
  reach: text('reach').$type<'whole' | 'beginning' | 'name'>().notNull(),
  /** For staff: why not more. */
  why: text('why').notNull(),
  /** The hashes in the index, six bytes each. */
  hashes: bytes('hashes').notNull(),
  sealed: bytes('sealed').notNull(),
  indexedAt: instant('indexed_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.documentId] }),
  foreignKey({ columns: [column.businessId, column.clientId, column.documentId], foreignColumns: [documents.businessId, documents.clientId, documents.id] }),
]);
