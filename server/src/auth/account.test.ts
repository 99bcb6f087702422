import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setContactEmail } from '../clients/public.ts';
import { inviteContact } from '../clients/change-client.ts';
import { findContact } from '../clients/public.ts';
import { otherOrigin, testBusiness, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { accessOfContacts, issueInvitation, moveIdentityEmail } from './public.ts';
import { findIdentity, updateIdentity } from './identity-store.ts';
import { codeTo, enter, enterWithPassword, mailTo, password, read, testContact, testPage, tokenTo } from './test-support/auth-people.ts';

let world: TestWorld;
let river: TestBusiness;
let night: TestBusiness;
let count = 0;

beforeAll(async () => {
  world = await testWorld();
  river = await testBusiness(world);
  night = await testBusiness(world, { name: 'Night', origin: otherOrigin });
});
afterAll(() => world.close());

async function person() {
  const email = `person${(count += 1)}@mail.example`;
  return testContact(world, river, email);
}

const invite = ({ clientId, contactId }: { clientId: string; contactId: string }) =>
  world.deps.store.write((tx) => inviteContact(world.deps, tx, river.scope, clientId, contactId));
const accessOf = async (contactId: string) => (await world.deps.store.read((db) => accessOfContacts(db, river.scope, [contactId]))).get(contactId);
const anotherPassword = 'staple battery horse';

describe('an invitation', () => {
  it('shows what it is, sets a first password and signs in, once', async () => {
    const ann = await person();
    await invite(ann);
    const page = await testPage(world, river);
    const token = await tokenTo(world, ann.email, 'invitation');
    expect((await accessOf(ann.contactId))?.access).toBe('invited');
    expect((await page.door('invitation', { token })).body).toEqual({ email: ann.email, name: 'Thandi Mokoena', businessName: 'River Physio' });
    expect((await page.door('invitation', { token })).status).toBe(200);
    const done = await page.door('accept-invitation', { token, password });
    expect(done.body.status).toBe('signed_in');
    expect(await accessOf(ann.contactId)).toMatchObject({ access: 'active' });
    expect((await page.door('accept-invitation', { token, password })).status).toBe(404);
    expect((await page.door('sign-in', { email: ann.email, password })).body.status).toBe('signed_in');
    expect((await mailTo(world, ann.email)).subject).toContain('password is set');
  });

  it('is taken by one of two requests', async () => {
    const ann = await person();
    await invite(ann);
    const token = await tokenTo(world, ann.email, 'invitation');
    const [one, two] = [await testPage(world, river), await testPage(world, river)];
    const both = await Promise.all([one.door('accept-invitation', { token, password }), two.door('accept-invitation', { token, password: anotherPassword })]);
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 404]);
  });

  it('ends after a week, and with a newer one', async () => {
    const ann = await person();
    await invite(ann);
    const first = await tokenTo(world, ann.email, 'invitation');
    await invite(ann);
    const second = await tokenTo(world, ann.email, 'invitation');
    const page = await testPage(world, river);
    expect((await page.door('invitation', { token: first })).status).toBe(404);
    world.advance(7 * 24 * 60);
    expect((await page.door('invitation', { token: second })).status).toBe(404);
  });

  it('never replaces a password', async () => {
    const ann = await person();
    const page = await testPage(world, river);
    await enterWithPassword(world, page, ann.email);
    const { token } = await world.deps.store.write((tx) => issueInvitation(world.deps, tx, river.business.id, ann.contactId));
    expect((await page.door('accept-invitation', { token, password: anotherPassword })).status).toBe(409);
    expect((await page.door('sign-in', { email: ann.email, password })).body.status).toBe('signed_in');
    await invite(ann);
    expect((await mailTo(world, ann.email)).text).not.toContain('/invitation/');
  });

  it('works at its own business only, and not at the console', async () => {
    const ann = await person();
    await invite(ann);
    const token = await tokenTo(world, ann.email, 'invitation');
    expect((await (await testPage(world, night)).door('invitation', { token })).status).toBe(404);
    const atConsole = await world.fetch('/v1/console/invitation', { method: 'POST', headers: { 'content-type': 'application/json', 'x-portico-console': '1' }, body: JSON.stringify({ token }) });
    expect(atConsole.status).toBe(404);
    expect((await (await testPage(world, river)).door('invitation', { token })).status).toBe(200);
  });

  it('wants a password that is not tried first', async () => {
    const ann = await person();
    await invite(ann);
    const token = await tokenTo(world, ann.email, 'invitation');
    const page = await testPage(world, river);
    for (const weak of ['short', 'password123', 'aaaaaaaaaaaa', ann.email, 'riverphysio1']) {
      expect(await page.door('accept-invitation', { token, password: weak })).toMatchObject({ status: 422, body: { fields: [{ field: 'password' }] } });
    }
    expect((await page.door('accept-invitation', { token, password })).status).toBe(200);
  });
});

