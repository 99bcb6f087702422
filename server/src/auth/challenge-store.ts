import { and, eq, gt, isNull, lt, sql, type SQL } from 'drizzle-orm';
import { deleteSome } from '../storage/delete-some.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import type { Within } from './identity-store.ts';
import { challenges } from './tables.ts';

export type ChallengeRow = typeof challenges.$inferSelect;

const open = (scope: Within, now: number): SQL | undefined => and(eq(challenges.businessId, scope.businessId), isNull(challenges.usedAt), gt(challenges.expiresAt, now));

export async function insertChallenge(tx: WriteDb, row: ChallengeRow): Promise<void> {
  await tx.insert(challenges).values(row);
}

export async function findOpenChallenge(db: ReadDb, scope: Within, idHash: string, now: number): Promise<ChallengeRow | undefined> {
  const [row] = await db.select().from(challenges).where(and(open(scope, now), eq(challenges.idHash, idHash)));
  return row;
}

export async function findOpenChallengeByLink(db: ReadDb, scope: Within, linkHash: string, now: number): Promise<ChallengeRow | undefined> {
  const [row] = await db.select().from(challenges).where(and(open(scope, now), eq(challenges.linkHash, linkHash)));
  return row;
}

/** Takes one try; undefined when none is left, or it is used or over. */
export async function spendTry(tx: WriteDb, scope: Within, idHash: string, now: number): Promise<ChallengeRow | undefined> {
  const [row] = await tx.update(challenges).set({ triesLeft: sql`${challenges.triesLeft} - 1` })
    .where(and(open(scope, now), eq(challenges.idHash, idHash), gt(challenges.triesLeft, 0))).returning();
  return row;
}

/** Of two requests with the right code, one wins. */
export async function useChallenge(tx: WriteDb, scope: Within, idHash: string, now: number): Promise<boolean> {
  const used = await tx.update(challenges).set({ usedAt: now }).where(and(open(scope, now), eq(challenges.idHash, idHash))).returning({ idHash: challenges.idHash });
  return used.length === 1;
}

/** What the mail says becomes what is checked. False when it is used or over by now. */
export async function setChallengeSecrets(tx: WriteDb, scope: Within, idHash: string, secrets: { codeHash: string | null; linkHash: string | null }, now: number): Promise<boolean> {
  const set = await tx.update(challenges).set(secrets).where(and(open(scope, now), eq(challenges.idHash, idHash))).returning({ idHash: challenges.idHash });
  return set.length === 1;
}

export async function deleteChallenge(tx: WriteDb, scope: Within, idHash: string): Promise<void> {
  await tx.delete(challenges).where(and(eq(challenges.businessId, scope.businessId), eq(challenges.idHash, idHash)));
}

export async function deleteChallengesOf(tx: WriteDb, scope: Within, identityId: string): Promise<void> {
  await tx.delete(challenges).where(and(eq(challenges.businessId, scope.businessId), eq(challenges.identityId, identityId)));
}

/** Housekeeping, of all businesses. */
export const forgetChallenges = (tx: WriteDb, expiredBefore: number, limit: number): Promise<number> =>
  deleteSome(tx, challenges, [challenges.businessId, challenges.idHash], lt(challenges.expiresAt, expiredBefore), limit);
