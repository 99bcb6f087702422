import type { LiveMessage } from '@portico/contract/live.ts';
import { authRoutes } from './fake-auth-routes.ts';
import { bookingRoutes } from './fake-booking-routes.ts';
import { chasingRoutes } from './fake-chasing-routes.ts';
import { documentRoutes } from './fake-document-routes.ts';
import { makeFakeBusiness } from './fake-business.ts';
import { makeFakeInvoices } from './fake-invoices.ts';
import { invoiceRoutes } from './fake-invoice-routes.ts';
import { officeRoutes } from './fake-office-routes.ts';
import { packageRoutes } from './fake-package-routes.ts';
import { planRoutes } from './fake-plan-routes.ts';
import { FakeRefusal, type FakeOptions, type FakeRequest, type FakeRoutes, type FakeState } from './fake-routes.ts';

export interface FakeApi {
  readonly state: FakeState;
  /** Every write, as `POST bookings`, in order. */
  readonly writes: { readonly route: string; readonly body: unknown; readonly headers: Headers }[];
  /** The next call of this route is refused. */
  refuseNext(route: string, refusal: FakeRefusal): void;
  tell(message: LiveMessage): void;
  uninstall(): void;
}

/** Puts a whole console API in place of `fetch`. */
export function installFakeApi(options: FakeOptions = {}): FakeApi {
  const realFetch = globalThis.fetch;
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const refusals = new Map<string, FakeRefusal>();
  const writes: FakeApi['writes'] = [];
  let position = 0;
  const tell = (message: LiveMessage): void => {
    position += 1;
    const chunk = new TextEncoder().encode(`id: ${position}\ndata: ${JSON.stringify(message)}\n\n`);
    for (const stream of streams) stream.enqueue(chunk);
  };
  const data = options.business ?? makeFakeBusiness();
  const state: FakeState = { data, money: makeFakeInvoices(data.clients), options, isSignedIn: options.isSignedIn ?? true, isFresh: false, hasTotp: !options.mustAddTotp, tell };
  const routes: FakeRoutes = { ...authRoutes(state), ...bookingRoutes(state), ...officeRoutes(state), ...invoiceRoutes(state), ...chasingRoutes(state), ...documentRoutes(state), ...packageRoutes(state), ...planRoutes(state) };

  const openStream = (signal: AbortSignal | null | undefined): Response => {
    let mine: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({ start: (controller) => { mine = controller; streams.add(controller); }, cancel: () => { if (mine) streams.delete(mine); } });
    signal?.addEventListener('abort', () => { if (mine && streams.delete(mine)) mine.error(new DOMException('stopped', 'AbortError')); });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  };

  globalThis.fetch = async (input, init) => {
    const url = new URL(String(input), location.origin);
    if (!url.pathname.startsWith('/v1/console/')) return await realFetch(input, init);
    const path = url.pathname.slice('/v1/console/'.length);
    const method = init?.method ?? 'GET';
    if (path === 'live' && state.hasTotp) return openStream(init?.signal);
    const body = (typeof init?.body === 'string' ? JSON.parse(init.body) : {}) as Record<string, unknown>;
    const headers = new Headers(init?.headers);
    if (method !== 'GET') writes.push({ route: `${method} ${path}`, body, headers });
    try {
      if (method !== 'GET' && headers.get('x-portico-console') !== '1') throw new FakeRefusal(403, 'forbidden', 'Send the console header.');
      const refusal = refusals.get(`${method} ${path}`);
      if (refusals.delete(`${method} ${path}`) && refusal) throw refusal;
      return Response.json(structuredClone(answer(routes, state, method, path, { query: url.searchParams, body })));
    } catch (error) {
      if (!(error instanceof FakeRefusal)) throw error;
      return Response.json(error.problem, { status: error.problem.status });
    }
  };
  return { state, writes, refuseNext: (route, refusal) => { refusals.set(route, refusal); }, tell, uninstall: () => { globalThis.fetch = realFetch; } };
}

const open = new Set(['door', 'sign-in', 'sign-up', 'mail-code', 'verify-code', 'verify-totp', 'verify-link', 'invitation', 'accept-invitation', 'reset', 'confirm-reset', 'confirm-email']);
const settingUp = new Set(['me', 'sign-out', 'sign-out-everywhere', 'fresh-proof', 'fresh-proof/mail-code', 'totp/start', 'totp/confirm']);

function answer(routes: FakeRoutes, state: FakeState, method: string, path: string, request: Omit<FakeRequest, 'params'>): unknown {
  if (!state.isSignedIn && !open.has(path)) throw new FakeRefusal(401, 'not_signed_in', 'Sign in first.');
  if (!state.hasTotp && !open.has(path) && !settingUp.has(path)) throw new FakeRefusal(403, 'totp_required', 'An authenticator app is required here.');
  for (const [pattern, run] of Object.entries(routes)) {
    const found = new RegExp(`^${pattern.replaceAll('*', '([^/]+)')}$`).exec(`${method} ${path}`);
    if (found) return run({ ...request, params: found.slice(1) });
  }
  throw new FakeRefusal(404, 'not_found', `The fake has no ${method} ${path}.`);
}
