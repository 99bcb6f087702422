import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateBusiness } from '../business/business-store.ts';
import { testBusiness, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { findIdentity } from './identity-store.ts';
import { seal, unseal } from '../domain/sealed-secret.ts';
import { enterWithPassword, mailTo, password, read, testContact, testPage, codeTo, type TestPage } from './test-support/auth-people.ts';
import { acceptedStep } from './totp-rules.ts';

let world: TestWorld;
let river: TestBusiness;
let count = 0;

beforeAll(async () => {
  world = await testWorld();
  river = await testBusiness(world);
});
afterAll(() => world.close());

const appCode = (secret: string, steps = 0): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.deps.now() + steps * 30_000 });

/** Somebody with an app, on a page that knows them. */
async function withApp() {
  const email = `app${(count += 1)}@mail.example`;
  const { contactId } = await testContact(world, river, email, 'Ann');
  const page = await testPage(world, river);
  const session = await enterWithPassword(world, page, email);
  const { secret } = (await read(await session.call('POST', '/v1/me/totp/start', {}))).body;
  const { recoveryCodes } = (await read(await session.call('POST', '/v1/me/totp/confirm', { code: appCode(secret) }))).body;
  world.advance(1);
  return { email, contactId, page, session, secret, recoveryCodes };
}

const start = async (page: TestPage, email: string): Promise<string> => {
  const { body } = await page.door('sign-in', { email, password });
  expect(body).toMatchObject({ status: 'challenge', challenge: { next: 'totp' } });
  return body.challenge.challengeId;
};

