import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateBusiness } from '../business/business-store.ts';
import { otherOrigin, testBusiness, visitor, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { codeTo, enter, enterWithPassword, mailTo, password, read, testContact, testPage, tokenTo } from './test-support/auth-people.ts';

let world: TestWorld;
let river: TestBusiness;
let night: TestBusiness;
let count = 0;
const newEmail = (): string => `person${(count += 1)}@mail.example`;

async function person(): Promise<string> {
  const email = newEmail();
  await testContact(world, river, email);
  return email;
}

beforeAll(async () => {
  world = await testWorld();
  river = await testBusiness(world);
  night = await testBusiness(world, { name: 'Night', origin: otherOrigin });
});
afterAll(() => world.close());

describe('signing in with a mailed code', () => {
  it('lets the page in that asked, and nobody else', async () => {
    const email = await person();
    const page = await testPage(world, river);
    const stranger = await testPage(world, river);
    const asked = await page.door('mail-code', { email });
    expect(asked.body).toMatchObject({ next: 'code' });
    const given = { challengeId: asked.body.challengeId, code: await codeTo(world, email) };
    expect((await stranger.door('verify-code', given)).body.code).toBe('wrong_credentials');
    const done = await page.door('verify-code', given);
    expect(done.body.status).toBe('signed_in');
    const me = await read(await page.signedIn(done.body.tokens.accessToken)('GET', '/v1/me'));
    expect(me.body).toMatchObject({ email, name: 'Thandi Mokoena', hasPassword: false, hasTotp: false, mustAddTotp: false });
  });

  it('takes a code once, even from two requests at the same time', async () => {
    const email = await person();
    const page = await testPage(world, river);
    const asked = await page.door('mail-code', { email });
    const given = { challengeId: asked.body.challengeId, code: await codeTo(world, email) };
    const both = await Promise.all([page.door('verify-code', given), page.door('verify-code', given)]);
    expect(both.map((one) => one.status).sort()).toEqual([200, 401]);
    expect((await page.door('verify-code', given)).status).toBe(401);
  });

  it('gives five tries', async () => {
    const email = await person();
    const page = await testPage(world, river);
    const asked = await page.door('mail-code', { email });
    const code = await codeTo(world, email);
    const wrong = code === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries += 1) expect((await page.door('verify-code', { challengeId: asked.body.challengeId, code: wrong })).status).toBe(401);
    expect((await page.door('verify-code', { challengeId: asked.body.challengeId, code })).status).toBe(401);
  });

  it('ends after ten minutes', async () => {
    const email = await person();
    const page = await testPage(world, river);
    const asked = await page.door('mail-code', { email });
    const code = await codeTo(world, email);
    world.advance(10);
    expect((await page.door('verify-code', { challengeId: asked.body.challengeId, code })).status).toBe(401);
  });

  it('answers the same for an address nobody has, and mails nothing', async () => {
    const known = await person();
    const page = await testPage(world, river);
    const [one, other] = [await page.door('mail-code', { email: known }), await page.door('mail-code', { email: 'nobody@mail.example' })];
    expect(other.status).toBe(one.status);
    expect(Object.keys(other.body)).toEqual(Object.keys(one.body));
    expect(other.body.challengeId.length).toBe(one.body.challengeId.length);
    await world.settle();
    expect(world.mails.some((mail) => mail.to.address === 'nobody@mail.example')).toBe(false);
    expect((await page.door('verify-code', { challengeId: other.body.challengeId, code: '123456' })).body.code).toBe('wrong_credentials');
  });

  it('mails less and less often to one address, known or not', async () => {
    const page = await testPage(world, river);
    for (const email of [await person(), 'unknown@mail.example']) {
      for (let asked = 0; asked < 5; asked += 1) expect((await page.door('mail-code', { email })).status).toBe(200);
      const refused = await page.door('mail-code', { email });
      expect([refused.status, refused.body.code]).toEqual([429, 'rate_limited']);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    }
  });

  it('does not carry a challenge over to another business', async () => {
    const email = await person();
    const page = await testPage(world, river);
    const asked = await page.door('mail-code', { email });
    const code = await codeTo(world, email);
    const elsewhere = { ...(await testPage(world, night)), key: page.key };
    expect((await elsewhere.door('verify-code', { challengeId: asked.body.challengeId, code })).status).toBe(401);
  });

  it('refuses bad input by field', async () => {
    const page = await testPage(world, river);
    expect((await page.door('mail-code', { email: 'not an address' })).body.fields).toMatchObject([{ field: 'email' }]);
    expect((await page.door('verify-code', { challengeId: 'x'.repeat(40), code: '12' })).body.fields).toMatchObject([{ field: 'code' }]);
  });

  it('keeps code and link out of subjects and the database', async () => {
    const email = await person();
    const page = await testPage(world, river);
    await page.door('mail-code', { email });
    const code = await codeTo(world, email);
    expect((await mailTo(world, email)).subject).not.toMatch(/\d{3}/);
    const kept = await world.deps.store.read(async (db) => JSON.stringify(await db.select().from((await import('./tables.ts')).challenges)));
    expect(kept).not.toContain(code);
  });
});

