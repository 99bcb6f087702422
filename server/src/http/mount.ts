import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Deps } from '../deps.ts';
import { requireFresh, type Scope } from '../domain/scope.ts';
import { answerWith } from './answer.ts';
import { compressed } from './compressed.ts';
import { etagOf } from './etag.ts';
import type { AppEnv } from './env.ts';
import { describe } from './describe.ts';
import { fingerprintOf, once, readKey, type Answer } from './idempotency.ts';
import type { Identify } from './identify.ts';
import { addressBucket, type RateLimits } from './rate-limits.ts';
import { checked, readJson, readQuery } from './read-input.ts';
import { factsOf } from './request-facts.ts';
import { bytesOf } from './read-bytes.ts';
import type { Call, DeclaredRoute } from './route.ts';
import { requireRank, scopeOf } from './scope-of.ts';

export interface Mounting {
  readonly deps: Deps;
  readonly identify: Identify;
  readonly limits: RateLimits;
}

type AnyCall = Call<never, never, never>;

/** The one way from a declaration to an address: identify, limit, check, run, answer through the output schema. */
export function mount(app: OpenAPIHono<AppEnv>, mounting: Mounting, declared: DeclaredRoute): void {
  describe(app, declared);
  const { method, path } = declared.spec;
  app.on(method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ':$1'), (c) => answer(c, mounting, declared));
}

async function answer(c: Context<AppEnv>, { deps, identify, limits }: Mounting, declared: DeclaredRoute): Promise<Response> {
  const { spec } = declared;
  const facts = factsOf(c, deps.config.publicUrl);
  if (facts.header('dpop') !== undefined || spec.publicCache) c.get('head').headers['DPoP-Nonce'] = identify.dpopNonce();
  const bucket = addressBucket(facts.address);
  // Strangers pay before we look anything up, people by their session.
  if (spec.access === 'open' || spec.access === 'visitor') await limits.take(spec.rate ?? 'read', bucket);
  const scope = await scopeOf(identify, spec, facts, c.req.param('business'));
  c.set('asked', { scope, route: `${spec.method.toUpperCase()} ${spec.path}` });
  requireRank(scope, spec.access);
  if (scope.sessionId) await limits.take(spec.rate ?? (declared.kind === 'write' ? 'write' : 'read'), scope.sessionId);
  else if (scope.bookingId) await limits.take(spec.rate ?? 'book', bucket);
  if (spec.fresh) requireFresh(scope, deps.now());

  const params = spec.params ? checked(spec.params, c.req.param()) : undefined;
  const query = checkedQuery(declared, c);
  const { text, value } = spec.method === 'get' || declared.kind === 'upload' ? { text: '', value: undefined } : await readJson(c, spec.maxBody ?? 64_000);
  const body = spec.body ? checked(spec.body, value) : undefined;
  let status: number = spec.status ?? 200;
  const call = { scope, params, query, body, text, request: facts, setHeader: headerSetter(c), setStatus: (told: number) => { status = told; }, bytes: () => bytesOf(c) } as unknown as AnyCall;

  if (declared.kind === 'stream') {
    const content = (await declared.handle(call, undefined)) as string | ReadableStream<Uint8Array>;
    return answerWith(c, content, status, { 'Content-Type': c.get('head').headers['Content-Type'] ?? declared.contentType, 'Cache-Control': 'no-store' });
  }
  if (declared.kind === 'read' || declared.kind === 'upload') return sent(c, declared, { status: spec.status ?? 200, body: shaped(declared, await declared.handle(call, undefined)), replayed: false });
  return sent(c, declared, await written(deps, declared, call, scope, c, text));
}

function checkedQuery(declared: DeclaredRoute, c: Context<AppEnv>): unknown {
  const given = readQuery(c);
  return declared.spec.query ? checked(declared.spec.query, given) : undefined;
}

/** Unknown keys are dropped here, and a handler that returns something else than it declared fails. */
function shaped(declared: DeclaredRoute, result: unknown): string {
  return JSON.stringify(declared.shape(result));
}

function written(deps: Deps, declared: DeclaredRoute, call: AnyCall, scope: Scope, c: Context<AppEnv>, text: string): Promise<Answer> {
  const status = declared.spec.status ?? 200;
  const key = declared.idempotent ? readKey(c.req.header('idempotency-key')) : undefined;
  return deps.store.write(async (tx) => {
    const work = async (): Promise<string> => shaped(declared, await declared.handle(call, tx));
    if (key === undefined) return { status, body: await work(), replayed: false };
    const asked = { businessId: scope.businessId, principal: principalOf(scope), key, fingerprint: fingerprintOf(c.req.method, c.req.path, text) };
    return once(deps, tx, asked, status, work);
  });
}

const principalOf = (scope: Scope): string => scope.bookingId ? `link:${scope.bookingId}` : scope.actor;

function headerSetter(c: Context<AppEnv>): AnyCall['setHeader'] {
  const { headers, cookies } = c.get('head');
  return (name, value) => {
    if (name === 'Set-Cookie') cookies.push(value);
    else headers[name] = value;
  };
}

async function sent(c: Context<AppEnv>, { spec }: DeclaredRoute, { body, status, replayed }: Answer): Promise<Response> {
  const isForAll = spec.publicCache && c.req.header('authorization') === undefined;
  const headers: Record<string, string> = {
    'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': isForAll ? 'public, max-age=0, must-revalidate' : 'private, no-store', ...(replayed && { 'Idempotency-Replayed': 'true' }),
  };
  if (spec.method !== 'get') return answerWith(c, body, status, headers);
  const etag = etagOf(body);
  headers['ETag'] = etag;
  if (c.req.header('if-none-match')?.split(/\s*,\s*/).includes(etag)) return answerWith(c, null, 304, headers);
  // Only what strangers may read: the length of a compressed answer tells of the secrets in it (BREACH).
  if (!isForAll) return answerWith(c, body, status, headers);
  headers['Vary'] = 'Origin, Accept-Encoding';
  const smaller = await compressed(body, etag, c.req.header('accept-encoding'));
  return smaller ? answerWith(c, smaller, status, { ...headers, 'Content-Encoding': 'gzip' }) : answerWith(c, body, status, headers);
}
