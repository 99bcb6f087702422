import type { Deps } from '../deps.ts';
import type { MailLetter } from '../effects/mail-blocks.ts';
import { mailParts } from '../effects/mail-layout.ts';
import { enqueue } from '../jobs/enqueue.ts';
import type { WriteDb } from '../storage/store.ts';
import { insertMail } from './mail-store.ts';
import { sealLetter } from './sealed-letter.ts';

export type MailContent = MailLetter;

export interface MailToQueue {
  readonly businessId: string;
  readonly to: { readonly name?: string | undefined; readonly address: string };
  readonly subject: string;
  readonly content: MailContent;
  /** `secret`: carries a code or a link that signs in; its text is dropped once sent. */
  readonly sort?: 'ordinary' | 'secret';
  readonly replyTo?: string;
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
  /** What it is about, such as `booking:<id>`. */
  readonly about?: string;
}

/** Writes the mail and the job that sends it, in the transaction that has the reason for it. */
export async function queueMail(deps: Pick<Deps, 'config' | 'now' | 'newId' | 'randomBytes'>, tx: WriteDb, mail: MailToQueue): Promise<string> {
  const id = deps.newId();
  const jobId = await enqueue(deps, tx, { businessId: mail.businessId, kind: 'mail.send', payload: { mailId: id }, ...(mail.about && { about: mail.about }) });
  const letter = sealLetter(deps, { businessId: mail.businessId, id }, mailParts(mail.content));
  await insertMail(tx, {
    businessId: mail.businessId, id, jobId, toName: mail.to.name ?? null, toAddress: mail.to.address, replyToAddress: mail.replyTo ?? null,
    subject: mail.subject, ...letter, calendarMethod: mail.calendar?.method ?? null, calendar: mail.calendar?.content ?? null,
    sort: mail.sort ?? 'ordinary', state: 'waiting', lastError: null, attempts: 0, createdAt: deps.now(), sentAt: null,
  });
  return id;
}
