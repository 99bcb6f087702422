import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from './all-routes.ts';
import { addClientWithContact } from './clients/public.ts';
import { insertMethod } from './invoices/autopay/consent-store.ts';
import { askForReview } from './invoices/online/ask-for-review.ts';
import type { DeclaredRoute } from './http/route.ts';
import { signIn, type SignedInPage } from './test-support/page-client.ts';
import { guestBooking, otherOrigin, staffCaller, testBusiness, visitor, type Caller, type TestBusiness } from './test-support/people.ts';
import { testWorld, type TestWorld } from './test-support/test-world.ts';

/**
 * Every declared route × nobody, the wrong role, another client, the other business's owner. The list comes from the
 * declarations, so a new route is in here before anybody thinks of it.
 */
let world: TestWorld;
let ours: TestBusiness;
let theirs: TestBusiness;
let member: Caller;
let admin: Caller;
let stranger: Caller;
let ann: SignedInPage;
let bob: SignedInPage;
const ids: Record<string, string> = {};

beforeAll(async () => {
  world = await testWorld({ PORTICO_DEMO: '1' });
  ours = await testBusiness(world);
  theirs = await testBusiness(world, { name: 'Nachtwerk', origin: otherOrigin });
  [member, admin, stranger] = [await staffCaller(world, ours, 'member'), await staffCaller(world, ours, 'admin'), await staffCaller(world, theirs, 'owner')];
  const owner = await staffCaller(world, ours, 'owner');
  const client = await world.deps.store.write((tx) => addClientWithContact(world.deps, tx, ours.scope, { name: 'Quintessa', email: 'ann@mail.example' }, 'staff'));
  await world.deps.store.write((tx) => addClientWithContact(world.deps, tx, ours.scope, { name: 'Bob', email: 'bob@mail.example' }, 'staff'));
  [ann, bob] = [await signIn(world, ours, 'ann@mail.example'), await signIn(world, ours, 'bob@mail.example')];
  const booked = await (await ann.call('POST', '/v1/bookings', { serviceId: ours.service.id, startsAt: '2026-11-25T08:00:00.000Z', timeZone: 'Africa/Johannesburg' })).json() as { booking: { id: string } };
  const block = await (await owner('POST', '/v1/console/blocks', { providerId: ours.providerId, startsAt: '2026-11-26T08:00:00Z', endsAt: '2026-11-26T09:00:00Z' })).json() as { id: string };
  const closure = await (await owner('POST', '/v1/console/closures', { firstDate: '2026-12-24', lastDate: '2026-12-26' })).json() as { id: string };
  const tax = await (await owner('POST', '/v1/console/taxes', { name: 'VAT', ratePpm: 150_000 })).json() as { id: string };
  const invoice = await (await owner('POST', '/v1/console/invoices', { clientId: client.clientId, lines: [{ description: 'Secret visit', unitPriceMinor: 100 }] })).json() as { id: string };
  await owner('POST', `/v1/console/invoices/${invoice.id}/issue`, {});
  const payment = await (await owner('POST', '/v1/console/payments', { clientId: client.clientId, amountMinor: 50, method: 'cash', receivedOn: '2026-11-23' })).json() as { id: string };
  await owner('POST', '/v1/console/payment-accounts/test', { secretKey: 'test_secret_key', webhookSecret: 'test_webhook_secret', enabled: true });
  const attempt = await (await ann.call('POST', '/v1/payments/attempts', { invoiceIds: [invoice.id], returnUrl: `${ours.origin}/` })).json() as { id: string };
  const pack = await (await owner('POST', '/v1/console/packages', { name: 'Secret ten', sessions: 10, priceMinor: 100 })).json() as { id: string };
  const sold = await (await owner('POST', `/v1/console/clients/${client.clientId}/packages`, { productId: pack.id })).json() as { id: string };
  const plan = await (await owner('POST', '/v1/console/plans', { name: 'Secret plan', priceMinor: 100, interval: 'month' })).json() as { id: string };
  const subscription = await (await owner('POST', `/v1/console/clients/${client.clientId}/subscriptions`, { planId: plan.id, startsOn: '2026-12-01' })).json() as { id: string };
  const asked = await (await ann.call('POST', `/v1/subscriptions/${subscription.id}/requests`, { kind: 'pause' })).json() as { request: { id: string } };
  const methodId = world.deps.newId();
  await world.deps.store.write((tx) => insertMethod(tx, { businessId: ours.business.id, clientId: client.clientId, id: methodId, provider: 'test', accountId: 'a', customerRef: 'c', methodRef: 'm', brand: 'visa', last4: '4242', expires: null, savedAt: 0, removedAt: null }));
  const review = world.deps.newId();
  await world.deps.store.write((tx) => askForReview({ ...world.deps, newId: () => review }, tx, { businessId: ours.business.id, kind: 'unknown_payment', dedupeKey: 'test', clientId: null, provider: 'test', text: 'Secret review', amountMinor: 1, currency: 'ZAR', paymentId: null, attemptId: null }));
  const project = await (await owner('POST', '/v1/console/projects', { clientId: client.clientId, name: 'Secret project' })).json() as { id: string };
  const filed = await (await ann.call('POST', '/v1/uploads', { name: 'Secret plan.txt', size: 0 })).json() as { id: string };
  const document = await (await ann.call('POST', `/v1/uploads/${filed.id}/complete`, {})).json() as { id: string };
  const { threads } = await (await ann.call('POST', `/v1/documents/${document.id}/comments`, { version: 1, text: 'Secret comment' })).json() as { threads: { id: string }[] };
  const upload = await (await ann.call('POST', '/v1/uploads', { name: 'Secret upload.txt', size: 100 })).json() as { id: string };
  const wanted = await (await owner('POST', '/v1/console/document-requests', { clientIds: [client.clientId], title: 'Secret passport' })).json() as { items: { id: string }[] };
  const checklist = await (await owner('POST', '/v1/console/checklists', { name: 'Secret list', items: [{ title: 'x' }] })).json() as { id: string };
  await world.settle();
  const jobs = await (await owner('GET', '/v1/console/jobs')).json() as { items: { id: string }[] };
  Object.assign(ids, {
    bookings: booked.booking.id, blocks: block.id, closures: closure.id, services: ours.service.id, providers: ours.providerId, clients: client.clientId,
    contactId: client.contactId, staff: ours.ownerId, jobs: jobs.items[0]?.id ?? '', sessions: ann.sessionId,
    invoices: invoice.id, payments: payment.id, taxes: tax.id, attempts: attempt.id, reviews: review, packages: pack.id, 'client-packages': sold.id, plans: plan.id, subscriptions: subscription.id, 'plan-requests': asked.request.id, 'payment-methods': methodId, documents: document.id, uploads: upload.id, comments: threads[0]?.id ?? '', threads: threads[0]?.id ?? '', projects: project.id, 'document-requests': wanted.items[0]?.id ?? '', checklists: checklist.id,
  });
}, 30_000);
afterAll(() => world.close());

