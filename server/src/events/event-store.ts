import { and, asc, desc, eq, gt, inArray, lt, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '../domain/scope.ts';
import { prepared, preparedWrite, type ReadDb, type WriteDb } from '../storage/store.ts';
import { eventCursors, events } from './tables.ts';

export type EventRow = typeof events.$inferSelect;

const value = sql.placeholder;

const lastRow = prepared<{ businessId: string }, { seq: number; hash: string }[]>((db) => db
  .select({ seq: events.seq, hash: events.hash }).from(events)
  .where(eq(events.businessId, value('businessId'))).orderBy(desc(events.seq)).limit(1));

const lastPositionRow = prepared<Record<string, never>, { position: number }[]>((db) => db
  .select({ position: events.position }).from(events).orderBy(desc(events.position)).limit(1));

const insertRow = preparedWrite<EventRow>((tx) => tx.insert(events).values({
  businessId: value('businessId'), seq: value('seq'), position: value('position'), id: value('id'), type: value('type'), at: value('at'),
  actor: value('actor'), clientId: value('clientId'), subjectType: value('subjectType'), subjectId: value('subjectId'), payload: value('payload'), hash: value('hash'),
}));

const rowsAfter = prepared<{ position: number; limit: number }, EventRow[]>((db) => db
  .select().from(events).where(gt(events.position, value('position'))).orderBy(asc(events.position)).limit(value('limit')));

export async function lastOfBusiness(db: ReadDb, businessId: string): Promise<{ seq: number; hash: string } | undefined> {
  const [row] = await lastRow(db, { businessId });
  return row;
}

export async function lastPosition(db: ReadDb): Promise<number> {
  const [row] = await lastPositionRow(db, {});
  return row?.position ?? 0;
}

export async function insertEvent(tx: WriteDb, row: EventRow): Promise<void> {
  await insertRow(tx, row);
}

export const eventsAfter = (db: ReadDb, position: number, limit: number): Promise<EventRow[]> => rowsAfter(db, { position, limit });

export interface EventFilter {
  readonly clientIds?: readonly string[];
  readonly before?: number;
  readonly limit: number;
}

/** Newest first, of one business, perhaps of one client (and those merged into it): the timeline and the audit trail. */
export function newestEvents(db: ReadDb, scope: Scope, filter: EventFilter): Promise<EventRow[]> {
  const conditions: SQL[] = [eq(events.businessId, scope.businessId)];
  if (filter.clientIds !== undefined) conditions.push(inArray(events.clientId, [...filter.clientIds]));
  if (filter.before !== undefined) conditions.push(lt(events.seq, filter.before));
  return db.select().from(events).where(and(...conditions)).orderBy(desc(events.seq)).limit(filter.limit).execute();
}

/** A stretch of one business's chain, oldest first. */
export const chainAfter = (db: ReadDb, businessId: string, seq: number, limit: number): Promise<EventRow[]> =>
  db.select().from(events).where(and(eq(events.businessId, businessId), gt(events.seq, seq))).orderBy(asc(events.seq)).limit(limit).execute();

const cursorRow = prepared<{ reader: string }, { position: number }[]>((db) => db.select({ position: eventCursors.position }).from(eventCursors).where(eq(eventCursors.reader, value('reader'))));
const setCursor = preparedWrite<{ reader: string; position: number }>((tx) => tx.insert(eventCursors).values({ reader: value('reader'), position: value('position') })
  .onConflictDoUpdate({ target: eventCursors.reader, set: { position: sql`excluded.position` } }));

export async function cursorOf(db: ReadDb, reader: string): Promise<number> {
  return (await cursorRow(db, { reader }))[0]?.position ?? 0;
}

export async function moveCursor(tx: WriteDb, reader: string, position: number): Promise<void> {
  await setCursor(tx, { reader, position });
}
