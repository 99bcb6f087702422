import type { EventPayload } from '@portico/contract/events.ts';
import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { WriteDb } from '../storage/store.ts';
import { bringerOf } from './bringer.ts';
import { latestAvailable, updateDocument, type DocumentRow, type VersionRow } from './document-store.ts';
import { reviewNewVersion } from './review/ask-for-review.ts';
import { indexLater } from './search/index-document.ts';

export const factsOf = (document: Pick<DocumentRow, 'id' | 'name' | 'category'>, version: Pick<VersionRow, 'number' | 'actor'>): EventPayload<'document.added'> =>
  ({ documentId: document.id, name: document.name, category: document.category, version: version.number, by: bringerOf(version.actor) });

/** A version can be opened from now on: it becomes the one that opens, unless a later one is already. */
export async function publish(deps: Deps, tx: WriteDb, scope: Scope, document: DocumentRow, version: VersionRow): Promise<void> {
  const current = await latestAvailable(tx, scope, document.id);
  await updateDocument(tx, scope, document.id, { current, changedAt: deps.now() });
  await indexLater(deps, tx, scope.businessId, document.id);
  const about = { subjectId: document.id, clientId: document.clientId };
  if (version.number === 1) await record(deps, tx, scope, { type: 'document.added', ...about, payload: factsOf(document, version) });
  else await record(deps, tx, scope, { type: 'document.version_added', ...about, payload: { ...factsOf(document, version), note: version.note } });
  await reviewNewVersion(deps, tx, scope, document, { number: current ?? version.number, actor: version.actor });
}
