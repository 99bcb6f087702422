import { AsyncLocalStorage } from 'node:async_hooks';
import Sqlite from 'better-sqlite3';
import { statSync } from 'node:fs';
import { groupCommit } from './group-commit.ts';
import { giveMemory } from './read-memory.ts';
import { asyncDrizzle } from './sqlite-driver.ts';
import { toDbError } from './sqlite-errors.ts';
import type { ReadDb, Store, WriteDb } from './store.ts';

type Connection = Sqlite.Database;

interface Transaction {
  live: boolean;
}

export interface SqliteOptions {
  /** How long to wait for another process that is writing: the keeper's tool. */
  readonly busyTimeoutMs?: number;
}

/**
 * better-sqlite3 is synchronous and drizzle's own `transaction` runs awaited work after the rollback, so: one writer
 * connection, a queue, BEGIN IMMEDIATE, and drizzle's proxy driver, whose async calls read the same on PostgreSQL.
 */
export function openSqlite(path: string, { busyTimeoutMs = 5000 }: SqliteOptions = {}): Store {
  const writer = openConnection(path, busyTimeoutMs);
  const reader = openConnection(path, busyTimeoutMs);
  reader.pragma('query_only = ON');
  const inside = new AsyncLocalStorage<Transaction>();
  const listeners = new Set<() => void>();
  const commits = groupCommit(writer, () => { for (const listener of listeners) listener(); });

  const readDb = asyncDrizzle(reader, () => undefined);
  const dataVersion = reader.prepare('PRAGMA data_version').pluck();
  giveMemory(readDb, () => dataVersion.get());
  const writeDb = asyncDrizzle(writer, () => {
    if (inside.getStore()?.live !== true) throw new Error('a transaction handle was used outside its transaction');
  });

  async function run<Result>(work: (tx: WriteDb) => Promise<Result>): Promise<Result> {
    const transaction: Transaction = { live: true };
    try {
      // A query that is only built runs when it is awaited: that must be in here too.
      return await inside.run(transaction, async () => work(writeDb));
    } catch (error) {
      throw toDbError(error);
    } finally {
      transaction.live = false;
    }
  }

  return {
    read: (work) => work(readDb as ReadDb),
    write(work) {
      if (inside.getStore()?.live) return Promise.reject(new Error('a transaction inside a transaction would wait for itself'));
      return commits.add(() => run(work));
    },
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    // 0x10002: every table may be looked at, not only those that this connection has asked for.
    tune: () => commits.add(async () => { writer.pragma('optimize = 0x10002'); }),
    check: async () => {
      reader.prepare('SELECT 1').get();
      await commits.idle();
      assertDurable(writer);
    },
    async backUp(target) {
      await writer.backup(target);
      return statSync(target).size;
    },
    async close() {
      await commits.idle();
      reader.close();
      writer.pragma('wal_checkpoint(TRUNCATE)');
      writer.close();
    },
  };
}

function openConnection(path: string, timeout: number): Connection {
  const connection = new Sqlite(path, { timeout });
  connection.pragma('journal_mode = WAL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('secure_delete = ON');
  // The driver's default loses acknowledged commits on power loss, and says so only after the first write.
  connection.pragma('synchronous = FULL');
  // Copying the log into the file costs two flushes, and the same hot pages each time: every 16 MB instead of every 4.
  connection.pragma('wal_autocheckpoint = 4000');
  assertVersion(connection);
  return connection;
}

/** SQLite before 3.51.3 can corrupt a WAL database when a checkpoint races a commit. */
function assertVersion(connection: Connection): void {
  const version = connection.prepare('SELECT sqlite_version()').pluck().get() as string;
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (major * 1_000_000 + minor * 1000 + patch < 3_051_003) throw new Error(`SQLite ${version} is too old: 3.51.3 or newer is needed.`);
}

/** Must be asked after a write: before it, the pragma reports a value that SQLite then does not use. */
function assertDurable(connection: Connection): void {
  if (connection.pragma('synchronous', { simple: true }) !== 2) throw new Error('SQLite is not running with synchronous=FULL.');
}
