import { Job, JobPage, JobQuery, MailPage, MailQuery, Outbox } from '@portico/contract/notifications.ts';
import { z } from 'zod';
import { Id } from '@portico/contract/primitives.ts';
import type { Deps } from '../deps.ts';
import { route, writeRoute, type DeclaredRoute } from '../http/route.ts';
import { listJobs } from './list-jobs.ts';
import { listMails } from './list-mails.ts';
import { readOutbox } from './read-outbox.ts';
import { retryJob } from './retry-job.ts';

const ById = z.strictObject({ id: Id });

export function notificationRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    route({ method: 'get', path: '/v1/console/outbox', access: 'member', summary: 'Is everything leaving that should leave?', output: Outbox },
      ({ scope }) => readOutbox(deps, scope)),
    route({ method: 'get', path: '/v1/console/mails', access: 'member', summary: 'Mails, newest first', query: MailQuery, output: MailPage },
      ({ scope, query }) => listMails(deps, scope, query)),
    route({ method: 'get', path: '/v1/console/jobs', access: 'member', summary: 'Outgoing work, newest first', query: JobQuery, output: JobPage },
      ({ scope, query }) => listJobs(deps, scope, query)),
    writeRoute({ method: 'post', path: '/v1/console/jobs/{id}/retry', access: 'admin', summary: 'Try a job again now', params: ById, output: Job },
      ({ scope, params }, tx) => retryJob(deps, tx, scope, params.id)),
  ];
}
