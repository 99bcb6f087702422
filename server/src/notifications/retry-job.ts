import type { Deps } from '../deps.ts';
import { conflict, notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import { findJob, reviveJob } from '../jobs/job-store.ts';
import type { WriteDb } from '../storage/store.ts';
import { toJob } from './job-view.ts';

export async function retryJob(deps: Deps, tx: WriteDb, scope: Scope, id: string) {
  requireStaff(scope, 'admin');
  const job = await findJob(tx, scope, id);
  if (!job) throw notFound();
  const revived = await reviveJob(tx, scope, id, deps.now());
  if (!revived) throw conflict('This work is done or running: there is nothing to try again.');
  await record(deps, tx, scope, { type: 'job.retried', subjectId: id, payload: { jobId: id, kind: job.kind } });
  return await toJob(tx, scope, revived);
}
