import type { Deps } from '../deps.ts';
import { pageBy } from '../domain/page.ts';
import type { Scope } from '../domain/scope.ts';
import { newestMails, type MailRow } from './mail-store.ts';

export async function listMails(deps: Deps, scope: Scope, query: { limit: number; cursor?: string | undefined; state?: MailRow['state'] | undefined }) {
  const rows = await deps.store.read((db) => newestMails(db, scope, { state: query.state, before: query.cursor, limit: query.limit + 1 }));
  return pageBy(rows, query.limit, (row) => row.id, (row) => ({
    id: row.id, to: row.toAddress, subject: row.subject, state: row.state, createdAt: new Date(row.createdAt).toISOString(),
    sentAt: row.sentAt === null ? null : new Date(row.sentAt).toISOString(), lastError: row.lastError, attempts: row.attempts, jobId: row.jobId,
  }));
}
