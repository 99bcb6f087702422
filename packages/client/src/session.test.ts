import { beforeEach, describe, expect, it } from 'vitest';
import { memoryKeyStore } from './key-store.ts';
import type { KeyStore } from './key-store.ts';
import { createPortalClient } from './portal-client.ts';
import type { PortalClient } from './portal-client.ts';
import { fakeServer, problem, tokens, until } from './test-support/fake-server.ts';
import type { FakeServer } from './test-support/fake-server.ts';

const auth = 'businesses/river-physio/auth';
const me = { name: 'Thandi' };
let server: FakeServer;
let name = 0;

function client(storage: KeyStore = memoryKeyStore(), business = 'river-physio'): PortalClient {
  return createPortalClient({ apiUrl: server.apiUrl, business, fetch: server.fetch, storage, backOff: () => 1 });
}

/** Somebody who signed in on an earlier visit. */
async function returning(access = 'a1'): Promise<{ storage: KeyStore; portal: PortalClient }> {
  const storage = memoryKeyStore();
  server.on(`POST ${auth}/sign-in`, { status: 'signed_in', tokens: tokens(access) });
  await client(storage).auth.signIn({ email: 'thandi@example.com', password: 'correct horse' });
  return { storage, portal: client(storage) };
}

beforeEach(() => {
  server = fakeServer();
  // A channel and locks of its own for each test.
  Object.assign(server, { apiUrl: `https://api-${(name += 1)}.portico.test` });
});

describe('signing in', () => {
  it('is signed out at first, and asks the network for nothing', async () => {
    const portal = client();
    expect(portal.session.state).toBe('unknown');
    await portal.session.ready;
    expect(portal.session.state).toBe('signed_out');
    expect(server.asked).toHaveLength(0);
  });

  it('proves the key with the nonce that the server wants', async () => {
    server.on(`POST ${auth}/sign-in`, { status: 'signed_in', tokens: tokens('a1') });
    const portal = client();
    const states: string[] = [];
    portal.session.subscribe((state) => states.push(state));
    await portal.auth.signIn({ email: 'thandi@example.com', password: 'correct horse' });
    expect(portal.session.state).toBe('signed_in');
    expect(states).toEqual(['signed_out', 'signed_in']);
    expect(server.asked.map(({ proof }) => proof?.['nonce'])).toEqual([undefined, 'nonce-1']);
    expect(server.asked[0]?.headers.has('authorization')).toBe(false);
  });

  it('is not signed in by a challenge', async () => {
    const challenge = { challengeId: 'c', next: 'totp', expiresAt: '2026-11-21T00:00:00Z' };
    server.on(`POST ${auth}/sign-in`, { status: 'challenge', challenge });
    const portal = client();
    expect(await portal.auth.signIn({ email: 'a@example.com', password: 'x' })).toEqual({ status: 'challenge', challenge });
    expect(portal.session.state).toBe('signed_out');
  });

  it('sends the token with every call of the person, from one key', async () => {
    server.on('GET me', me);
    const { portal } = await returning();
    server.on(`POST ${auth}/refresh`, tokens('a2'));
    expect(await portal.me.read()).toEqual(me);
    const last = server.asked.at(-1);
    expect(last?.headers.get('authorization')).toBe('DPoP a2');
    expect(new Set(server.asked.map(({ jwk }) => jwk?.x)).size).toBe(1);
    expect(new Set(server.asked.map(({ proof }) => proof?.['jti'])).size).toBe(server.asked.length);
  });

  it('does not ask the server on behalf of nobody', async () => {
    await expect(client().me.read()).rejects.toMatchObject({ code: 'not_signed_in' });
    expect(server.asked).toHaveLength(0);
  });
});

