import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Scope } from '../../domain/scope.ts';
import type { ReadDb, WriteDb } from '../../storage/store.ts';
import { depositReminders, invoiceReminders, reminderHolds } from './tables.ts';

export type ReminderRow = typeof invoiceReminders.$inferSelect;
export type HoldRow = typeof reminderHolds.$inferSelect;

/** False when this stage has gone out before. */
export async function noteReminder(tx: WriteDb, row: ReminderRow): Promise<boolean> {
  const rows = await tx.insert(invoiceReminders).values(row).onConflictDoNothing().returning({ invoiceId: invoiceReminders.invoiceId });
  return rows.length > 0;
}

/** The same for a stage of its deposit. */
export async function noteDepositReminder(tx: WriteDb, row: ReminderRow): Promise<boolean> {
  const rows = await tx.insert(depositReminders).values(row).onConflictDoNothing().returning({ invoiceId: depositReminders.invoiceId });
  return rows.length > 0;
}

export const depositRemindersOf = (db: ReadDb, scope: Scope, invoiceId: string): Promise<ReminderRow[]> => db.select().from(depositReminders)
  .where(and(eq(depositReminders.businessId, scope.businessId), eq(depositReminders.invoiceId, invoiceId))).orderBy(asc(depositReminders.sentAt), asc(depositReminders.daysAfterDue)).execute();

export const remindersOf = (db: ReadDb, scope: Scope, invoiceId: string): Promise<ReminderRow[]> => db.select().from(invoiceReminders)
  .where(and(eq(invoiceReminders.businessId, scope.businessId), eq(invoiceReminders.invoiceId, invoiceId))).orderBy(asc(invoiceReminders.sentAt), asc(invoiceReminders.daysAfterDue)).execute();

export async function countLateReminders(db: ReadDb, scope: Scope, invoiceId: string): Promise<number> {
  const [row] = await db.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(invoiceReminders)
    .where(and(eq(invoiceReminders.businessId, scope.businessId), eq(invoiceReminders.invoiceId, invoiceId), gt(invoiceReminders.daysAfterDue, 0)));
  return row?.count ?? 0;
}

export async function isHeld(db: ReadDb, scope: Scope, invoiceId: string): Promise<boolean> {
  const rows = await db.select({ invoiceId: reminderHolds.invoiceId }).from(reminderHolds).where(and(eq(reminderHolds.businessId, scope.businessId), eq(reminderHolds.invoiceId, invoiceId)));
  return rows.length > 0;
}

export const holdsOf = (db: ReadDb, scope: Scope): Promise<HoldRow[]> => db.select().from(reminderHolds).where(eq(reminderHolds.businessId, scope.businessId)).orderBy(asc(reminderHolds.heldAt)).execute();

/** False when it was so already. */
export async function setHold(tx: WriteDb, row: HoldRow): Promise<boolean> {
  const rows = await tx.insert(reminderHolds).values(row).onConflictDoNothing().returning({ invoiceId: reminderHolds.invoiceId });
  return rows.length > 0;
}

export async function dropHold(tx: WriteDb, scope: Scope, invoiceId: string): Promise<boolean> {
  const rows = await tx.delete(reminderHolds).where(and(eq(reminderHolds.businessId, scope.businessId), eq(reminderHolds.invoiceId, invoiceId))).returning({ invoiceId: reminderHolds.invoiceId });
  return rows.length > 0;
}
