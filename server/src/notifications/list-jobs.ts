import type { Deps } from '../deps.ts';
import { pageBy } from '../domain/page.ts';
import type { Scope } from '../domain/scope.ts';
import { newestJobs, type JobRow } from '../jobs/job-store.ts';
import { toJob } from './job-view.ts';

export async function listJobs(deps: Deps, scope: Scope, query: { limit: number; cursor?: string | undefined; state?: JobRow['state'] | undefined }) {
  return await deps.store.read(async (db) => {
    const rows = await newestJobs(db, scope, { state: query.state, before: query.cursor, limit: query.limit + 1 });
    const { items, nextCursor } = pageBy(rows, query.limit, (row) => row.id, (row) => row);
    const shown = [];
    for (const row of items) shown.push(await toJob(db, scope, row));
    return { items: shown, nextCursor };
  });
}
