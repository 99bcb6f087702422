import type { AddProjectInput, ChangeProjectInput, Project } from '@portico/contract/projects.ts';
import { findClient } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { WriteDb } from '../storage/store.ts';
import { toProject } from './list-projects.ts';
import { findProject, insertProject, updateProject, type ProjectRow } from './project-store.ts';

export async function addProject(deps: Deps, tx: WriteDb, scope: Scope, { clientId, name }: AddProjectInput): Promise<Project> {
  requireStaff(scope);
  if (!(await findClient(tx, scope, clientId))) throw notFound();
  const row: ProjectRow = { businessId: scope.businessId, clientId, id: deps.newId(), name, archived: false, createdAt: deps.now() };
  await insertProject(tx, row);
  await note(deps, tx, scope, row, 'added');
  return toProject(row);
}

export async function changeProject(deps: Deps, tx: WriteDb, scope: Scope, id: string, change: ChangeProjectInput): Promise<Project> {
  requireStaff(scope);
  const before = await findProject(tx, scope, id);
  if (!before) throw notFound();
  const after: ProjectRow = { ...before, name: change.name ?? before.name, archived: change.archived ?? before.archived };
  await updateProject(tx, scope, id, { name: after.name, archived: after.archived });
  if (after.archived !== before.archived) await note(deps, tx, scope, after, after.archived ? 'archived' : 'restored');
  if (after.name !== before.name) await note(deps, tx, scope, after, 'changed');
  return toProject(after);
}

const note = (deps: Deps, tx: WriteDb, scope: Scope, { id, clientId, name }: ProjectRow, what: 'added' | 'changed' | 'archived' | 'restored'): Promise<void> =>
  record(deps, tx, scope, { type: 'project.changed', subjectId: id, clientId, payload: { projectId: id, name, what } });
