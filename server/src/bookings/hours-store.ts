import { and, asc, eq, gte, isNotNull, lte, sql } from 'drizzle-orm';
import type { TimeRange, WeeklyHours } from '@portico/contract/bookings/hours.ts';
import type { Scope } from '../domain/scope.ts';
import { remembered, type ReadDb, type WriteDb } from '../storage/store.ts';
import { closures, dateOverrides, weeklyHours } from './tables.ts';

export type ClosureRow = typeof closures.$inferSelect;
export type HoursRow = typeof weeklyHours.$inferSelect;
export type OverrideRow = typeof dateOverrides.$inferSelect;

const value = sql.placeholder;

const hoursQuery = remembered<{ businessId: string }, HoursRow[]>((db) => db.select().from(weeklyHours)
  .where(eq(weeklyHours.businessId, value('businessId'))).orderBy(asc(weeklyHours.weekday), asc(weeklyHours.startMinute)));
const overridesQuery = remembered<{ businessId: string; from: string; to: string }, OverrideRow[]>((db) => db.select().from(dateOverrides)
  .where(and(eq(dateOverrides.businessId, value('businessId')), gte(dateOverrides.date, value('from')), lte(dateOverrides.date, value('to')))).orderBy(asc(dateOverrides.date)));
const closuresQuery = remembered<{ businessId: string; from: string; to: string }, ClosureRow[]>((db) => db.select().from(closures)
  .where(and(eq(closures.businessId, value('businessId')), gte(closures.lastDate, value('from')), lte(closures.firstDate, value('to')))).orderBy(asc(closures.firstDate)));

export const weeklyHoursOf = (db: ReadDb, { businessId }: Scope): Promise<HoursRow[]> => hoursQuery(db, { businessId });
export const overridesBetween = (db: ReadDb, { businessId }: Scope, from: string, to: string): Promise<OverrideRow[]> => overridesQuery(db, { businessId, from, to });
export const closuresBetween = (db: ReadDb, { businessId }: Scope, from: string, to: string): Promise<ClosureRow[]> => closuresQuery(db, { businessId, from, to });

export async function replaceWeeklyHours(tx: WriteDb, scope: Scope, providerId: string, hours: readonly WeeklyHours[]): Promise<void> {
  await tx.delete(weeklyHours).where(and(eq(weeklyHours.businessId, scope.businessId), eq(weeklyHours.providerId, providerId)));
  if (hours.length > 0) await tx.insert(weeklyHours).values(hours.map((range) => ({ businessId: scope.businessId, providerId, ...range })));
}

export async function replaceOverrides(tx: WriteDb, scope: Scope, providerId: string, overrides: readonly { date: string; ranges: TimeRange[] }[]): Promise<void> {
  await tx.delete(dateOverrides).where(and(eq(dateOverrides.businessId, scope.businessId), eq(dateOverrides.providerId, providerId)));
  if (overrides.length > 0) await tx.insert(dateOverrides).values(overrides.map((override) => ({ businessId: scope.businessId, providerId, ...override })));
}

export async function insertClosure(tx: WriteDb, row: ClosureRow): Promise<void> {
  await tx.insert(closures).values(row);
}

export async function deleteClosure(tx: WriteDb, scope: Scope, id: string): Promise<boolean> {
  const gone = await tx.delete(closures).where(and(eq(closures.businessId, scope.businessId), eq(closures.id, id), isNotNull(closures.id))).returning({ id: closures.id });
  return gone.length > 0;
}
