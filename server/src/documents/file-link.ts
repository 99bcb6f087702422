import type { FileLink, LinkInput } from '@portico/contract/documents/document.ts';
import type { Deps } from '../deps.ts';
import { DomainError, notFound } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import { findVersion } from './document-store.ts';
import { linkLife, signTicket } from './link-rules.ts';
import { findForStaff, findOwn, type Found } from './read-document.ts';
import { rightOf } from './right-rules.ts';
import { checkOpens } from './version-rules.ts';

/** An address for one version, a minute long, for whoever asks here and now. */
export async function makeLink(deps: Deps, scope: Scope, id: string, { version: wanted }: LinkInput): Promise<FileLink> {
  const isClient = scope.role === 'client';
  const personId = isClient ? scope.contactId : scope.staffId;
  const { sessionId, businessId } = scope;
  if (personId === undefined || sessionId === undefined) throw notFound();
  const { version, name } = await deps.store.read(async (db) => openable(db, scope, await (isClient ? findOwn : findForStaff)(db, scope, id), wanted));
  const until = deps.now() + linkLife;
  const token = signTicket(deps.config.keys.codes.reveal(), { businessId, subjectId: id, version, kind: isClient ? 'client' : 'staff', personId, sessionId }, until);
  return { url: `${deps.config.publicUrl}/v1/files/${token}`, name, expiresAt: new Date(Math.floor(until / 1000) * 1000).toISOString() };
}

/** Says why a version does not open: to somebody who may know that it is there. */
async function openable(db: Parameters<Parameters<Deps['store']['read']>[0]>[0], scope: Scope, { document, paper }: Found, wanted: number | undefined): Promise<{ version: number; name: string }> {
  if (paper) {
    if (wanted !== undefined && wanted !== 1) throw notFound();
    return { version: 0, name: `${paper.number}.pdf` };
  }
  if (scope.role === 'client' && !rightOf(document).download) throw new DomainError('forbidden', 'You may look at this document, but not take it away.');
  const version = await findVersion(db, scope, document.id, wanted ?? document.current ?? document.latest);
  checkOpens(scope, version);
  return { version: version.number, name: version.name };
}
