import { and, asc, count, desc, eq, inArray, lt, sql, type SQL } from 'drizzle-orm';
import type { RequestState } from '@portico/contract/documents/kinds.ts';
import type { Scope } from '../../domain/scope.ts';
import type { ReadDb, WriteDb } from '../../storage/store.ts';
import { documents } from '../tables.ts';
import { documentRequests, requestDocuments } from './tables.ts';

type Of = Pick<Scope, 'businessId'>;
export type RequestRow = typeof documentRequests.$inferSelect;

const isThis = ({ businessId }: Of, id: string): SQL | undefined => and(eq(documentRequests.businessId, businessId), eq(documentRequests.id, id));

export async function findRequest(db: ReadDb, scope: Of, id: string): Promise<RequestRow | undefined> {
  const [row] = await db.select().from(documentRequests).where(isThis(scope, id));
  return row;
}

export async function insertRequest(tx: WriteDb, row: RequestRow): Promise<void> {
  await tx.insert(documentRequests).values(row);
}

export async function updateRequest(tx: WriteDb, scope: Of, id: string, change: Partial<RequestRow>): Promise<void> {
  await tx.update(documentRequests).set(change).where(isThis(scope, id));
}

/** What this client is asked for in one go. */
export const batchOfClient = (db: ReadDb, { businessId }: Of, clientId: string, batchId: string): Promise<RequestRow[]> => db.select().from(documentRequests)
  .where(and(eq(documentRequests.businessId, businessId), eq(documentRequests.clientId, clientId), eq(documentRequests.batchId, batchId))).orderBy(asc(documentRequests.id)).execute();

export async function linkDocument(tx: WriteDb, { businessId }: Of, requestId: string, documentId: string): Promise<void> {
  await tx.insert(requestDocuments).values({ businessId, requestId, documentId }).onConflictDoNothing();
}

/** The request that a document answers. */
export async function requestOfDocument(db: ReadDb, { businessId }: Of, documentId: string): Promise<RequestRow | undefined> {
  const [row] = await db.select({ request: documentRequests }).from(requestDocuments)
    .innerJoin(documentRequests, and(eq(documentRequests.businessId, requestDocuments.businessId), eq(documentRequests.id, requestDocuments.requestId)))
    .where(and(eq(requestDocuments.businessId, businessId), eq(requestDocuments.documentId, documentId)));
  return row?.request;
}

/** What has come for each of these: not what a scanner has refused. */
export async function documentsFor(db: ReadDb, { businessId }: Of, ids: readonly string[]): Promise<ReadonlyMap<string, readonly { readonly id: string; readonly name: string }[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db.select({ requestId: requestDocuments.requestId, id: documents.id, name: documents.name }).from(requestDocuments)
    .innerJoin(documents, and(eq(documents.businessId, requestDocuments.businessId), eq(documents.id, requestDocuments.documentId)))
    .where(and(eq(requestDocuments.businessId, businessId), inArray(requestDocuments.requestId, [...ids]))).orderBy(asc(documents.createdAt), asc(documents.id));
  return Map.groupBy(rows, ({ requestId }) => requestId);
}

const waitingStates: readonly RequestState[] = ['open', 'returned'];
const statesOf = { all: undefined, waiting: waitingStates, submitted: ['submitted'], settled: ['accepted', 'cancelled'] } as const satisfies Readonly<Record<string, readonly RequestState[] | undefined>>;
export type RequestFilter = { readonly state: keyof typeof statesOf; readonly clientId: string | undefined; readonly after: string | undefined; readonly limit: number };

/** Newest first. */
export const requestsPage = (db: ReadDb, { businessId }: Of, { state, clientId, after, limit }: RequestFilter): Promise<RequestRow[]> => db.select().from(documentRequests)
  .where(and(eq(documentRequests.businessId, businessId), statesOf[state] && inArray(documentRequests.state, [...statesOf[state]]), clientId === undefined ? undefined : eq(documentRequests.clientId, clientId), after === undefined ? undefined : lt(documentRequests.id, after)))
  .orderBy(desc(documentRequests.id)).limit(limit).execute();

/** What a client has to send, or has sent and is looked at. */
export const requestsOfClient = (db: ReadDb, { businessId }: Of, clientId: string): Promise<RequestRow[]> => db.select().from(documentRequests)
  .where(and(eq(documentRequests.businessId, businessId), eq(documentRequests.clientId, clientId), inArray(documentRequests.state, [...waitingStates, 'submitted'])))
  .orderBy(sql`${documentRequests.state} = 'submitted'`, sql`coalesce(${documentRequests.dueOn}, '9999')`, asc(documentRequests.id)).limit(50).execute();

export async function countRequests(db: ReadDb, { businessId }: Of, today: string): Promise<{ waiting: number; overdue: number; submitted: number; asked: number; arrived: number }> {
  const isWaiting = sql`${documentRequests.state} in ('open', 'returned')`;
  const sum = (condition: SQL): SQL<number> => sql<number>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`.mapWith(Number);
  const [row] = await db.select({
    waiting: sum(isWaiting), overdue: sum(sql`${isWaiting} and ${documentRequests.dueOn} < ${today}`), submitted: sum(sql`${documentRequests.state} = 'submitted'`),
    asked: count(), arrived: sum(sql`${documentRequests.submittedAt} is not null`),
  }).from(documentRequests).where(and(eq(documentRequests.businessId, businessId), sql`${documentRequests.state} <> 'cancelled'`));
  return row ?? { waiting: 0, overdue: 0, submitted: 0, asked: 0, arrived: 0 };
}

export async function hasRequests(db: ReadDb, { businessId }: Of, clientId: string): Promise<boolean> {
  const rows = await db.select({ id: documentRequests.id }).from(documentRequests).where(and(eq(documentRequests.businessId, businessId), eq(documentRequests.clientId, clientId))).limit(1);
  return rows.length > 0;
}

/** What came for them must be gone. Answers which they were. */
export const deleteRequestsOf = async (tx: WriteDb, { businessId }: Of, clientId: string): Promise<readonly string[]> =>
  (await tx.delete(documentRequests).where(and(eq(documentRequests.businessId, businessId), eq(documentRequests.clientId, clientId))).returning({ id: documentRequests.id })).map(({ id }) => id);
