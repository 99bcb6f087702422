import { and, asc, count, eq } from 'drizzle-orm';
import type { Scope } from '../../domain/scope.ts';
import type { ReadDb, WriteDb } from '../../storage/store.ts';
import { checklists } from './tables.ts';

type Of = Pick<Scope, 'businessId'>;
export type ChecklistRow = typeof checklists.$inferSelect;

export async function findChecklist(db: ReadDb, { businessId }: Of, id: string): Promise<ChecklistRow | undefined> {
  const [row] = await db.select().from(checklists).where(and(eq(checklists.businessId, businessId), eq(checklists.id, id)));
  return row;
}

export const checklistsOf = (db: ReadDb, { businessId }: Of): Promise<ChecklistRow[]> => db.select().from(checklists).where(eq(checklists.businessId, businessId)).orderBy(asc(checklists.name), asc(checklists.id)).execute();

export async function countChecklists(db: ReadDb, { businessId }: Of): Promise<number> {
  const [row] = await db.select({ found: count() }).from(checklists).where(eq(checklists.businessId, businessId));
  return row?.found ?? 0;
}

export async function insertChecklist(tx: WriteDb, row: ChecklistRow): Promise<void> {
  await tx.insert(checklists).values(row);
}

export async function updateChecklist(tx: WriteDb, { businessId }: Of, id: string, change: Partial<ChecklistRow>): Promise<void> {
  if (Object.keys(change).length > 0) await tx.update(checklists).set(change).where(and(eq(checklists.businessId, businessId), eq(checklists.id, id)));
}
