import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Scope } from '../domain/scope.ts';
import { preparedList, type ReadDb, type WriteDb } from '../storage/store.ts';
import { documentReads, documentRights } from './tables.ts';
import type { RightRow } from './document-store.ts';

type Of = Pick<Scope, 'businessId'>;
export type ReadRow = typeof documentReads.$inferSelect;
const value = sql.placeholder;

export const rightsOf = (db: ReadDb, { businessId }: Of, documentId: string): Promise<RightRow[]> =>
  db.select().from(documentRights).where(and(eq(documentRights.businessId, businessId), eq(documentRights.documentId, documentId))).execute();

export async function setRight(tx: WriteDb, row: RightRow): Promise<void> {
  await tx.insert(documentRights).values(row)
    .onConflictDoUpdate({ target: [documentRights.businessId, documentRights.documentId, documentRights.contactId], set: { level: row.level, download: row.download } });
}

export async function removeRight(tx: WriteDb, { businessId }: Of, documentId: string, contactId: string): Promise<void> {
  await tx.delete(documentRights).where(and(eq(documentRights.businessId, businessId), eq(documentRights.documentId, documentId), eq(documentRights.contactId, contactId)));
}

export const readsOf = (db: ReadDb, { businessId }: Of, documentId: string): Promise<ReadRow[]> =>
  db.select().from(documentReads).where(and(eq(documentReads.businessId, businessId), eq(documentReads.documentId, documentId))).orderBy(desc(documentReads.lastReadAt)).execute();

export async function findRead(db: ReadDb, { businessId, documentId, number, contactId }: Pick<ReadRow, 'businessId' | 'documentId' | 'number' | 'contactId'>): Promise<ReadRow | undefined> {
  const [row] = await db.select().from(documentReads)
    .where(and(eq(documentReads.businessId, businessId), eq(documentReads.documentId, documentId), eq(documentReads.number, number), eq(documentReads.contactId, contactId)));
  return row;
}

const readRows = preparedList<{ businessId: string; contactId: string }, { id: string; number: number }>((db, ids) => db.select({ id: documentReads.documentId, number: documentReads.number }).from(documentReads)
  .where(and(eq(documentReads.businessId, value('businessId')), inArray(documentReads.documentId, ids), eq(documentReads.contactId, value('contactId')))));

/** Which versions of these documents a contact has opened: `<document> <version>`. */
export async function readBy(db: ReadDb, { businessId }: Of, contactId: string, documentIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await readRows(db, documentIds, { businessId, contactId });
  return new Set(rows.map(({ id, number }) => `${id} ${number}`));
}

/** Counts one more opening. */
export async function noteRead(tx: WriteDb, row: Omit<ReadRow, 'count' | 'firstReadAt'>): Promise<void> {
  await tx.insert(documentReads).values({ ...row, count: 1, firstReadAt: row.lastReadAt })
    .onConflictDoUpdate({ target: [documentReads.businessId, documentReads.documentId, documentReads.number, documentReads.contactId], set: { count: sql`${documentReads.count} + 1`, lastReadAt: row.lastReadAt } });
}
