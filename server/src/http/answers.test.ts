import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guestBooking, newKey, otherOrigin, staffCaller, testBusiness, visitor, type Caller, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';

let world: TestWorld;
let at: TestBusiness;
let owner: Caller;
let page: string;

beforeAll(async () => {
  world = await testWorld();
  at = await testBusiness(world);
  owner = await staffCaller(world, at);
  page = `/v1/businesses/${at.business.key}`;
});
afterAll(() => world.close());


const post = (body: string | ReadableStream<Uint8Array> | undefined, headers: Record<string, string> = {}): Promise<Response> => world.fetch(`${page}/bookings`, {
  method: 'POST', headers: { origin: at.origin, 'content-type': 'application/json', 'idempotency-key': newKey(), ...headers }, ...(body !== undefined && { body }), duplex: 'half',
} as RequestInit);

describe('a read that repeats', () => {
  it('costs nothing while it is the same: 304, no body, and the new answer once it changes', async () => {
    const visit = visitor(world, at.origin);
    const first = await visit('GET', page);
    const etag = first.headers.get('etag') ?? '';
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'public, max-age=0, must-revalidate']);
    for (const header of [etag, `"other", ${etag}`]) {
      const again = await visit('GET', page, undefined, { 'if-none-match': header });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    expect((await visit('GET', page, undefined, { 'if-none-match': 'W/"other"' })).status).toBe(200);
    await owner('PATCH', '/v1/console/business', { accent: '#123456' });
    const changed = await visit('GET', page, undefined, { 'if-none-match': etag });
    expect([changed.status, changed.headers.get('etag') === etag]).toEqual([200, false]);
  });

  it('of somebody signed in is kept by nobody', async () => {
    expect((await owner('GET', '/v1/console/me')).headers.get('cache-control')).toBe('private, no-store');
  });
});

describe('another origin', () => {
  const preflight = (origin: string | undefined): Promise<Response> => world.fetch(`${page}/bookings`, { method: 'OPTIONS', headers: { ...(origin !== undefined && { origin }), 'access-control-request-method': 'POST' } });
  const crossOrigin = (headers: Headers): string[] => [...headers.keys()].filter((name) => name.startsWith('access-control-'));

  it('that is registered may ask first, once in two hours, by its exact name and without credentials', async () => {
    const { status, headers } = await preflight(at.origin);
    expect([status, headers.get('access-control-allow-origin'), headers.get('access-control-max-age'), headers.get('vary')]).toEqual([204, at.origin, '7200', 'Origin']);
    expect(headers.get('access-control-allow-headers')).toContain('DPoP');
    expect(headers.has('access-control-allow-credentials')).toBe(false);
  });

  it.each(['null', 'https://unregistered.example', 'https://river.example.evil.example', 'http://river.example', 'https://river.example:8443', otherOrigin, 'http://localhost:8787', undefined])('%s gets no leave to', async (origin) => {
    const { status, headers } = await preflight(origin);
    expect([status, crossOrigin(headers)]).toEqual([204, []]);
  });

  it('may read why it was refused, and nothing of the console', async () => {
    const refused = await visitor(world, 'https://unregistered.example')('GET', page);
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, 'https://unregistered.example']);
    expect(crossOrigin((await visitor(world, 'null')('GET', page)).headers)).toEqual([]);
    expect(crossOrigin((await visitor(world, at.origin)('GET', '/v1/console/door')).headers)).toEqual([]);
  });

  it('sees the headers that a client needs', async () => {
    const exposed = (await visitor(world, at.origin)('GET', page)).headers.get('access-control-expose-headers') ?? '';
    for (const name of ['DPoP-Nonce', 'Date', 'ETag', 'Retry-After', 'X-Request-Id']) expect(exposed).toContain(name);
  });
});

describe('every answer', () => {
  it('is safe to have in a browser: right or refused, known address or not', async () => {
    for (const answer of [await visitor(world, at.origin)('GET', page), await world.fetch('/v1/nowhere'), await post('{'), await world.fetch('/healthz')]) {
      const { headers } = answer;
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
      expect([headers.get('x-content-type-options'), headers.get('x-frame-options'), headers.get('referrer-policy'), headers.get('strict-transport-security')]).toEqual(['nosniff', 'DENY', 'no-referrer', null]);
    }
    const secure = await testWorld({ PORTICO_URL: 'https://portal.example.com' });
    expect((await secure.fetch('/healthz')).headers.get('strict-transport-security')).toContain('max-age=31536000');
    await secure.close();
  });

  it('has an id of its own, which a refusal names', async () => {
    const [one, two] = [await post('{'), await post('{')];
    const problem = await one.json() as { requestId: string; type: string; title: string; status: number };
    expect(problem).toMatchObject({ requestId: one.headers.get('x-request-id'), status: 400, type: '/docs/errors#malformed_request' });
    expect(one.headers.get('x-request-id')).not.toBe(two.headers.get('x-request-id'));
    expect([one.headers.get('content-type'), one.headers.get('cache-control')]).toEqual(['application/problem+json', 'no-store']);
  });

  it('about what is not there is the same for an unknown address and a wrong method', async () => {
    const [unknown, wrong] = [await world.fetch('/v1/nowhere'), await world.fetch(page, { method: 'DELETE' })];
    expect([unknown.status, wrong.status]).toEqual([404, 404]);
    expect(await unknown.text()).toBe(await wrong.text());
  });

  it('tells nothing of a failure of ours, in an answer that says so', async () => {
    const broken = await testWorld();
    const business = await testBusiness(broken);
    const { read } = broken.deps.store;
    (broken.deps.store as { read: unknown }).read = () => Promise.reject(new Error('secret detail at /srv/data'));
    const failed = await visitor(broken, business.origin)('GET', `/v1/businesses/${business.business.key}`);
    (broken.deps.store as { read: unknown }).read = read;
    const text = await failed.text();
    expect([failed.status, text.includes('secret')]).toEqual([500, false]);
    expect(JSON.parse(text)).toMatchObject({ code: 'internal', requestId: failed.headers.get('x-request-id') });
    await broken.close();
  });

  it('while another process holds the database says to try again', async () => {
    const busy = await testWorld();
    const business = await testBusiness(busy);
    const { DbError } = await import('../storage/store.ts');
    (busy.deps.store as { write: unknown }).write = () => Promise.reject(new DbError('busy', 'database is locked'));
    const refused = await visitor(busy, business.origin)('POST', `/v1/businesses/${business.business.key}/bookings`, guestBooking(business, '2026-11-25T08:00:00.000Z'));
    expect([refused.status, refused.headers.get('retry-after'), (await refused.json() as { code: string }).code]).toEqual([503, '2', 'busy']);
    await busy.close();
  });
});