describe('a new password by mail', () => {
  it('ends every session, signs nobody in, and keeps the authenticator app', async () => {
    const ann = await person();
    const page = await testPage(world, river);
    const session = await enterWithPassword(world, page, ann.email);
    await world.deps.store.write((tx) => updateIdentity(tx, river.scope, ann.contactId, { totpSecret: 'sealed' }));
    expect(await page.door('reset', { email: ann.email })).toMatchObject({ status: 202, body: { accepted: true } });
    const token = await tokenTo(world, ann.email, 'reset');
    const done = await page.door('confirm-reset', { token, password: anotherPassword });
    expect(done.body).toEqual({ accepted: true });
    expect((await session.call('GET', '/v1/me')).status).toBe(401);
    expect((await world.deps.store.read((db) => findIdentity(db, river.scope, ann.contactId)))?.totpSecret).toBe('sealed');
    expect((await page.door('sign-in', { email: ann.email, password })).status).toBe(401);
    expect((await page.door('sign-in', { email: ann.email, password: anotherPassword })).body).toMatchObject({ status: 'challenge', challenge: { next: 'totp' } });
    expect((await page.door('confirm-reset', { token, password })).status).toBe(404);
    expect((await mailTo(world, ann.email)).subject).toContain('reset');
  });

  it('answers the same for an address nobody has', async () => {
    const ann = await person();
    const page = await testPage(world, river);
    const [known, unknown] = [await page.door('reset', { email: ann.email }), await page.door('reset', { email: 'no-one@mail.example' })];
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    await world.settle();
    expect(world.mails.some((mail) => mail.to.address === 'no-one@mail.example')).toBe(false);
  });

  it('ends after an hour, is one of two, and belongs to one business', async () => {
    const ann = await person();
    const page = await testPage(world, river);
    await page.door('reset', { email: ann.email });
    const token = await tokenTo(world, ann.email, 'reset');
    expect((await (await testPage(world, night)).door('confirm-reset', { token, password })).status).toBe(404);
    const both = await Promise.all([page.door('confirm-reset', { token, password }), page.door('confirm-reset', { token, password: anotherPassword })]);
    expect(both.map((one) => one.status).sort()).toEqual([200, 404]);
    await page.door('reset', { email: ann.email });
    const late = await tokenTo(world, ann.email, 'reset');
    world.advance(60);
    expect((await page.door('confirm-reset', { token: late, password })).status).toBe(404);
  });
});