const routes = (): readonly DeclaredRoute[] => allRoutes({ config: { demo: false } } as never);
const isStaff = ({ spec }: DeclaredRoute): boolean => ['member', 'admin', 'owner'].includes(spec.access);
const isClient = ({ spec }: DeclaredRoute): boolean => ['client', 'client_or_link'].includes(spec.access);
const named = (list: readonly DeclaredRoute[]): [string, DeclaredRoute][] => list.map((route) => [`${route.spec.method.toUpperCase()} ${route.spec.path}`, route]);

/** The path with ids of our business in it, by the noun before them; or with ids that do not exist. */
const pathOf = ({ spec }: DeclaredRoute, isUnknown = false): string => spec.path.replaceAll(/([\w-]+)\/\{(\w+)\}/g, (_, noun: string, name: string) => {
  if (name === 'number') return `${noun}/1`;
  if (name === 'business') return `${noun}/${ours.business.key}`;
  return `${noun}/${isUnknown ? '01aaaaaaaaaaaaaaaaaaaaaaaa' : (name === 'contactId' ? ids['contactId'] : ids[noun]) ?? 'nothing'}`;
}) + (spec.path.endsWith('/merge') && spec.method === 'get' ? '?from=01bbbbbbbbbbbbbbbbbbbbbbbb' : spec.path.endsWith('/console/calendar') ? '?firstDate=2026-11-25' : spec.path.endsWith('/console/slots') ? `?service=${ours.service.id}` : spec.path.includes('/statement') ? '?from=2026-11-01&until=2026-11-30' : '');

