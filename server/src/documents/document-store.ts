import { and, asc, count, desc, eq, getTableColumns, inArray, isNotNull, lt, max, or, sql, type Placeholder, type SQL } from 'drizzle-orm';
import type { AccessLevel, DocumentCategory } from '@portico/contract/documents/kinds.ts';
import type { Scope } from '../domain/scope.ts';
import { prepared, preparedList, type ReadDb, type WriteDb } from '../storage/store.ts';
import { deleteIndexRows } from './search/index-store.ts';
import { documentComments, documentReviews } from './review/tables.ts';
import { documentReads, documentRights, documents, documentVersions, uploads } from './tables.ts';

export type DocumentRow = typeof documents.$inferSelect;
export type VersionRow = typeof documentVersions.$inferSelect;
export type RightRow = typeof documentRights.$inferSelect;
type Of = Pick<Scope, 'businessId'>;
const value = sql.placeholder;

/** A document as one contact meets it; without a contact, as staff do. */
export interface DocumentWithRight extends DocumentRow {
  readonly ownLevel: AccessLevel | null;
  readonly ownDownload: boolean | null;
}

const isThis = ({ businessId }: Of, id: string): SQL | undefined => and(eq(documents.businessId, businessId), eq(documents.id, id));
export const rightOfContact = (contactId: string | Placeholder): SQL | undefined => and(eq(documentRights.businessId, documents.businessId), eq(documentRights.documentId, documents.id), eq(documentRights.contactId, contactId));
export const withRight = { ...getTableColumns(documents), ownLevel: documentRights.level, ownDownload: documentRights.download };

export async function findDocument(db: ReadDb, scope: Of, id: string, contactId = ''): Promise<DocumentWithRight | undefined> {
  const [row] = await db.select(withRight).from(documents).leftJoin(documentRights, rightOfContact(contactId)).where(isThis(scope, id));
  return row;
}

/** What a client's contact may know of: not archived, not closed to them, and to be opened or brought by their own side. */
export const isOpenTo: SQL | undefined = and(eq(documents.archived, false), sql`coalesce(${documentRights.level}, ${documents.level}) <> 'none'`, or(isNotNull(documents.current), eq(documents.by, 'client')));

export interface DocumentFilter {
  readonly clientId: string | undefined;
  readonly category: DocumentCategory | undefined;
  readonly projectId: string | undefined;
  /** In search form. */
  readonly search: string;
  readonly after: { readonly at: number; readonly id: string } | undefined;
  readonly limit: number;
}

const matches = ({ businessId }: Of, filter: Omit<DocumentFilter, 'limit'>): SQL | undefined => and(
  eq(documents.businessId, businessId), filter.clientId === undefined ? undefined : eq(documents.clientId, filter.clientId),
  filter.category === undefined ? undefined : eq(documents.category, filter.category), filter.projectId === undefined ? undefined : eq(documents.projectId, filter.projectId),
  ...filter.search.split(/\s+/).filter(Boolean).map((word) => sql`${documents.searchText} like ${`% ${word.replaceAll(/[\\%_]/g, '\\$&')}%`} escape '\\'`),
  filter.after === undefined ? undefined : or(lt(documents.changedAt, filter.after.at), and(eq(documents.changedAt, filter.after.at), lt(documents.id, filter.after.id))));

/** What one contact of a client finds, latest change first. */
export const documentsOfContact = (db: ReadDb, scope: Of, contactId: string, filter: DocumentFilter & { readonly clientId: string }): Promise<DocumentWithRight[]> =>
  db.select(withRight).from(documents).leftJoin(documentRights, rightOfContact(contactId)).where(and(matches(scope, filter), isOpenTo))
    .orderBy(desc(documents.changedAt), desc(documents.id)).limit(filter.limit).execute();

/** What staff find, latest change first. */
export const documentsPage = (db: ReadDb, scope: Of, filter: DocumentFilter & { readonly archived: boolean }): Promise<DocumentRow[]> =>
  db.select().from(documents).where(and(matches(scope, filter), eq(documents.archived, filter.archived))).orderBy(desc(documents.changedAt), desc(documents.id)).limit(filter.limit).execute();

/** How many a contact finds in each category. */
export const countByCategory = (db: ReadDb, { businessId }: Of, clientId: string, contactId: string): Promise<{ category: DocumentCategory; found: number }[]> =>
  db.select({ category: documents.category, found: count() }).from(documents).leftJoin(documentRights, rightOfContact(contactId))
    .where(and(eq(documents.businessId, businessId), eq(documents.clientId, clientId), isOpenTo)).groupBy(documents.category).execute();

