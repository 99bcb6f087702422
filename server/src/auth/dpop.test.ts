import { createHash, webcrypto } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPageKey, proofOf, type PageKey, type ProofParts } from '../test-support/page-client.ts';
import { otherOrigin, testBusiness, visitor, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { accessToken as newAccessToken, readAccessToken } from './access-token.ts';
import { nonceAt, plainUrl, proofFault, proofKey, thumbprint, type ProofKey } from './dpop-rules.ts';
import { enter, read, testContact, testPage, type TestPage } from './test-support/auth-people.ts';
import { memoryUsedProofs } from './used-proofs.ts';

let world: TestWorld;
let river: TestBusiness;
let page: TestPage;
let accessToken: string;

beforeAll(async () => {
  world = await testWorld();
  river = await testBusiness(world);
  await testContact(world, river);
  page = await testPage(world, river);
  ({ accessToken } = await enter(world, page, 'thandi@mail.example'));
});
afterAll(() => world.close());

const accessKey = (): string => world.config.keys.access.reveal();
const nonceNow = (): string => nonceAt(world.config.keys.nonce.reveal(), world.deps.now());
const good = (): ProofParts => ({ method: 'GET', url: `${world.config.publicUrl}/v1/me`, now: world.deps.now(), nonce: nonceNow(), accessToken });

/** `GET /v1/me` with a proof that differs in one thing. */
async function ask(change: Partial<ProofParts> = {}, headers: Record<string, string> = {}, key: PageKey = page.key) {
  const dpop = await proofOf(key, { ...good(), ...change });
  return read(await visitor(world, page.origin)('GET', '/v1/me', undefined, { authorization: `DPoP ${accessToken}`, dpop, ...headers }));
}

describe('a DPoP proof', () => {
  it('opens what it was made for', async () => {
    expect((await ask()).status).toBe(200);
    expect((await ask({ url: `${world.config.publicUrl}/v1/me?lang=en#here` })).status).toBe(200);
  });

  it.each<[string, Partial<ProofParts>]>([
    ['names another method', { method: 'POST' }],
    ['names another address', { claims: { htu: 'http://localhost:8787/v1/bookings' } }],
    ['names another host', { claims: { htu: 'https://evil.example/v1/me' } }],
    ['names no address', { claims: { htu: undefined } }],
    ['is of another type', { header: { typ: 'jwt' } }],
    ['has no type', { header: { typ: undefined } }],
    ['claims no algorithm', { header: { alg: 'none' } }],
    ['claims a shared secret', { header: { alg: 'HS256' } }],
    ['claims another curve', { header: { alg: 'ES384' } }],
    ['has no id', { claims: { jti: undefined } }],
    ['has a short id', { claims: { jti: 'x' } }],
    ['has no time', { claims: { iat: undefined } }],
    ['is too old', { claims: { iat: Math.floor(Date.parse('2026-11-23T05:54:59Z') / 1000) } }],
    ['is from the future', { claims: { iat: Math.floor(Date.parse('2026-11-23T06:05:01Z') / 1000) } }],
    ['belongs to another access token', { claims: { ath: createHash('sha256').update('another').digest('base64url') } }],
    ['belongs to no access token', { claims: { ath: undefined } }],
    ['brings no key', { header: { jwk: undefined } }],
    ['brings a key elsewhere', { header: { jwk: undefined, jku: 'https://evil.example/keys' } }],
  ])('is refused when it %s', async (_, change) => {
    world.setNow('2026-11-23T06:00:00Z');
    expect(await ask(change)).toMatchObject({ status: 401, body: { code: 'invalid_proof' } });
  });

  it('is refused with a private key in it', async () => {
    const pair = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
    const { kty, crv, x, y, d } = await webcrypto.subtle.exportKey('jwk', pair.privateKey);
    expect(proofKey({ kty, crv, x, y })).toEqual({ kty, crv, x, y });
    expect(proofKey({ kty, crv, x, y, d })).toBeUndefined();
    expect(await ask({ header: { jwk: { ...page.key.jwk, d } } })).toMatchObject({ status: 401, body: { code: 'invalid_proof' } });
  });

  it('is refused when somebody else signed it', async () => {
    const stranger = await newPageKey();
    expect(await ask({ header: { jwk: page.key.jwk } }, {}, stranger)).toMatchObject({ body: { code: 'invalid_proof' } });
    // A good proof, but the token belongs to another key.
    expect(await ask({}, {}, stranger)).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
  });

  it('is refused when its key is no point of the curve', async () => {
    expect(await ask({ header: { jwk: { ...page.key.jwk, y: page.key.jwk['x'] } } })).toMatchObject({ body: { code: 'invalid_proof' } });
  });

  it('works once, for reads too', async () => {
    const dpop = await proofOf(page.key, good());
    const again = () => visitor(world, page.origin)('GET', '/v1/me', undefined, { authorization: `DPoP ${accessToken}`, dpop });
    expect((await again()).status).toBe(200);
    expect(await read(await again())).toMatchObject({ status: 401, body: { code: 'invalid_proof' } });
  });

  it('must come alone', async () => {
    const two = `${await proofOf(page.key, good())}, ${await proofOf(page.key, good())}`;
    expect(await ask({}, { dpop: two })).toMatchObject({ body: { code: 'invalid_proof' } });
    const without = await read(await visitor(world, page.origin)('GET', '/v1/me', undefined, { authorization: `DPoP ${accessToken}` }));
    expect(without.body.code).toBe('invalid_proof');
  });

  it('is asked to come back with a nonce, and told which', async () => {
    const refused = await ask({ nonce: undefined });
    expect(refused).toMatchObject({ status: 401, body: { code: 'use_dpop_nonce' } });
    expect((await ask({ nonce: refused.headers.get('dpop-nonce') ?? '' })).status).toBe(200);
    expect((await ask({ nonce: 'made-up-nonce-of-22-ch' })).body.code).toBe('use_dpop_nonce');
  });

  it('learns of a missing nonce before it is told that its clock is wrong', async () => {
    expect((await ask({ nonce: undefined, claims: { iat: 1 } })).body.code).toBe('use_dpop_nonce');
  });

  it('keeps a nonce for five to ten minutes', () => {
    const key = 'key';
    const minute = 60_000;
    const at = 1_000 * 5 * minute;
    const fault = (later: number) => proofFault({ htm: 'GET', htu: 'https://a.example/', jti: '12345678', iat: (at + later) / 1000, nonce: nonceAt(key, at) }, { method: 'GET', url: 'https://a.example/', now: at + later, nonceKey: key });
    expect(fault(0)).toBeUndefined();
    expect(fault(10 * minute - 1)).toBeUndefined();
    expect(fault(10 * minute)).toBe('nonce');
  });

  it('may differ from this clock by five minutes', () => {
    const now = 1_000_000_000;
    const fault = (iat: number) => proofFault({ htm: 'GET', htu: 'https://a.example/', jti: '12345678', iat, nonce: nonceAt('key', now) }, { method: 'GET', url: 'https://a.example/', now, nonceKey: 'key' });
    expect([fault(now / 1000 - 300), fault(now / 1000 + 300)]).toEqual([undefined, undefined]);
    expect(fault(now / 1000 - 301)).toContain('clock');
    expect(fault(now / 1000 + 301)).toContain('clock');
  });
});

describe('a session of a page', () => {
  it('is bound to the page where it began', async () => {
    const dpop = async () => ({ authorization: `DPoP ${accessToken}`, dpop: await proofOf(page.key, good()) });
    const from = async (origin: string | undefined) => read(await world.fetch('/v1/me', { headers: { ...(origin && { origin }), ...(await dpop()) } }));
    expect((await from(page.origin)).status).toBe(200);
    for (const origin of [otherOrigin, 'null', undefined]) expect(await from(origin)).toMatchObject({ status: 403, body: { code: 'origin_not_allowed' } });
  });

  it('may leave Origin out on the hosted page, where browsers do', async () => {
    const hosted = await testPage(world, river, world.config.publicUrl);
    const session = await enter(world, hosted, 'thandi@mail.example');
    const dpop = await proofOf(hosted.key, { ...good(), accessToken: session.accessToken });
    expect((await world.fetch('/v1/me', { headers: { authorization: `DPoP ${session.accessToken}`, dpop } })).status).toBe(200);
  });

  it('does not accept a token that was tampered with, or another scheme', async () => {
    const [business = '', session = '', client = '', expiry = '', mac = ''] = accessToken.split('.');
    const later = [business, session, client, 'zzzzzzzz', mac].join('.');
    const other = [business, session, session, expiry, mac].join('.');
    for (const forged of [later, other, `${accessToken}x`, 'nonsense']) {
      const dpop = await proofOf(page.key, { ...good(), accessToken: forged });
      expect((await ask({}, { authorization: `DPoP ${forged}`, dpop })).body.code).toBe('not_signed_in');
    }
    expect((await ask({}, { authorization: `Bearer ${accessToken}` })).body.code).toBe('not_signed_in');
  });

  it('is bound to its key twice: in the token and in the session', async () => {
    const stranger = await newPageKey();
    const strangerJkt = thumbprint(stranger.jwk as unknown as ProofKey);
    const grant = readAccessToken(accessKey(), accessToken, thumbprint(page.key.jwk as unknown as ProofKey));
    expect(grant?.businessId).toBe(river.business.id);
    expect(readAccessToken(accessKey(), accessToken, strangerJkt)).toBeUndefined();
    // Even a token made for another key cannot use this session.
    const forged = newAccessToken(accessKey(), grant!, strangerJkt);
    const dpop = await proofOf(stranger, { ...good(), accessToken: forged });
    expect((await ask({}, { authorization: `DPoP ${forged}`, dpop })).body.code).toBe('not_signed_in');
  });

  it('ends with its contact\'s login', async () => {
    const email = 'leaving@mail.example';
    const { contactId } = await testContact(world, river, email, 'Leaving');
    const session = await enter(world, await testPage(world, river), email);
    const { updateIdentity } = await import('./identity-store.ts');
    await world.deps.store.write((tx) => updateIdentity(tx, river.scope, contactId, { disabled: true }));
    expect((await session.call('GET', '/v1/me')).status).toBe(401);
  });
});

describe('the rules behind a proof', () => {
  it('compare addresses in one form', () => {
    expect(plainUrl('HTTPS://Api.Example:443/v1/./me?x=1#y')).toBe('https://api.example/v1/me');
    expect(plainUrl('https://user@api.example/')).toBeUndefined();
  });

  it('compute the thumbprint of RFC 7638 in its member order', () => {
    const key = { kty: 'EC', crv: 'P-256', x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU', y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0' } as const;
    expect(thumbprint(key)).toBe(createHash('sha256').update(`{"crv":"P-256","kty":"EC","x":"${key.x}","y":"${key.y}"}`).digest('base64url'));
  });

  it('forget used proofs when none of them could be taken any more', () => {
    const used = memoryUsedProofs();
    expect(used.use('key', 'one', 0)).toBe(true);
    expect(used.use('key', 'one', 599_000)).toBe(false);
    expect(used.use('other key', 'one', 599_000)).toBe(true);
    expect(used.use('key', 'one', 600_001)).toBe(true);
  });
});