/** What would be accepted from the right person. */
const bodies: Readonly<Record<string, unknown>> = {
  'PATCH /v1/console/services/{id}': { name: 'Changed' }, 'PATCH /v1/console/providers/{id}': { name: 'Changed' }, 'PATCH /v1/console/clients/{id}': { name: 'Changed' },
  'PATCH /v1/console/staff/{id}': { role: 'admin' }, 'POST /v1/console/bookings/{id}/move': { startsAt: '2026-11-27T08:00:00Z' }, 'POST /v1/console/bookings/{id}/mark': { status: 'done' },
  'POST /v1/console/blocks/{id}/move': { startsAt: '2026-11-27T08:00:00Z', endsAt: '2026-11-27T09:00:00Z' }, 'POST /v1/console/clients/{id}/contacts': { name: 'Eve' },
  'PATCH /v1/console/clients/{id}/contacts/{contactId}': { name: 'Changed' }, 'POST /v1/console/clients/{id}/erase': { name: 'Test' }, 'POST /v1/console/clients/{id}/merge': { from: '01bbbbbbbbbbbbbbbbbbbbbbbb' }, 'POST /v1/console/clients/{id}/merge/undo': { from: '01bbbbbbbbbbbbbbbbbbbbbbbb' },
  'POST /v1/bookings/{id}/move': { startsAt: '2026-11-27T08:00:00Z' },
  'POST /v1/bookings/{id}/pay': { returnUrl: 'https://river.example/' },
  'POST /v1/console/invoices/{id}/void': { reason: 'Test' }, 'POST /v1/console/invoices/{id}/credit': { reason: 'Test' }, 'POST /v1/console/payments/{id}/refund': { amountMinor: 1, reason: 'Test' },
  'PATCH /v1/console/invoices/{id}/reminders': { held: true },
  'PATCH /v1/console/packages/{id}': { name: 'Changed' }, 'POST /v1/console/clients/{id}/packages': { productId: '01aaaaaaaaaaaaaaaaaaaaaaaa' },
  'POST /v1/console/client-packages/{id}/correct': { change: 1, reason: 'Test' }, 'POST /v1/console/client-packages/{id}/extend': { expiresOn: null, reason: 'Test' }, 'POST /v1/console/client-packages/{id}/end': { reason: 'Test' },
  'PATCH /v1/console/plans/{id}': { name: 'Changed' }, 'POST /v1/console/clients/{id}/subscriptions': { planId: '01aaaaaaaaaaaaaaaaaaaaaaaa' }, 'POST /v1/console/plan-requests/{id}/answer': { accept: true },
  'POST /v1/subscriptions/{id}/requests': { kind: 'pause' }, 'POST /v1/subscriptions/{id}/autopay': { methodId: '01aaaaaaaaaaaaaaaaaaaaaaaa', version: '2026-11', lang: 'en', amountMinor: 100 },
  'PATCH /v1/console/documents/{id}': { name: 'Changed' }, 'PATCH /v1/console/documents/{id}/rights': { contacts: [{ contactId: '01aaaaaaaaaaaaaaaaaaaaaaaa', right: null }] }, 'PATCH /v1/console/projects/{id}': { name: 'Changed' },
  'POST /v1/console/document-requests/{id}/return': { reason: 'Test' },
  'PATCH /v1/console/document-requests/{id}': { title: 'Changed' }, 'PATCH /v1/console/checklists/{id}': { name: 'Changed' }, 'POST /v1/console/checklists/{id}/ask': { clientIds: ['01aaaaaaaaaaaaaaaaaaaaaaaa'] },
  'POST /v1/console/documents/{id}/comments': { version: 1, text: 'Test' }, 'POST /v1/documents/{id}/comments': { version: 1, text: 'Test' },
  'POST /v1/documents/{id}/approve': { version: 1 }, 'POST /v1/documents/{id}/request-changes': { version: 1, reason: 'Test' },
  'POST /v1/console/reviews/{id}/settle': { note: 'Test' },
};
const call = (caller: Caller, [name, route]: [string, DeclaredRoute], isUnknown = false): Promise<Response> =>
  caller(route.spec.method.toUpperCase(), pathOf(route, isUnknown), route.spec.method === 'get' || route.spec.method === 'delete' ? undefined : bodies[name] ?? {});

