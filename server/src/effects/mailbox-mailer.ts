import { sendableMail } from './mail-rules.ts';
import type { Mailer } from './mailer.ts';

/**
 * The mailer of a demo without a mail server. The job has stored the mail already, where it can be read;
 * this one only refuses what a mail server would refuse.
 */
export function mailboxMailer(): Mailer {
  return {
    async send(mail) {
      sendableMail(mail);
    },
    async check() {},
    async close() {},
  };
}