describe('changing the password', () => {
  it('wants a fresh proof, and signs out everywhere else', async () => {
    const ann = await person();
    const [home, phone] = [await testPage(world, river), await testPage(world, river)];
    const atHome = await enterWithPassword(world, home, ann.email);
    const onPhone = await enter(world, phone, ann.email);
    world.advance(6);
    expect(await read(await atHome.call('POST', '/v1/me/password', { password: anotherPassword }))).toMatchObject({ status: 403, body: { code: 'fresh_proof_required' } });
    expect(await read(await atHome.call('POST', '/v1/me/fresh-proof', { password: 'not this one' }))).toMatchObject({ status: 401, body: { code: 'wrong_credentials' } });
    const proof = await read(await atHome.call('POST', '/v1/me/fresh-proof', { password }));
    expect(Date.parse(proof.body.freshUntil)).toBe(world.deps.now() + 5 * 60_000);
    expect((await atHome.call('POST', '/v1/me/password', { password: anotherPassword })).status).toBe(200);
    expect([(await atHome.call('GET', '/v1/me')).status, (await onPhone.call('GET', '/v1/me')).status]).toEqual([200, 401]);
    expect((await home.door('sign-in', { email: ann.email, password: anotherPassword })).status).toBe(200);
  });

  it('limits tries at the fresh proof', async () => {
    const ann = await person();
    const session = await enterWithPassword(world, await testPage(world, river), ann.email);
    const answers = [];
    for (let tries = 0; tries < 12; tries += 1) answers.push((await session.call('POST', '/v1/me/fresh-proof', { password: `guess ${tries}` })).status);
    expect(answers[0]).toBe(401);
    expect(answers.at(-1)).toBe(429);
  });

  it('lets somebody without a password prove it with a mailed code, in their own session', async () => {
    const [ann, bob] = [await person(), await person()];
    const session = await enter(world, await testPage(world, river), ann.email);
    const other = await enter(world, await testPage(world, river), bob.email);
    world.advance(6);
    expect((await session.call('POST', '/v1/me/fresh-proof/mail-code', {})).status).toBe(202);
    const code = await codeTo(world, ann.email);
    expect((await other.call('POST', '/v1/me/fresh-proof', { code })).status).toBe(401);
    expect((await session.call('POST', '/v1/me/fresh-proof', { code })).status).toBe(200);
    expect((await session.call('POST', '/v1/me/fresh-proof', { code })).status).toBe(401);
    expect((await session.call('POST', '/v1/me/password', { password })).status).toBe(200);
  });
});

describe('changing the address', () => {
  it('waits for both mailboxes, then tells both', async () => {
    const ann = await person();
    const page = await testPage(world, river);
    const session = await enterWithPassword(world, page, ann.email);
    const newEmail = 'ann.new@mail.example';
    const asked = await read(await session.call('POST', '/v1/me/email', { email: newEmail }));
    expect(asked.body).toEqual({ newEmail, confirmedByOld: false, confirmedByNew: false, done: false });
    const [old, fresh] = [await tokenTo(world, ann.email, 'confirm-email'), await tokenTo(world, newEmail, 'confirm-email')];
    expect((await page.door('confirm-email', { token: fresh })).body).toMatchObject({ confirmedByOld: false, confirmedByNew: true, done: false });
    expect((await page.door('sign-in', { email: newEmail, password })).status).toBe(401);
    expect((await page.door('confirm-email', { token: fresh })).status).toBe(404);
    expect((await page.door('confirm-email', { token: old })).body).toMatchObject({ confirmedByOld: true, confirmedByNew: true, done: true });
    expect((await page.door('sign-in', { email: newEmail, password })).body.status).toBe('signed_in');
    expect((await page.door('sign-in', { email: ann.email, password })).status).toBe(401);
    expect((await world.deps.store.read((db) => findContact(db, river.scope, ann.contactId)))?.email).toBe(newEmail);
    for (const address of [ann.email, newEmail]) expect((await mailTo(world, address)).text).toContain(`sign in as ${newEmail}`);
  });

  it('does not tell that an address is taken, and never takes it over', async () => {
    const [ann, bob] = [await person(), await person()];
    const page = await testPage(world, river);
    const session = await enterWithPassword(world, page, ann.email);
    expect((await read(await session.call('POST', '/v1/me/email', { email: bob.email }))).body).toEqual({ newEmail: bob.email, confirmedByOld: false, confirmedByNew: false, done: false });
    expect((await mailTo(world, bob.email)).text).not.toContain('confirm-email');
  });

  it('is off when the address was taken in the meantime', async () => {
    const ann = await person();
    const page = await testPage(world, river);
    const session = await enterWithPassword(world, page, ann.email);
    const wanted = 'wanted@mail.example';
    await session.call('POST', '/v1/me/email', { email: wanted });
    const [old, fresh] = [await tokenTo(world, ann.email, 'confirm-email'), await tokenTo(world, wanted, 'confirm-email')];
    await testContact(world, river, wanted, 'Faster');
    await page.door('confirm-email', { token: old });
    expect((await page.door('confirm-email', { token: fresh })).status).toBe(409);
  });

  it('ends an earlier wish: its links count for nothing', async () => {
    const ann = await person();
    const page = await testPage(world, river);
    const session = await enterWithPassword(world, page, ann.email);
    await session.call('POST', '/v1/me/email', { email: 'first.wish@mail.example' });
    const first = await tokenTo(world, 'first.wish@mail.example', 'confirm-email');
    await page.door('confirm-email', { token: await tokenTo(world, ann.email, 'confirm-email') });
    await session.call('POST', '/v1/me/email', { email: 'second.wish@mail.example' });
    expect((await page.door('confirm-email', { token: first })).status).toBe(404);
    expect((await page.door('confirm-email', { token: await tokenTo(world, 'second.wish@mail.example', 'confirm-email') })).body).toMatchObject({ done: false });
  });

  it('wants a fresh proof', async () => {
    const ann = await person();
    const session = await enter(world, await testPage(world, river), ann.email);
    world.advance(6);
    expect((await read(await session.call('POST', '/v1/me/email', { email: 'x@mail.example' }))).body.code).toBe('fresh_proof_required');
  });
});

