import { and, asc, count, eq } from 'drizzle-orm';
import type { Scope } from '../../domain/scope.ts';
import type { ReadDb, WriteDb } from '../../storage/store.ts';
import { documentComments } from './tables.ts';

type Of = Pick<Scope, 'businessId'>;
export type CommentRow = typeof documentComments.$inferSelect;

export async function findComment(db: ReadDb, { businessId }: Of, documentId: string, id: string): Promise<CommentRow | undefined> {
  const [row] = await db.select().from(documentComments).where(and(eq(documentComments.businessId, businessId), eq(documentComments.documentId, documentId), eq(documentComments.id, id)));
  return row;
}

/** Earliest first. */
export const commentsOf = (db: ReadDb, { businessId }: Of, documentId: string): Promise<CommentRow[]> => db.select().from(documentComments)
  .where(and(eq(documentComments.businessId, businessId), eq(documentComments.documentId, documentId))).orderBy(asc(documentComments.createdAt), asc(documentComments.id)).execute();

/** Those that were taken back count too: they take room. */
export async function countAllComments(db: ReadDb, { businessId }: Of, documentId: string): Promise<number> {
  const [row] = await db.select({ found: count() }).from(documentComments).where(and(eq(documentComments.businessId, businessId), eq(documentComments.documentId, documentId)));
  return row?.found ?? 0;
}

export async function insertComment(tx: WriteDb, row: CommentRow): Promise<void> {
  await tx.insert(documentComments).values(row);
}

export async function updateComment(tx: WriteDb, { businessId }: Of, id: string, change: Partial<CommentRow>): Promise<void> {
  await tx.update(documentComments).set(change).where(and(eq(documentComments.businessId, businessId), eq(documentComments.id, id)));
}
