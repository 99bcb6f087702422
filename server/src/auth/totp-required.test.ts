import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { allRoutes } from '../all-routes.ts';
import { updateBusiness } from '../business/business-store.ts';
import type { DeclaredRoute } from '../http/route.ts';
import { guestBooking, testBusiness, visitor, type Caller, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { enter, enterConsole, read, testContact, testPage, testStaff, type TestConsole } from './test-support/auth-people.ts';

let world: TestWorld;
let river: TestBusiness;
let contact: { readonly call: Caller };
let console: TestConsole;

const require = (totpRequired: 'nobody' | 'staff' | 'everyone'): Promise<void> => world.deps.store.write((tx) => updateBusiness(tx, river.business.id, { totpRequired }));

beforeAll(async () => {
  world = await testWorld();
  river = await testBusiness(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  await require('nobody');
  const name = world.deps.newId();
  await testContact(world, river, `${name}@mail.example`);
  contact = await enter(world, await testPage(world, river), `${name}@mail.example`);
  await testStaff(world, river, `${name}@staff.example`);
  console = await enterConsole(world, `${name}@staff.example`);
});

const routes = (): readonly DeclaredRoute[] => allRoutes({ config: { demo: false } } as never);
const nameOf = ({ spec }: DeclaredRoute): string => `${spec.method.toUpperCase()} ${spec.path}`;
const isStaff = ({ spec }: DeclaredRoute): boolean => ['member', 'admin', 'owner'].includes(spec.access);
const isClient = ({ spec }: DeclaredRoute): boolean => ['client', 'client_or_link'].includes(spec.access);
const pathOf = ({ spec }: DeclaredRoute): string => spec.path.replaceAll(/\{\w+\}/g, '01aaaaaaaaaaaaaaaaaaaaaaaa');
const bodyOf = ({ spec }: DeclaredRoute): unknown => spec.method === 'get' || spec.method === 'delete' ? undefined : {};

/** All that is open before the app is there. Anything more is a hole; anything less locks people out. */
const acts = ['fresh-proof', 'fresh-proof/mail-code', 'sign-out', 'sign-out-everywhere', 'totp/confirm', 'totp/start'];
const settingUp = ['GET /v1/me', 'GET /v1/console/me', ...acts.flatMap((act) => [`POST /v1/me/${act}`, `POST /v1/console/${act}`])];

describe('a required authenticator app that is missing', () => {
  it('leaves open exactly what setting it up and leaving take', () => {
    expect(routes().filter(({ spec }) => spec.settingUp).map(nameOf).sort()).toEqual(settingUp.sort());
  });

  it.each(routes().filter((route) => isClient(route) && !route.spec.settingUp).map((route) => [nameOf(route), route] as const))('a client: %s is closed', async (_, route) => {
    await require('everyone');
    const refused = await read(await contact.call(route.spec.method.toUpperCase(), pathOf(route), bodyOf(route)));
    expect([refused.status, refused.body.code]).toEqual([403, 'totp_required']);
  });

  it.each(routes().filter((route) => isStaff(route) && !route.spec.settingUp).map((route) => [nameOf(route), route] as const))('staff: %s is closed', async (_, route) => {
    await require('staff');
    const refused = await console.call(route.spec.method.toUpperCase(), pathOf(route).slice('/v1/console/'.length), bodyOf(route));
    expect([refused.status, refused.body.code]).toEqual([403, 'totp_required']);
  });

  it('is asked of clients only where the owner asks everybody', async () => {
    await require('staff');
    expect((await contact.call('GET', '/v1/bookings')).status).toBe(200);
  });

  it('closes the way round by a booking that is being moved', async () => {
    const booked = await (await contact.call('POST', '/v1/bookings', { serviceId: river.service.id, startsAt: '2026-11-26T08:00:00.000Z', timeZone: 'UTC' })).json() as { booking: { id: string } };
    const slots = `/v1/businesses/${river.business.key}/slots?service=${river.service.id}&moving=${booked.booking.id}`;
    expect((await contact.call('GET', slots)).status).toBe(200);
    await require('everyone');
    expect((await contact.call('GET', slots)).status).toBe(403);
  });

  it('leaves a guest\'s link alone: it is nobody\'s session', async () => {
    await require('everyone');
    const booked = await (await visitor(world, river.origin)('POST', `/v1/businesses/${river.business.key}/bookings`, guestBooking(river, '2026-11-27T08:00:00.000Z'))).json() as { booking: { id: string }; linkToken: string };
    const linked = await visitor(world, river.origin)('GET', `/v1/bookings/${booked.booking.id}`, undefined, { authorization: `BookingLink ${booked.linkToken}` });
    expect(linked.status).toBe(200);
  });

  const appCode = (secret: string): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.deps.now() });

  it('is added by a client from that very session, and everything opens', async () => {
    await require('everyone');
    const { secret } = (await read(await contact.call('POST', '/v1/me/totp/start', {}))).body;
    expect((await contact.call('POST', '/v1/me/totp/confirm', { code: appCode(secret) })).status).toBe(200);
    expect((await contact.call('GET', '/v1/bookings')).status).toBe(200);
  });

  it('is added by staff, and everything opens', async () => {
    await require('staff');
    const secret = (await console.call('POST', 'totp/start', {})).body.secret;
    expect((await console.call('POST', 'totp/confirm', { code: appCode(secret) })).status).toBe(200);
    expect((await console.call('GET', 'clients')).status).toBe(200);
    expect((await console.call('POST', 'totp/remove', {})).status).toBe(409);
  });

  it('lets people leave', async () => {
    await require('everyone');
    expect((await contact.call('POST', '/v1/me/sign-out', {})).status).toBe(200);
    expect((await contact.call('GET', '/v1/me')).status).toBe(401);
    expect((await console.call('POST', 'sign-out-everywhere', {})).status).toBe(200);
    expect((await console.call('GET', 'me')).status).toBe(401);
  });

  it('ends open streams as soon as the owner asks for it, without signing anybody out', async () => {
    const stream = (await contact.call('GET', '/v1/live')).body?.getReader();
    expect((await console.call('PATCH', 'business', { totpRequired: 'everyone' })).status).toBe(200);
    let text = '';
    for (let chunk = await stream?.read(); chunk && !chunk.done; chunk = await stream?.read()) text += new TextDecoder().decode(chunk.value);
    expect(text).toContain('slots.changed');
    expect(text).not.toContain('session.ended');
    expect((await read(await contact.call('GET', '/v1/me'))).body.mustAddTotp).toBe(true);
  });
});
