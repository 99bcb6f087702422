import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Secret, TOTP } from 'otpauth';
import { otherOrigin, testBusiness, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { changeStaff } from './change-staff.ts';
import { inviteStaff } from './invite-staff.ts';
import { removeStaff } from './remove-staff.ts';
import { updateStaff } from './staff-store.ts';
import { findSessionBySecret } from './session-store.ts';
import type { Scope } from '../domain/scope.ts';
import { hashOf } from '../domain/tokens.ts';
import { codeTo, enterConsole, mailTo, password, testConsole, testContact, testStaff, tokenTo } from './test-support/auth-people.ts';

let world: TestWorld;
let river: TestBusiness;
let night: TestBusiness;
let count = 0;
const newEmail = (): string => `sam${(count += 1)}@staff.example`;

beforeAll(async () => {
  world = await testWorld();
  river = await testBusiness(world);
  night = await testBusiness(world, { name: 'Night', origin: otherOrigin });
});
afterAll(() => world.close());

async function sam(role: 'owner' | 'admin' | 'member' = 'owner', at = river) {
  const email = newEmail();
  const id = await testStaff(world, at, email, { role });
  return { email, id, browser: await enterConsole(world, email) };
}

describe('the console\'s door', () => {
  it('asks a new browser for the mailed code, and a known one for the password alone', async () => {
    const { email, browser } = await sam();
    expect((await browser.call('GET', 'me')).body).toMatchObject({ email, role: 'owner', hasPassword: true, business: { name: 'River Physio' } });
    await browser.call('POST', 'sign-out', {});
    expect(browser.cookies.has('portico-console')).toBe(false);
    expect((await browser.call('POST', 'sign-in', { email, password })).body).toEqual({ status: 'signed_in' });
    expect((await testConsole(world).call('POST', 'sign-in', { email, password })).body).toMatchObject({ status: 'challenge', challenge: { next: 'code' } });
  });

  it('binds a started sign-in to its browser', async () => {
    const email = newEmail();
    await testStaff(world, river, email);
    const [one, two] = [testConsole(world), testConsole(world)];
    const started = await one.call('POST', 'sign-in', { email, password });
    const given = { challengeId: started.body.challenge.challengeId, code: await codeTo(world, email) };
    expect((await two.call('POST', 'verify-code', given)).status).toBe(401);
    expect((await one.call('POST', 'verify-code', given)).body).toEqual({ status: 'signed_in' });
  });

  it('sets cookies that pages and scripts cannot touch', async () => {
    const email = newEmail();
    await testStaff(world, river, email);
    const response = await world.fetch('/v1/console/sign-in', { method: 'POST', headers: { 'content-type': 'application/json', 'x-portico-console': '1' }, body: JSON.stringify({ email, password }) });
    for (const cookie of response.headers.getSetCookie()) expect(cookie).toMatch(/^portico-(console|device)=[^;]*; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict$/);
    const secure = await testWorld({ PORTICO_URL: 'https://portal.example.com' });
    await testStaff(secure, await testBusiness(secure), email);
    const answer = await secure.fetch('/v1/console/sign-in', { method: 'POST', headers: { 'content-type': 'application/json', 'x-portico-console': '1' }, body: JSON.stringify({ email, password }) });
    for (const cookie of answer.headers.getSetCookie()) expect(cookie).toMatch(/^__Host-portico-.*; Secure$/);
    await secure.close();
  });

  it('refuses what is not the console\'s own page', async () => {
    const { browser } = await sam();
    const wrong: Record<string, string>[] = [{ 'x-portico-console': '' }, { origin: river.origin }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }];
    for (const headers of wrong) {
      expect((await browser.call('POST', 'sessions/' + 'a'.repeat(26) + '/revoke', {}, headers)).status).toBe(403);
      expect((await testConsole(world).call('POST', 'sign-in', { email: 'a@b.example', password }, headers)).status).toBe(403);
    }
    expect((await browser.call('GET', 'me', undefined, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await browser.call('GET', 'me', undefined, { origin: world.config.publicUrl, 'sec-fetch-site': 'same-origin', 'x-portico-console': '' })).status).toBe(200);
  });

  it('answers the same for a wrong password and an unknown address', async () => {
    const { email } = await sam();
    const answers = [];
    for (const tried of [email, 'stranger@staff.example']) answers.push(await testConsole(world).call('POST', 'sign-in', { email: tried, password: 'not the password' }));
    const [one, two] = answers.map(({ status, body }) => ({ status, ...(body as object), requestId: '' }));
    expect(one).toMatchObject({ status: 401, code: 'wrong_credentials' });
    expect(two).toEqual(one);
    const codes = [await testConsole(world).call('POST', 'mail-code', { email }), await testConsole(world).call('POST', 'mail-code', { email: 'stranger@staff.example' })];
    expect(codes.map(({ status, body }) => [status, Object.keys(body), body.challengeId.length])).toEqual([[200, Object.keys(codes[0]!.body), 70], [200, Object.keys(codes[0]!.body), 70]]);
    const resets = [await testConsole(world).call('POST', 'reset', { email }), await testConsole(world).call('POST', 'reset', { email: 'stranger@staff.example' })];
    expect(resets.map(({ status, body }) => [status, body])).toEqual([[202, { accepted: true }], [202, { accepted: true }]]);
  });

  it('is not open to clients, nor the pages\' door to staff', async () => {
    await testContact(world, river, 'client@mail.example');
    const browser = testConsole(world);
    await browser.call('POST', 'mail-code', { email: 'client@mail.example' });
    await world.settle();
    expect(world.mails.some((mail) => mail.to.address === 'client@mail.example')).toBe(false);
    const me = await world.fetch('/v1/me', { headers: { cookie: [...(await sam()).browser.cookies].map((one) => one.join('=')).join('; ') } });
    expect(me.status).toBe(401);
  });

  it('asks which business, naming only those whose password was right', async () => {
    const email = newEmail();
    const third = await testBusiness(world, { name: 'Third', origin: 'https://third.example' });
    await testStaff(world, river, email);
    await testStaff(world, night, email);
    await testStaff(world, third, email, { typed: 'another password altogether' });
    const browser = testConsole(world);
    const asked = await browser.call('POST', 'sign-in', { email, password });
    expect(asked.body.status).toBe('choose_business');
    expect(asked.body.businesses.map((one) => one.name).sort()).toEqual(['Night', 'River Physio']);
    const chosen = await browser.call('POST', 'sign-in', { email, password, business: night.business.key });
    expect((await browser.call('POST', 'verify-code', { challengeId: chosen.body.challenge.challengeId, code: await codeTo(world, email) })).body.status).toBe('signed_in');
    expect((await browser.call('GET', 'me')).body).toMatchObject({ business: { name: 'Night' } });
    expect((await testConsole(world).call('POST', 'sign-in', { email, password, business: third.business.key })).status).toBe(401);
  });

  it('mails a link for every business of an address, good in the same browser only', async () => {
    const email = newEmail();
    await testStaff(world, river, email);
    await testStaff(world, night, email);
    const browser = testConsole(world);
    const before = world.mails.length;
    await browser.call('POST', 'mail-code', { email });
    await world.settle();
    const mails = world.mails.slice(before).filter((mail) => mail.to.address === email && mail.text.includes('/sign-in/'));
    expect(mails).toHaveLength(2);
    expect(mails.filter((mail) => /\d{3} \d{3}/.test(mail.text))).toHaveLength(1);
    const tokens = mails.map((mail) => /console#\/sign-in\/([^\s]+)/.exec(mail.text)?.[1]);
    expect((await testConsole(world).call('POST', 'verify-link', { token: tokens[0] })).status).toBe(409);
    for (const token of tokens) expect((await browser.call('POST', 'verify-link', { token })).body).toEqual({ status: 'signed_in' });
  });

  it('makes a guesser wait, not the browser that is known', async () => {
    const { email, browser } = await sam();
    for (let tries = 0; tries < 5; tries += 1) await testConsole(world).call('POST', 'sign-in', { email, password: 'a wrong guess' });
    expect((await testConsole(world).call('POST', 'sign-in', { email, password })).status).toBe(429);
    expect((await browser.call('POST', 'sign-in', { email, password })).body).toEqual({ status: 'signed_in' });
    world.advance(16);
  });

  it('asks for the authenticator app', async () => {
    const { email, browser } = await sam();
    const started = await browser.call('POST', 'totp/start', {});
    const codeNow = () => new TOTP({ secret: Secret.fromBase32(started.body.secret) }).generate({ timestamp: world.deps.now() });
    expect((await browser.call('POST', 'totp/confirm', { code: codeNow() })).status).toBe(200);
    world.advance(1);
    const asked = await browser.call('POST', 'sign-in', { email, password });
    expect(asked.body).toMatchObject({ challenge: { next: 'totp' } });
    expect((await browser.call('POST', 'verify-totp', { challengeId: asked.body.challenge.challengeId, code: codeNow() })).body).toEqual({ status: 'signed_in' });
  });

  it('removes what a stranger set before the mailbox was proven', async () => {
    const email = newEmail();
    await testStaff(world, river, email, { proven: false });
    const browser = testConsole(world);
    const asked = await browser.call('POST', 'mail-code', { email });
    expect((await browser.call('POST', 'verify-code', { challengeId: asked.body.challengeId, code: await codeTo(world, email) })).body).toEqual({ status: 'signed_in' });
    expect((await browser.call('GET', 'me')).body).toMatchObject({ hasPassword: false });
    expect((await testConsole(world).call('POST', 'sign-in', { email, password })).status).toBe(401);
  });

  it('keeps the password of whoever typed it and then proved the mailbox', async () => {
    const email = newEmail();
    await testStaff(world, river, email, { proven: false });
    const browser = await enterConsole(world, email);
    expect((await browser.call('GET', 'me')).body).toMatchObject({ hasPassword: true });
  });
});

describe('the session of the console', () => {
  it('needs its secret, and ends at once', async () => {
    const { browser } = await sam();
    const [business = '', session = ''] = (browser.cookies.get('portico-console') ?? '').split('.');
    const forged = testConsole(world);
    forged.cookies.set('portico-console', `${business}.${session}.${'A'.repeat(43)}`);
    expect((await forged.call('GET', 'me')).status).toBe(401);
    const stolen = testConsole(world);
    for (const [name, content] of browser.cookies) stolen.cookies.set(name, content);
    expect((await stolen.call('GET', 'me')).status).toBe(200);
    await browser.call('POST', 'sign-out', {});
    expect((await stolen.call('GET', 'me')).status).toBe(401);
  });

  it('lasts while it is used, thirty days at most, and notes its use once a minute', async () => {
    const { browser } = await sam();
    const [businessId = '', , secret = ''] = (browser.cookies.get('portico-console') ?? '').split('.');
    const row = () => world.deps.store.read((db) => findSessionBySecret(db, { businessId }, hashOf(secret), world.deps.now()));
    const before = (await row())?.lastUsedAt;
    await browser.call('GET', 'me');
    await world.deps.store.write(async () => undefined);
    expect((await row())?.lastUsedAt).toBe(before);
    world.advance(2);
    await browser.call('GET', 'me');
    await world.deps.store.write(async () => undefined);
    expect((await row())?.lastUsedAt).toBe(world.deps.now());
    for (let weeks = 0; weeks < 2; weeks += 1) {
      world.advance(13 * 24 * 60);
      expect((await browser.call('GET', 'me')).status).toBe(200);
      await world.deps.store.write(async () => undefined);
    }
    world.advance(5 * 24 * 60);
    expect((await browser.call('GET', 'me')).status).toBe(401);
  });

  it('is nobody else\'s to see or end', async () => {
    const [mine, other, rival] = [await sam(), await sam('member'), await sam('owner', night)];
    const list = (await mine.browser.call('GET', 'sessions')).body.items;
    expect(list).toHaveLength(1);
    for (const { browser } of [other, rival]) expect((await browser.call('POST', `sessions/${list[0]?.id}/revoke`, {})).status).toBe(404);
    expect((await mine.browser.call('POST', `sessions/${list[0]?.id}/revoke`, {})).status).toBe(200);
    expect((await mine.browser.call('GET', 'me')).status).toBe(401);
  });
});

describe('a new password and address at the console', () => {
  it('resets by mail without signing in', async () => {
    const { email, browser } = await sam();
    await testConsole(world).call('POST', 'reset', { email });
    await world.deps.store.write(async () => undefined);
    const token = await tokenTo(world, email, 'console#/reset');
    const done = await testConsole(world).call('POST', 'confirm-reset', { token, password: 'staple battery horse' });
    expect([done.status, done.headers.getSetCookie()]).toEqual([200, []]);
    expect((await browser.call('GET', 'me')).status).toBe(401);
    expect((await testConsole(world).call('POST', 'sign-in', { email, password: 'staple battery horse' })).body.status).toBe('challenge');
  });

  it('moves the address after both have confirmed', async () => {
    const { email, browser } = await sam();
    const fresh = newEmail();
    expect((await browser.call('POST', 'email', { email: fresh })).status).toBe(200);
    await browser.call('POST', 'confirm-email', { token: await tokenTo(world, email, 'confirm-email') });
    expect((await testConsole(world).call('POST', 'confirm-email', { token: await tokenTo(world, fresh, 'confirm-email') })).body).toMatchObject({ done: true });
    expect((await browser.call('GET', 'me')).body).toMatchObject({ email: fresh });
  });
});

describe('who works here', () => {
  it('is invited by the owner, and comes in by the mailed link', async () => {
    const { browser } = await sam();
    const email = newEmail();
    const invited = await browser.call('POST', 'staff', { name: 'Kim', email, role: 'admin' });
    expect(invited).toMatchObject({ status: 201, body: { name: 'Kim', role: 'admin', status: 'invited', hasTotp: false, lastSeenAt: null } });
    const kim = testConsole(world);
    await kim.call('POST', 'mail-code', { email });
    const token = await tokenTo(world, email, 'console#/invitation');
    expect(world.mails.some((mail) => mail.to.address === email && mail.text.includes('/sign-in/'))).toBe(false);
    expect((await kim.call('POST', 'invitation', { token })).body).toEqual({ email, name: 'Kim', businessName: 'River Physio' });
    expect((await kim.call('POST', 'accept-invitation', { token, password, name: 'Kim Lee' })).body).toEqual({ status: 'signed_in' });
    expect((await kim.call('GET', 'me')).body).toMatchObject({ name: 'Kim Lee', role: 'admin' });
    const list = (await kim.call('GET', 'staff')).body.items;
    expect(list.find((one) => one.id === invited.body.id)?.status).toBe('active');
    expect(await browser.call('POST', 'staff', { name: 'Kim', email, role: 'admin' })).toMatchObject({ status: 409, body: { fields: [{ field: 'email' }] } });
  });

  it('is changed by the owner alone', async () => {
    const [owner, admin, member, rival] = [await sam(), await sam('admin'), await sam('member'), await sam('owner', night)];
    for (const { browser } of [admin, member]) {
      expect((await browser.call('POST', 'staff', { name: 'X', email: newEmail(), role: 'member' })).status).toBe(403);
      expect((await browser.call('PATCH', `staff/${member.id}`, { role: 'owner' })).status).toBe(403);
      expect((await browser.call('POST', `staff/${owner.id}/remove`, {})).status).toBe(403);
    }
    expect((await rival.browser.call('PATCH', `staff/${member.id}`, { role: 'owner' })).status).toBe(404);
    expect((await rival.browser.call('POST', `staff/${member.id}/remove`, {})).status).toBe(404);
    expect((await rival.browser.call('GET', 'staff')).body.items).not.toEqual(expect.arrayContaining([expect.objectContaining({ id: member.id })]));
    expect((await owner.browser.call('PATCH', `staff/${member.id}`, { role: 'boss' })).status).toBe(422);
    expect((await owner.browser.call('PATCH', `staff/${member.id}`, { role: 'admin' })).body).toMatchObject({ role: 'admin' });
    expect((await member.browser.call('GET', 'me')).body).toMatchObject({ role: 'admin' });
  });

  it('is guarded in the verbs too, whatever a route forgets', async () => {
    const { id } = await sam('member');
    const scope: Scope = { ...river.scope, role: 'admin' };
    const input = { name: 'X', email: newEmail(), role: 'member' as const };
    const { store } = world.deps;
    await expect(store.write((tx) => inviteStaff(world.deps, tx, scope, input))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(store.write((tx) => changeStaff(world.deps, tx, scope, id, { role: 'owner' }))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(store.write((tx) => removeStaff(world.deps, tx, scope, id))).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('loses the session with the job, even one that nobody ended', async () => {
    const { id, browser } = await sam('member');
    await world.deps.store.write((tx) => updateStaff(tx, river.scope, id, { status: 'removed' }));
    expect((await browser.call('GET', 'me')).status).toBe(401);
  });

  it('is out at once when let go, and can be asked back', async () => {
    const [owner, member] = [await sam(), await sam('member')];
    const feed = new URL((await member.browser.call('POST', 'feed', {})).body.url).pathname;
    expect((await world.fetch(feed)).status).toBe(200);
    expect((await owner.browser.call('POST', `staff/${member.id}/remove`, {})).body).toMatchObject({ status: 'removed' });
    expect((await member.browser.call('GET', 'me')).status).toBe(401);
    expect((await world.fetch(feed)).status).toBe(404);
    expect((await member.browser.call('POST', 'sign-in', { email: member.email, password })).status).toBe(401);
    expect((await owner.browser.call('PATCH', `staff/${member.id}`, { role: 'admin' })).status).toBe(409);
    expect((await owner.browser.call('POST', 'staff', { name: 'Back', email: member.email, role: 'member' })).body).toMatchObject({ id: member.id, status: 'invited' });
    const token = await tokenTo(world, member.email, 'console#/invitation');
    expect((await member.browser.call('POST', 'accept-invitation', { token, password: 'staple battery horse' })).body).toEqual({ status: 'signed_in' });
  });

  it('keeps an owner', async () => {
    const lone = await testBusiness(world, { name: 'Lone', origin: 'https://lone.example' });
    const { browser, id } = await sam('owner', lone);
    expect((await browser.call('POST', `staff/${lone.ownerId}/remove`, {})).status).toBe(200);
    for (const refused of [await browser.call('POST', `staff/${id}/remove`, {}), await browser.call('PATCH', `staff/${id}`, { role: 'admin' })]) {
      expect(refused).toMatchObject({ status: 409 });
      expect(refused.body.detail).toContain('only owner');
    }
    const { browser: second, id: secondId } = await sam('owner', lone);
    const both = await Promise.all([browser.call('PATCH', `staff/${secondId}`, { role: 'member' }), second.call('PATCH', `staff/${id}`, { role: 'member' })]);
    expect(both.filter((one) => one.status === 200)).toHaveLength(1);
  });

  it('is told by mail of a changed password', async () => {
    const { email, browser } = await sam();
    await browser.call('POST', 'password', { password: 'staple battery horse' });
    expect((await mailTo(world, email)).subject).toContain('password was changed');
  });
});
