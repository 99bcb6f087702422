import type { Deps } from '../deps.ts';
import { conflict } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import type { SealedFile } from '../effects/files/file-cipher.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import { masterKeyOf, openKey, sealKey, type KeyOwner } from './key-rules.ts';
import { fileKeysOf, findClientKey, insertClientKey, keysNotSealedBy, setUploadKey, setVersionKey, updateClientKey, type ClientKeyRow } from './key-store.ts';

type KeyDeps = Pick<Deps, 'config' | 'now' | 'randomBytes'>;

/** A key that should be there does not open: another master key, a destroyed key, or a row that was changed. */
export class KeyUnavailable extends Error {
  override readonly name = 'KeyUnavailable';
}

const clientOwner = ({ businessId, clientId, generation }: Pick<ClientKeyRow, 'businessId' | 'clientId' | 'generation'>): KeyOwner => ['client', businessId, clientId, String(generation)];
const textOwner = ({ businessId, clientId }: Pick<ClientKeyRow, 'businessId' | 'clientId'>): KeyOwner => ['text', businessId, clientId];
const versionOwner = (businessId: string, id: string): KeyOwner => ['version', businessId, id];
const masters = ({ config }: Pick<Deps, 'config'>): ReturnType<typeof masterKeyOf>[] => config.files.masterKeys.map((key) => masterKeyOf(key.reveal()));
const present = (deps: Pick<Deps, 'config'>): ReturnType<typeof masterKeyOf> => masters(deps)[0] ?? unavailable('there is no master key');

function unavailable(why: string): never {
  throw new KeyUnavailable(why);
}

function openClientKey(deps: Pick<Deps, 'config'>, row: ClientKeyRow): Buffer {
  if (row.sealedKey === '') unavailable('the key of this client was destroyed');
  const master = masters(deps).find(({ id }) => id === row.masterId) ?? unavailable(`the master key ${row.masterId} is not set: see PORTICO_FILE_KEY`);
  return openKey(master.key, clientOwner(row), row.sealedKey) ?? unavailable('the key of this client does not open');
}

/** A new key for one file, sealed with its client's, which is made when it is the first. */
export async function newFileKey(deps: KeyDeps, tx: WriteDb, { businessId }: Scope, clientId: string, id: string): Promise<string> {
  const row = await livingKey(deps, tx, businessId, clientId);
  return sealKey(openClientKey(deps, row), versionOwner(businessId, id), deps.randomBytes(32), deps.randomBytes);
}

async function livingKey(deps: KeyDeps, tx: WriteDb, businessId: string, clientId: string): Promise<ClientKeyRow> {
  const row = await findClientKey(tx, { businessId }, clientId) ?? await newClientKey(deps, tx, businessId, clientId);
  if (row.sealedKey === '') throw conflict('The files of this client were erased for good. Add them as a new client to keep new ones.');
  return row;
}

async function newClientKey(deps: KeyDeps, tx: WriteDb, businessId: string, clientId: string): Promise<ClientKeyRow> {
  const master = present(deps);
  const unsealed = { businessId, clientId, generation: 1, masterId: master.id, textKey: null, createdAt: deps.now() };
  const row = { ...unsealed, sealedKey: sealKey(master.key, clientOwner(unsealed), deps.randomBytes(32), deps.randomBytes) };
  await insertClientKey(tx, row);
  return row;
}

interface KeyedFile { readonly businessId: string; readonly clientId: string; readonly id: string; readonly sealedKey: string; readonly size: number }

/** What opens one file. Throws `KeyUnavailable`. */
export const openFileKey = (deps: Pick<Deps, 'config'>, db: ReadDb, file: KeyedFile): Promise<SealedFile> => fileKeysFor(deps, db)(file);

/** The same for several files: the key of their client is opened once. */
export function fileKeysFor(deps: Pick<Deps, 'config'>, db: ReadDb): (file: KeyedFile) => Promise<SealedFile> {
  const opened = new Map<string, Buffer>();
  return async (file) => {
    const known = opened.get(file.clientId) ?? openClientKey(deps, await findClientKey(db, file, file.clientId) ?? unavailable('this client has no key'));
    opened.set(file.clientId, known);
    const key = openKey(known, versionOwner(file.businessId, file.id), file.sealedKey) ?? unavailable('the key of this file does not open');
    return { key, owner: `${file.businessId} ${file.id}`, size: file.size };
  };
}

