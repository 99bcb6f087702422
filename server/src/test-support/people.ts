import { createStaff, startConsoleSession } from '../auth/public.ts';
import { addProvider, addService } from '../bookings/public.ts';
import type { ServiceRow } from '../bookings/service-store.ts';
import { addBusiness } from '../business/add-business.ts';
import type { BusinessRow } from '../business/public.ts';
import type { RequestFacts } from '../http/route.ts';
import type { Scope } from '../domain/scope.ts';
import type { TestWorld } from './test-world.ts';

/** The page of the first business, and of the other one. */
export const pageOrigin = 'https://river.example';
export const otherOrigin = 'https://night.example';

export interface TestBusiness {
  readonly business: BusinessRow;
  readonly service: ServiceRow;
  readonly providerId: string;
  readonly scope: Scope;
  readonly ownerId: string;
  readonly origin: string;
}

export interface BusinessOptions {
  readonly name?: string;
  readonly timeZone?: string;
  readonly currency?: string;
  readonly origin?: string;
  readonly service?: Partial<Omit<ServiceRow, 'reminderMinutes'>> & { reminderMinutes?: number[] };
}

/** Open every day from 09:00 to 17:00, one provider, sessions of 30 minutes. */
export function testBusiness(world: TestWorld, options: BusinessOptions = {}): Promise<TestBusiness> {
  const { deps } = world;
  const origin = options.origin ?? pageOrigin;
  const name = options.name ?? 'River Physio';
  return deps.store.write(async (tx) => {
    const business = await addBusiness(deps, tx, {
      name, email: `hello@${new URL(origin).hostname}`, timeZone: options.timeZone ?? 'Africa/Johannesburg', currency: options.currency ?? 'ZAR', lang: 'en', origins: [origin], portalUrl: `${origin}/portal`,
    });
    const owner = await createStaff(deps, tx, business.id, { name: 'Boss', email: `boss@${new URL(origin).hostname}`, role: 'owner', proven: true });
    const scope: Scope = { businessId: business.id, role: 'owner', actor: `staff:${owner.id}`, staffId: owner.id };
    const weeklyHours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startMinute: 540, endMinute: 1020 }));
    const provider = await addProvider(deps, tx, scope, { name: 'Anna', weeklyHours });
    const service = await addService(deps, tx, scope, {
      name: 'Visit', description: '', durationMinutes: 30, priceMinor: 65_000, placeKind: 'in_person', place: '1 River Road', bufferBeforeMinutes: 0, bufferAfterMinutes: 0, intervalMinutes: 30,
      minNoticeMinutes: 0, maxDaysAhead: 60, maxPerDay: null, cancelCutoffMinutes: 1440, reminderMinutes: [1440, 60], ...options.service, providerIds: [provider.id],
    });
    return { business, service, providerId: provider.id, scope, ownerId: owner.id, origin };
  });
}

/** Calls the API as somebody. */
export type Caller = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;

/** JSON, except bytes: they go as they are. */
function bodyOf(body: unknown): RequestInit {
  if (body === undefined) return {};
  if (body instanceof ReadableStream) return { body, duplex: 'half' } as RequestInit;
  return { body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body) };
}

let keys = 0;
/** A key nobody has used. */
export const newKey = (): string => `test-key-${String((keys += 1)).padStart(16, '0')}`;

/** A visitor's page. */
export const visitor = (world: TestWorld, origin: string): Caller => (method, path, body, headers) => world.fetch(path, {
  method, headers: { origin, ...(body !== undefined && { 'content-type': 'application/json' }), ...(method === 'POST' && { 'idempotency-key': newKey() }), ...headers },
  ...bodyOf(body),
});

const consoleRequest: RequestFacts = { method: 'POST', url: '', origin: undefined, address: '127.0.0.1', requestId: 'test', header: () => undefined, signal: new AbortController().signal };

/** A member of staff at the console. */
export async function staffCaller(world: TestWorld, { business }: TestBusiness, role: 'owner' | 'admin' | 'member' = 'owner'): Promise<Caller & { readonly staffId: string }> {
  const { deps } = world;
  const name = `${role} ${newKey()}`;
  const { cookies, staffId } = await deps.store.write(async (tx) => {
    const member = await createStaff(deps, tx, business.id, { name, email: `${name.replaceAll(/[^a-z0-9]/g, '')}@staff.example`, role, proven: true });
    return { staffId: member.id, cookies: await startConsoleSession(deps, tx, { businessId: business.id, identityId: member.id, request: consoleRequest }) };
  });
  const cookie = cookies.map((one) => one.split(';')[0]).join('; ');
  const call: Caller = (method, path, body, headers) => world.fetch(path, {
    method, headers: { cookie, 'x-portico-console': '1', ...(body !== undefined && { 'content-type': 'application/json' }), ...(method === 'POST' && { 'idempotency-key': newKey() }), ...headers },
    ...bodyOf(body),
  });
  return Object.assign(call, { staffId });
}

/** What a visitor sends to book. */
export const guestBooking = (at: TestBusiness, startsAt: string, more: Record<string, unknown> = {}): Record<string, unknown> =>
  ({ serviceId: at.service.id, startsAt, timeZone: 'Africa/Johannesburg', name: 'Thandi Mokoena', email: 'thandi@mail.example', ...more });