/** Also of those that are on their way in. */
export async function hasFiles(db: ReadDb, { businessId }: Of, clientId: string): Promise<boolean> {
  const kept = await db.select({ id: documents.id }).from(documents).where(and(eq(documents.businessId, businessId), eq(documents.clientId, clientId))).limit(1);
  const coming = await db.select({ id: uploads.id }).from(uploads).where(and(eq(uploads.businessId, businessId), eq(uploads.clientId, clientId))).limit(1);
  return kept.length + coming.length > 0;
}

export const idsOfClient = async (db: ReadDb, { businessId }: Of, clientId: string): Promise<string[]> =>
  (await db.select({ id: documents.id }).from(documents).where(and(eq(documents.businessId, businessId), eq(documents.clientId, clientId)))).map(({ id }) => id);

export async function insertDocument(tx: WriteDb, row: DocumentRow): Promise<void> {
  await tx.insert(documents).values(row);
}

export async function updateDocument(tx: WriteDb, scope: Of, id: string, change: Partial<DocumentRow>): Promise<void> {
  if (Object.keys(change).length > 0) await tx.update(documents).set(change).where(isThis(scope, id));
}

/** With everything that hangs on it; its bytes are somebody else's work. */
export async function deleteDocumentRows(tx: WriteDb, { businessId }: Of, id: string): Promise<void> {
  await deleteIndexRows(tx, { businessId }, id);
  for (const table of [documentComments, documentReviews, documentReads, documentRights, documentVersions]) await tx.delete(table).where(and(eq(table.businessId, businessId), eq(table.documentId, id)));
  await tx.delete(documents).where(isThis({ businessId }, id));
}

export const versionsOf = (db: ReadDb, { businessId }: Of, documentIds: readonly string[]): Promise<VersionRow[]> => documentIds.length === 0 ? Promise.resolve([])
  : db.select().from(documentVersions).where(and(eq(documentVersions.businessId, businessId), inArray(documentVersions.documentId, [...documentIds]))).orderBy(asc(documentVersions.documentId), desc(documentVersions.number)).execute();

const shownRows = preparedList<{ businessId: string }, VersionRow>((db, ids) => db.select(getTableColumns(documentVersions)).from(documentVersions)
  .innerJoin(documents, and(eq(documents.businessId, documentVersions.businessId), eq(documents.id, documentVersions.documentId)))
  .where(and(eq(documentVersions.businessId, value('businessId')), inArray(documentVersions.documentId, ids), sql`${documentVersions.number} = coalesce(${documents.current}, ${documents.latest})`)));
const oneVersion = prepared<{ businessId: string; id: string }, VersionRow[]>((db) => db.select().from(documentVersions).where(and(eq(documentVersions.businessId, value('businessId')), eq(documentVersions.id, value('id')))));

/** One version of each document: the one that opens, or else the latest. */
export const shownVersions = (db: ReadDb, { businessId }: Of, documentIds: readonly string[]): Promise<VersionRow[]> => shownRows(db, documentIds, { businessId });

export async function findVersion(db: ReadDb, { businessId }: Of, documentId: string, number: number): Promise<VersionRow | undefined> {
  const [row] = await db.select().from(documentVersions).where(and(eq(documentVersions.businessId, businessId), eq(documentVersions.documentId, documentId), eq(documentVersions.number, number)));
  return row;
}

export async function findVersionById(db: ReadDb, { businessId }: Of, id: string): Promise<VersionRow | undefined> {
  return (await oneVersion(db, { businessId, id }))[0];
}

export async function insertVersion(tx: WriteDb, row: VersionRow): Promise<void> {
  await tx.insert(documentVersions).values(row);
}

export async function updateVersion(tx: WriteDb, { businessId }: Of, id: string, change: Partial<VersionRow>): Promise<void> {
  await tx.update(documentVersions).set(change).where(and(eq(documentVersions.businessId, businessId), eq(documentVersions.id, id)));
}

/** The latest version that may be opened. */
export async function latestAvailable(db: ReadDb, { businessId }: Of, documentId: string): Promise<number | null> {
  const [row] = await db.select({ number: max(documentVersions.number) }).from(documentVersions)
    .where(and(eq(documentVersions.businessId, businessId), eq(documentVersions.documentId, documentId), eq(documentVersions.state, 'available')));
  return row?.number ?? null;
}

export async function countQuarantined(db: ReadDb, { businessId }: Of): Promise<number> {
  const [row] = await db.select({ found: count() }).from(documentVersions).where(and(eq(documentVersions.businessId, businessId), eq(documentVersions.state, 'quarantined')));
  return row?.found ?? 0;
}