describe('when the business changes a contact\'s address', () => {
  const move = (contactId: string, email: string | null) => world.deps.store.write(async (tx) => {
    if (email !== null) await setContactEmail(tx, river.scope, contactId, email);
    await moveIdentityEmail(world.deps, tx, river.scope, contactId, email);
  });

  it('whoever had the old mailbox is out, and is told', async () => {
    const ann = await person();
    const page = await testPage(world, river);
    const session = await enterWithPassword(world, page, ann.email);
    await move(ann.contactId, 'ann.moved@mail.example');
    expect((await session.call('GET', '/v1/me')).status).toBe(401);
    expect((await mailTo(world, ann.email)).subject).toContain('has changed');
    // The known device is known no more, so the old password alone opens nothing.
    expect((await page.door('sign-in', { email: 'ann.moved@mail.example', password })).body.status).toBe('challenge');
  });

  it('the new mailbox removes what was set before it answered', async () => {
    const ann = await person();
    const page = await testPage(world, river);
    await enterWithPassword(world, page, ann.email);
    await move(ann.contactId, 'ann.owner@mail.example');
    await enter(world, await testPage(world, river), 'ann.owner@mail.example');
    expect((await page.door('sign-in', { email: 'ann.owner@mail.example', password })).status).toBe(401);
    const identity = await world.deps.store.read((db) => findIdentity(db, river.scope, ann.contactId));
    expect(identity).toMatchObject({ passwordHash: null, emailProven: true });
  });

  it('without an address there is no login, and the address is free', async () => {
    const ann = await person();
    const session = await enterWithPassword(world, await testPage(world, river), ann.email);
    await move(ann.contactId, null);
    expect((await session.call('GET', '/v1/me')).status).toBe(401);
    expect(await accessOf(ann.contactId)).toMatchObject({ access: 'none' });
    await world.deps.store.write((tx) => moveIdentityEmail(world.deps, tx, river.scope, 'a'.repeat(26), ann.email));
    expect((await world.deps.store.read((db) => findIdentity(db, river.scope, 'a'.repeat(26))))?.email).toBe(ann.email);
  });
});
