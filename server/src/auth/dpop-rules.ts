import { hashOf, hmacOf, sameText } from '../domain/tokens.ts';

/** The only key that is taken: P-256, public half. */
export interface ProofKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

export const clockSkewSeconds = 300;
const bucketMs = 5 * 60_000;
/** No proof can be used twice within this time, and none is taken after it: its nonce is too old by then. */
export const proofWindowMs = 2 * bucketMs;

const coordinate = /^[A-Za-z0-9_-]{43}$/;

/** The key in a proof's header, if it is one of ours and says nothing private. */
export function proofKey(jwk: unknown): ProofKey | undefined {
  if (typeof jwk !== 'object' || jwk === null) return undefined;
  const { kty, crv, x, y, ...rest } = jwk as Record<string, unknown>;
  if (kty !== 'EC' || crv !== 'P-256' || typeof x !== 'string' || typeof y !== 'string') return undefined;
  if (!coordinate.test(x) || !coordinate.test(y)) return undefined;
  // `d` of an EC key; the others belong to key types that are refused anyway.
  if (['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'].some((member) => member in rest)) return undefined;
  return { kty, crv, x, y };
}

/** RFC 7638. */
export const thumbprint = ({ crv, kty, x, y }: ProofKey): string => hashOf(JSON.stringify({ crv, kty, x, y }));

/** One form for an address, without query and fragment (RFC 9449 4.3, RFC 3986 6.2). */
export function plainUrl(text: string): string | undefined {
  const url = URL.parse(text);
  if (!url || url.username || url.password) return undefined;
  return `${url.origin}${url.pathname}`;
}

export interface ProofClaims {
  readonly [claim: string]: unknown;
}

export interface ProofOf {
  readonly method: string;
  readonly url: string;
  /** The access token that comes with it. */
  readonly accessToken?: string;
  readonly now: number;
  readonly nonceKey: string;
}

/** What is wrong with the claims, or that they only need a fresh nonce. */
export function proofFault(claims: ProofClaims, of: ProofOf): 'nonce' | string | undefined {
  const { htm, htu, iat, jti, ath, nonce } = claims;
  if (htm !== of.method) return 'htm names another method';
  if (typeof htu !== 'string' || (htu !== of.url && plainUrl(htu) !== plainUrl(of.url))) return 'htu names another address';
  if (typeof jti !== 'string' || jti.length < 8 || jti.length > 128) return 'jti must have 8 to 128 characters';
  // Before the clock: the answer to a missing nonce also tells the time, so one more try mends both.
  if (!isFreshNonce(of.nonceKey, nonce, of.now)) return 'nonce';
  if (typeof iat !== 'number' || !Number.isFinite(iat)) return 'iat must be a number';
  if (Math.abs(of.now / 1000 - iat) > clockSkewSeconds) return 'iat is more than five minutes away from this server\'s clock; take the time from its Date header';
  if (of.accessToken !== undefined && (typeof ath !== 'string' || !sameText(ath, hashOf(of.accessToken)))) return 'ath does not belong to this access token';
  return undefined;
}

// Asked with every signed request, and the same for minutes.
const nonces = new Map<string, string>();

function nonceOf(key: string, bucket: number): string {
  const name = `${bucket} ${key}`;
  const known = nonces.get(name);
  if (known !== undefined) return known;
  const nonce = hmacOf(key, `dpop:${bucket}`).slice(0, 22);
  if (nonces.size >= 20) nonces.clear();
  nonces.set(name, nonce);
  return nonce;
}

/** Needs no table: it follows from the time, and only we can make it. */
export const nonceAt = (key: string, now: number): string => nonceOf(key, Math.floor(now / bucketMs));

export function isFreshNonce(key: string, nonce: unknown, now: number): boolean {
  if (typeof nonce !== 'string') return false;
  const bucket = Math.floor(now / bucketMs);
  return sameText(nonce, nonceOf(key, bucket)) || sameText(nonce, nonceOf(key, bucket - 1));
}
