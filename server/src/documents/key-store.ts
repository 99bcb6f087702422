import { and, eq, ne, sql } from 'drizzle-orm';
import type { Scope } from '../domain/scope.ts';
import { prepared, type ReadDb, type WriteDb } from '../storage/store.ts';
import { clientKeys, documentVersions, uploads } from './tables.ts';

export type ClientKeyRow = typeof clientKeys.$inferSelect;
type Of = Pick<Scope, 'businessId'>;

const value = sql.placeholder;
const oneKey = prepared<{ businessId: string; clientId: string }, ClientKeyRow[]>((db) => db.select().from(clientKeys).where(and(eq(clientKeys.businessId, value('businessId')), eq(clientKeys.clientId, value('clientId')))));

export async function findClientKey(db: ReadDb, { businessId }: Of, clientId: string): Promise<ClientKeyRow | undefined> {
  return (await oneKey(db, { businessId, clientId }))[0];
}

export async function insertClientKey(tx: WriteDb, row: ClientKeyRow): Promise<void> {
  await tx.insert(clientKeys).values(row);
}

export async function updateClientKey(tx: WriteDb, { businessId, clientId }: Pick<ClientKeyRow, 'businessId' | 'clientId'>, change: Partial<ClientKeyRow>): Promise<void> {
  await tx.update(clientKeys).set(change).where(and(eq(clientKeys.businessId, businessId), eq(clientKeys.clientId, clientId)));
}

/** Of all businesses: keys that another master key than this one seals. Destroyed ones have none to seal. */
export const keysNotSealedBy = (db: ReadDb, masterId: string, limit: number): Promise<ClientKeyRow[]> =>
  db.select().from(clientKeys).where(and(ne(clientKeys.masterId, masterId), ne(clientKeys.sealedKey, ''))).limit(limit).execute();

export interface SealedFileKey {
  readonly id: string;
  readonly sealedKey: string;
}

/** The keys of a client's files, kept and on their way in. */
export async function fileKeysOf(db: ReadDb, { businessId }: Of, clientId: string): Promise<{ versions: SealedFileKey[]; uploads: SealedFileKey[] }> {
  return {
    versions: await db.select({ id: documentVersions.id, sealedKey: documentVersions.sealedKey }).from(documentVersions).where(and(eq(documentVersions.businessId, businessId), eq(documentVersions.clientId, clientId))),
    uploads: await db.select({ id: uploads.id, sealedKey: uploads.sealedKey }).from(uploads).where(and(eq(uploads.businessId, businessId), eq(uploads.clientId, clientId))),
  };
}

export async function setVersionKey(tx: WriteDb, { businessId }: Of, { id, sealedKey }: SealedFileKey): Promise<void> {
  await tx.update(documentVersions).set({ sealedKey }).where(and(eq(documentVersions.businessId, businessId), eq(documentVersions.id, id)));
}

export async function setUploadKey(tx: WriteDb, { businessId }: Of, { id, sealedKey }: SealedFileKey): Promise<void> {
  await tx.update(uploads).set({ sealedKey }).where(and(eq(uploads.businessId, businessId), eq(uploads.id, id)));
}
