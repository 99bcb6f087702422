import { and, asc, desc, eq, inArray, lt, lte, notInArray, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '../domain/scope.ts';
import { deleteSome } from '../storage/delete-some.ts';
import { prepared, preparedWrite, type ReadDb, type WriteDb } from '../storage/store.ts';
import { idleKinds, slowKinds, type Lane } from './job-rules.ts';
import { jobs } from './tables.ts';

export type JobRow = typeof jobs.$inferSelect;

const value = sql.placeholder;
const given = (name: string): SQL => sql`${value(name)}`;
const ofOne = and(eq(jobs.businessId, value('businessId')), eq(jobs.id, value('id')));
type One = { businessId: string; id: string };

const insertRow = preparedWrite<JobRow>((tx) => tx.insert(jobs).values({
  businessId: value('businessId'), id: value('id'), kind: value('kind'), payload: value('payload'), state: value('state'), runAt: value('runAt'), leaseUntil: value('leaseUntil'),
  attempts: value('attempts'), maxAttempts: value('maxAttempts'), lastError: value('lastError'), about: value('about'), dedupeKey: value('dedupeKey'), createdAt: value('createdAt'),
}).onConflictDoNothing({ target: [jobs.businessId, jobs.dedupeKey] }));

/** One query for each lane, made once. */
const perLane = <Query>(make: (isInLane: SQL | undefined) => Query): ((lane?: Lane) => Query) => {
  const all = make(undefined);
  const lanes = { usual: make(notInArray(jobs.kind, [...slowKinds, ...idleKinds])), slow: make(inArray(jobs.kind, [...slowKinds])), idle: make(inArray(jobs.kind, [...idleKinds])) };
  return (lane) => lane === undefined ? all : lanes[lane];
};

const dueRows = perLane((isInLane) => prepared<{ now: number; limit: number }, One[]>((db) => db.select({ businessId: jobs.businessId, id: jobs.id }).from(jobs)
  .where(and(eq(jobs.state, 'waiting'), lte(jobs.runAt, value('now')), isInLane)).orderBy(asc(jobs.runAt)).limit(value('limit'))));
const claimRow = preparedWrite<One & { leaseUntil: number }, JobRow[]>((tx) => tx.update(jobs).set({ state: 'running', leaseUntil: given('leaseUntil'), attempts: sql`${jobs.attempts} + 1` })
  .where(and(ofOne, eq(jobs.state, 'waiting'))).returning());
const releaseRows = perLane((isInLane) => preparedWrite<{ before: number }>((tx) => tx.update(jobs).set({ state: 'waiting', leaseUntil: null }).where(and(eq(jobs.state, 'running'), lt(jobs.leaseUntil, value('before')), isInLane))));
const finishRow = preparedWrite<One>((tx) => tx.update(jobs).set({ state: 'done', leaseUntil: null, lastError: null }).where(ofOne));
const cancelRows = preparedWrite<{ businessId: string; about: string; kind: string }>((tx) => tx.update(jobs).set({ state: 'cancelled', leaseUntil: null })
  .where(and(eq(jobs.businessId, value('businessId')), eq(jobs.about, value('about')), eq(jobs.kind, value('kind')), eq(jobs.state, 'waiting'))));

export async function insertJob(tx: WriteDb, row: JobRow): Promise<void> {
  await insertRow(tx, row);
}

/** Jobs whose time has come become this worker's until the lease ends. */
export async function claimJobs(tx: WriteDb, now: number, leaseUntil: number, limit: number, lane?: Lane): Promise<JobRow[]> {
  const claimed: JobRow[] = [];
  for (const due of await dueRows(lane)(tx, { now, limit })) {
    const [row] = await claimRow(tx, { ...due, leaseUntil });
    if (row) claimed.push(row);
  }
  return claimed;
}

/** Jobs whose worker died: their lease ran out (or, at start, every lease, since one process owns the file). */
export async function releaseLeases(tx: WriteDb, before: number, lane?: Lane): Promise<void> {
  await releaseRows(lane)(tx, { before });
}

export async function finishJob(tx: WriteDb, job: JobRow): Promise<void> {
  await finishRow(tx, { businessId: job.businessId, id: job.id });
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
  for (const kind of kinds) await cancelRows(tx, { businessId, about, kind });
}

/** Work of these kinds that has not begun, soonest first. */
export const waitingJobs = (db: ReadDb, scope: Scope, { kinds, until, limit, about }: { readonly kinds: readonly string[]; readonly until: number; readonly limit: number; readonly about?: string }): Promise<JobRow[]> =>
  db.select().from(jobs).where(and(eq(jobs.businessId, scope.businessId), eq(jobs.state, 'waiting'), inArray(jobs.kind, [...kinds]), lte(jobs.runAt, until), about === undefined ? undefined : eq(jobs.about, about)))
    .orderBy(asc(jobs.runAt), asc(jobs.id)).limit(limit).execute();

/** Was something of this kind ever queued about it? Forgotten work is not found any more. */
export async function hasJobAbout(db: ReadDb, scope: Scope, about: string, kind: string): Promise<boolean> {
  const rows = await db.select({ id: jobs.id }).from(jobs).where(and(eq(jobs.businessId, scope.businessId), eq(jobs.about, about), eq(jobs.kind, kind))).limit(1);
  return rows.length > 0;
}

const nextRow = perLane((isInLane) => prepared<Record<string, never>, { runAt: number }[]>((db) => db
  .select({ runAt: jobs.runAt }).from(jobs).where(and(eq(jobs.state, 'waiting'), isInLane)).orderBy(asc(jobs.runAt)).limit(1)));

const nextLease = perLane((isInLane) => prepared<Record<string, never>, { leaseUntil: number | null }[]>((db) => db
  .select({ leaseUntil: sql<number | null>`min(${jobs.leaseUntil})` }).from(jobs).where(and(eq(jobs.state, 'running'), isInLane))));

/** When the next job is due, or a lease ends that nobody came back from; undefined when there is neither. Asked after every commit, hence prepared. */
export async function nextRunAt(db: ReadDb, lane?: Lane): Promise<number | undefined> {
  const [waiting] = await nextRow(lane)(db, {});
  const [running] = await nextLease(lane)(db, {});
  // A lease counts until the end of its last millisecond.
  const times = [waiting?.runAt, typeof running?.leaseUntil === 'number' ? running.leaseUntil + 1 : undefined].filter((time) => time !== undefined);
  return times.length > 0 ? Math.min(...times) : undefined;
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

export const workOf = (db: ReadDb, { businessId }: Scope): Promise<Pick<JobRow, 'id' | 'kind' | 'about' | 'payload' | 'dedupeKey'>[]> =>
  db.select({ id: jobs.id, kind: jobs.kind, about: jobs.about, payload: jobs.payload, dedupeKey: jobs.dedupeKey }).from(jobs).where(eq(jobs.businessId, businessId)).execute();

/** It will not run (any more), and why it failed is forgotten: servers like to name the address. */
export async function cancelWork(tx: WriteDb, { businessId }: Scope, id: string): Promise<void> {
  await tx.update(jobs).set({ lastError: null, state: sql`case when ${jobs.state} in ('waiting', 'dead') then 'cancelled' else ${jobs.state} end` }).where(ofJob({ businessId, id }));
}
