import { DbError, refusalOf, type DbErrorKind } from './store.ts';

const kindOfCode: Readonly<Record<string, DbErrorKind>> = {
  SQLITE_CONSTRAINT_UNIQUE: 'unique',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'unique',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'foreign_key',
  SQLITE_CONSTRAINT_CHECK: 'check',
  SQLITE_CONSTRAINT_NOTNULL: 'check',
  SQLITE_BUSY: 'busy',
  SQLITE_BUSY_SNAPSHOT: 'busy',
};

/** Drizzle wraps the driver's error; the cause carries SQLite's code. Errors that are not the database's pass unchanged. */
export function toDbError(error: unknown): unknown {
  if (refusalOf(error)) return error;
  const source = sqliteCause(error);
  if (!source) return error;
  if (source.code === 'SQLITE_CONSTRAINT_TRIGGER' && source.message.includes('overlap')) return new DbError('overlap', 'the time is taken', { cause: error });
  if (source.code === 'SQLITE_CONSTRAINT_TRIGGER' && source.message.includes('package exhausted')) return new DbError('exhausted', 'nothing is left', { cause: error });
  return new DbError(kindOfCode[source.code] ?? 'other', source.message, { cause: error });
}

function sqliteCause(error: unknown): { code: string; message: string } | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && at.code.startsWith('SQLITE_')) return { code: at.code, message: at.message };
  }
  return undefined;
}