describe('a business whose clients sign in on the hosted page', () => {
  it('has no other door, and mails links to that one', async () => {
    const strict = await testBusiness(world, { name: 'Strict', origin: 'https://strict.example' });
    await world.deps.store.write((tx) => updateBusiness(tx, strict.business.id, { signInOn: 'hosted' }));
    const email = newEmail();
    await testContact(world, strict, email);
    const [own, hosted] = [await testPage(world, strict), await testPage(world, strict, world.config.publicUrl)];
    for (const [step, body] of [['sign-in', { email, password }], ['mail-code', { email }], ['accept-invitation', { token: 'x'.repeat(40), password }]] as const) {
      expect(await own.door(step, body)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
    await enter(world, hosted, email);
    expect((await mailTo(world, email)).text).toContain(`${world.config.publicUrl}/p/${strict.business.key}#portal/sign-in/`);
  });
});

describe('the mailed link', () => {
  const portal = (): string => `${river.origin}/portal#portal/sign-in/`;
  const booking = '#portal/bookings/b-1';
  it.each([
    ['the page where it was asked for, and to its booking', () => `${river.origin}/treatments${booking}`, () => `${river.origin}/treatments#portal/sign-in/`, '/bookings/b-1'],
    ['that page without its query, which could send people on', () => `${river.origin}/treatments?to=https://evil.example`, () => `${river.origin}/treatments#portal/sign-in/`, ''],
    ['the portal page as the owner has named it', () => `${river.origin}/portal?x=1${booking}`, portal, '/bookings/b-1'],
    ['the portal page, where the page is not what it is without its query', () => `${river.origin}/?page_id=12${booking}`, portal, '/bookings/b-1'],
    ['the portal page, where the path names another address', () => `${river.origin}/out/https:%2F%2Fevil.example`, portal, ''],
    ['the portal page, where the page is at another origin', () => `https://evil.example/treatments${booking}`, portal, ''],
    ['the portal page, where it is another business\'s', () => `${otherOrigin}/treatments`, portal, ''],
    ['nothing that was a token in the address', () => `${river.origin}/treatments#portal/invitation/${'t'.repeat(30)}`, () => `${river.origin}/treatments#portal/sign-in/`, ''],
    ['the portal page, where it is no address at all', () => 'javascript:alert(1)', portal, ''],
  ])('leads to %s', async (_, returnTo, start, about) => {
    const email = await person();
    const page = await testPage(world, river);
    expect((await page.door('mail-code', { email, returnTo: returnTo() })).status).toBe(200);
    const token = await tokenTo(world, email, 'sign-in');
    const link = (await mailTo(world, email)).text.split(/\s/).find((word) => word.includes('#portal/sign-in/'));
    expect(link).toBe(`${start()}${token}${about}`);
  });

  it('leads back from a new device, too', async () => {
    const email = await person();
    const first = await testPage(world, river);
    await enterWithPassword(world, first, email);
    const phone = await testPage(world, river);
    expect((await phone.door('sign-in', { email, password, returnTo: `${river.origin}/treatments${booking}` })).body.status).toBe('challenge');
    const token = await tokenTo(world, email, 'sign-in');
    expect((await mailTo(world, email)).text).toContain(`${river.origin}/treatments#portal/sign-in/${token}/bookings/b-1`);
  });

  it('signs in the page that asked, once', async () => {
    const email = await person();
    const page = await testPage(world, river);
    await page.door('mail-code', { email });
    const token = await tokenTo(world, email, 'sign-in');
    expect((await page.door('verify-link', { token })).body.status).toBe('signed_in');
    expect((await page.door('verify-link', { token })).status).toBe(404);
  });

  it('opened elsewhere, says where to type the code, and stays good', async () => {
    const email = await person();
    const [page, phone] = [await testPage(world, river), await testPage(world, river)];
    await page.door('mail-code', { email });
    const token = await tokenTo(world, email, 'sign-in');
    const refused = await phone.door('verify-link', { token });
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain('six digits');
    expect((await page.door('verify-link', { token })).status).toBe(200);
  });
});

describe('signing in with a password', () => {
  it('asks a new device for the mailed code, and a known one for nothing', async () => {
    const email = await person();
    const home = await testPage(world, river);
    await enterWithPassword(world, home, email);
    expect((await home.door('sign-in', { email, password })).body.status).toBe('signed_in');
    const phone = await testPage(world, river);
    const started = await phone.door('sign-in', { email, password });
    expect(started.body).toMatchObject({ status: 'challenge', challenge: { next: 'code' } });
    expect(started.body.tokens).toBeUndefined();
    const done = await phone.door('verify-code', { challengeId: started.body.challenge.challengeId, code: await codeTo(world, email) });
    expect(done.body.status).toBe('signed_in');
    expect((await phone.door('sign-in', { email: email.toUpperCase(), password })).body.status).toBe('signed_in');
  });

  it('answers the same for a wrong password, no password and no such person, and hashes each time', async () => {
    const email = await person();
    const without = await person();
    const page = await testPage(world, river);
    await enterWithPassword(world, page, email);
    const answers = [];
    for (const tried of [email, without, 'nobody-at-all@mail.example']) answers.push(await (await testPage(world, river)).door('sign-in', { email: tried, password: 'not the password' }));
    const shapes = answers.map(({ status, body }) => ({ status, ...(body as object), requestId: '' }));
    expect(shapes[0]).toMatchObject({ status: 401, code: 'wrong_credentials' });
    expect(shapes[1]).toEqual(shapes[0]);
    expect(shapes[2]).toEqual(shapes[0]);
  });

  it('makes guessers wait before it hashes, never the person at home', async () => {
    const email = await person();
    const home = await testPage(world, river);
    await enterWithPassword(world, home, email);
    const guesser = await testPage(world, river);
    for (let tries = 0; tries < 5; tries += 1) expect((await guesser.door('sign-in', { email, password: `guess ${tries}` })).status).toBe(401);
    let hashes = 0;
    const { verify } = world.deps.hasher;
    Object.assign(world.deps.hasher, { verify: (...args: Parameters<typeof verify>) => { hashes += 1; return verify(...args); } });
    const refused = await (await testPage(world, river)).door('sign-in', { email, password });
    expect([refused.status, hashes]).toEqual([429, 0]);
    expect((await home.door('sign-in', { email, password })).body.status).toBe('signed_in');
    Object.assign(world.deps.hasher, { verify });
    world.advance(16);
    expect((await (await testPage(world, river)).door('sign-in', { email, password })).body.status).toBe('challenge');
  });

  it('counts a hundred guesses at once as a hundred', async () => {
    const email = await person();
    const pages = await Promise.all(Array.from({ length: 12 }, () => testPage(world, river)));
    const answers = await Promise.all(pages.map((page) => page.door('sign-in', { email, password: 'guess guess' })));
    expect(answers.filter((one) => one.status === 401)).toHaveLength(5);
    expect(answers.filter((one) => one.status === 429)).toHaveLength(7);
    world.advance(60);
  });

  it('knows nobody from another business', async () => {
    const email = await person();
    await enterWithPassword(world, await testPage(world, river), email);
    expect((await (await testPage(world, night)).door('sign-in', { email, password })).status).toBe(401);
    expect((await (await testPage(world, river, otherOrigin)).door('sign-in', { email, password })).body.code).toBe('origin_not_allowed');
  });
});

describe('the session of a page', () => {
  it('is renewed by its own page only', async () => {
    const email = await person();
    const page = await testPage(world, river);
    const { refreshToken, sessionId } = await enter(world, page, email);
    const renewed = await page.door('refresh', { refreshToken });
    expect(renewed.body).toMatchObject({ sessionId, expiresIn: 600 });
    expect(renewed.body.refreshToken).toBeUndefined();
    expect((await page.signedIn(renewed.body.accessToken)('GET', '/v1/me')).status).toBe(200);
    expect((await (await testPage(world, river)).door('refresh', { refreshToken })).body.code).toBe('not_signed_in');
  });

  it('gives access for ten minutes, idles out after thirty days, and ends after ninety', async () => {
    const email = await person();
    const page = await testPage(world, river);
    const { refreshToken, call } = await enter(world, page, email);
    world.advance(9);
    expect((await call('GET', '/v1/me')).status).toBe(200);
    world.advance(1);
    expect((await call('GET', '/v1/me')).status).toBe(401);
    for (let months = 0; months < 3; months += 1) {
      world.advance(29 * 24 * 60);
      expect((await page.door('refresh', { refreshToken })).status).toBe(200);
    }
    world.advance(4 * 24 * 60);
    expect((await page.door('refresh', { refreshToken })).status).toBe(401);
    const idle = await enter(world, page, email);
    world.advance(30 * 24 * 60 + 1);
    expect((await page.door('refresh', { refreshToken: idle.refreshToken })).status).toBe(401);
  });

  it('is listed, and ends at once wherever it is ended', async () => {
    const email = await person();
    const [home, phone] = [await testPage(world, river), await testPage(world, river)];
    const atHome = await enter(world, home, email);
    const onPhone = await enter(world, phone, email);
    const list = await read(await atHome.call('GET', '/v1/me/sessions'));
    expect(list.body.items).toHaveLength(2);
    expect(list.body.items.find((one) => one.current)?.id).toBe(atHome.sessionId);
    expect((await atHome.call('POST', `/v1/me/sessions/${onPhone.sessionId}/revoke`, {})).status).toBe(200);
    expect((await onPhone.call('GET', '/v1/me')).status).toBe(401);
    expect((await phone.door('refresh', { refreshToken: onPhone.refreshToken })).status).toBe(401);
    expect((await atHome.call('POST', `/v1/me/sessions/${onPhone.sessionId}/revoke`, {})).status).toBe(404);
    expect((await atHome.call('POST', '/v1/me/sign-out', {})).status).toBe(200);
    expect((await atHome.call('GET', '/v1/me')).status).toBe(401);
  });

  it('cannot be ended by somebody else, here or at another business', async () => {
    const mine = await enter(world, await testPage(world, river), await person());
    const neighbour = await enter(world, await testPage(world, river), await person());
    expect((await neighbour.call('POST', `/v1/me/sessions/${mine.sessionId}/revoke`, {})).status).toBe(404);
    expect((await mine.call('GET', '/v1/me')).status).toBe(200);
  });

  it('ends everywhere', async () => {
    const email = await person();
    const [one, two] = [await enter(world, await testPage(world, river), email), await enter(world, await testPage(world, river), email)];
    expect((await two.call('POST', '/v1/me/sign-out-everywhere', {})).status).toBe(200);
    expect([(await one.call('GET', '/v1/me')).status, (await two.call('GET', '/v1/me')).status]).toEqual([401, 401]);
  });

  it('ends when its page is no longer registered', async () => {
    const email = await person();
    const { call } = await enter(world, await testPage(world, river), email);
    const { endSessionsOfOrigin } = await import('./public.ts');
    await world.deps.store.write((tx) => endSessionsOfOrigin(world.deps, tx, river.business.id, river.origin));
    expect((await call('GET', '/v1/me')).status).toBe(401);
  });

  it('answers nobody without a session', async () => {
    const plain = visitor(world, river.origin);
    for (const path of ['/v1/me', '/v1/me/sessions']) expect((await plain('GET', path)).status).toBe(401);
    for (const path of ['/v1/me/sign-out', '/v1/me/password', '/v1/me/email', '/v1/me/totp/start', '/v1/me/fresh-proof']) expect((await plain('POST', path, {})).status).toBe(401);
  });
});
