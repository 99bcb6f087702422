import type { ErrorCode } from '@portico/contract/errors.ts';
import { errorStatus } from '@portico/contract/errors.ts';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: unknown;
  /** The claims of a proof that was checked. */
  readonly proof: Record<string, unknown> | undefined;
  readonly jwk: JsonWebKey | undefined;
}

type Answer = Response | object | 'no answer';

export interface FakeServer {
  readonly apiUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly asked: readonly Asked[];
  /** Answers in turn; the last one stays. */
  on(route: string, ...answers: (Answer | ((asked: Asked) => Answer | Promise<Answer>))[]): void;
  countOf(route: string): number;
  nonce: string;
  /** Milliseconds by which the server's clock is ahead of this machine's. */
  clockAhead: number;
}

/** An API without a network that really checks proofs: signature, method, address, nonce, time, token hash, repetition. */
export function fakeServer(): FakeServer {
  const asked: Asked[] = [];
  const answers = new Map<string, (Answer | ((asked: Asked) => Answer | Promise<Answer>))[]>();
  const seen = new Set<unknown>();
  const routeOf = ({ method, path }: { method: string; path: string }): string => `${method} ${path}`;

  const server: FakeServer = {
    apiUrl: 'https://api.portico.test',
    asked,
    nonce: 'nonce-1',
    clockAhead: 0,
    on: (route, ...given) => { answers.set(route, given); },
    countOf: (route) => asked.filter((one) => routeOf(one) === route).length,
    async fetch(input, init) {
      const request = new Request(input, init);
      const headers = {
        'dpop-nonce': server.nonce,
        'date': new Date(Date.now() + server.clockAhead).toUTCString(),
      };
      const { pathname } = new URL(request.url);
      const text = await request.text();
      const seenBy = { method: request.method, path: pathname.replace('/v1/', ''), headers: request.headers };
      const header = request.headers.get('dpop');
      const checked = header ? await checkProof(header, request) : undefined;
      const one: Asked = { ...seenBy, body: text ? JSON.parse(text) : undefined, proof: checked?.claims, jwk: checked?.jwk };
      asked.push(one);
      if (checked) {
        const refusal = judge(checked.claims, server, seen);
        if (refusal) return problem(refusal, headers);
      }
      const list = answers.get(routeOf(one)) ?? [];
      const next = list.length > 1 ? list.shift() : list[0];
      const { signal } = request;
      const answer = typeof next === 'function' ? await unlessAborted(signal, Promise.resolve(next(one))) : next;
      signal.throwIfAborted();
      if (answer === 'no answer') throw new TypeError('Failed to fetch');
      if (answer === undefined) return problem('not_found', headers);
      if (!(answer instanceof Response)) return Response.json(answer, { headers });
      // As a real fetch does: an abort also ends the body.
      const body = (next === answer ? answer.clone() : answer).body?.pipeThrough(new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>(), { signal });
      const copy = new Response(body ?? null, answer);
      for (const [name, value] of Object.entries(headers)) copy.headers.set(name, value);
      return copy;
    },
  };
  return server;
}

async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  return Promise.race([work, new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  })]);
}

/** Compares the proof's own claims with what the server knows. */
function judge(claims: Record<string, unknown>, server: FakeServer, seen: Set<unknown>): ErrorCode | undefined {
  if (claims['nonce'] !== server.nonce) return 'use_dpop_nonce';
  if (Math.abs(Number(claims['iat']) * 1000 - (Date.now() + server.clockAhead)) > 300_000) return 'invalid_proof';
  if (seen.has(claims['jti'])) return 'invalid_proof';
  seen.add(claims['jti']);
  return undefined;
}

async function checkProof(proof: string, request: Request): Promise<{ claims: Record<string, unknown>; jwk: JsonWebKey }> {
  const [head = '', payload = '', signature = ''] = proof.split('.');
  const { jwk, ...header } = JSON.parse(text(head)) as { jwk: JsonWebKey };
  const claims = JSON.parse(text(payload)) as Record<string, unknown>;
  expectEqual(header, { typ: 'dpop+jwt', alg: 'ES256' });
  expectEqual(Object.keys(jwk).sort(), ['crv', 'kty', 'x', 'y']);
  const key = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  const isGood = await crypto.subtle.verify(
    { name: 'ECDSA', hash: 'SHA-256' }, key, bytes(signature), new TextEncoder().encode(`${head}.${payload}`),
  );
  expectEqual(isGood, true);
  const { origin, pathname } = new URL(request.url);
  expectEqual([claims['htm'], claims['htu']], [request.method, origin + pathname]);
  const token = /^DPoP (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  expectEqual(claims['ath'], token && await hashOf(token));
  return { claims, jwk };
}

async function hashOf(token: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return Buffer.from(hash).toString('base64url');
}

declare const Buffer: { from(bytes: ArrayBuffer | string, encoding?: string): Uint8Array<ArrayBuffer> & { toString(encoding: string): string } };
const bytes = (part: string): Uint8Array<ArrayBuffer> => Buffer.from(part, 'base64url');
const text = (part: string): string => Buffer.from(part, 'base64url').toString('utf8');

function expectEqual(actual: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (one !== other) throw new Error(`proof: expected ${other}, got ${one}`);
}

export function problem(code: ErrorCode, headers: Record<string, string> = {}, facts: object = {}): Response {
  const body = { type: 'about:blank', title: code, status: errorStatus[code], code, detail: `It is ${code}.`, requestId: 'r1', ...facts };
  return Response.json(body, { status: body.status, headers: { ...headers, 'content-type': 'application/problem+json' } });
}

export const tokens = (accessToken: string, expiresIn = 600) => ({ sessionId: 's1', accessToken, expiresIn, refreshToken: `refresh-${accessToken}` });

/** Waits until something is true; fails with its name. */
export async function until(what: string, look: () => unknown, patience = 2000): Promise<void> {
  const end = performance.now() + patience;
  while (!look()) {
    if (performance.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => { setTimeout(resolve, 1); });
  }
}
