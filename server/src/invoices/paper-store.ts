import { and, eq } from 'drizzle-orm';
import type { Scope } from '../domain/scope.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import { papers } from './tables.ts';

export type PaperRow = typeof papers.$inferSelect;

export async function findPaper(db: ReadDb, scope: Scope, kind: PaperRow['kind'], subjectId: string): Promise<PaperRow | undefined> {
  const [row] = await db.select().from(papers).where(and(eq(papers.businessId, scope.businessId), eq(papers.kind, kind), eq(papers.subjectId, subjectId)));
  return row;
}

/** Keeps a paper unless there is one already; the first stays. */
export async function insertPaper(tx: WriteDb, row: PaperRow): Promise<void> {
  await tx.insert(papers).values(row).onConflictDoNothing();
}
