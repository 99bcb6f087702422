import { and, eq, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '../domain/scope.ts';
import { deleteSome } from '../storage/delete-some.ts';
import { prepared, type ReadDb, type WriteDb } from '../storage/store.ts';
import { identities, knownDevices, type IdentityKind } from './tables.ts';

export type IdentityRow = typeof identities.$inferSelect;
export type Within = Pick<Scope, 'businessId'>;

const value = sql.placeholder;
const byId = prepared<{ businessId: string; id: string }, IdentityRow[]>((db) => db.select().from(identities)
  .where(and(eq(identities.businessId, value('businessId')), eq(identities.id, value('id')))));
const byEmail = prepared<{ businessId: string; kind: IdentityKind; emailNorm: string }, IdentityRow[]>((db) => db.select().from(identities)
  .where(and(eq(identities.businessId, value('businessId')), eq(identities.kind, value('kind')), eq(identities.emailNorm, value('emailNorm')))));

const one = (scope: Within, id: string): SQL | undefined => and(eq(identities.businessId, scope.businessId), eq(identities.id, id));

export async function findIdentity(db: ReadDb, scope: Within, id: string): Promise<IdentityRow | undefined> {
  return (await byId(db, { businessId: scope.businessId, id }))[0];
}

export async function findIdentityByEmail(db: ReadDb, scope: Within, kind: IdentityKind, emailNorm: string): Promise<IdentityRow | undefined> {
  return (await byEmail(db, { businessId: scope.businessId, kind, emailNorm }))[0];
}

export const identitiesOf = (db: ReadDb, scope: Within, ids: readonly string[]): Promise<IdentityRow[]> => ids.length === 0 ? Promise.resolve([]) :
  db.select().from(identities).where(and(eq(identities.businessId, scope.businessId), inArray(identities.id, [...ids]))).execute();

export async function insertIdentity(tx: WriteDb, row: IdentityRow): Promise<void> {
  await tx.insert(identities).values(row);
}

export async function updateIdentity(tx: WriteDb, scope: Within, id: string, change: Partial<IdentityRow>): Promise<void> {
  await tx.update(identities).set(change).where(one(scope, id));
}

/** A code of the authenticator app works once: false when this step, or a later one, was taken already. */
export async function takeTotpStep(tx: WriteDb, scope: Within, id: string, step: number): Promise<boolean> {
  const taken = await tx.update(identities).set({ totpLastStep: step })
    .where(and(one(scope, id), lt(identities.totpLastStep, step))).returning({ id: identities.id });
  return taken.length === 1;
}

/** False when another request changed the codes in between. */
export async function replaceRecoveryCodes(tx: WriteDb, scope: Within, id: string, before: readonly string[], after: readonly string[]): Promise<boolean> {
  const replaced = await tx.update(identities).set({ recoveryCodes: after })
    .where(and(one(scope, id), eq(identities.recoveryCodes, before))).returning({ id: identities.id });
  return replaced.length === 1;
}

/** Sets the first password; false when there is one already. */
export async function setFirstPassword(tx: WriteDb, scope: Within, id: string, passwordHash: string): Promise<boolean> {
  const set = await tx.update(identities).set({ passwordHash, emailProven: true })
    .where(and(one(scope, id), isNull(identities.passwordHash))).returning({ id: identities.id });
  return set.length === 1;
}

export async function isKnownDevice(db: ReadDb, scope: Within, identityId: string, deviceHash: string): Promise<boolean> {
  const rows = await db.select({ at: knownDevices.lastUsedAt }).from(knownDevices)
    .where(and(eq(knownDevices.businessId, scope.businessId), eq(knownDevices.identityId, identityId), eq(knownDevices.deviceHash, deviceHash)));
  return rows.length > 0;
}

export async function rememberDevice(tx: WriteDb, scope: Within, identityId: string, deviceHash: string, lastUsedAt: number): Promise<void> {
  await tx.insert(knownDevices).values({ businessId: scope.businessId, identityId, deviceHash, lastUsedAt })
    .onConflictDoUpdate({ target: [knownDevices.businessId, knownDevices.identityId, knownDevices.deviceHash], set: { lastUsedAt } });
}

export async function forgetDevices(tx: WriteDb, scope: Within, identityId: string): Promise<void> {
  await tx.delete(knownDevices).where(and(eq(knownDevices.businessId, scope.businessId), eq(knownDevices.identityId, identityId)));
}

/** Housekeeping, of all businesses. */
export const forgetOldDevices = (tx: WriteDb, unusedSince: number, limit: number): Promise<number> =>
  deleteSome(tx, knownDevices, [knownDevices.businessId, knownDevices.identityId, knownDevices.deviceHash], lt(knownDevices.lastUsedAt, unusedSince), limit);

/** What refers to it must be gone. */
export async function deleteIdentity(tx: WriteDb, scope: Within, id: string): Promise<void> {
  await tx.delete(identities).where(one(scope, id));
}
