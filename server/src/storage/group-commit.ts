import type Sqlite from 'better-sqlite3';
import { toDbError } from './sqlite-errors.ts';
import { DbError } from './store.ts';

/** Writes in their turn, several to one flush. */
export interface GroupCommit {
  /** Settles when the write is on the disk, or is undone. */
  add<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Resolves when what was added before is settled. */
  idle(): Promise<unknown>;
}

interface Waiting {
  readonly work: () => Promise<unknown>;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/** So many writes wait for one another's flush at most; other processes wait for the lock as long. */
const most = 32;

/**
 * One writer at a time, each in a savepoint of its own; those that wait together share one BEGIN IMMEDIATE and one
 * COMMIT, whose flush is what a small write mostly costs. One that fails is undone alone. Nobody hears of success, and
 * no other connection sees a row, before the flush.
 */
export function groupCommit(writer: Sqlite.Database, committed: () => void): GroupCommit {
  const begin = writer.prepare('BEGIN IMMEDIATE');
  const commit = writer.prepare('COMMIT');
  const save = writer.prepare('SAVEPOINT one');
  const keep = writer.prepare('RELEASE one');
  const undo = writer.prepare('ROLLBACK TO one');
  const isDeferred = writer.prepare('PRAGMA defer_foreign_keys').pluck();
  const queue: Waiting[] = [];
  let running: Promise<void> | undefined;

  /** Answers how to tell the caller, once the group is on the disk. */
  async function attempt({ work, resolve, reject }: Waiting): Promise<{ isKept: boolean; told(): void }> {
    save.run();
    try {
      const result = await work();
      if (isDeferred.get() === 1) checkForeignKeys(writer);
      keep.run();
      return { isKept: true, told: () => resolve(result) };
    } catch (error) {
      // SQLite ends the whole transaction on the gravest errors, such as a full disk.
      if (!writer.inTransaction) throw error;
      undo.run();
      keep.run();
      return { isKept: false, told: () => reject(error) };
    }
  }

  async function runGroup(): Promise<void> {
    const taken: Waiting[] = [];
    try {
      begin.run();
      const tell: (() => void)[] = [];
      let kept = 0;
      for (let next = queue.shift(); next; next = taken.length < most ? queue.shift() : undefined) {
        taken.push(next);
        const { isKept, told } = await attempt(next);
        tell.push(told);
        if (isKept) kept += 1;
      }
      commit.run();
      for (const told of tell) told();
      if (kept > 0) committed();
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK');
      // BEGIN itself was refused: another process held the lock too long.
      if (taken.length === 0) taken.push(...queue.splice(0, most));
      for (const { reject } of taken) reject(toDbError(error));
    }
  }

  async function runAll(): Promise<void> {
    // One turn of the event loop: requests that have arrived together come along.
    await new Promise<void>((resolve) => { setImmediate(resolve); });
    while (queue.length > 0) await runGroup();
    // In the same breath as the last look, so that nobody joins a queue that nobody serves.
    running = undefined;
  }

  return {
    add: <Result>(work: () => Promise<Result>) => new Promise<Result>((resolve, reject) => {
      queue.push({ work, resolve: resolve as (result: unknown) => void, reject });
      running ??= runAll();
    }),
    idle: () => running ?? Promise.resolve(),
  };
}

/**
 * A write that put its foreign keys off answers for them itself: SQLite would ask at the COMMIT, where all the others
 * of the group would fall with it.
 */
function checkForeignKeys(writer: Sqlite.Database): void {
  const broken = writer.pragma('foreign_key_check') as readonly { readonly table: string }[];
  writer.pragma('defer_foreign_keys = OFF');
  if (broken.length > 0) throw new DbError('foreign_key', `FOREIGN KEY constraint failed in ${broken[0]?.table}`);
}
