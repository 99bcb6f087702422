import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import { prepared, type ReadDb, type WriteDb } from '../storage/store.ts';
import type { IdentityRow, Within } from './identity-store.ts';
import { identities, staff } from './tables.ts';

export type StaffRow = typeof staff.$inferSelect;
export interface StaffIdentity {
  readonly staff: StaffRow;
  readonly identity: IdentityRow;
}

const value = sql.placeholder;
const joined = and(eq(identities.businessId, staff.businessId), eq(identities.id, staff.id));
const one = (scope: Within, id: string): SQL | undefined => and(eq(staff.businessId, scope.businessId), eq(staff.id, id));

const byEmail = prepared<{ emailNorm: string; limit: number }, StaffIdentity[]>((db) => db.select({ staff, identity: identities })
  .from(identities).innerJoin(staff, joined)
  .where(and(eq(identities.emailNorm, value('emailNorm')), eq(identities.kind, 'staff'), eq(staff.status, 'active'), eq(identities.disabled, false)))
  .orderBy(desc(identities.lastSeenAt), asc(staff.id)).limit(value('limit')));

/**
 * Everybody who works somewhere with this address, most recently seen first. The only question of this slice that
 * spans businesses: at the console's door it is not known yet which one is meant.
 */
export const staffByEmailAnywhere = (db: ReadDb, emailNorm: string, limit: number): Promise<StaffIdentity[]> => byEmail(db, { emailNorm, limit });

export async function findStaff(db: ReadDb, scope: Within, id: string): Promise<StaffIdentity | undefined> {
  const [row] = await db.select({ staff, identity: identities }).from(staff).innerJoin(identities, joined).where(one(scope, id));
  return row;
}

export const staffOf = (db: ReadDb, scope: Within): Promise<StaffIdentity[]> =>
  db.select({ staff, identity: identities }).from(staff).innerJoin(identities, joined).where(eq(staff.businessId, scope.businessId)).orderBy(asc(staff.createdAt), asc(staff.id)).execute();

export async function insertStaff(tx: WriteDb, row: StaffRow): Promise<void> {
  await tx.insert(staff).values(row);
}

export async function updateStaff(tx: WriteDb, scope: Within, id: string, change: Partial<StaffRow>): Promise<void> {
  await tx.update(staff).set(change).where(one(scope, id));
}
