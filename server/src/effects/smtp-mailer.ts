import { createTransport, type NodemailerError } from 'nodemailer';
import { headerText, sendableMail } from './mail-rules.ts';
import { type Mailer, MailRefused, type OutgoingMail } from './mailer.ts';
import type { SmtpSettings } from './smtp-settings.ts';

/** Sends through a mail server, over a few connections that stay open. */
export function smtpMailer(settings: SmtpSettings): Mailer {
  const { host, port, security, user, password, timeouts } = settings;
  const deadline = timeouts?.deadlineMs ?? 60_000;
  const pool = createTransport({
    pool: true,
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: timeouts?.connectionMs ?? 10_000,
    greetingTimeout: timeouts?.greetingMs ?? 10_000,
    socketTimeout: timeouts?.socketMs ?? 20_000,
    dnsTimeout: timeouts?.connectionMs ?? 10_000,
    maxConnections: 3,
    // Once is for a connection that the server dropped while idle; everything else is the job's business.
    maxRequeues: 1,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  return {
    async send(mail) {
      const message = messageOf(sendableMail(mail));
      // A server that trickles its answers never trips the socket's own timeout.
      const signal = AbortSignal.timeout(deadline);
      await pool.sendMail({ ...message, signal }).catch((cause) => throwMailError(cause, settings));
    },
    async check() {
      await pool.verify().catch((cause) => throwMailError(cause, settings));
    },
    async close() {
      pool.close();
    },
  };
}

/** Objects, not strings: a string may be parsed into other recipients than it shows. */
function messageOf({ to, from, replyTo, subject, text, html, messageId, calendar }: OutgoingMail) {
  return {
    from,
    to: { name: to.name ?? '', address: to.address },
    ...(replyTo ? { replyTo: { name: replyTo.name ?? '', address: replyTo.address } } : {}),
    envelope: { from: from.address, to: [to.address] },
    subject,
    text,
    html,
    messageId,
    ...(calendar ? { icalEvent: { method: calendar.method, filename: 'invite.ics', content: calendar.content } } : {}),
    // RFC 3834: no out-of-office answers to a machine.
    headers: { 'Auto-Submitted': 'auto-generated' },
    xMailer: false as const,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function throwMailError(cause: NodemailerError, settings: SmtpSettings): never {
  if (isRefused(cause)) throw new MailRefused(`The mail server refused this mail: ${answerOf(cause)}`, { cause });
  throw new Error(reasonOf(cause, settings), { cause });
}

/** A 5xx about this mail. One about our session (log in first, wrong password) says nothing about the mail. */
function isRefused({ permanent, responseCode, code }: NodemailerError): boolean {
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  const isAboutSession = responseCode !== undefined && [530, 534, 535, 538].includes(responseCode);
  return permanent === true && isAboutMail && !isAboutSession;
}

function reasonOf(cause: NodemailerError, { host, port }: SmtpSettings): string {
  const server = `The mail server ${host}:${port}`;
  if (cause.code === 'ETIMEDOUT' || cause.code === 'EABORT') return `${server} did not answer in time.`;
  if (cause.code === 'EAUTH' || cause.code === 'ENOAUTH') {
    return `${server} did not accept the user name and password: ${answerOf(cause)}`;
  }
  if (cause.code === 'ETLS') return `${server} offers no safe connection: ${answerOf(cause)}`;
  if (cause.responseCode) return `${server} did not take the mail for now: ${answerOf(cause)}`;
  return `${server} could not be reached: ${answerOf(cause)}`;
}

function answerOf({ response, message }: NodemailerError): string {
  return headerText(response ?? message);
}
