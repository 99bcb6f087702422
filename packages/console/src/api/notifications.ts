import type { AuditEntry } from '@portico/contract/events.ts';
import type { Job, JobPage, MailPage, Outbox } from '@portico/contract/notifications.ts';
import { source, type Source } from './cache.ts';
import { post, withQuery } from './http.ts';

export interface AuditPage {
  readonly items: readonly AuditEntry[];
  readonly nextCursor: string | null;
}

export const outbox = source<Outbox>('outbox');
export const mails = (state?: string, cursor?: string): Source<MailPage> => source(withQuery('mails', { state, cursor }));
export const jobs = (state?: string, cursor?: string): Source<JobPage> => source(withQuery('jobs', { state, cursor }));
export const retryJob = (id: string): Promise<Job> => post(`jobs/${id}/retry`);
export const audit = (cursor?: string): Source<AuditPage> => source(withQuery('audit', { cursor }));
