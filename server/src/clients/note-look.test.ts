import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestEvents } from '../events/event-store.ts';
import { staffCaller, testBusiness, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { addClientWithContact } from './public.ts';

let world: TestWorld;
let at: TestBusiness;
let count = 0;

beforeAll(async () => {
  world = await testWorld();
  at = await testBusiness(world);
});
afterAll(() => world.close());

const newClient = async (name = `Client ${(count += 1)}`): Promise<string> =>
  (await world.deps.store.write((tx) => addClientWithContact(world.deps, tx, at.scope, { name, email: `client${(count += 1)}@mail.example` }, 'staff'))).clientId;
const looks = async (clientId: string): Promise<string[]> => {
  const rows = await world.deps.store.read((db) => newestEvents(db, at.scope, { limit: 1000 }));
  return rows.filter((row) => row.type === 'client.read' && row.subjectId === clientId).map((row) => row.actor);
};

describe('a look at a client', () => {
  it.each(['', '/bookings', '/timeline'])('is written down: GET clients/{id}%s', async (rest) => {
    const [member, id] = [await staffCaller(world, at, 'member'), await newClient()];
    expect((await member('GET', `/v1/console/clients/${id}${rest}`)).status).toBe(200);
    expect(await looks(id)).toEqual([`staff:${member.staffId}`]);
  });

  it('is written once an hour for each of the staff, however often the screen renews itself', async () => {
    const [member, other, id] = [await staffCaller(world, at, 'member'), await staffCaller(world, at, 'admin'), await newClient()];
    await Promise.all(['', '/bookings', '/timeline', ''].map((rest) => member('GET', `/v1/console/clients/${id}${rest}`)));
    await other('GET', `/v1/console/clients/${id}`);
    expect((await looks(id)).sort()).toEqual([`staff:${member.staffId}`, `staff:${other.staffId}`].sort());
    world.advance(60);
    await member('GET', `/v1/console/clients/${id}`);
    expect(await looks(id)).toHaveLength(3);
  });

  it('shows in the audit trail by name, and not in the client\'s own history', async () => {
    const [owner, id] = [await staffCaller(world, at), await newClient('Zanele Dube')];
    await owner('GET', `/v1/console/clients/${id}`);
    const trail = await (await owner('GET', '/v1/console/audit?limit=5')).json() as { items: { type: string; text: string }[] };
    expect(trail.items.find((item) => item.type === 'client.read')?.text).toBe('Looked at Zanele Dube');
    const history = await (await owner('GET', `/v1/console/clients/${id}/timeline`)).json() as { items: { type: string }[] };
    expect(history.items.map((item) => item.type)).not.toContain('client.read');
  });

  it('leaves nothing when there is nobody to look at', async () => {
    const owner = await staffCaller(world, at);
    const unknown = '01aaaaaaaaaaaaaaaaaaaaaaaa';
    expect((await owner('GET', `/v1/console/clients/${unknown}`)).status).toBe(404);
    expect(await looks(unknown)).toEqual([]);
  });

  it('tells no open screen, which would look again because of it', async () => {
    const [owner, id] = [await staffCaller(world, at), await newClient()];
    const reader = (await owner('GET', '/v1/console/live')).body?.getReader();
    await reader?.read();
    await owner('GET', `/v1/console/clients/${id}`);
    await owner('PATCH', `/v1/console/clients/${id}`, { note: 'Likes mornings' });
    const first = new TextDecoder().decode((await reader?.read())?.value);
    expect(first).toContain('client.changed');
    await reader?.cancel();
  });
});
