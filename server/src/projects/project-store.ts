import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Scope } from '../domain/scope.ts';
import { preparedList, type ReadDb, type WriteDb } from '../storage/store.ts';
import { projects } from './tables.ts';

export type ProjectRow = typeof projects.$inferSelect;

export async function findProject(db: ReadDb, { businessId }: Pick<Scope, 'businessId'>, id: string): Promise<ProjectRow | undefined> {
  const [row] = await db.select().from(projects).where(and(eq(projects.businessId, businessId), eq(projects.id, id)));
  return row;
}

export interface ProjectFilter {
  readonly clientId: string | undefined;
  readonly archived: boolean;
  readonly after: string | undefined;
  readonly limit: number;
}

/** Latest first. */
export const projectsPage = (db: ReadDb, { businessId }: Pick<Scope, 'businessId'>, { clientId, archived, after, limit }: ProjectFilter): Promise<ProjectRow[]> =>
  db.select().from(projects).where(and(eq(projects.businessId, businessId), eq(projects.archived, archived),
    clientId === undefined ? undefined : eq(projects.clientId, clientId), after === undefined ? undefined : lt(projects.id, after))).orderBy(desc(projects.id)).limit(limit).execute();

const namedRows = preparedList<{ businessId: string }, { id: string; name: string }>((db, ids) => db.select({ id: projects.id, name: projects.name }).from(projects).where(and(eq(projects.businessId, sql.placeholder('businessId')), inArray(projects.id, ids))));

export async function projectNames(db: ReadDb, { businessId }: Pick<Scope, 'businessId'>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await namedRows(db, [...new Set(ids)], { businessId });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function insertProject(tx: WriteDb, row: ProjectRow): Promise<void> {
  await tx.insert(projects).values(row);
}

export async function updateProject(tx: WriteDb, { businessId }: Scope, id: string, change: Partial<ProjectRow>): Promise<void> {
  if (Object.keys(change).length > 0) await tx.update(projects).set(change).where(and(eq(projects.businessId, businessId), eq(projects.id, id)));
}

/** Their documents must be gone. */
export async function eraseProjectsOf(tx: WriteDb, { businessId }: Scope, clientId: string): Promise<void> {
  await tx.delete(projects).where(and(eq(projects.businessId, businessId), eq(projects.clientId, clientId)));
}
