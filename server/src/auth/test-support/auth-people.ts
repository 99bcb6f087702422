import { addClientWithContact } from '../../clients/public.ts';
import { systemScope } from '../../domain/scope.ts';
import { newPageKey, pageCaller, proofOf, type PageKey } from '../../test-support/page-client.ts';
import { visitor, type Caller, type TestBusiness } from '../../test-support/people.ts';
import type { TestWorld } from '../../test-support/test-world.ts';
import { createStaff } from '../create-staff.ts';

export interface Answer {
  readonly status: number;
  readonly body: AnyBody;
  readonly headers: Headers;
}

/** What any answer of these routes may hold; what a test expects says which of it is there. */
export interface AnyBody {
  readonly status: string;
  readonly code: string;
  readonly detail: string;
  readonly challengeId: string;
  readonly challenge: { readonly challengeId: string; readonly next: string };
  readonly tokens: { readonly accessToken: string; readonly refreshToken: string; readonly sessionId: string };
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly businesses: readonly { readonly key: string; readonly name: string }[];
  readonly items: readonly { readonly id: string; readonly current: boolean; readonly status: string }[];
  readonly fields: readonly { readonly field: string; readonly message: string }[];
  readonly recoveryCodes: readonly string[];
  readonly secret: string;
  readonly uri: string;
  readonly url: string;
  readonly qrSvg: string;
  readonly freshUntil: string;
  readonly mustAddTotp: boolean;
  readonly id: string;
}

export const read = async (response: Response): Promise<Answer> => ({ status: response.status, body: await response.json() as AnyBody, headers: response.headers });

export interface TestPage {
  readonly key: PageKey;
  readonly origin: string;
  /** A door's route, such as `sign-in`, with a proof of this page's key. */
  door(step: string, body: unknown): Promise<Answer>;
  signedIn(accessToken: string): Caller;
}

/** A page of a business, with a key of its own: a new device. */
export async function testPage(world: TestWorld, at: TestBusiness, origin = at.origin): Promise<TestPage> {
  const key = await newPageKey();
  const plain = visitor(world, origin);
  return {
    key, origin,
    async door(step, body) {
      const path = `/v1/businesses/${at.business.key}/auth/${step}`;
      const nonce = (await plain('GET', `/v1/businesses/${at.business.key}`)).headers.get('dpop-nonce') ?? undefined;
      const dpop = await proofOf(key, { method: 'POST', url: world.config.publicUrl + path, now: world.deps.now(), nonce });
      return read(await plain('POST', path, body, { dpop }));
    },
    signedIn: (accessToken) => pageCaller(world, key, accessToken, origin),
  };
}

export interface TestContact {
  readonly email: string;
  readonly contactId: string;
  readonly clientId: string;
}

export async function testContact(world: TestWorld, at: TestBusiness, email = 'thandi@mail.example', name = 'Thandi Mokoena'): Promise<TestContact> {
  const { deps } = world;
  const person = await deps.store.write((tx) => addClientWithContact(deps, tx, systemScope(at.business.id), { name, email }, 'staff'));
  return { ...person, email };
}

export const password = 'correct horse battery';

/** The last mail to somebody, after everything that is due has been sent. */
export async function mailTo(world: TestWorld, email: string): Promise<{ readonly text: string; readonly subject: string }> {
  await world.settle();
  const mail = world.mails.findLast((one) => one.to.address === email);
  if (!mail) throw new Error(`no mail to ${email}`);
  return mail;
}

export async function codeTo(world: TestWorld, email: string): Promise<string> {
  const [, first, second] = /\b(\d{3}) (\d{3})\b/.exec((await mailTo(world, email)).text) ?? [];
  if (!first || !second) throw new Error(`no code in the mail to ${email}`);
  return first + second;
}

/** The token in the last mailed link to `place`. */
export async function tokenTo(world: TestWorld, email: string, place: string): Promise<string> {
  await world.settle();
  const link = new RegExp(`${place}/([^\\s"<>)/]+)`);
  const token = link.exec(world.mails.findLast((one) => one.to.address === email && link.test(one.text))?.text ?? '')?.[1];
  if (!token) throw new Error(`no ${place} link in the mail to ${email}`);
  return token;
}

/** Signs in with a mailed code; the page is a known device afterwards. */
export async function enter(world: TestWorld, page: TestPage, email: string): Promise<{ readonly accessToken: string; readonly refreshToken: string; readonly sessionId: string; readonly call: Caller }> {
  const asked = await page.door('mail-code', { email });
  const done = await page.door('verify-code', { challengeId: asked.body.challengeId, code: await codeTo(world, email) });
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
  const tokens = done.body.tokens;
  return { ...tokens, call: page.signedIn(tokens.accessToken) };
}

/** Signs in and sets a password, as the account page does. */
export async function enterWithPassword(world: TestWorld, page: TestPage, email: string): Promise<Awaited<ReturnType<typeof enter>>> {
  const session = await enter(world, page, email);
  const set = await session.call('POST', '/v1/me/password', { password });
  if (set.status !== 200) throw new Error(await set.text());
  return session;
}

export interface TestConsole {
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  cookies: Map<string, string>;
}

/** A browser at the console, which keeps its cookies. */
export function testConsole(world: TestWorld): TestConsole {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async call(method, path, body, headers) {
      const response = await world.fetch(`/v1/console/${path}`, {
        method, headers: {
          'x-portico-console': '1', cookie: [...cookies].map(([name, content]) => `${name}=${content}`).join('; '),
          ...(body !== undefined && { 'content-type': 'application/json' }), ...(method === 'POST' && { 'idempotency-key': `key-${world.deps.newId()}` }), ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      for (const set of response.headers.getSetCookie()) {
        const [, name = '', content = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        if (set.includes('Max-Age=0')) cookies.delete(name);
        else cookies.set(name, content);
      }
      return read(response);
    },
  };
}

export async function testStaff(world: TestWorld, at: TestBusiness, email: string, options: { role?: 'owner' | 'admin' | 'member'; proven?: boolean; typed?: string } = {}): Promise<string> {
  const { deps } = world;
  const passwordHash = await deps.hasher.hash(options.typed ?? password);
  const member = await deps.store.write((tx) => createStaff(deps, tx, at.business.id, { name: 'Sam', email, role: options.role ?? 'owner', passwordHash, proven: options.proven ?? true }));
  return member.id;
}

/** Signs in at the console from a browser that was never there: with the mailed code. */
export async function enterConsole(world: TestWorld, email: string, typed = password): Promise<TestConsole> {
  const browser = testConsole(world);
  const started = await browser.call('POST', 'sign-in', { email, password: typed });
  const done = await browser.call('POST', 'verify-code', { challengeId: started.body.challenge.challengeId, code: await codeTo(world, email) });
  if (done.body.status !== 'signed_in') throw new Error(JSON.stringify(done.body));
  return browser;
}
