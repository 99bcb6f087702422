import { and, desc, eq, lt, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '../domain/scope.ts';
import { deleteSome } from '../storage/delete-some.ts';
import { prepared, preparedWrite, type ReadDb, type WriteDb } from '../storage/store.ts';
import { mails } from './tables.ts';

export type MailRow = typeof mails.$inferSelect;

const value = sql.placeholder;
const given = (name: string): SQL => sql`${value(name)}`;
const ofOne = and(eq(mails.businessId, value('businessId')), eq(mails.id, value('id')));
type One = { businessId: string; id: string };

const insertRow = preparedWrite<MailRow>((tx) => tx.insert(mails).values({
  businessId: value('businessId'), id: value('id'), jobId: value('jobId'), toName: value('toName'), toAddress: value('toAddress'), replyToAddress: value('replyToAddress'), subject: value('subject'),
  text: value('text'), html: value('html'), calendarMethod: value('calendarMethod'), calendar: value('calendar'), sort: value('sort'), state: value('state'), lastError: value('lastError'),
  attempts: value('attempts'), createdAt: value('createdAt'), sentAt: value('sentAt'),
}));
const oneRow = prepared<One, MailRow[]>((db) => db.select().from(mails).where(ofOne));
const sent = { state: 'sent', sentAt: given('sentAt'), attempts: given('attempts'), lastError: null } as const;
const markRow = preparedWrite<One & { sentAt: number; attempts: number }>((tx) => tx.update(mails).set(sent).where(ofOne));
const markAndForgetRow = preparedWrite<One & { sentAt: number; attempts: number }>((tx) => tx.update(mails)
  .set({ ...sent, text: 'This mail carried a code or a link, so its text was removed once it was sent.', html: '' }).where(ofOne));

export async function insertMail(tx: WriteDb, row: MailRow): Promise<void> {
  await insertRow(tx, row);
}

export async function findMail(db: ReadDb, businessId: string, id: string): Promise<MailRow | undefined> {
  return (await oneRow(db, { businessId, id }))[0];
}

const same = (mail: MailRow): SQL | undefined => and(eq(mails.businessId, mail.businessId), eq(mails.id, mail.id));

export async function markMailSent(tx: WriteDb, mail: MailRow, sentAt: number, attempts: number, forget: boolean): Promise<void> {
  await (forget ? markAndForgetRow : markRow)(tx, { businessId: mail.businessId, id: mail.id, sentAt, attempts });
}

export async function markMailFailed(tx: WriteDb, mail: MailRow, lastError: string, attempts: number, state: 'waiting' | 'failed'): Promise<void> {
  await tx.update(mails).set({ state, lastError, attempts }).where(same(mail));
}

/** What was sent is forgotten after a while; what was not is kept until somebody has settled it. */
export const forgetMails = (tx: WriteDb, before: number, limit: number): Promise<number> =>
  deleteSome(tx, mails, [mails.businessId, mails.id], and(eq(mails.state, 'sent'), lt(mails.sentAt, before)), limit);

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

/** Letters to somebody, from somebody, or that these jobs sent. */
export async function eraseMails(tx: WriteDb, { businessId }: Scope, { addresses, jobIds }: { readonly addresses: readonly string[]; readonly jobIds: readonly string[] }): Promise<void> {
  const wanted = addresses.map((address) => address.toLowerCase());
  const jobs = new Set(jobIds);
  const rows = await tx.select({ id: mails.id, jobId: mails.jobId, to: mails.toAddress, reply: mails.replyToAddress }).from(mails).where(eq(mails.businessId, businessId));
  const about = rows.filter(({ jobId, to, reply }) => (jobId !== null && jobs.has(jobId)) || wanted.includes(to.toLowerCase()) || (reply !== null && wanted.includes(reply.toLowerCase())));
  for (const { id } of about) await tx.delete(mails).where(and(eq(mails.businessId, businessId), eq(mails.id, id)));
}
