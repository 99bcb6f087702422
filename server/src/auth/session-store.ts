import { and, desc, eq, getTableColumns, gt, isNull, lt, ne, or, sql, type SQL } from 'drizzle-orm';
import { totpPolicy } from '../business/public.ts';
import { deleteSome } from '../storage/delete-some.ts';
import { preparedWrite, remembered, type ReadDb, type WriteDb } from '../storage/store.ts';
import type { Within } from './identity-store.ts';
import { identities, sessions, staff, type IdentityKind } from './tables.ts';
import { needsTotp } from './totp-rules.ts';

export type SessionRow = typeof sessions.$inferSelect;

const value = sql.placeholder;
const whole = and(eq(sessions.businessId, value('businessId')), eq(sessions.id, value('id')), isNull(sessions.endedAt));
const withIdentity = and(eq(identities.businessId, sessions.businessId), eq(identities.id, sessions.identityId), eq(identities.disabled, false));

const hasTotp = sql<boolean>`${identities.totpSecret} is not null`.mapWith(Boolean);

// Asked with every signed-in request. When it ends by itself is not asked here, so that the answer can be remembered.
const contactSession = remembered<{ businessId: string; id: string }, Found[]>((db) => db
  .select({ session: sessions, hasTotp }).from(sessions).innerJoin(identities, withIdentity).where(and(whole, eq(sessions.kind, 'contact'))));
const staffSession = remembered<{ businessId: string; id: string }, (Found & { role: StaffRole })[]>((db) => db
  .select({ session: sessions, role: staff.role, hasTotp }).from(sessions).innerJoin(identities, withIdentity)
  .innerJoin(staff, and(eq(staff.businessId, sessions.businessId), eq(staff.id, sessions.identityId), eq(staff.status, 'active')))
  .where(and(whole, eq(sessions.kind, 'staff'))));
const touch = preparedWrite<{ businessId: string; id: string; lastUsedAt: number; expiresAt: number }>((tx) => tx.update(sessions)
  .set({ lastUsedAt: sql`${value('lastUsedAt')}`, expiresAt: sql`${value('expiresAt')}` })
  .where(and(eq(sessions.businessId, value('businessId')), eq(sessions.id, value('id')), isNull(sessions.endedAt))));

type StaffRole = (typeof staff.$inferSelect)['role'];

interface Found {
  readonly session: SessionRow;
  readonly hasTotp: boolean;
}

export interface LiveSession {
  readonly session: SessionRow;
  /** The owner requires an authenticator app and this person has none yet. */
  readonly mustAddTotp: boolean;
}

/** A session of a page that is alive now. */
export async function findContactSession(db: ReadDb, scope: Within, id: string, now: number): Promise<LiveSession | undefined> {
  const [found] = await contactSession(db, { businessId: scope.businessId, id });
  return found && found.session.expiresAt > now ? { session: found.session, mustAddTotp: await mustAddTotp(db, scope, found, 'contact') } : undefined;
}

/** A session of the console that is alive now, with the role of this very moment. */
export async function findStaffSession(db: ReadDb, scope: Within, id: string, now: number): Promise<LiveSession & { readonly role: StaffRole } | undefined> {
  const [found] = await staffSession(db, { businessId: scope.businessId, id });
  return found && found.session.expiresAt > now ? { session: found.session, role: found.role, mustAddTotp: await mustAddTotp(db, scope, found, 'staff') } : undefined;
}

async function mustAddTotp(db: ReadDb, scope: Within, found: Found, kind: IdentityKind): Promise<boolean> {
  return !found.hasTotp && needsTotp(await totpPolicy(db, scope.businessId), kind);
}

export async function findSessionBySecret(db: ReadDb, scope: Within, secretHash: string, now: number): Promise<SessionRow | undefined> {
  const [row] = await db.select(getTableColumns(sessions)).from(sessions).innerJoin(identities, withIdentity)
    .where(and(eq(sessions.businessId, scope.businessId), eq(sessions.secretHash, secretHash), isNull(sessions.endedAt), gt(sessions.expiresAt, now)));
  return row;
}

export const sessionsOf = (db: ReadDb, scope: Within, identityId: string, now: number): Promise<SessionRow[]> =>
  db.select().from(sessions).where(and(ofIdentity(scope, identityId), gt(sessions.expiresAt, now))).orderBy(desc(sessions.lastUsedAt), desc(sessions.id)).execute();

export async function insertSession(tx: WriteDb, row: SessionRow): Promise<void> {
  await tx.insert(sessions).values(row);
}

export async function touchSession(tx: WriteDb, session: SessionRow, lastUsedAt: number, expiresAt: number): Promise<void> {
  await touch(tx, { businessId: session.businessId, id: session.id, lastUsedAt, expiresAt });
}

export async function markProven(tx: WriteDb, scope: Within, id: string, provenAt: number): Promise<void> {
  await tx.update(sessions).set({ provenAt }).where(and(eq(sessions.businessId, scope.businessId), eq(sessions.id, id)));
}

const ofIdentity = (scope: Within, identityId: string): SQL | undefined =>
  and(eq(sessions.businessId, scope.businessId), eq(sessions.identityId, identityId), isNull(sessions.endedAt));

export async function renameSession(tx: WriteDb, scope: Within, id: string, newId: string): Promise<void> {
  await tx.update(sessions).set({ id: newId }).where(and(eq(sessions.businessId, scope.businessId), eq(sessions.id, id)));
}

/** Ends one session of this person; false when there is none to end. */
export async function endOne(tx: WriteDb, scope: Within, identityId: string, id: string, endedAt: number): Promise<boolean> {
  const ended = await tx.update(sessions).set({ endedAt }).where(and(ofIdentity(scope, identityId), eq(sessions.id, id))).returning({ id: sessions.id });
  return ended.length === 1;
}

/** Ends all sessions of this person, perhaps but one. Returns how many. */
export async function endAll(tx: WriteDb, scope: Within, identityId: string, endedAt: number, except = ''): Promise<number> {
  const ended = await tx.update(sessions).set({ endedAt }).where(and(ofIdentity(scope, identityId), ne(sessions.id, except))).returning({ id: sessions.id });
  return ended.length;
}

export async function endAllOfOrigin(tx: WriteDb, businessId: string, origin: string, endedAt: number): Promise<number> {
  const ended = await tx.update(sessions).set({ endedAt })
    .where(and(eq(sessions.businessId, businessId), eq(sessions.origin, origin), eq(sessions.kind, 'contact'), isNull(sessions.endedAt))).returning({ id: sessions.id });
  return ended.length;
}

/** Housekeeping, of all businesses: sessions that ended or ran out before. */
export const forgetSessions = (tx: WriteDb, before: number, limit: number): Promise<number> =>
  deleteSome(tx, sessions, [sessions.businessId, sessions.id], or(lt(sessions.endedAt, before), lt(sessions.expiresAt, before)), limit);

export async function deleteSessionsOf(tx: WriteDb, scope: Within, identityId: string): Promise<void> {
  await tx.delete(sessions).where(and(eq(sessions.businessId, scope.businessId), eq(sessions.identityId, identityId)));
}
