import { and, desc, eq, lt, type SQL } from 'drizzle-orm';
import type { Scope } from '../domain/scope.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import { mails } from './tables.ts';

export type MailRow = typeof mails.$inferSelect;

export async function insertMail(tx: WriteDb, row: MailRow): Promise<void> {
  await tx.insert(mails).values(row);
}

export async function findMail(db: ReadDb, businessId: string, id: string): Promise<MailRow | undefined> {
  const [row] = await db.select().from(mails).where(and(eq(mails.businessId, businessId), eq(mails.id, id)));
  return row;
}

const same = (mail: MailRow): SQL | undefined => and(eq(mails.businessId, mail.businessId), eq(mails.id, mail.id));

export async function markMailSent(tx: WriteDb, mail: MailRow, sentAt: number, attempts: number, forget: boolean): Promise<void> {
  const text = 'This mail carried a code or a link, so its text was removed once it was sent.';
  await tx.update(mails).set({ state: 'sent', sentAt, attempts, lastError: null, ...(forget && { text, html: '' }) }).where(same(mail));
}

export async function markMailFailed(tx: WriteDb, mail: MailRow, lastError: string, attempts: number, state: 'waiting' | 'failed'): Promise<void> {
  await tx.update(mails).set({ state, lastError, attempts }).where(same(mail));
}

export function newestMails(db: ReadDb, scope: Scope, filter: { state?: MailRow['state'] | undefined; before?: string | undefined; limit: number }): Promise<MailRow[]> {
  const conditions: SQL[] = [eq(mails.businessId, scope.businessId)];
  if (filter.state) conditions.push(eq(mails.state, filter.state));
  if (filter.before) conditions.push(lt(mails.id, filter.before));
  return db.select().from(mails).where(and(...conditions)).orderBy(desc(mails.id)).limit(filter.limit).execute();
}

/** The demo's mailbox shows every business's mail. Never routed unless the demo is on. */
export const newestMailsOfAll = (db: ReadDb, limit: number): Promise<MailRow[]> =>
  db.select().from(mails).orderBy(desc(mails.id)).limit(limit).execute();

export async function findMailOfAny(db: ReadDb, id: string): Promise<MailRow | undefined> {
  const [row] = await db.select().from(mails).where(eq(mails.id, id));
  return row;
}
