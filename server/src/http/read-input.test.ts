import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey, testBusiness, visitor, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';

let world: TestWorld;
let at: TestBusiness;
let page: string;

beforeAll(async () => {
  world = await testWorld();
  at = await testBusiness(world);
  page = `/v1/businesses/${at.business.key}`;
});
afterAll(() => world.close());


const post = (body: string | ReadableStream<Uint8Array> | undefined, headers: Record<string, string> = {}): Promise<Response> => world.fetch(`${page}/bookings`, {
  method: 'POST', headers: { origin: at.origin, 'content-type': 'application/json', 'idempotency-key': newKey(), ...headers }, ...(body !== undefined && { body }), duplex: 'half',
} as RequestInit);
const code = async (response: Response): Promise<[number, string]> => [response.status, (await response.json() as { code: string }).code];
const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** A body whose length nobody has said. */
function stream(text: string, onRead = (): void => {}): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      onRead();
      controller.enqueue(bytes.slice(at, (at += 16_000)));
      if (at >= bytes.length) controller.close();
    },
  });
}

describe('a body', () => {
  const tooMuch = JSON.stringify({ note: 'x'.repeat(64_000) });

  it('that says it is too large is refused unread', async () => {
    let reads = 0;
    expect(await code(await post(stream(tooMuch, () => { reads += 1; }), { 'content-length': String(tooMuch.length) }))).toEqual([413, 'too_large']);
    expect(reads).toBeLessThanOrEqual(1);
  });

  it('that turns out to be too large is refused as soon as it does', async () => {
    let reads = 0;
    expect(await code(await post(stream(tooMuch.repeat(20), () => { reads += 1; })))).toEqual([413, 'too_large']);
    expect(reads).toBeLessThan(10);
    expect(await code(await post(stream(tooMuch), { 'content-length': '5' }))).toEqual([413, 'too_large']);
  });

  it('of exactly the largest size is read', async () => {
    const largest = JSON.stringify({ note: '' });
    expect(await code(await post(JSON.stringify({ note: 'x'.repeat(64_000 - largest.length) })))).toEqual([422, 'invalid_input']);
  });

  it('may nest twelve levels deep, counted without parsing; brackets in texts do not count', async () => {
    expect(await code(await post(nested(12)))).toEqual([422, 'invalid_input']);
    expect(await code(await post(nested(13)))).toEqual([400, 'malformed_request']);
    expect(await code(await post(nested(30_000)))).toEqual([400, 'malformed_request']);
    expect(await code(await post(JSON.stringify({ note: `"\\"${nested(40)}` })))).toEqual([422, 'invalid_input']);
  });

  it('must be JSON and say so', async () => {
    expect(await code(await post('{"a":'))).toEqual([400, 'malformed_request']);
    expect(await code(await post('a=b', { 'content-type': 'application/x-www-form-urlencoded' }))).toEqual([415, 'unsupported_type']);
    expect(await code(await post('{}', { 'content-type': 'text/plain' }))).toEqual([415, 'unsupported_type']);
    expect(await code(await post('{}', { 'content-type': 'Application/JSON; charset=utf-8' }))).toEqual([422, 'invalid_input']);
  });

  it('names every wrong field, with what to do', async () => {
    const problem = await (await post(JSON.stringify({ startsAt: 'soon', constructor: 1, ['__proto__']: { admin: true } }))).json() as { fields: { field: string; message: string }[] };
    expect(problem.fields).toEqual(expect.arrayContaining([
      expect.objectContaining({ field: 'serviceId', message: 'Fill this in.' }), expect.objectContaining({ field: 'startsAt', message: expect.stringContaining('2026-11-27T12:30:00Z') }),
      expect.objectContaining({ field: 'constructor', message: 'This field is not known here: leave it out.' }),
    ]));
  });
});

describe('a query', () => {
  const ask = (query: string): Promise<Response> => visitor(world, at.origin)('GET', `${page}/slots?${query}`);

  it('gives each value once', async () => {
    expect(await code(await ask(`service=${at.service.id}&service=${at.service.id}`))).toEqual([400, 'malformed_request']);
  });

  it.each(['colour', 'constructor', '__proto__'])('may not hold what is not known: %s', async (name) => {
    const refused = await ask(`service=${at.service.id}&${name}=1`);
    expect([refused.status, (await refused.json() as { fields: unknown[] }).fields]).toEqual([422, [expect.objectContaining({ field: name, message: 'This field is not known here: leave it out.' })]]);
  });

  it('names a wrong value', async () => {
    const refused = await ask(`service=${at.service.id}&month=2026-13`);
    expect([refused.status, (await refused.json() as { fields: { field: string }[] }).fields[0]?.field]).toEqual([422, 'month']);
  });
});
