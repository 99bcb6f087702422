import { and, asc, desc, eq, inArray, lt, lte, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '../domain/scope.ts';
import { deleteSome } from '../storage/delete-some.ts';
import { prepared, type ReadDb, type WriteDb } from '../storage/store.ts';
import { jobs } from './tables.ts';

export type JobRow = typeof jobs.$inferSelect;

export async function insertJob(tx: WriteDb, row: JobRow): Promise<void> {
  await tx.insert(jobs).values(row).onConflictDoNothing({ target: [jobs.businessId, jobs.dedupeKey] });
}

/** Jobs whose time has come become this worker's until the lease ends. */
export async function claimJobs(tx: WriteDb, now: number, leaseUntil: number, limit: number): Promise<JobRow[]> {
  const due = await tx.select({ businessId: jobs.businessId, id: jobs.id }).from(jobs)
    .where(and(eq(jobs.state, 'waiting'), lte(jobs.runAt, now))).orderBy(asc(jobs.runAt)).limit(limit);
  const claimed: JobRow[] = [];
  for (const { businessId, id } of due) {
    const [row] = await tx.update(jobs).set({ state: 'running', leaseUntil, attempts: sql`${jobs.attempts} + 1` })
      .where(and(eq(jobs.businessId, businessId), eq(jobs.id, id), eq(jobs.state, 'waiting'))).returning();
    if (row) claimed.push(row);
  }
  return claimed;
}

/** Jobs whose worker died: their lease ran out (or, at start, every lease, since one process owns the file). */
export async function releaseLeases(tx: WriteDb, before: number): Promise<void> {
  await tx.update(jobs).set({ state: 'waiting', leaseUntil: null }).where(and(eq(jobs.state, 'running'), lt(jobs.leaseUntil, before)));
}

export async function finishJob(tx: WriteDb, job: JobRow): Promise<void> {
  await tx.update(jobs).set({ state: 'done', leaseUntil: null, lastError: null }).where(ofJob(job));
}

export async function postponeJob(tx: WriteDb, job: JobRow, runAt: number, lastError: string): Promise<void> {
  await tx.update(jobs).set({ state: 'waiting', leaseUntil: null, runAt, lastError }).where(ofJob(job));
}

export async function buryJob(tx: WriteDb, job: JobRow, lastError: string): Promise<void> {
  await tx.update(jobs).set({ state: 'dead', leaseUntil: null, lastError }).where(ofJob(job));
}

const ofJob = (job: Pick<JobRow, 'businessId' | 'id'>): SQL | undefined => and(eq(jobs.businessId, job.businessId), eq(jobs.id, job.id));

/** Waiting work about something that no longer holds. */
export async function cancelJobsAbout(tx: WriteDb, businessId: string, about: string, kinds: readonly string[]): Promise<void> {
  await tx.update(jobs).set({ state: 'cancelled', leaseUntil: null })
    .where(and(eq(jobs.businessId, businessId), eq(jobs.about, about), inArray(jobs.kind, [...kinds]), eq(jobs.state, 'waiting')));
}

const nextRow = prepared<Record<string, never>, { runAt: number }[]>((db) => db
  .select({ runAt: jobs.runAt }).from(jobs).where(eq(jobs.state, 'waiting')).orderBy(asc(jobs.runAt)).limit(1));

/** When the next job is due; undefined when none waits. Asked after every commit, hence prepared. */
export async function nextRunAt(db: ReadDb): Promise<number | undefined> {
  const [row] = await nextRow(db, {});
  return row?.runAt;
}

export async function findJob(db: ReadDb, scope: Scope, id: string): Promise<JobRow | undefined> {
  const [row] = await db.select().from(jobs).where(ofJob({ businessId: scope.businessId, id }));
  return row;
}

export async function reviveJob(tx: WriteDb, scope: Scope, id: string, runAt: number): Promise<JobRow | undefined> {
  const [row] = await tx.update(jobs).set({ state: 'waiting', runAt, attempts: 0, leaseUntil: null })
    .where(and(ofJob({ businessId: scope.businessId, id }), inArray(jobs.state, ['dead', 'waiting']))).returning();
  return row;
}

export function newestJobs(db: ReadDb, scope: Scope, filter: { state?: JobRow['state'] | undefined; before?: string | undefined; limit: number }): Promise<JobRow[]> {
  const conditions: SQL[] = [eq(jobs.businessId, scope.businessId)];
  if (filter.state) conditions.push(eq(jobs.state, filter.state));
  if (filter.before) conditions.push(lt(jobs.id, filter.before));
  return db.select().from(jobs).where(and(...conditions)).orderBy(desc(jobs.id)).limit(filter.limit).execute();
}

export async function countJobs(db: ReadDb, scope: Scope, state: JobRow['state']): Promise<{ count: number; oldest: number | null }> {
  const [row] = await db.select({ count: sql<number>`count(*)`.mapWith(Number), oldest: sql<number | null>`min(${jobs.runAt})` })
    .from(jobs).where(and(eq(jobs.businessId, scope.businessId), eq(jobs.state, state)));
  return row ?? { count: 0, oldest: null };
}

/** Finished work is forgotten after a while; a key that must not be queued twice is kept as long as it. */
export const forgetJobs = (tx: WriteDb, before: number, limit: number): Promise<number> =>
  deleteSome(tx, jobs, [jobs.businessId, jobs.id], and(inArray(jobs.state, ['done', 'cancelled']), lt(jobs.runAt, before)), limit);
