import type { Project, ProjectPage } from '@portico/contract/projects.ts';
import { source, type Source } from './cache.ts';
import { create, patch, withQuery } from './http.ts';

export const projects = (client: string, archived = false): Source<ProjectPage> => source(withQuery('projects', { client, archived: archived ? 'true' : undefined, limit: 50 }));
export const addProject = (clientId: string, name: string): Promise<Project> => create('projects', { clientId, name });
export const changeProject = (id: string, change: { readonly name?: string; readonly archived?: boolean }): Promise<Project> => patch(`projects/${id}`, change);
