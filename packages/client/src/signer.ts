import type { Problem } from '@portico/contract/errors.ts';
import { createProof } from './dpop.ts';
import { PortalError } from './portal-error.ts';

/**
 * Who a request speaks for: nobody (a simple CORS request), the holder of the page's key, the person who is signed in,
 * or whoever holds the link to one booking.
 */
export type Access = 'public' | 'proof' | 'session' | { readonly linkToken: string };

/** What signing needs of the session. */
export interface Credentials {
  key(): Promise<CryptoKeyPair>;
  accessToken(): Promise<string | undefined>;
  /** This token was refused: get another, or end the session. */
  renew(refused: string): Promise<string | undefined>;
}

export interface Signer {
  send(request: Request, access: Access): Promise<Response>;
  /** Takes nonce and clock from an answer that came by another way. */
  learn(response: Response): void;
}

export interface SignerOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly credentials: Credentials;
}

/** Refusals that a second, corrected request can turn: a stale nonce, a wrong clock, an expired access token. */
const curable = ['use_dpop_nonce', 'invalid_proof', 'not_signed_in'];

/** Sends each attempt with a proof of its own, and learns nonce and clock from the answers. */
export function createSigner({ fetch, credentials }: SignerOptions): Signer {
  let nonce: string | undefined;
  let clockOffset: number | undefined;

  function learn(response: Response, isFresh: boolean): Response {
    nonce = response.headers.get('dpop-nonce') ?? nonce;
    const date = Date.parse(response.headers.get('date') ?? '');
    // A cached answer carries an old date: good enough only as long as nothing better is known.
    if (!Number.isNaN(date) && (isFresh || clockOffset === undefined)) clockOffset = date - Date.now();
    return response;
  }

  async function sign(request: Request, accessToken: string | undefined): Promise<Request> {
    const proof = await createProof({
      key: await credentials.key(), method: request.method, url: request.url, accessToken, nonce,
      now: Date.now() + (clockOffset ?? 0),
    });
    const signed = request.clone();
    signed.headers.set('dpop', proof);
    if (accessToken) signed.headers.set('authorization', `DPoP ${accessToken}`);
    return signed;
  }

  async function sendSigned(request: Request, access: 'proof' | 'session'): Promise<Response> {
    const cured = new Set<string>();
    let accessToken = access === 'session' ? await credentials.accessToken() : undefined;
    for (;;) {
      if (access === 'session' && !accessToken) throw notSignedIn();
      const response = learn(await fetch(await sign(request, accessToken)), true);
      const code = response.status === 401 ? await codeOf(response) : '';
      if (!curable.includes(code) || cured.has(code)) return response;
      if (code === 'not_signed_in') {
        if (!accessToken) return response;
        accessToken = await credentials.renew(accessToken);
      }
      cured.add(code);
    }
  }

  return {
    async send(request, access) {
      if (access === 'proof' || access === 'session') return sendSigned(request, access);
      if (access !== 'public') request.headers.set('authorization', `BookingLink ${access.linkToken}`);
      return learn(await fetch(request), false);
    },
    learn: (response) => void learn(response, false),
  };
}

export function notSignedIn(): PortalError {
  return new PortalError('not_signed_in', 'Please sign in first.', { status: 401 });
}

async function codeOf(response: Response): Promise<string> {
  const problem = await response.clone().json().catch(() => undefined) as Partial<Problem> | undefined;
  return problem?.code ?? '';
}
