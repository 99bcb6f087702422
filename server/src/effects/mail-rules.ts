import { Email } from '@portico/contract/primitives.ts';
import { MailRefused, type MailPerson, type OutgoingMail } from './mailer.ts';

export const maxMailBytes = 1_000_000;

// C0, DEL, C1, line separators, and the marks that turn text around to make one name look like another.
const hostile = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]+/g;

/** One header's worth of typed text: a single line, nothing hidden, a sensible length. */
export function headerText(text: string): string {
  const line = text.toWellFormed().replace(hostile, ' ').replace(/\s+/g, ' ').trim();
  return [...line].slice(0, 200).join('');
}

/** The same for every attempt of one job. `domain` is that of the address we send from. */
export function messageIdOf(jobId: string, domain: string): string {
  return `<${jobId}@${domain}>`;
}

/** The mail with clean headers; `MailRefused` for what no mail server would take. */
export function sendableMail(mail: OutgoingMail): OutgoingMail {
  for (const person of [mail.to, mail.replyTo]) if (person) assertAddress(person.address);
  // Ours, from the configuration: a machine without a domain of its own is `localhost`.
  assertAddress(mail.from.address.replace(/@localhost$/, '@localhost.example'));
  assertMessageId(mail.messageId);
  assertPlainText(mail);
  assertSize(mail);
  return {
    ...mail,
    to: clean(mail.to),
    from: { ...mail.from, name: headerText(mail.from.name) },
    ...(mail.replyTo ? { replyTo: clean(mail.replyTo) } : {}),
    subject: headerText(mail.subject),
  };
}

function clean(person: MailPerson): MailPerson {
  return person.name === undefined ? person : { ...person, name: headerText(person.name) };
}

/** The schema trims; an address that needs it is not the address that was stored. */
function assertAddress(address: string): void {
  const parsed = Email.safeParse(address);
  if (parsed.success && parsed.data === address) return;
  const shown = JSON.stringify(headerText(String(address)));
  throw new MailRefused(`${shown} is not an e-mail address. Correct it and send again.`);
}

function assertMessageId(messageId: string): void {
  if (/^<[a-z0-9._-]{1,120}@[a-z0-9.:[\]-]{1,120}>$/i.test(messageId)) return;
  throw new MailRefused('The Message-ID must look like <job@example.com>.');
}

/** Mail libraries read files and addresses from objects in these places. */
function assertPlainText({ text, html, calendar }: OutgoingMail): void {
  if ([text, html, calendar?.content ?? ''].every((part) => typeof part === 'string')) return;
  throw new MailRefused('The parts of a mail must be text.');
}

function assertSize({ text, html, calendar }: OutgoingMail): void {
  const bytes = [text, html, calendar?.content ?? ''].reduce((sum, part) => sum + Buffer.byteLength(part), 0);
  if (bytes <= maxMailBytes) return;
  throw new MailRefused(`The mail has ${bytes} bytes; the limit is ${maxMailBytes}. Shorten it.`);
}
