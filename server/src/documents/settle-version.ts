import type { Deps } from '../deps.ts';
import { systemScope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { NewJob } from '../jobs/enqueue.ts';
import { enqueue } from '../jobs/enqueue.ts';
import type { RunJob } from '../jobs/worker.ts';
import { factsOf, publish } from './document-events.ts';
import { memoryOf } from './document-memory.ts';
import { findDocument, findVersionById, updateVersion, type VersionRow } from './document-store.ts';
import { reopen } from './requests/answer-request.ts';
import { searchJobs } from './search/index-document.ts';
import { contentOf, keepContent } from './stored-content.ts';

/** A scanner that is down comes back; a day of trying, then the console shows it with a button. */
export const settleJob = (businessId: string, versionId: string): NewJob =>
  ({ businessId, kind: 'document.settle', payload: { versionId }, about: `version:${versionId}`, dedupeKey: `settle:${versionId}`, maxAttempts: 12 });

export const removeJob = (businessId: string, fileName: string): NewJob => ({ businessId, kind: 'file.remove', payload: { fileName }, dedupeKey: `remove:${fileName}`, maxAttempts: 20 });

/** What happens to a version after it came: somebody looks for viruses, then it goes to the store. */
const settle: RunJob = async (deps, { businessId }, { versionId }) => {
  const { settling } = memoryOf(deps);
  const id = String(versionId);
  let running = settling.get(id);
  if (!running) settling.set(id, (running = settleVersion(deps, businessId, id).finally(() => settling.delete(id))));
  await running;
};

async function settleVersion(deps: Deps, businessId: string, id: string): Promise<void> {
  const find = (): Promise<VersionRow | undefined> => deps.store.read((db) => findVersionById(db, { businessId }, id));
  let version = await find();
  if (version?.state === 'quarantined') {
    await lookForViruses(deps, version);
    version = await find();
  }
  if (version?.state !== 'available' || version.place !== 'incoming') return;
  const { fileName } = version;
  await keepContent(deps, version);
  const isStill = await deps.store.write(async (tx) => {
    await updateVersion(tx, { businessId }, id, { place: 'store' });
    return await findVersionById(tx, { businessId }, id) !== undefined;
  });
  // Deleted while it was on its way: whoever deleted it may have looked too early.
  if (!isStill) await deps.files.remove(fileName);
  await deps.incoming.remove(fileName);
}

/** Fails closed: whatever is not an answer leaves the version where it is, and the job tries again. */
async function lookForViruses(deps: Deps, version: VersionRow): Promise<void> {
  const result = await deps.scanner.scan(contentOf(deps, version));
  const scope = systemScope(version.businessId);
  await deps.store.write(async (tx) => {
    const document = await findDocument(tx, scope, version.documentId);
    const now = await findVersionById(tx, scope, version.id);
    // Deleted, or settled, while we looked.
    if (!document || now?.state !== 'quarantined') return;
    if (result.clean) {
      await updateVersion(tx, scope, version.id, { state: 'available' });
      await publish(deps, tx, scope, document, version);
      return;
    }
    await updateVersion(tx, scope, version.id, { state: 'refused', refusal: result.found, place: 'gone', sealedKey: '' });
    await reopen(tx, scope, document.id);
    await enqueue(deps, tx, removeJob(version.businessId, version.fileName));
    await record(deps, tx, scope, { type: 'document.refused', subjectId: document.id, clientId: document.clientId, payload: { ...factsOf(document, version), found: result.found } });
  });
}

/** Wherever it was: a hand-over may have been under way. */
const remove: RunJob = async (deps, _, { fileName }) => {
  await deps.incoming.remove(String(fileName));
  await deps.files.remove(String(fileName));
};

export const documentJobs: Readonly<Record<string, RunJob>> = { 'document.settle': settle, 'file.remove': remove, ...searchJobs };
