import Sqlite from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { groupCommit, type GroupCommit } from './group-commit.ts';

let folder: string;
let writer: Sqlite.Database;
let reader: Sqlite.Database;
let commits: GroupCommit;
let committed: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-commit-'));
  writer = new Sqlite(join(folder, 'x.db'), { timeout: 0 });
  writer.pragma('journal_mode = WAL');
  writer.exec('CREATE TABLE notes (text TEXT PRIMARY KEY)');
  reader = new Sqlite(join(folder, 'x.db'), { readonly: true });
  committed = 0;
  commits = groupCommit(writer, () => { committed += 1; });
});
afterEach(() => {
  writer.close();
  reader.close();
  rmSync(folder, { recursive: true, force: true });
});

const note = async (text: string): Promise<string> => {
  await Promise.resolve();
  writer.prepare('INSERT INTO notes VALUES (?)').run(text);
  return text;
};
const seen = (): unknown[] => reader.prepare('SELECT text FROM notes ORDER BY text').pluck().all();

describe('writes that wait together', () => {
  it('share one commit', async () => {
    expect(await Promise.all(['a', 'b', 'c'].map((text) => commits.add(() => note(text))))).toEqual(['a', 'b', 'c']);
    expect(committed).toBe(1);
    expect(seen()).toEqual(['a', 'b', 'c']);
  });

  it('are heard of only when they are there for everybody', async () => {
    const inside: unknown[][] = [];
    const told = Promise.all([
      commits.add(() => note('a')).then(() => seen()),
      commits.add(async () => { inside.push(seen()); return note('b'); }),
    ]);
    expect((await told)[0]).toEqual(['a', 'b']);
    expect(inside).toEqual([[]]);
  });

  it('fail alone: what failed is undone, the others stay', async () => {
    const results = await Promise.allSettled([
      commits.add(() => note('a')),
      commits.add(async () => { await note('half'); throw new Error('changed my mind'); }),
      commits.add(() => note('a')),
      commits.add(() => note('c')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(seen()).toEqual(['a', 'c']);
  });

  it('answer alone for the references that they put off', async () => {
    writer.pragma('foreign_keys = ON');
    writer.exec('CREATE TABLE pages (note TEXT REFERENCES notes(text))');
    const putOff = (text: string, isMended: boolean): Promise<unknown> => commits.add(async () => {
      writer.pragma('defer_foreign_keys = ON');
      writer.prepare('INSERT INTO pages VALUES (?)').run(text);
      if (isMended) await note(text);
    });
    const results = await Promise.allSettled([commits.add(() => note('a')), putOff('nowhere', false), putOff('b', true), commits.add(() => note('c'))]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(seen()).toEqual(['a', 'b', 'c']);
  });

  it('say nothing of a commit when all of them failed', async () => {
    await expect(commits.add(async () => { throw new Error('changed my mind'); })).rejects.toThrow('changed my mind');
    expect(committed).toBe(0);
  });

  it('all fail when the commit fails, and nothing stays', async () => {
    const results = await Promise.allSettled([commits.add(() => note('a')), commits.add(async () => { await note('b'); writer.exec('ROLLBACK'); })]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(seen()).toEqual([]);
    expect(await commits.add(() => note('later'))).toBe('later');
  });

  it('fail when another process keeps the lock, and the next may succeed', async () => {
    const other = new Sqlite(join(folder, 'x.db'));
    other.exec('BEGIN IMMEDIATE');
    await expect(commits.add(() => note('a'))).rejects.toThrow(/locked/);
    other.exec('COMMIT');
    other.close();
    expect(await commits.add(() => note('b'))).toBe('b');
    expect(seen()).toEqual(['b']);
  });
});

it('serves whoever comes while the last one is being told', async () => {
  const order: string[] = [];
  await commits.add(() => note('a')).then(() => commits.add(() => note('b'))).then((text) => order.push(text));
  await Promise.all(Array.from({ length: 100 }, async (_, n) => { for (const part of 'xyz') order.push(await commits.add(() => note(`${part}${n}`))); }));
  await commits.idle();
  expect(order).toHaveLength(301);
  expect(seen()).toHaveLength(302);
});
