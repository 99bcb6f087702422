import type { JobRow } from '../jobs/job-store.ts';

export const toJob = (row: JobRow) => ({
  id: row.id, kind: row.kind, state: row.state, runAt: new Date(row.runAt).toISOString(), attempts: row.attempts, maxAttempts: row.maxAttempts,
  lastError: row.lastError, createdAt: new Date(row.createdAt).toISOString(), about: row.about,
});
