import { and, eq, lt, sql } from 'drizzle-orm';
import { deleteSome } from '../storage/delete-some.ts';
import { prepared, preparedWrite, type WriteDb } from '../storage/store.ts';
import type { Asked } from './idempotency.ts';
import { idempotencyKeys } from './tables.ts';

const value = sql.placeholder;

const answerOf = prepared<{ businessId: string; principal: string; key: string }, { fingerprint: string; status: number; body: string }[]>((db) => db
  .select({ fingerprint: idempotencyKeys.fingerprint, status: idempotencyKeys.status, body: idempotencyKeys.body })
  .from(idempotencyKeys)
  .where(and(eq(idempotencyKeys.businessId, value('businessId')), eq(idempotencyKeys.principal, value('principal')), eq(idempotencyKeys.key, value('key')))));

const insertAnswer = preparedWrite((tx) => tx.insert(idempotencyKeys).values({
  businessId: value('businessId'), principal: value('principal'), key: value('key'), fingerprint: value('fingerprint'),
  status: value('status'), body: value('body'), createdAt: value('createdAt'),
}));

export async function findAnswer(tx: WriteDb, { businessId, principal, key }: Asked): Promise<{ fingerprint: string; status: number; body: string } | undefined> {
  const [answer] = await answerOf(tx, { businessId, principal, key });
  return answer;
}

export async function keepAnswer(tx: WriteDb, asked: Asked, status: number, body: string, createdAt: number): Promise<void> {
  await insertAnswer(tx, { ...asked, status, body, createdAt });
}

/** Keys are promised for a day; older ones may go. */
export const forgetAnswers = (tx: WriteDb, before: number, limit: number): Promise<number> =>
  deleteSome(tx, idempotencyKeys, [idempotencyKeys.businessId, idempotencyKeys.principal, idempotencyKeys.key], lt(idempotencyKeys.createdAt, before), limit);