describe('renewing', () => {
  it('renews once for several calls at the same time', async () => {
    server.on('GET me', me);
    server.on(`POST ${auth}/refresh`, tokens('a2'));
    const { portal } = await returning();
    await portal.me.read();
    const before = server.countOf(`POST ${auth}/refresh`);
    await Promise.all([portal.me.read(), portal.me.read(), portal.me.read()]);
    expect(server.countOf(`POST ${auth}/refresh`)).toBe(before);
  });

  it('renews before the token runs out, and when it is refused', async () => {
    server.on('GET me', me);
    server.on(`POST ${auth}/refresh`, tokens('soon', 20), tokens('long', 600));
    const { portal } = await returning();
    await portal.me.read();
    expect(server.asked.at(-1)?.headers.get('authorization')).toBe('DPoP soon');
    await portal.me.read();
    expect(server.asked.at(-1)?.headers.get('authorization')).toBe('DPoP long');
    server.on('GET me', problem('not_signed_in'), me);
    server.on(`POST ${auth}/refresh`, tokens('other'));
    expect(await portal.me.read()).toEqual(me);
    expect(server.asked.at(-1)?.headers.get('authorization')).toBe('DPoP other');
  });

  it.each(['wrong_credentials', 'not_signed_in'] as const)('ends the session when it is refused: %s', async (code) => {
    server.on(`POST ${auth}/refresh`, problem(code));
    const { portal, storage } = await returning();
    await expect(portal.me.read()).rejects.toMatchObject({ code: 'not_signed_in' });
    expect(portal.session.state).toBe('signed_out');
    expect(await storage.read()).toBeUndefined();
  });

  it.each([['no answer' as const, 'unreachable'], [problem('busy'), 'busy'], [problem('rate_limited'), 'rate_limited']] as const)(
    'keeps the session when the server cannot be asked: %#', async (answer, code) => {
      server.on(`POST ${auth}/refresh`, answer);
      const { portal, storage } = await returning();
      await expect(portal.me.read()).rejects.toMatchObject({ code });
      expect(portal.session.state).toBe('signed_in');
      expect((await storage.read())?.refreshToken).toBe('refresh-a1');
    });

  it('finds the right time when the clock of the phone is wrong', async () => {
    server.clockAhead = 5 * 3600_000;
    server.on('GET me', me);
    server.on(`POST ${auth}/refresh`, tokens('a2'));
    const { portal } = await returning();
    expect(await portal.me.read()).toEqual(me);
  });

  it('follows a nonce that changes under it', async () => {
    server.on('GET me', me);
    server.on(`POST ${auth}/refresh`, tokens('a2'));
    const { portal } = await returning();
    await portal.me.read();
    server.nonce = 'nonce-2';
    expect(await portal.me.read()).toEqual(me);
  });

  it('gives up when every nonce is refused', async () => {
    server.on('GET me', problem('use_dpop_nonce'));
    server.on(`POST ${auth}/refresh`, tokens('a2'));
    const { portal } = await returning();
    await expect(portal.me.read()).rejects.toMatchObject({ code: 'use_dpop_nonce' });
    expect(server.countOf('GET me')).toBe(2);
  });
});

describe('several tabs', () => {
  it('are signed in and out together, and share the token', async () => {
    server.on('GET me', me);
    server.on('POST me/sign-out', {});
    server.on(`POST ${auth}/sign-in`, { status: 'signed_in', tokens: tokens('a1') });
    const storage = memoryKeyStore();
    const [here, there] = [client(storage), client(storage)];
    await Promise.all([here.session.ready, there.session.ready]);
    await here.auth.signIn({ email: 'thandi@example.com', password: 'correct horse' });
    await until('the other tab is signed in', () => there.session.state === 'signed_in');
    server.on(`POST ${auth}/refresh`, tokens('a2'));
    await there.me.read();
    expect(server.countOf(`POST ${auth}/refresh`)).toBeLessThanOrEqual(1);
    await there.session.signOut();
    await until('the first tab is signed out', () => here.session.state === 'signed_out');
    expect(server.countOf('POST me/sign-out')).toBe(1);
    expect(await storage.read()).toBeUndefined();
  });

  it('make one key between them', async () => {
    server.on(`POST ${auth}/mail-code`, { challengeId: 'c', next: 'code', expiresAt: '' });
    const storage = memoryKeyStore();
    const [here, there] = [client(storage), client(storage)];
    await Promise.all([here, there].map((portal) => portal.auth.mailCode({ email: 'a@example.com' })));
    expect(new Set(server.asked.map(({ jwk }) => jwk?.x)).size).toBe(1);
  });

  it('know nothing of another business', async () => {
    server.on(`POST ${auth}/sign-in`, { status: 'signed_in', tokens: tokens('a1') });
    const other = client(memoryKeyStore(), 'other-business');
    await other.session.ready;
    await client().auth.signIn({ email: 'a@example.com', password: 'x' });
    expect(other.session.state).toBe('signed_out');
  });
});

describe('signing out', () => {
  it('forgets the key even when the server cannot be told', async () => {
    server.on('POST me/sign-out', 'no answer');
    server.on(`POST ${auth}/refresh`, tokens('a2'));
    const { portal, storage } = await returning();
    await portal.session.signOut();
    expect(portal.session.state).toBe('signed_out');
    expect(await storage.read()).toBeUndefined();
  });

  it('everywhere ends it here, too', async () => {
    server.on('POST me/sign-out-everywhere', {});
    server.on(`POST ${auth}/refresh`, tokens('a2'));
    const { portal } = await returning();
    await portal.me.signOutEverywhere();
    expect(portal.session.state).toBe('signed_out');
  });
});
