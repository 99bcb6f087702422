/** What a browser keeps of a sign-in: useless anywhere else, because the key cannot be copied. */
export interface KeyRecord {
  readonly key: CryptoKeyPair;
  readonly refreshToken?: string | undefined;
  readonly sessionId?: string | undefined;
}

export interface KeyStore {
  /** False where the browser keeps nothing: the sign-in lasts as long as the page. Known after the first read. */
  readonly persistent: boolean;
  read(): Promise<KeyRecord | undefined>;
  write(record: KeyRecord): Promise<void>;
  remove(): Promise<void>;
}

const database = 'portico';
const table = 'sessions';

/** One record per API origin and business; in memory where IndexedDB is refused (private windows, some web views). */
export function openKeyStore(name: string): KeyStore {
  const memory = memoryKeyStore();
  let isBroken = !hasDatabase();

  async function kept<T>(mode: IDBTransactionMode, act: (records: IDBObjectStore) => IDBRequest, otherwise: () => Promise<T>): Promise<T> {
    if (isBroken) return otherwise();
    try {
      return await inDatabase(mode, act);
    } catch {
      isBroken = true;
      return otherwise();
    }
  }

  return {
    get persistent() { return !isBroken; },
    read: () => kept<KeyRecord | undefined>('readonly', (records) => records.get(name), () => memory.read()),
    async write(record) {
      // Also in memory: should the database fail later, this page stays signed in.
      await memory.write(record);
      await kept<unknown>('readwrite', (records) => records.put(record, name), async () => undefined);
    },
    async remove() {
      await memory.remove();
      await kept<unknown>('readwrite', (records) => records.delete(name), async () => undefined);
    },
  };
}

/** Where a browser keeps nothing for a site, even asking for the database is refused. */
function hasDatabase(): boolean {
  try {
    return typeof indexedDB !== 'undefined';
  } catch {
    return false;
  }
}

export function memoryKeyStore(): KeyStore {
  let record: KeyRecord | undefined;
  return {
    persistent: false,
    read: async () => record,
    write: async (next) => { record = next; },
    remove: async () => { record = undefined; },
  };
}

async function inDatabase<T>(mode: IDBTransactionMode, act: (records: IDBObjectStore) => IDBRequest): Promise<T> {
  const opening = indexedDB.open(database, 1);
  opening.addEventListener('upgradeneeded', () => { opening.result.createObjectStore(table); });
  const opened = await settled(opening);
  try {
    const transaction = opened.transaction(table, mode);
    const done = new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error));
    });
    const [result] = await Promise.all([settled(act(transaction.objectStore(table)) as IDBRequest<T>), done]);
    return result;
  } finally {
    opened.close();
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}