describe('nobody', () => {
  it.each(named(routes().filter((route) => isStaff(route) || isClient(route))))('%s wants a session', async (name, route) => {
    const anonymous: Caller = (method, path, body) => visitor(world, isStaff(route) ? world.config.publicUrl : ours.origin)(method, path, body);
    expect((await call(anonymous, [name, route])).status).toBe(401);
  });

  it.each(named(routes().filter((route) => route.spec.access === 'visitor')))('%s wants a registered page', async (name, route) => {
    expect((await call(visitor(world, 'https://unregistered.example'), [name, route])).status).toBe(403);
  });
});

describe('the wrong role', () => {
  it.each(named(routes().filter(({ spec }) => spec.access === 'admin' || spec.access === 'owner')))('%s refuses a member', async (name, route) => {
    expect((await call(member, [name, route])).status).toBe(403);
  });
  it.each(named(routes().filter(({ spec }) => spec.access === 'owner')))('%s refuses an admin', async (name, route) => {
    expect((await call(admin, [name, route])).status).toBe(403);
  });
  it.each(named(routes().filter(isStaff)))('%s refuses a client', async (name, route) => {
    expect((await call(bob.call, [name, route])).status).toBe(401);
  });
  it.each(named(routes().filter(isClient)))('%s refuses staff', async (name, route) => {
    expect((await call(admin, [name, route])).status).toBe(401);
  });
});

describe('another client of the same business', () => {
  it.each(named(routes().filter((route) => isClient(route) && route.spec.path.includes('{id}'))))('%s: not yours and not there are the same', async (name, route) => {
    const [foreign, unknown] = [await call(bob.call, [name, route]), await call(bob.call, [name, route], true)];
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    expect(await foreign.text()).toBe(await unknown.text());
  });

  it('sees only its own list', async () => {
    const list = await (await bob.call('GET', '/v1/bookings')).json() as { items: unknown[] };
    expect(list.items).toEqual([]);
  });
});

describe('the other business\'s owner', () => {
  it.each(named(routes().filter((route) => isStaff(route) && route.spec.path.includes('{id}') && !route.spec.path.includes('/sessions/'))))('%s: not there', async (name, route) => {
    const [foreign, unknown] = [await call(stranger, [name, route]), await call(stranger, [name, route], true)];
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    expect(await foreign.text()).toBe(await unknown.text());
  });

  it('reads none of ours in any list', async () => {
    const secrets = ['Quintessa', 'ann@mail.example', ours.service.id, ids['bookings'], ids['blocks'], ids['closures'], ids['invoices'], ids['payments'], ids['taxes'], ids['reviews'], ids['packages'], ids['plans'], ids['subscriptions'], ids['plan-requests'], ids['documents'], ids['comments'], ids['checklists'], ids['uploads'], ids['projects'], ids['document-requests']];
    for (const route of routes().filter((one) => isStaff(one) && one.kind === 'read' && one.spec.method === 'get' && !one.spec.path.includes('{'))) {
      const text = await (await stranger('GET', pathOf(route).replace(ours.service.id, theirs.service.id))).text();
      for (const secret of secrets) expect(text, route.spec.path).not.toContain(secret);
    }
  });

  it('cannot book our service or our people into its own calendar', async () => {
    const refused = await stranger('POST', '/v1/console/bookings', { serviceId: theirs.service.id, providerId: theirs.providerId, startsAt: '2026-11-27T08:00:00Z', clientId: ids['clients'] });
    expect(refused.status).toBe(404);
    const crossed = await visitor(world, theirs.origin)('POST', `/v1/businesses/${theirs.business.key}/bookings`, guestBooking(theirs, '2026-11-27T08:00:00.000Z', { providerId: ours.providerId }));
    expect(crossed.status).toBe(404);
  });
});
