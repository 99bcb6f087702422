import type { Deps } from '../deps.ts';
import { pageBy } from '../domain/page.ts';
import type { Scope } from '../domain/scope.ts';
import { newestJobs, type JobRow } from '../jobs/job-store.ts';
import { toJob } from './job-view.ts';

export async function listJobs(deps: Deps, scope: Scope, query: { limit: number; cursor?: string | undefined; state?: JobRow['state'] | undefined }) {
  const rows = await deps.store.read((db) => newestJobs(db, scope, { state: query.state, before: query.cursor, limit: query.limit + 1 }));
  return pageBy(rows, query.limit, (row) => row.id, toJob);
}
