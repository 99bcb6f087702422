import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';

let world: TestWorld;
let db: Sqlite.Database;

beforeEach(async () => {
  world = await testWorld();
  db = new Sqlite(join(world.config.dataDir, 'portico.db'), { readonly: true });
});
afterEach(async () => {
  db.close();
  await world.close();
});

// Of two indexes that both begin with the business, SQLite without statistics takes the one that saves it a sort, or
// just the wrong one; the business's every row is then read at each booking, or at each look at an invoice.
it.each([
  ['jobs about a booking', 'update jobs set state = ? where business_id = ? and about = ? and kind = ? and state = ?', 'jobs_about'],
  ['credit notes of an invoice', 'select * from invoices where business_id = ? and credit_of = ? order by id', 'invoices_by_credit'],
  ['open payments of a client', 'select * from payment_attempts where business_id = ? and client_id = ? and state in (?, ?) order by id desc', 'payment_attempts_by_client'],
  ['refunds of a payment', 'select * from refunds where business_id = ? and payment_id in (?)', 'refunds_by_payment'],
  ['what waits for a client\'s approval', "select * from document_reviews where business_id = ? and client_id = ? and state = 'waiting'", 'document_reviews_by_client'],
  ['reviews of a document', 'select * from document_reviews where business_id = ? and document_id = ? order by id desc limit 200', 'document_reviews_by_document'],
  ['reviews of documents', 'select * from document_reviews where business_id = ? and document_id in (?, ?)', 'document_reviews_by_document'],
  ['how many comments documents have', 'select document_id, count(*) from document_comments where business_id = ? and document_id in (?, ?) and removed_at is null group by document_id', 'document_comments_by_document'],
  ['refunds of a client', 'select * from refunds where business_id = ? and client_id = ?', 'refunds_by_client'],
])('finds %s by an index of their own', (_what, text, index) => {
  const values = Array.from({ length: text.split('?').length - 1 }, () => '1');
  const plan = db.prepare(`explain query plan ${text}`).all(...values) as { detail: string }[];
  expect(plan.map(({ detail }) => detail).join('\n')).toMatch(new RegExp(`INDEX ${index} \\(business_id=\\? AND \\w+=\\?`));
});

it('learns from a look at its tables how they have grown', async () => {
  const known = (): unknown[] => db.prepare('select * from sqlite_master where name = ?').all('sqlite_stat1');
  expect(known()).toEqual([]);
  await world.deps.store.tune();
  expect(known()).toHaveLength(1);
});
