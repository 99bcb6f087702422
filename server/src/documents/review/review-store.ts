import { and, asc, count, desc, eq, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm';
import type { ReviewState } from '@portico/contract/documents/kinds.ts';
import type { Scope } from '../../domain/scope.ts';
import { preparedList, type ReadDb, type WriteDb } from '../../storage/store.ts';
import { isOpenTo, rightOfContact, withRight, type DocumentWithRight } from '../document-store.ts';
import { documentRights, documents } from '../tables.ts';
import { documentComments, documentReviews } from './tables.ts';

type Of = Pick<Scope, 'businessId'>;
export type ReviewRow = typeof documentReviews.$inferSelect;

const value = sql.placeholder;
// Sorted afterwards: asked to sort by id, SQLite goes through all that the business ever asked.
const reviewsOfMany = preparedList<{ businessId: string }, ReviewRow>((db, ids) => db.select().from(documentReviews).where(and(eq(documentReviews.businessId, value('businessId')), inArray(documentReviews.documentId, ids))));
const commentsOfMany = preparedList<{ businessId: string }, { id: string; found: number }>((db, ids) => db.select({ id: documentComments.documentId, found: count() }).from(documentComments)
  .where(and(eq(documentComments.businessId, value('businessId')), inArray(documentComments.documentId, ids), isNull(documentComments.removedAt))).groupBy(documentComments.documentId));

export async function findReview(db: ReadDb, { businessId }: Of, id: string): Promise<ReviewRow | undefined> {
  const [row] = await db.select().from(documentReviews).where(and(eq(documentReviews.businessId, businessId), eq(documentReviews.id, id)));
  return row;
}

/** Latest first. */
export const reviewsOf = (db: ReadDb, { businessId }: Of, documentId: string): Promise<ReviewRow[]> => db.select().from(documentReviews)
  .where(and(eq(documentReviews.businessId, businessId), eq(documentReviews.documentId, documentId))).orderBy(desc(documentReviews.id)).limit(200).execute();

export async function waitingReview(db: ReadDb, { businessId }: Of, documentId: string): Promise<ReviewRow | undefined> {
  const [row] = await db.select().from(documentReviews).where(and(eq(documentReviews.businessId, businessId), eq(documentReviews.documentId, documentId), eq(documentReviews.state, 'waiting')));
  return row;
}

/** The latest of each document, unless it was withdrawn. */
export async function latestReviews(db: ReadDb, { businessId }: Of, documentIds: readonly string[]): Promise<ReadonlyMap<string, ReviewRow>> {
  const rows = await reviewsOfMany(db, documentIds, { businessId });
  const latest = new Map(rows.sort((a, b) => a.id < b.id ? -1 : 1).map((row) => [row.documentId, row]));
  return new Map([...latest].filter(([, { state }]) => state !== 'withdrawn'));
}

export async function insertReview(tx: WriteDb, row: ReviewRow): Promise<void> {
  await tx.insert(documentReviews).values(row);
}

export async function updateReview(tx: WriteDb, { businessId }: Of, id: string, change: Partial<ReviewRow>): Promise<void> {
  await tx.update(documentReviews).set(change).where(and(eq(documentReviews.businessId, businessId), eq(documentReviews.id, id)));
}

/** How many comments each document has. */
export async function countComments(db: ReadDb, { businessId }: Of, documentIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  return new Map((await commentsOfMany(db, documentIds, { businessId })).map(({ id, found }) => [id, found]));
}

const soonest = [sql`coalesce(${documentReviews.dueOn}, '9999')`, asc(documentReviews.id)] as const;
const itsDocument = and(eq(documents.businessId, documentReviews.businessId), eq(documents.id, documentReviews.documentId));
/** Looking is not deciding. */
const mayDecide = sql`coalesce(${documentRights.level}, ${documents.level}) in ('comment', 'edit')`;

/** What a contact is asked to decide, the earliest date first. */
export const documentsToReview = (db: ReadDb, { businessId }: Of, clientId: string, contactId: string): Promise<DocumentWithRight[]> =>
  db.select(withRight).from(documentReviews).innerJoin(documents, itsDocument).leftJoin(documentRights, rightOfContact(contactId))
    .where(and(eq(documentReviews.businessId, businessId), eq(documentReviews.clientId, clientId), eq(documentReviews.state, 'waiting'), sql`${documents.current} is not null`, isOpenTo, mayDecide)).orderBy(...soonest).limit(50).execute();

/** `changes`: asked for, and no newer version has come. */
const changesWanted = sql`${documentReviews.state} = 'changes_requested' and ${documents.latest} = ${documentReviews.version} and not exists (
  select 1 from document_reviews newer where newer.business_id = ${documentReviews.businessId} and newer.document_id = ${documentReviews.documentId} and newer.id > ${documentReviews.id})`;
const statesOf = { all: undefined, waiting: eq(documentReviews.state, 'waiting'), changes: changesWanted, approved: eq(documentReviews.state, 'approved') } as const;
export interface ReviewFilter {
  readonly state: keyof typeof statesOf;
  readonly clientId: string | undefined;
  readonly after: string | undefined;
  readonly limit: number;
}

/** Newest first. */
export const reviewsPage = (db: ReadDb, { businessId }: Of, { state, clientId, after, limit }: ReviewFilter): Promise<{ review: ReviewRow; documentName: string }[]> =>
  db.select({ review: documentReviews, documentName: documents.name }).from(documentReviews).innerJoin(documents, itsDocument)
    .where(and(eq(documentReviews.businessId, businessId), eq(documents.archived, false), statesOf[state], clientId === undefined ? undefined : eq(documentReviews.clientId, clientId), after === undefined ? undefined : lt(documentReviews.id, after)))
    .orderBy(desc(documentReviews.id)).limit(limit).execute();

export async function countReviews(db: ReadDb, { businessId }: Of, today: string): Promise<{ waiting: number; overdue: number; changes: number }> {
  const sum = (condition: SQL): SQL<number> => sql<number>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`.mapWith(Number);
  const isWaiting = sql`${documentReviews.state} = 'waiting'`;
  const [row] = await db.select({ waiting: sum(isWaiting), overdue: sum(sql`${isWaiting} and ${documentReviews.dueOn} < ${today}`), changes: sum(changesWanted) }).from(documentReviews).innerJoin(documents, itsDocument)
    .where(and(eq(documentReviews.businessId, businessId), inArray(documentReviews.state, ['waiting', 'changes_requested'] satisfies ReviewState[]), eq(documents.archived, false)));
  return row ?? { waiting: 0, overdue: 0, changes: 0 };
}
