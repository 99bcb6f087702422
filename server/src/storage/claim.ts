import Sqlite from 'better-sqlite3';

/**
 * Makes this process the one server of a database, until it ends, however it ends: the lock is the operating system's.
 * Throttles, rate limits and used proofs live in one server's memory, and at its start every lease is taken as nobody's;
 * a second server would double the first and undo the last. Undefined: another one has it, `patienceMs` later still.
 */
export function claimDatabase(databasePath: string, patienceMs: number): (() => void) | undefined {
  const lock = new Sqlite(`${databasePath}.server`, { timeout: patienceMs });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return () => lock.close();
  } catch (error) {
    lock.close();
    if (error instanceof Sqlite.SqliteError && error.code === 'SQLITE_BUSY') return undefined;
    throw error;
  }
}
