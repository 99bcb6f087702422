import type { Project, ProjectPage, ProjectQuery } from '@portico/contract/projects.ts';
import type { Deps } from '../deps.ts';
import { pageBy } from '../domain/page.ts';
import { requireClient, requireStaff, type Scope } from '../domain/scope.ts';
import { projectsPage, type ProjectRow } from './project-store.ts';

export const toProject = ({ id, clientId, name, archived, createdAt }: ProjectRow): Project => ({ id, clientId, name, archived, createdAt: new Date(createdAt).toISOString() });

export function listProjects(deps: Deps, scope: Scope, query: ProjectQuery): Promise<ProjectPage> {
  requireStaff(scope);
  return list(deps, scope, query, query.client);
}

/** A client's own. */
export function listOwnProjects(deps: Deps, scope: Scope, query: Omit<ProjectQuery, 'client'>): Promise<ProjectPage> {
  return list(deps, scope, query, requireClient(scope).clientId);
}

async function list(deps: Deps, scope: Scope, query: Omit<ProjectQuery, 'client'>, clientId: string | undefined): Promise<ProjectPage> {
  const rows = await deps.store.read((db) => projectsPage(db, scope, { clientId, archived: query.archived === 'true', after: query.cursor, limit: query.limit + 1 }));
  return pageBy(rows, query.limit, ({ id }) => id, toProject);
}
