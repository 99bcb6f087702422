import type { Client } from '@portico/contract/clients.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { staffCaller, testBusiness, type Caller, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { password, testPage, tokenTo } from './test-support/auth-people.ts';

let world: TestWorld;
let at: TestBusiness;
let owner: Caller;
beforeEach(async () => {
  world = await testWorld();
  at = await testBusiness(world);
  owner = await staffCaller(world, at);
});
afterEach(() => world.close());

const email = 'thandi@mail.example';
const add = async (account: Record<string, unknown> = {}): Promise<Client> =>
  await (await owner('POST', '/v1/console/clients', { name: 'thandi m', contact: { name: 'thandi m', email }, ...account })).json() as Client;
const inviteFirst = async ({ id, contacts }: Client): Promise<Client> =>
  await (await owner('POST', `/v1/console/clients/${id}/contacts/${contacts[0]?.id}/invite`)).json() as Client;
const reread = async ({ id }: Client): Promise<Client> => await (await owner('GET', `/v1/console/clients/${id}`)).json() as Client;

describe('an invited contact', () => {
  it('counts as invited at once, before the mail is written, and afterwards', async () => {
    const client = await add();
    expect(client.contacts[0]?.access).toBe('none');
    expect((await inviteFirst(client)).contacts[0]?.access).toBe('invited');
    await world.settle();
    expect((await reread(client)).contacts[0]?.access).toBe('invited');
    expect((await (await testPage(world, at)).door('invitation', { token: await tokenTo(world, email, 'invitation') })).status).toBe(200);
  });

  it('is not invited when nothing was written', async () => {
    const client = await add({ contact: { name: 'Thandi' } });
    expect((await owner('POST', `/v1/console/clients/${client.id}/contacts/${client.contacts[0]?.id}/invite`)).status).toBe(422);
    expect((await reread(client)).contacts[0]?.access).toBe('none');
  });

  it('says its own name when accepting; a person’s account and the search follow, and the history says so', async () => {
    const client = await inviteFirst(await add());
    const token = await tokenTo(world, email, 'invitation');
    expect((await (await testPage(world, at)).door('accept-invitation', { token, password, name: 'Thandi Mokoena' })).status).toBe(200);
    expect(await reread(client)).toMatchObject({ name: 'Thandi Mokoena', contacts: [{ name: 'Thandi Mokoena', access: 'active' }] });
    const found = await (await owner('GET', '/v1/console/clients?search=mokoena')).json() as { items: Client[] };
    expect(found.items.map(({ id }) => id)).toEqual([client.id]);
    const timeline = await (await owner('GET', `/v1/console/clients/${client.id}/timeline`)).json() as { items: { type: string; actor: string }[] };
    expect(timeline.items.find(({ type }) => type === 'contact.changed')?.actor).toBe('Thandi Mokoena');
  });

  it('leaves a company its name', async () => {
    const client = await inviteFirst(await add({ kind: 'company', name: 'Mill Ltd', contact: { name: 'Mill Ltd', email } }));
    const token = await tokenTo(world, email, 'invitation');
    await (await testPage(world, at)).door('accept-invitation', { token, password, name: 'Thandi Mokoena' });
    expect(await reread(client)).toMatchObject({ name: 'Mill Ltd', contacts: [{ name: 'Thandi Mokoena' }] });
  });
});
