import Sqlite from 'better-sqlite3';

/** Throws when the file is not a whole database. */
export function assertSound(path: string): void {
  const copy = new Sqlite(path, { readonly: true });
  try {
    if (copy.pragma('integrity_check', { simple: true }) !== 'ok') throw new Error(`${path} is damaged: use another copy.`);
  } finally {
    copy.close();
  }
}