/** What seals the texts about a client's documents; made when it is the first. */
export async function newTextKey(deps: KeyDeps, tx: WriteDb, { businessId }: Pick<Scope, 'businessId'>, clientId: string): Promise<Buffer> {
  const row = await livingKey(deps, tx, businessId, clientId);
  if (row.textKey !== null) return textKeyIn(deps, row);
  const key = Buffer.from(deps.randomBytes(32));
  await updateClientKey(tx, row, { textKey: sealKey(openClientKey(deps, row), textOwner(row), key, deps.randomBytes) });
  return key;
}

/** What opens them. Throws `KeyUnavailable`. */
export async function openTextKey(deps: Pick<Deps, 'config'>, db: ReadDb, scope: Pick<Scope, 'businessId'>, clientId: string): Promise<Buffer> {
  return textKeyIn(deps, await findClientKey(db, scope, clientId) ?? unavailable('this client has no key'));
}

const textKeyIn = (deps: Pick<Deps, 'config'>, row: ClientKeyRow): Buffer =>
  openKey(openClientKey(deps, row), textOwner(row), row.textKey ?? '') ?? unavailable('the text key of this client does not open');

/** A new key for a client: what it seals is sealed anew, the files stay as they are. Answers how many keys that were. */
export async function rotateClientKey(deps: KeyDeps, tx: WriteDb, scope: Pick<Scope, 'businessId'>, clientId: string): Promise<number> {
  const row = await findClientKey(tx, scope, clientId);
  if (!row || row.sealedKey === '') return 0;
  const [before, after] = [openClientKey(deps, row), deps.randomBytes(32)];
  const again = ({ id, sealedKey }: { id: string; sealedKey: string }): { id: string; sealedKey: string } => {
    const owner = versionOwner(scope.businessId, id);
    return { id, sealedKey: sealKey(after, owner, openKey(before, owner, sealedKey) ?? unavailable(`the key of ${id} does not open`), deps.randomBytes) };
  };
  const { versions, uploads } = await fileKeysOf(tx, scope, clientId);
  for (const version of versions) if (version.sealedKey !== '') await setVersionKey(tx, scope, again(version));
  for (const upload of uploads) await setUploadKey(tx, scope, again(upload));
  const textKey = row.textKey === null ? null : sealKey(after, textOwner(row), textKeyIn(deps, row), deps.randomBytes);
  const master = present(deps);
  const renewed = { businessId: scope.businessId, clientId, generation: row.generation + 1 };
  await updateClientKey(tx, row, { ...renewed, masterId: master.id, textKey, sealedKey: sealKey(master.key, clientOwner(renewed), after, deps.randomBytes), createdAt: deps.now() });
  return versions.length + uploads.length;
}

/** Destroys what opens a client's files; every copy of them, in backups too, is noise from here on. */
export const destroyClientKey = (tx: WriteDb, { businessId }: Pick<Scope, 'businessId'>, clientId: string): Promise<void> =>
  updateClientKey(tx, { businessId, clientId }, { sealedKey: '', masterId: '', textKey: null });

const batch = 200;

/** After a change of the master key: seals the clients' keys with the present one. Answers how many. */
export async function resealClientKeys(deps: Pick<Deps, 'config' | 'store' | 'randomBytes'>): Promise<number> {
  const master = present(deps);
  for (let count = 0; ;) {
    const rows = await deps.store.write(async (tx) => {
      const found = await keysNotSealedBy(tx, master.id, batch);
      for (const row of found) await updateClientKey(tx, row, { masterId: master.id, sealedKey: sealKey(master.key, clientOwner(row), openClientKey(deps, row), deps.randomBytes) });
      return found.length;
    });
    count += rows;
    if (rows < batch) return count;
  }
}