describe('an authenticator app', () => {
  it('is added with a code, tells its person, and signs every other device out', async () => {
    const email = 'adding@mail.example';
    const { contactId } = await testContact(world, river, email, 'Bob');
    const page = await testPage(world, river);
    const other = await testPage(world, river);
    const session = await enterWithPassword(world, page, email);
    const started = await other.door('sign-in', { email, password });
    const elsewhere = await other.door('verify-code', { challengeId: started.body.challenge.challengeId, code: await codeTo(world, email) });
    const made = (await read(await session.call('POST', '/v1/me/totp/start', {}))).body;
    expect(made.uri).toContain('otpauth://totp/River%20Physio:adding%40mail.example');
    expect(made.qrSvg).toMatch(/^<svg/);
    expect(await read(await session.call('POST', '/v1/me/totp/confirm', { code: '000000' }))).toMatchObject({ status: 422, body: { fields: [{ field: 'code' }] } });
    const done = await read(await session.call('POST', '/v1/me/totp/confirm', { code: appCode(made.secret) }));
    expect(new Set(done.body.recoveryCodes).size).toBe(10);
    expect((await other.signedIn(elsewhere.body.tokens.accessToken)('GET', '/v1/me')).status).toBe(401);
    expect((await read(await session.call('GET', '/v1/me'))).body).toMatchObject({ hasTotp: true });
    expect((await mailTo(world, email)).subject).toContain('authenticator app is on');
    const identity = await world.deps.store.read((db) => findIdentity(db, river.scope, contactId));
    expect(JSON.stringify(identity)).not.toContain(made.secret);
    for (const code of done.body.recoveryCodes) expect(JSON.stringify(identity)).not.toContain(code);
  });

  it('is asked for on known devices, new ones, and after a mailed code', async () => {
    const { email, page } = await withApp();
    await start(page, email);
    const phone = await testPage(world, river);
    await start(phone, email);
    const asked = await phone.door('mail-code', { email });
    const after = await phone.door('verify-code', { challengeId: asked.body.challengeId, code: await codeTo(world, email) });
    expect(after.body).toMatchObject({ status: 'challenge', challenge: { next: 'totp' } });
  });

  it('lets in with its code, once', async () => {
    const { email, page, secret } = await withApp();
    const [one, two] = [await start(page, email), await start(page, email)];
    const code = appCode(secret);
    expect((await page.door('verify-totp', { challengeId: one, code })).body.status).toBe('signed_in');
    expect((await page.door('verify-totp', { challengeId: two, code })).body.code).toBe('wrong_credentials');
    world.advance(1);
    expect((await page.door('verify-totp', { challengeId: two, code: appCode(secret) })).body.status).toBe('signed_in');
  });

  it('takes one of two requests with the same code', async () => {
    const { email, page, secret } = await withApp();
    const challenges = [await start(page, email), await start(page, email)];
    const both = await Promise.all(challenges.map((challengeId) => page.door('verify-totp', { challengeId, code: appCode(secret) })));
    expect(both.map((one) => one.status).sort()).toEqual([200, 401]);
  });

  it('cannot be finished elsewhere, or with the mailed code\'s route', async () => {
    const { email, page, secret } = await withApp();
    const challengeId = await start(page, email);
    expect((await (await testPage(world, river)).door('verify-totp', { challengeId, code: appCode(secret) })).status).toBe(401);
    expect((await page.door('verify-code', { challengeId, code: appCode(secret) })).status).toBe(401);
  });

  it('is a second factor: without the first one its code opens nothing', async () => {
    const { email, page, secret, recoveryCodes } = await withApp();
    const asked = await page.door('mail-code', { email });
    expect((await page.door('verify-totp', { challengeId: asked.body.challengeId, code: appCode(secret) })).status).toBe(401);
    expect((await page.door('verify-totp', { challengeId: asked.body.challengeId, recoveryCode: recoveryCodes[0] })).status).toBe(401);
  });

  it('gives five tries for each sign-in, and makes whoever goes on wait', async () => {
    const { email, page, secret } = await withApp();
    const first = await start(page, email);
    for (let tries = 0; tries < 5; tries += 1) expect((await page.door('verify-totp', { challengeId: first, code: '000000' })).status).toBe(401);
    expect((await page.door('verify-totp', { challengeId: first, code: appCode(secret) })).status).toBe(401);
    const second = await start(page, email);
    const answers = [];
    for (let tries = 0; tries < 5; tries += 1) answers.push((await page.door('verify-totp', { challengeId: second, code: '000000' })).status);
    expect(answers.at(-1)).toBe(429);
  });

  it('is replaced by recovery codes, each of which works once', async () => {
    const { email, page, recoveryCodes } = await withApp();
    const [code = ''] = recoveryCodes;
    const used = await page.door('verify-totp', { challengeId: await start(page, email), recoveryCode: code.replaceAll('-', ' ').toUpperCase() });
    expect(used.body.status).toBe('signed_in');
    expect((await mailTo(world, email)).text).toContain('9 are left');
    expect((await page.door('verify-totp', { challengeId: await start(page, email), recoveryCode: code })).status).toBe(401);
    const [one, two] = [await start(page, email), await start(page, email)];
    const both = await Promise.all([one, two].map((challengeId) => page.door('verify-totp', { challengeId, recoveryCode: recoveryCodes[1] })));
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 401]);
  });

  it('is removed with a fresh proof only, and not when the business wants one', async () => {
    const { session, secret, email } = await withApp();
    world.advance(5);
    expect(await read(await session.call('POST', '/v1/me/totp/remove', {}))).toMatchObject({ status: 403, body: { code: 'fresh_proof_required' } });
    expect((await session.call('POST', '/v1/me/fresh-proof', { code: appCode(secret) })).status).toBe(200);
    await world.deps.store.write((tx) => updateBusiness(tx, river.business.id, { totpRequired: 'everyone' }));
    expect((await session.call('POST', '/v1/me/totp/remove', {})).status).toBe(409);
    await world.deps.store.write((tx) => updateBusiness(tx, river.business.id, { totpRequired: 'nobody' }));
    expect((await session.call('POST', '/v1/me/totp/remove', {})).status).toBe(200);
    expect((await read(await session.call('GET', '/v1/me'))).body).toMatchObject({ hasTotp: false, mustAddTotp: false });
    expect((await mailTo(world, email)).subject).toContain('is off');
  });

  it('is missed by whoever must have one', async () => {
    const email = 'must@mail.example';
    await testContact(world, river, email, 'Must');
    const session = await enterWithPassword(world, await testPage(world, river), email);
    await world.deps.store.write((tx) => updateBusiness(tx, river.business.id, { totpRequired: 'everyone' }));
    expect((await read(await session.call('GET', '/v1/me'))).body.mustAddTotp).toBe(true);
    await world.deps.store.write((tx) => updateBusiness(tx, river.business.id, { totpRequired: 'staff' }));
    expect((await read(await session.call('GET', '/v1/me'))).body.mustAddTotp).toBe(false);
    await world.deps.store.write((tx) => updateBusiness(tx, river.business.id, { totpRequired: 'nobody' }));
  });
});

describe('the rules of one-time codes', () => {
  it('take the step before and after, and never an earlier one again', () => {
    const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
    const now = 1_700_000_000_000;
    const step = Math.floor(now / 30_000);
    const codeAt = (steps: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now + steps * 30_000 });
    expect([-2, -1, 0, 1, 2].map((steps) => acceptedStep(secret, codeAt(steps), now, 0))).toEqual([undefined, step - 1, step, step + 1, undefined]);
    expect(acceptedStep(secret, codeAt(0), now, step)).toBeUndefined();
    expect(acceptedStep(secret, codeAt(-1), now, step)).toBeUndefined();
    expect(acceptedStep(secret, codeAt(1), now, step)).toBe(step + 1);
  });

  it('seal a seed for one person', () => {
    const sealed = seal('key', 'ann', 'the seed', (size) => new Uint8Array(size).fill(7));
    expect(sealed).not.toContain('seed');
    expect(unseal('key', 'ann', sealed)).toBe('the seed');
    expect(() => unseal('key', 'bob', sealed)).toThrow();
    expect(() => unseal('other key', 'ann', sealed)).toThrow();
    expect(() => unseal('key', 'ann', `${sealed.slice(0, -2)}AA`)).toThrow();
  });
});
