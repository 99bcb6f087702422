/** Where mail leaves the server. `smtp-mailer.ts` sends; `mailbox-mailer.ts` only checks, for the demo. */

export interface MailPerson {
  readonly name?: string;
  readonly address: string;
}

export interface OutgoingMail {
  readonly to: MailPerson;
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo?: MailPerson;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** `<…@…>`, the same for every attempt of one job, so a mail that arrives twice is recognised. */
  readonly messageId: string;
  /** An invitation that mail programs offer to put into the calendar; also attached as `invite.ics`. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
}

export interface Mailer {
  /** Resolves when the server has taken the mail. `MailRefused`: do not try again; any other error: try later. */
  send(mail: OutgoingMail): Promise<void>;
  /** Rejects with a sentence for the console when mail cannot leave at present. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** Nobody will ever take this mail as it is. The message says why, in words for the owner. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}
