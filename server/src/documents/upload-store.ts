import { and, asc, count, eq, inArray, lt, sql, sum } from 'drizzle-orm';
import type { Scope } from '../domain/scope.ts';
import { deleteSome } from '../storage/delete-some.ts';
import { prepared, preparedWrite, type ReadDb, type WriteDb } from '../storage/store.ts';
import { documentVersions, uploads } from './tables.ts';

export type UploadRow = typeof uploads.$inferSelect;

const value = sql.placeholder;
const oneUpload = prepared<{ businessId: string; id: string }, UploadRow[]>((db) => db.select().from(uploads).where(and(eq(uploads.businessId, value('businessId')), eq(uploads.id, value('id')))));
const advance = preparedWrite<{ businessId: string; id: string; received: number; touchedAt: number }>((tx) => tx.update(uploads)
  .set({ received: sql`${value('received')}`, touchedAt: sql`${value('touchedAt')}` }).where(and(eq(uploads.businessId, value('businessId')), eq(uploads.id, value('id')))));

export async function findUpload(db: ReadDb, { businessId }: Scope, id: string): Promise<UploadRow | undefined> {
  return (await oneUpload(db, { businessId, id }))[0];
}

export const uploadsOf = (db: ReadDb, { businessId, actor }: Scope): Promise<UploadRow[]> =>
  db.select().from(uploads).where(and(eq(uploads.businessId, businessId), eq(uploads.actor, actor))).orderBy(asc(uploads.id)).execute();

export async function countUploadsOf(db: ReadDb, { businessId, actor }: Scope): Promise<number> {
  const [row] = await db.select({ found: count() }).from(uploads).where(and(eq(uploads.businessId, businessId), eq(uploads.actor, actor)));
  return row?.found ?? 0;
}

export async function insertUpload(tx: WriteDb, row: UploadRow): Promise<void> {
  await tx.insert(uploads).values(row);
}

export async function advanceUpload(tx: WriteDb, { businessId, id }: UploadRow, received: number, touchedAt: number): Promise<void> {
  await advance(tx, { businessId, id, received, touchedAt });
}

/** False when somebody was faster. */
export async function deleteUpload(tx: WriteDb, { businessId, id }: Pick<UploadRow, 'businessId' | 'id'>): Promise<boolean> {
  return (await tx.delete(uploads).where(and(eq(uploads.businessId, businessId), eq(uploads.id, id))).returning({ id: uploads.id })).length === 1;
}

/** Bytes that a business has here, or that are announced. */
export async function usedBytes(db: ReadDb, { businessId }: Pick<Scope, 'businessId'>): Promise<number> {
  const [kept] = await db.select({ bytes: sum(documentVersions.size).mapWith(Number) }).from(documentVersions).where(and(eq(documentVersions.businessId, businessId), inArray(documentVersions.place, ['incoming', 'store'])));
  const [coming] = await db.select({ bytes: sum(uploads.size).mapWith(Number) }).from(uploads).where(eq(uploads.businessId, businessId));
  return (kept?.bytes ?? 0) + (coming?.bytes ?? 0);
}

/** Of all businesses: bytes that are announced and have not come. */
export async function awaitedBytes(db: ReadDb): Promise<number> {
  const [row] = await db.select({ bytes: sum(sql`${uploads.size} - ${uploads.received}`).mapWith(Number) }).from(uploads);
  return row?.bytes ?? 0;
}

/** Of all businesses: the names of incoming files that somebody still needs. */
export async function neededIncoming(db: ReadDb): Promise<ReadonlySet<string>> {
  const coming = await db.select({ name: uploads.fileName }).from(uploads);
  const waiting = await db.select({ name: documentVersions.fileName }).from(documentVersions).where(eq(documentVersions.place, 'incoming'));
  return new Set([...coming, ...waiting].map(({ name }) => name));
}

/** Housekeeping, of all businesses: uploads that nobody goes on with. Their bytes are swept afterwards. */
export const forgetUploads = (tx: WriteDb, before: number, limit: number): Promise<number> =>
  deleteSome(tx, uploads, [uploads.businessId, uploads.id], lt(uploads.touchedAt, before), limit);

export const uploadsOfClient = (db: ReadDb, { businessId }: Pick<Scope, 'businessId'>, clientId: string): Promise<UploadRow[]> =>
  db.select().from(uploads).where(and(eq(uploads.businessId, businessId), eq(uploads.clientId, clientId))).execute();
