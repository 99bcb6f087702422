import { createHash, webcrypto } from 'node:crypto';
import { pageOrigin, visitor, type Caller, type TestBusiness } from './people.ts';
import type { TestWorld } from './test-world.ts';

const b64 = (text: string): string => Buffer.from(text).toString('base64url');

export interface PageKey {
  readonly jwk: Record<string, unknown>;
  sign(text: string): Promise<string>;
}

export async function newPageKey(): Promise<PageKey> {
  const pair = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const { kty, crv, x, y } = await webcrypto.subtle.exportKey('jwk', pair.publicKey);
  return {
    jwk: { kty, crv, x, y },
    sign: async (text) => Buffer.from(await webcrypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, Buffer.from(text))).toString('base64url'),
  };
}

export interface ProofParts {
  readonly method: string;
  readonly url: string;
  readonly now: number;
  readonly nonce?: string | undefined;
  readonly accessToken?: string | undefined;
  /** For tests that want a wrong proof. */
  readonly header?: Record<string, unknown>;
  readonly claims?: Record<string, unknown>;
}

let count = 0;

/** RFC 9449 section 4.2. */
export async function proofOf(key: PageKey, parts: ProofParts): Promise<string> {
  const header = { typ: 'dpop+jwt', alg: 'ES256', jwk: key.jwk, ...parts.header };
  const claims = {
    htm: parts.method, htu: parts.url, iat: Math.floor(parts.now / 1000), jti: `jti-${(count += 1)}-${parts.now}`,
    ...(parts.nonce !== undefined && { nonce: parts.nonce }),
    ...(parts.accessToken !== undefined && { ath: createHash('sha256').update(parts.accessToken).digest('base64url') }), ...parts.claims,
  };
  const text = `${b64(JSON.stringify(header))}.${b64(JSON.stringify(claims))}`;
  return `${text}.${await key.sign(text)}`;
}

export interface SignedInPage {
  readonly call: Caller;
  readonly key: PageKey;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly sessionId: string;
}

/** A page whose visitor has signed in with a mailed code, as people do. Their address must belong to a contact. */
export async function signIn(world: TestWorld, at: TestBusiness, email: string, origin = at.origin ?? pageOrigin): Promise<SignedInPage> {
  const key = await newPageKey();
  const base = `/v1/businesses/${at.business.key}`;
  const plain = visitor(world, origin);
  const nonce = (await plain('GET', base)).headers.get('dpop-nonce') ?? undefined;
  const post = async (path: string, body: unknown): Promise<Response> =>
    plain('POST', path, body, { dpop: await proofOf(key, { method: 'POST', url: world.config.publicUrl + path, now: world.deps.now(), nonce }) });
  const challenge = await (await post(`${base}/auth/mail-code`, { email })).json() as { challengeId: string };
  await world.settle();
  const mail = world.mails.findLast((one) => one.to.address === email);
  const code = /\b(\d{3})\s?(\d{3})\b/.exec(mail?.text ?? '');
  const result = await (await post(`${base}/auth/verify-code`, { challengeId: challenge.challengeId, code: `${code?.[1]}${code?.[2]}` })).json() as { tokens: { accessToken: string; refreshToken: string; sessionId: string } };
  if (!result.tokens) throw new Error(`sign-in failed: ${JSON.stringify(result)}`);
  return { ...result.tokens, key, call: pageCaller(world, key, result.tokens.accessToken, origin) };
}

export function pageCaller(world: TestWorld, key: PageKey, accessToken: string, origin: string): Caller {
  const plain = visitor(world, origin);
  let nonce: string | undefined;
  const attempt = async (method: string, path: string, body: unknown, headers?: Record<string, string>): Promise<Response> => {
    const url = world.config.publicUrl + path.replace(/\?.*$/, '');
    const dpop = await proofOf(key, { method, url, now: world.deps.now(), nonce, accessToken });
    const response = await plain(method, path, body, { authorization: `DPoP ${accessToken}`, dpop, ...headers });
    nonce = response.headers.get('dpop-nonce') ?? nonce;
    return response;
  };
  return async (method, path, body, headers) => {
    const first = await attempt(method, path, body, headers);
    if (first.status !== 401 || (await first.clone().json() as { code: string }).code !== 'use_dpop_nonce') return first;
    return attempt(method, path, body, headers);
  };
}
