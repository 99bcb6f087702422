import { z } from 'zod';
import { Id, Instant, Line, PageQuery, pageOf } from './primitives.ts';

/** A piece of work for one client, or an engagement: what documents belong to. */
export const Project = z.object({ id: Id, clientId: Id, name: z.string(), archived: z.boolean(), createdAt: Instant }).meta({ id: 'Project' });
export type Project = z.infer<typeof Project>;

export const ProjectPage = pageOf(Project).meta({ id: 'ProjectPage' });
export type ProjectPage = z.infer<typeof ProjectPage>;

export const ProjectQuery = PageQuery.extend({ client: Id.optional(), archived: z.enum(['true', 'false']).default('false') });
export type ProjectQuery = z.infer<typeof ProjectQuery>;

export const AddProjectInput = z.strictObject({ clientId: Id, name: Line(120) });
export type AddProjectInput = z.infer<typeof AddProjectInput>;

export const ChangeProjectInput = z.strictObject({ name: Line(120).optional(), archived: z.boolean().optional() });
export type ChangeProjectInput = z.infer<typeof ChangeProjectInput>;
