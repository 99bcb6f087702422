import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import { countJobs } from '../jobs/job-store.ts';

export async function readOutbox(deps: Deps, scope: Scope) {
  const waiting = await deps.store.read((db) => countJobs(db, scope, 'waiting'));
  const dead = await deps.store.read((db) => countJobs(db, scope, 'dead'));
  return {
    waiting: waiting.count, dead: dead.count,
    oldestWaitingAt: waiting.oldest === null ? null : new Date(waiting.oldest).toISOString(),
    mailVia: deps.config.smtpUrl ? 'smtp' as const : 'mailbox' as const,
  };
}
