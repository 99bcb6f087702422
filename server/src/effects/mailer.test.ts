import { createServer, type AddressInfo, type Server } from 'node:net';
import { text as readAll } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { maxMailBytes, messageIdOf } from './mail-rules.ts';
import { mailboxMailer } from './mailbox-mailer.ts';
import { type Mailer, MailRefused, type OutgoingMail } from './mailer.ts';
import { smtpMailer } from './smtp-mailer.ts';
import { type SmtpSettings, smtpSettings } from './smtp-settings.ts';

const calendar = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'METHOD:REQUEST', 'END:VCALENDAR', ''].join('\r\n');
const mail: OutgoingMail = {
  to: { name: 'Thandi Mokoena', address: 'thandi@example.com' },
  from: { name: 'River Physio', address: 'hello@portico.example' },
  replyTo: { name: 'Anna', address: 'anna@river.example' },
  subject: 'Booked: Friday 27 November, 14:30',
  text: 'See you on Friday – Anna 🌊', html: '<p>See you on Friday – Anna 🌊</p>',
  messageId: messageIdOf('job1', 'portico.example'),
};

const closing: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Received {
  readonly recipients: readonly string[];
  readonly source: string;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return portOf(server);
}

async function mailServer(options: SMTPServerOptions = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], logger: false, closeTimeout: 50,
    onData(stream, session, done) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      void readAll(stream).then((source) => received.push({ source, recipients })).finally(done);
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { port: portOf(server.server), received };
}

function mailerOn(port: number, settings: Partial<SmtpSettings> = {}): Mailer {
  const mailer = smtpMailer({ host: '127.0.0.1', port, security: 'none', ...settings });
  closing.push(() => mailer.close());
  return mailer;
}

type Refusal = [what: string, options: SMTPServerOptions, message: RegExp];

const answer = (responseCode: number, message: string) =>
  (_what: unknown, _session: unknown, done: (error: Error) => void) =>
    done(Object.assign(new Error(message), { responseCode }));
const spam: SMTPServerOptions['onData'] = (stream, session, done) => {
  stream.resume();
  stream.on('end', () => answer(554, 'Spam')(stream, session, done));
};
const failureOf = (sending: Promise<void>): Promise<Error> =>
  sending.then(() => expect.unreachable('It was sent.'), (error: Error) => error);

describe.each([
  ['smtpMailer', async () => mailerOn((await mailServer()).port)],
  ['mailboxMailer', async () => mailboxMailer()],
])('mailer promises: %s', (_name, makeMailer) => {
  it('takes a good mail, with a calendar and without', async () => {
    const mailer = await makeMailer();
    await mailer.check();
    await mailer.send(mail);
    await mailer.send({ ...mail, calendar: { method: 'REQUEST', content: calendar } });
    await mailer.send({ ...mail, to: { address: 'thandi@example.com' } });
  });

  it('may send from localhost, the default on a machine without a domain, but not to it', async () => {
    const mailer = await makeMailer();
    await mailer.send({ ...mail, from: { name: 'River Physio', address: 'portico@localhost' } });
    expect(await failureOf(mailer.send({ ...mail, to: { address: 'ann@localhost' } }))).toBeInstanceOf(MailRefused);
  });

  it('flattens line breaks in names and subject instead of refusing them', async () => {
    const mailer = await makeMailer();
    await mailer.send({ ...mail, subject: 'Hello\r\nBcc: evil@example.com', to: { ...mail.to, name: 'T\nM\u0007' } });
  });

  it.each([
    'b@example.com\r\nBcc: evil@example.com', 'b@example.com, evil@example.com', '"a b"@example.com', 'a@b@example.com',
    'group: evil@example.com;', ' b@example.com', '<b@example.com>', 'b@example.com (comment)', 'nobody', '',
  ])('refuses %j as an address, wherever it stands', async (address) => {
    const mailer = await makeMailer();
    for (const place of ['to', 'from', 'replyTo'] as const) {
      const failure = await failureOf(mailer.send({ ...mail, [place]: { name: 'B', address } }));
      expect(failure).toBeInstanceOf(MailRefused);
      expect(failure.message).toContain('is not an e-mail address');
    }
  });

  it.each([
    '<a@b>\r\nBcc: evil@example.com', 'a@b', '<a b@c>', '<é@b>', '',
  ])('refuses %j as a Message-ID', async (messageId) => {
    expect(await failureOf((await makeMailer()).send({ ...mail, messageId }))).toBeInstanceOf(MailRefused);
  });

  it.each(['<a@localhost>', '<a@[::1]>'])('takes %j as a Message-ID', async (messageId) => {
    await (await makeMailer()).send({ ...mail, messageId });
  });

  it('refuses a mail that is too big, counted in bytes', async () => {
    const mailer = await makeMailer();
    const failure = await failureOf(mailer.send({ ...mail, html: 'é'.repeat(maxMailBytes / 2) }));
    expect(failure).toBeInstanceOf(MailRefused);
    expect(failure.message).toContain('Shorten it');
  });

  it('reads no file and fetches nothing, even when handed an object for text', async () => {
    const mailer = await makeMailer();
    const html = { path: '/etc/hostname' } as unknown as string;
    expect(await failureOf(mailer.send({ ...mail, html }))).toBeInstanceOf(MailRefused);
  });
});

