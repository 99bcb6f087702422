import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';

export interface Migrated {
  readonly applied: readonly string[];
}

/**
 * Applies the committed migrations that are missing, each in its own transaction, then re-creates the triggers:
 * a table rebuild drops them silently. Refuses a database that a newer version has written.
 */
export function migrate(path: string, folder: URL): Migrated {
  const db = new Sqlite(path, { timeout: 5000 });
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('foreign_keys = OFF');
    db.exec('CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL)');
    const done = new Map(db.prepare<[], { name: string; sha256: string }>('SELECT name, sha256 FROM migrations').all().map((row) => [row.name, row.sha256]));
    const files = readdirSync(folder).filter((name) => name.endsWith('.sql')).sort();
    refuseUnknown(done, files);
    const applied = files.filter((name) => applyOne(db, folder, name, done.get(name)));
    db.exec(readFileSync(new URL('./objects.sql', import.meta.url), 'utf8'));
    const broken = db.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`${broken.length} rows point at rows that do not exist: restore the last backup and report this.`);
    return { applied };
  } finally {
    db.close();
  }
}

function refuseUnknown(done: ReadonlyMap<string, string>, files: readonly string[]): void {
  const unknown = [...done.keys()].find((name) => !files.includes(name));
  if (unknown) throw new Error(`This database was written by a newer version (migration ${unknown}): update Portico.`);
}

function applyOne(db: Sqlite.Database, folder: URL, name: string, known: string | undefined): boolean {
  const text = readFileSync(new URL(name, folder), 'utf8');
  const sha256 = createHash('sha256').update(text).digest('hex');
  if (known !== undefined) {
    if (known !== sha256) throw new Error(`Migration ${name} was changed after it had run: restore its committed text.`);
    return false;
  }
  db.transaction(() => {
    db.exec(text);
    db.prepare('INSERT INTO migrations (name, sha256) VALUES (?, ?)').run(name, sha256);
  })();
  return true;
}
