import type { Deps } from '../../deps.ts';
import { findBusiness } from '../../business/public.ts';
import { systemScope, type Scope } from '../../domain/scope.ts';
import { DamagedFile } from '../../effects/files/file-cipher.ts';
import { enqueue, type NewJob } from '../../jobs/enqueue.ts';
import type { RunJob } from '../../jobs/worker.ts';
import type { WriteDb } from '../../storage/store.ts';
import { KeyUnavailable, openFileKey } from '../client-keys.ts';
import { findDocument, findVersion, type VersionRow } from '../document-store.ts';
import { contentOf } from '../stored-content.ts';
import { saidOf, type Said } from './extract/said.ts';
import { extract } from './extract/extract.ts';
import { fileKind } from './extract/file-kind.ts';
import { limits } from './extract/limits.ts';
import { readPictures } from './extract/pictures/read-pictures.ts';
import { plainText } from './extract/plain-text.ts';
import { wordsFor } from './extract/unreadable.ts';
import { indexRows } from './index-rows.ts';
import { deleteIndexRows, findText, insertIndexRows } from './index-store.ts';
import { openText, sealText } from './text-cipher.ts';
import { indexKeyOf, type IndexKey } from './word-hash.ts';

/** Brings the index up to what a document is when the job runs. */
const indexJob = (businessId: string, documentId: string): NewJob => ({ businessId, kind: 'document.index', payload: { documentId }, about: `document:${documentId}`, maxAttempts: 6 });

export const indexLater = async (deps: Pick<Deps, 'now' | 'newId'>, tx: WriteDb, businessId: string, documentId: string): Promise<void> => { await enqueue(deps, tx, indexJob(businessId, documentId)); };

export const presentIndexKey = ({ config }: Pick<Deps, 'config'>, businessId: string): IndexKey => {
  const [master] = config.files.masterKeys;
  if (!master) throw new KeyUnavailable('there is no master key');
  return indexKeyOf(master.reveal(), businessId);
};

/** Pictures are read when nothing else is to be done: it takes seconds a page. */
const pictureJob = (businessId: string, documentId: string, versionId: string): NewJob => ({ businessId, kind: 'document.read_pictures', payload: { documentId, versionId }, about: `document:${documentId}`, maxAttempts: 3 });

const index: RunJob = async (deps, { businessId }, { documentId }) => {
  const scope = systemScope(businessId);
  const version = await findCurrent(deps, scope, String(documentId));
  if (!version) return;
  const said = await readContent(deps, version);
  const hasPictures = 'text' in said ? said.hasPictures : said.why === 'pictures';
  // Renamed: what its pictures say was read before.
  const known = hasPictures ? await readBefore(deps, scope, version) : undefined;
  await keep(deps, scope, version, known ?? said, hasPictures && !known);
};

const readPicturesOf: RunJob = async (deps, { businessId }, { documentId, versionId }) => {
  const scope = systemScope(businessId);
  const version = await findCurrent(deps, scope, String(documentId));
  if (!version || version.id !== versionId) return;
  const lang = (await deps.store.read((db) => findBusiness(db, businessId)))?.lang ?? '';
  const said = await orDamaged(() => readPictures(() => contentOf(deps, version), lang));
  await keep(deps, scope, version, said, false);
};

const findCurrent = (deps: Deps, scope: Scope, id: string): Promise<VersionRow | undefined> => deps.store.read(async (db) => {
  const document = await findDocument(db, scope, id);
  return document?.current ? await findVersion(db, scope, id, document.current) : undefined;
});

/** What was read from the pictures of this version, sealed beside it. */
async function readBefore(deps: Deps, scope: Scope, version: VersionRow): Promise<Said | undefined> {
  return deps.store.read(async (db) => {
    const row = await findText(db, scope, version.documentId);
    if (row?.versionId !== version.id || row.reach === 'name') return undefined;
    const { text } = openText(await openFileKey(deps, db, version), row.sealed);
    const said = saidOf(text);
    return 'text' in said ? { ...said, isWhole: row.reach === 'whole' } : undefined;
  });
}

async function keep(deps: Deps, scope: Scope, version: VersionRow, said: Said, readsPicturesLater: boolean): Promise<void> {
  const { businessId } = scope;
  const key = presentIndexKey(deps, businessId);
  const file = await deps.store.read((db) => openFileKey(deps, db, version)).catch(goneWithKey);
  if (!file) return;
  const read = 'text' in said ? said : { text: '', bounds: [], words: [], isWhole: true };
  const sealed = sealText(file, read, deps.randomBytes(12));
  await deps.store.write(async (tx) => {
    const document = await findDocument(tx, scope, version.documentId);
    // Deleted, or a later version came while we read: that one has a job of its own.
    if (document?.current !== version.number) return;
    await deleteIndexRows(tx, scope, document.id);
    await insertIndexRows(tx, {
      businessId, clientId: document.clientId, documentId: document.id, versionId: version.id, masterId: key.masterId, sealed, indexedAt: deps.now(),
      reach: 'why' in said ? 'name' : said.isWhole ? 'whole' : 'beginning', why: 'why' in said ? wordsFor[said.why] : said.isWhole ? '' : 'Only the beginning of its content is searched; it is very long.',
    }, indexRows(key, document.name, version.note, read.words));
    if (readsPicturesLater) await enqueue(deps, tx, pictureJob(businessId, document.id, version.id));
  });
}

const goneWithKey = (error: unknown): undefined => {
  if (!(error instanceof KeyUnavailable)) throw error;
};

const smallText = 32_768;

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** What a child process reads; a file that cannot be read for good is found by its name. */
async function readContent(deps: Deps, version: VersionRow): Promise<Said> {
  if (version.size > limits.fileBytes) return { why: 'too_large' };
  const isText = /^text\/|^application\/json$|^message\/rfc822$/.test(version.mediaType);
  return orDamaged(async () => {
    const start = await whole(contentOf(deps, version, { start: 0, end: Math.min(version.size, smallText) }));
    const kind = fileKind(start, isText);
    if (kind === undefined) return { why: 'unknown_kind' };
    if (kind === 'picture') return { why: 'pictures' };
    // A short plain text is only decoded: nothing in it can do harm, and a process would take longer.
    if (kind === 'text' && version.size <= smallText) return saidOf(plainText(start));
    return extract(() => contentOf(deps, version), isText);
  });
}

async function orDamaged(read: () => Promise<Said>): Promise<Said> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DamagedFile || error instanceof KeyUnavailable) return { why: 'damaged' };
    throw error;
  }
}

export const searchJobs: Readonly<Record<string, RunJob>> = { 'document.index': index, 'document.read_pictures': readPicturesOf };

export const presentMasterId = (deps: Pick<Deps, 'config'>): string => presentIndexKey(deps, '').masterId;
