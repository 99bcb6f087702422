import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageCheck } from '@portico/contract/embed-check.ts';
import { staffCaller, testBusiness, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';

let world: TestWorld;
let at: TestBusiness;
beforeAll(async () => {
  world = await testWorld();
  at = await testBusiness(world);
});
afterAll(() => world.close());

describe('the check of the owner\'s page', () => {
  it('says in codes what is wrong, and passes on nothing of what it read', async () => {
    const member = await staffCaller(world, at, 'member');
    const fetched: string[] = [];
    Object.assign(world.deps.pages, { fetch: async (address: string) => { fetched.push(address); return { address: 'https://elsewhere.example/', status: 200, type: 'text/html', policies: [], html: '<p>secret words</p>', isCut: false }; } });
    const answer = await member('POST', '/v1/console/page-checks', { address: ' www.elsewhere.example ' });
    const text = await answer.text();
    expect(fetched).toEqual(['www.elsewhere.example']);
    expect(JSON.parse(text) as PageCheck).toEqual({
      address: 'https://elsewhere.example/', tags: [],
      findings: [{ code: 'origin_not_registered', weight: 'problem', facts: { origin: 'https://elsewhere.example' } }, { code: 'script_missing', weight: 'problem', facts: {} }],
    });
  });

  it('says why a page could not be read', async () => {
    const member = await staffCaller(world, at, 'member');
    Object.assign(world.deps.pages, { fetch: async () => 'not_public' });
    expect(await (await member('POST', '/v1/console/page-checks', { address: 'http://192.168.0.1' })).json()).toMatchObject({ findings: [{ code: 'not_public', facts: { host: '192.168.0.1' } }] });
    expect((await member('POST', '/v1/console/page-checks', { address: ' ' })).status).toBe(422);
  });

  it('is not for asking without end', async () => {
    const limited = await testWorld({ PORTICO_RATE_LIMITS: 'on' });
    const member = await staffCaller(limited, await testBusiness(limited), 'member');
    Object.assign(limited.deps.pages, { fetch: async () => 'not_public' });
    const statuses: number[] = [];
    for (let count = 0; count < 12; count += 1) statuses.push((await member('POST', '/v1/console/page-checks', { address: 'https://example.com' })).status);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
    await limited.close();
  });
});
