import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { toDbError } from './sqlite-errors.ts';
import { refusalOf } from './store.ts';

const db = new Sqlite(':memory:');
db.exec(`
  PRAGMA foreign_keys = ON;
  CREATE TABLE parents (id TEXT PRIMARY KEY, name TEXT UNIQUE);
  CREATE TABLE children (parent TEXT NOT NULL REFERENCES parents (id), age INTEGER CHECK (age < 10));
  CREATE TRIGGER no_overlap BEFORE INSERT ON parents WHEN NEW.id = 'overlapping' BEGIN SELECT RAISE(ABORT, 'overlap'); END;
  CREATE TRIGGER no_other BEFORE INSERT ON parents WHEN NEW.id = 'other' BEGIN SELECT RAISE(ABORT, 'another rule'); END;
  INSERT INTO parents VALUES ('a', 'Ann');
`);

function refused(statement: string): unknown {
  try {
    db.exec(statement);
  } catch (error) {
    return error;
  }
  throw new Error(`not refused: ${statement}`);
}

describe('a refusal of SQLite, in words of ours', () => {
  it.each([
    ['unique', "INSERT INTO parents VALUES ('a', 'Bob')"],
    ['unique', "INSERT INTO parents VALUES ('b', 'Ann')"],
    ['foreign_key', "INSERT INTO children VALUES ('nobody', 1)"],
    ['check', "INSERT INTO children VALUES ('a', 11)"],
    ['check', 'INSERT INTO children VALUES (NULL, 1)'],
    ['overlap', "INSERT INTO parents VALUES ('overlapping', 'Eve')"],
    ['other', "INSERT INTO parents VALUES ('other', 'Eve')"],
    ['other', 'SELECT * FROM nowhere'],
  ])('%s: %s', (kind, statement) => {
    const source = refused(statement);
    const error = toDbError(source);
    expect(refusalOf(error)).toBe(kind);
    expect((error as Error).cause).toBe(source);
  });

  it('is found however deep it was wrapped, and told once', () => {
    const wrapped = new Error('failed query', { cause: new Error('inner', { cause: refused("INSERT INTO parents VALUES ('a', 'Bob')") }) });
    const error = toDbError(wrapped);
    expect(refusalOf(error)).toBe('unique');
    expect(toDbError(error)).toBe(error);
    expect(refusalOf(new Error('wrapped again', { cause: error }))).toBe('unique');
  });

  it('is nothing that the database did not say', () => {
    const mine = new Error('mine');
    expect(toDbError(mine)).toBe(mine);
    expect(toDbError('text')).toBe('text');
    expect(toDbError(Object.assign(new Error('file'), { code: 'ENOENT' }))).toMatchObject({ code: 'ENOENT' });
    expect([refusalOf(mine), refusalOf('text'), refusalOf(undefined)]).toEqual([undefined, undefined, undefined]);
  });
});
