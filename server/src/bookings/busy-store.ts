import { and, asc, eq, gt, gte, lt, lte, ne, sql } from 'drizzle-orm';
import type { Scope } from '../domain/scope.ts';
import { remembered, type ReadDb, type WriteDb } from '../storage/store.ts';
import { blocks, bookings } from './tables.ts';

export type BlockRow = typeof blocks.$inferSelect;
export interface BusyRow {
  readonly providerId: string;
  readonly bookingId: string;
  readonly from: number;
  readonly until: number;
}

/** No busy range is longer than two days, no block longer than 32: so far back a neighbour may begin. */
const longestBusy = 172_800_000;
const longestBlock = 2_764_800_000;

const value = sql.placeholder;
type Window = { businessId: string; providerId: string; back: number; from: number; until: number };

const busyQuery = remembered<Window, BusyRow[]>((db) => db
  .select({ providerId: bookings.providerId, bookingId: bookings.id, from: bookings.busyFrom, until: bookings.busyUntil }).from(bookings)
  .where(and(eq(bookings.businessId, value('businessId')), eq(bookings.providerId, value('providerId')), gt(bookings.busyFrom, value('back')),
    lt(bookings.busyFrom, value('until')), gt(bookings.busyUntil, value('from')), ne(bookings.status, 'cancelled'))).orderBy(asc(bookings.busyFrom)));
const blockedQuery = remembered<Window, BlockRow[]>((db) => db.select().from(blocks)
  .where(and(eq(blocks.businessId, value('businessId')), eq(blocks.providerId, value('providerId')), gt(blocks.startsAt, value('back')),
    lt(blocks.startsAt, value('until')), gt(blocks.endsAt, value('from')))).orderBy(asc(blocks.startsAt)));
const perDayQuery = remembered<{ businessId: string; providerId: string; from: string; to: string }, { date: string; serviceId: string; id: string }[]>((db) => db
  .select({ date: bookings.localDate, serviceId: bookings.serviceId, id: bookings.id }).from(bookings)
  .where(and(eq(bookings.businessId, value('businessId')), eq(bookings.providerId, value('providerId')), gte(bookings.localDate, value('from')),
    lte(bookings.localDate, value('to')), ne(bookings.status, 'cancelled'))));

export const busyBetween = (db: ReadDb, { businessId }: Scope, providerId: string, from: number, until: number): Promise<BusyRow[]> =>
  busyQuery(db, { businessId, providerId, back: from - longestBusy, from, until });

export const blocksBetween = (db: ReadDb, { businessId }: Scope, providerId: string, from: number, until: number): Promise<BlockRow[]> =>
  blockedQuery(db, { businessId, providerId, back: from - longestBlock, from, until });

export const bookedBetween = (db: ReadDb, { businessId }: Scope, providerId: string, from: string, to: string): Promise<{ date: string; serviceId: string; id: string }[]> =>
  perDayQuery(db, { businessId, providerId, from, to });

export async function findBlock(db: ReadDb, scope: Scope, id: string): Promise<BlockRow | undefined> {
  const [row] = await db.select().from(blocks).where(and(eq(blocks.businessId, scope.businessId), eq(blocks.id, id)));
  return row;
}

export async function insertBlock(tx: WriteDb, row: BlockRow): Promise<void> {
  await tx.insert(blocks).values(row);
}

export async function updateBlock(tx: WriteDb, scope: Scope, id: string, change: Partial<BlockRow>): Promise<void> {
  await tx.update(blocks).set(change).where(and(eq(blocks.businessId, scope.businessId), eq(blocks.id, id)));
}

export async function deleteBlock(tx: WriteDb, scope: Scope, id: string): Promise<void> {
  await tx.delete(blocks).where(and(eq(blocks.businessId, scope.businessId), eq(blocks.id, id)));
}
