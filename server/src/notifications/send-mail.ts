import type { Deps } from '../deps.ts';
import { findBusiness } from '../business/public.ts';
import { MailRefused, type OutgoingMail } from '../effects/mailer.ts';
import { HopelessJob, type RunJob } from '../jobs/worker.ts';
import { openLetter } from './sealed-letter.ts';
import { findMail, markMailFailed, markMailSent, type MailRow } from './mail-store.ts';

/** Sends one stored mail. The Message-ID is the mail's own, so a second delivery after a crash is recognised. */
const sendMail: RunJob = async (deps, job, payload) => {
  const mail = await deps.store.read((db) => findMail(db, job.businessId, String(payload['mailId'])));
  if (!mail || mail.state === 'sent') return;
  try {
    await deps.mailer.send(await outgoing(deps, mail));
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 300) : 'unknown';
    const hopeless = error instanceof MailRefused || job.attempts >= job.maxAttempts;
    await deps.store.write((tx) => markMailFailed(tx, mail, reason, job.attempts, hopeless ? 'failed' : 'waiting'));
    throw error instanceof MailRefused ? new HopelessJob(reason) : error;
  }
  const forget = mail.sort === 'secret' && !deps.config.demo;
  await deps.store.write((tx) => markMailSent(tx, mail, deps.now(), job.attempts, forget));
};

async function outgoing(deps: Deps, mail: MailRow): Promise<OutgoingMail> {
  const { text, html } = openLetter(deps, mail);
  const business = await deps.store.read((db) => findBusiness(db, mail.businessId));
  if (!business) throw new HopelessJob('the business is gone');
  return {
    to: { address: mail.toAddress, ...(mail.toName !== null && { name: mail.toName }) },
    from: { name: business.name, address: deps.config.mailFrom },
    replyTo: { name: business.name, address: mail.replyToAddress ?? business.email },
    subject: mail.subject,
    text,
    html,
    messageId: `<${mail.id}@${new URL(deps.config.publicUrl).hostname}>`,
    ...(mail.calendarMethod && mail.calendar && { calendar: { method: mail.calendarMethod, content: mail.calendar } }),
  };
}

export const mailJobs: Readonly<Record<string, RunJob>> = { 'mail.send': sendMail };