describe('smtpMailer', () => {
  async function delivered(sent: OutgoingMail): Promise<Received & { readonly parsed: ParsedMail }> {
    const { port, received } = await mailServer();
    await mailerOn(port).send(sent);
    const [first] = received;
    if (!first) return expect.unreachable('Nothing arrived.');
    return { ...first, parsed: await simpleParser(first.source) };
  }

  it('delivers what was written', async () => {
    const { parsed, recipients, source } = await delivered(mail);
    expect(parsed).toMatchObject({ subject: mail.subject, messageId: mail.messageId });
    expect([parsed.text.trim(), parsed.html.trim()]).toEqual([mail.text, mail.html]);
    const people = [parsed.to, parsed.from, parsed.replyTo].flatMap((part) => part?.value);
    expect(people).toEqual([mail.to, mail.from, mail.replyTo]);
    expect(recipients).toEqual([mail.to.address]);
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(source).not.toMatch(/^x-mailer/im);
  });

  it('carries an invitation twice: for the mail program, and as invite.ics', async () => {
    const { parsed, source } = await delivered({ ...mail, calendar: { method: 'REQUEST', content: calendar } });
    expect(source.replace(/\r\n\s+/g, ' ')).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST/m);
    const files = parsed.attachments.map(({ filename, content }) => [filename, content.toString()]);
    expect(files).toContainEqual(['invite.ics', calendar]);
    expect(source.indexOf('text/plain')).toBeLessThan(source.indexOf('text/html'));
    expect(source.indexOf('text/html')).toBeLessThan(source.indexOf('text/calendar'));
  });

  it('keeps hostile names and subjects inside their header', async () => {
    const hostile = 'x\r\nBcc: evil@example.com\r\n\r\n<b>"; \u202eevil';
    const { parsed, recipients, source } = await delivered({
      ...mail, subject: hostile, to: { ...mail.to, name: hostile }, from: { ...mail.from, name: hostile },
    });
    expect(recipients).toEqual([mail.to.address]);
    expect(source).not.toMatch(/^bcc:/im);
    expect(parsed.subject).toBe('x Bcc: evil@example.com <b>"; evil');
    expect(parsed.to.value).toEqual([{ name: parsed.subject, address: mail.to.address }]);
  });

  it('gives a repeated mail the same Message-ID over the same connection', async () => {
    let connections = 0;
    const { port, received } = await mailServer({ onConnect: (_session, done) => { connections += 1; done(); } });
    const mailer = mailerOn(port);
    await mailer.send(mail);
    await mailer.send(mail);
    const ids = await Promise.all(received.map(async ({ source }) => (await simpleParser(source)).messageId));
    expect([ids, connections]).toEqual([[mail.messageId, mail.messageId], 1]);
  });

  it.each([
    ['a recipient nobody knows (550)', { onRcptTo: answer(550, 'No such user') }, /No such user/],
    ['a sender it does not like (553)', { onMailFrom: answer(553, 'Not you') }, /Not you/],
    ['a text it takes for spam (554)', { onData: spam }, /Spam/],
    ['a mail over its size', { size: 500, rejectOversized: true }, /size/i],
  ] satisfies Refusal[])('does not ask twice after %s', async (_what, options, message) => {
    const { port } = await mailServer(options);
    const failure = await failureOf(mailerOn(port).send({ ...mail, text: 'x'.repeat(1000) }));
    expect(failure).toBeInstanceOf(MailRefused);
    expect(failure.message).toMatch(message);
  });

  it.each([
    ['asks to come back (451)', { onRcptTo: answer(451, 'Greylisted') }, /for now: 451 .*Greylisted/],
    ['wants a login (530)', { authOptional: false }, /for now: 530|user name/],
    ['closes for lunch (421)', { onMailFrom: answer(421, 'Later') }, /Later/],
  ] satisfies Refusal[])('leaves it to a later attempt when the server %s', async (_what, options, message) => {
    const { port } = await mailServer(options);
    const failure = await failureOf(mailerOn(port).send(mail));
    expect(failure).not.toBeInstanceOf(MailRefused);
    expect(failure.message).toMatch(message);
  });

  it('does not blame the mail for a wrong password, nor tell the password', async () => {
    const options = { authOptional: false, allowInsecureAuth: true, onAuth: answer(535, 'Bad login') };
    const { port } = await mailServer(options);
    const mailer = mailerOn(port, { user: 'portico', password: 'swordfish' });
    for (const failure of [await failureOf(mailer.send(mail)), await failureOf(mailer.check())]) {
      expect(failure).not.toBeInstanceOf(MailRefused);
      expect(failure.message).toMatch(/did not accept the user name and password/);
      expect(`${failure.stack}${String(failure.cause)}`).not.toContain('swordfish');
    }
  });

  it('insists on STARTTLS where it is told to', async () => {
    const { port, received } = await mailServer();
    const failure = await failureOf(mailerOn(port, { security: 'starttls' }).send(mail));
    expect(failure).not.toBeInstanceOf(MailRefused);
    expect(failure.message).toContain('no safe connection');
    expect(received).toEqual([]);
  });

  const short = { connectionMs: 150, greetingMs: 150, socketMs: 150 };

  it.each(['send', 'check'] as const)('gives up on a server that takes the call and says nothing: %s', async (act) => {
    const port = await listening(createServer((socket) => closing.push(() => socket.destroy())));
    const failure = await failureOf(mailerOn(port, { timeouts: short })[act](mail));
    expect(failure).not.toBeInstanceOf(MailRefused);
    expect(failure.message).toBe(`The mail server 127.0.0.1:${port} did not answer in time.`);
  });

  it('gives up on a server that hangs in the middle of a mail', async () => {
    const { port } = await mailServer({ onRcptTo: () => {} });
    const failure = await failureOf(mailerOn(port, { timeouts: short }).send(mail));
    expect(failure.message).toContain('did not answer in time');
  });

  it('gives up on a server that trickles its greeting for ever', async () => {
    const port = await listening(createServer((socket) => {
      const drip = setInterval(() => socket.write('220-still here\r\n'), 20);
      socket.on('error', () => {});
      closing.push(() => { clearInterval(drip); socket.destroy(); });
    }));
    const failure = await failureOf(mailerOn(port, { timeouts: { deadlineMs: 200 } }).send(mail));
    expect(failure.message).toContain('did not answer in time');
  });

  it('leaves it to a later attempt when nobody answers the door', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const port = portOf(server);
    await new Promise((resolve) => server.close(resolve));
    const mailer = mailerOn(port);
    for (const failure of [await failureOf(mailer.send(mail)), await failureOf(mailer.check())]) {
      expect(failure).not.toBeInstanceOf(MailRefused);
      expect(failure.message).toContain('could not be reached');
    }
  });
});

describe('smtpSettings', () => {
  it.each([
    [
      'smtps://ann:p%40ss@mail.example.com',
      { host: 'mail.example.com', port: 465, security: 'tls', user: 'ann', password: 'p@ss' },
    ],
    ['smtp://mail.example.com', { host: 'mail.example.com', port: 587, security: 'starttls' }],
    ['smtp://localhost:1025', { host: 'localhost', port: 1025, security: 'none' }],
    ['smtp://[::1]:1025', { host: '::1', port: 1025, security: 'none' }],
  ])('reads %s', (address, settings) => {
    expect(smtpSettings(address)).toEqual(settings);
  });

  it.each(['https://mail.example.com', 'mail.example.com', 'smtp://', ''])('refuses %j with an example', (address) => {
    expect(() => smtpSettings(address)).toThrow('smtps://user:password@mail.example.com');
  });
});
