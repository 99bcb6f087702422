import { and, eq } from 'drizzle-orm';
import type { Scope } from '../domain/scope.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import { calendarFeeds } from './tables.ts';

export type FeedRow = typeof calendarFeeds.$inferSelect;

export async function findFeed(db: ReadDb, scope: Scope, identityId: string): Promise<FeedRow | undefined> {
  const [row] = await db.select().from(calendarFeeds).where(and(eq(calendarFeeds.businessId, scope.businessId), eq(calendarFeeds.identityId, identityId)));
  return row;
}

export async function findFeedByToken(db: ReadDb, businessId: string, tokenHash: string): Promise<FeedRow | undefined> {
  const [row] = await db.select().from(calendarFeeds).where(and(eq(calendarFeeds.businessId, businessId), eq(calendarFeeds.tokenHash, tokenHash)));
  return row;
}

export async function replaceFeed(tx: WriteDb, row: FeedRow): Promise<void> {
  await deleteFeed(tx, row.businessId, row.identityId);
  await tx.insert(calendarFeeds).values(row);
}

export async function deleteFeed(tx: WriteDb, businessId: string, identityId: string): Promise<boolean> {
  const gone = await tx.delete(calendarFeeds).where(and(eq(calendarFeeds.businessId, businessId), eq(calendarFeeds.identityId, identityId))).returning({ id: calendarFeeds.identityId });
  return gone.length > 0;
}

export async function touchFeed(tx: WriteDb, row: FeedRow, lastReadAt: number): Promise<void> {
  await tx.update(calendarFeeds).set({ lastReadAt }).where(and(eq(calendarFeeds.businessId, row.businessId), eq(calendarFeeds.identityId, row.identityId)));
}
