import { and, eq, gt, inArray, isNull, lt, type SQL } from 'drizzle-orm';
import { deleteSome } from '../storage/delete-some.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import type { Within } from './identity-store.ts';
import { mailedTokens, type MailedTokenPurpose } from './tables.ts';

export type MailedTokenRow = typeof mailedTokens.$inferSelect;

const open = (scope: Within, now: number): SQL | undefined => and(eq(mailedTokens.businessId, scope.businessId), isNull(mailedTokens.usedAt), gt(mailedTokens.expiresAt, now));

export async function insertMailedToken(tx: WriteDb, row: MailedTokenRow): Promise<void> {
  await tx.insert(mailedTokens).values(row);
}

export async function findOpenToken(db: ReadDb, scope: Within, tokenHash: string, purposes: readonly MailedTokenPurpose[], now: number): Promise<MailedTokenRow | undefined> {
  const [row] = await db.select().from(mailedTokens).where(and(open(scope, now), eq(mailedTokens.tokenHash, tokenHash), inArray(mailedTokens.purpose, [...purposes])));
  return row;
}

/** Of two requests with the same token, one wins. */
export async function consumeToken(tx: WriteDb, scope: Within, id: string, now: number): Promise<boolean> {
  const used = await tx.update(mailedTokens).set({ usedAt: now }).where(and(open(scope, now), eq(mailedTokens.id, id))).returning({ id: mailedTokens.id });
  return used.length === 1;
}

export const tokensOfChange = (db: ReadDb, scope: Within, changeId: string): Promise<MailedTokenRow[]> =>
  db.select().from(mailedTokens).where(and(eq(mailedTokens.businessId, scope.businessId), eq(mailedTokens.changeId, changeId))).execute();

/** Who has been invited and has not answered yet. */
export async function invitedAmong(db: ReadDb, scope: Within, identityIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (identityIds.length === 0) return new Set();
  const rows = await db.select({ id: mailedTokens.identityId }).from(mailedTokens)
    .where(and(eq(mailedTokens.businessId, scope.businessId), inArray(mailedTokens.identityId, [...identityIds]), eq(mailedTokens.purpose, 'invitation'), isNull(mailedTokens.usedAt)));
  return new Set(rows.map((row) => row.id));
}

/** Ends what was mailed before: deleted, so that an ended confirmation can never pass for a given one. */
export async function deleteTokensOf(tx: WriteDb, scope: Within, identityId: string, purposes: readonly MailedTokenPurpose[]): Promise<void> {
  await tx.delete(mailedTokens).where(and(eq(mailedTokens.businessId, scope.businessId), eq(mailedTokens.identityId, identityId), inArray(mailedTokens.purpose, [...purposes])));
}

/** Housekeeping, of all businesses. A used one stays until it would have expired: its change of address may still need it. */
export const forgetMailedTokens = (tx: WriteDb, expiredBefore: number, limit: number): Promise<number> =>
  deleteSome(tx, mailedTokens, [mailedTokens.businessId, mailedTokens.id], lt(mailedTokens.expiresAt, expiredBefore), limit);
