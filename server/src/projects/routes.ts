import { Id, PageQuery } from '@portico/contract/primitives.ts';
import { AddProjectInput, ChangeProjectInput, Project, ProjectPage, ProjectQuery } from '@portico/contract/projects.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { route, writeRoute, type DeclaredRoute } from '../http/route.ts';
import { addProject, changeProject } from './change-project.ts';
import { listOwnProjects, listProjects } from './list-projects.ts';

const ById = z.strictObject({ id: Id });
const OwnQuery = PageQuery.extend({ archived: z.enum(['true', 'false']).default('false') });

export function projectRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    route({ method: 'get', path: '/v1/projects', access: 'client', summary: 'Own projects, latest first', query: OwnQuery, output: ProjectPage }, ({ scope, query }) => listOwnProjects(deps, scope, query)),
    route({ method: 'get', path: '/v1/console/projects', access: 'member', summary: 'Projects, latest first', query: ProjectQuery, output: ProjectPage }, ({ scope, query }) => listProjects(deps, scope, query)),
    writeRoute({ method: 'post', path: '/v1/console/projects', access: 'member', summary: 'Begin a project', body: AddProjectInput, output: Project, status: 201, idempotent: true }, ({ scope, body }, tx) => addProject(deps, tx, scope, body)),
    writeRoute({ method: 'patch', path: '/v1/console/projects/{id}', access: 'member', summary: 'Rename or archive a project', params: ById, body: ChangeProjectInput, output: Project }, ({ scope, params, body }, tx) => changeProject(deps, tx, scope, params.id, body)),
  ];
}
