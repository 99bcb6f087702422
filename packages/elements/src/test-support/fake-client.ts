import type { PortalClient } from '@portico/client/portal-client.ts';
import { PortalError } from '@portico/client/portal-error.ts';
import type { PortalErrorCode } from '@portico/client/portal-error.ts';
import type { PortalSession, SessionState } from '@portico/client/session.ts';
import type { BusinessPage } from '@portico/contract/business.ts';
import type { Problem } from '@portico/contract/errors.ts';
import type { LiveMessage } from '@portico/contract/live.ts';
import { learnProblems } from '../base/localize.ts';
import { provideClient } from '../base/page-client.ts';

/** What to answer instead of the server; whatever is left out refuses with a clear message. */
export interface FakeAnswers {
  readonly business?: string;
  readonly signedIn?: boolean;
  readonly page?: Partial<BusinessPage>;
  readonly bookings?: Partial<PortalClient['bookings']>;
  readonly invoices?: Partial<PortalClient['invoices']>;
  readonly plans?: Partial<PortalClient['plans']>;
  readonly documents?: Partial<PortalClient['documents']>;
  readonly auth?: Partial<PortalClient['auth']>;
  readonly me?: Partial<PortalClient['me']>;
}

export interface FakeClient extends PortalClient {
  /** What was called: `['bookings.start', { … }]`. */
  readonly calls: readonly (readonly [name: string, ...args: unknown[]])[];
  callsOf(name: string): readonly (readonly unknown[])[];
  /** As another tab would. */
  become(state: SessionState): void;
  /** As the live stream would. */
  say(message: LiveMessage): void;
  readonly liveListeners: number;
}

export const fakeApi = 'https://api.portico.test';

const page: BusinessPage = {
  key: 'river-physio', name: 'River Physio', logoUrl: null, accent: '#1f6f5c', lang: 'en', timeZone: 'Africa/Johannesburg', currency: 'ZAR',
  words: {}, signInOn: 'page', hostedUrl: `${fakeApi}/p/river-physio`, phoneRequired: false,
};

/** A client without a server, used by every element on the page that names its business and {@link fakeApi}. */
export function fakeClient(answers: FakeAnswers = {}): FakeClient {
  const business = answers.business ?? 'river-physio';
  const calls: (readonly [string, ...unknown[]])[] = [];
  const live = new Set<(message: LiveMessage) => void>();
  const session = fakeSession(answers.signedIn ? 'signed_in' : 'signed_out', (name) => calls.push([name]));

  const slice = <T extends object>(name: string, given: Partial<T> = {}): T => new Proxy(given as T, {
    get: (methods, key) => async (...args: unknown[]) => {
      calls.push([`${name}.${String(key)}`, ...args]);
      const method = methods[key as keyof T] as ((...args: unknown[]) => unknown) | undefined;
      if (!method) throw new Error(`The fake client has no answer for ${name}.${String(key)}.`);
      const result = await (async () => method(...args))().catch(refused);
      const tokens = name === 'auth' && (result as { status?: string } | undefined)?.status === 'signed_in';
      if (tokens) session.become('signed_in');
      return result;
    },
  });

  const client: FakeClient = {
    business,
    apiUrl: fakeApi,
    session,
    bookings: slice('bookings', answers.bookings),
    invoices: slice('invoices', answers.invoices),
    plans: slice('plans', answers.plans),
    documents: slice('documents', answers.documents),
    auth: slice('auth', answers.auth),
    me: slice('me', answers.me),
    live: {
      subscribe(listener) {
        live.add(listener);
        return () => live.delete(listener);
      },
    },
    page: async () => ({ ...page, key: business, ...answers.page }),
    calls,
    callsOf: (name) => calls.filter(([called]) => called === name).map(([, ...args]) => args),
    become: session.become,
    say: (message) => live.forEach((listener) => listener(message)),
    get liveListeners() { return live.size; },
  };
  provideClient(client);
  return client;
}

function fakeSession(first: SessionState, called: (name: string) => void): PortalSession & { become(state: SessionState): void } {
  const listeners = new Set<(state: SessionState) => void>();
  let state = first;
  const become = (next: SessionState): void => {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener(next);
  };
  return {
    get state() { return state; },
    ready: Promise.resolve(),
    persistent: true,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    adopt: async () => become('signed_in'),
    async signOut() {
      called('session.signOut');
      become('signed_out');
    },
    end: async () => become('signed_out'),
    accessToken: async () => (state === 'signed_in' ? 'token' : undefined),
    become,
  };
}

/** As the client of a page: the words for it are there when somebody has to say it. */
async function refused(error: unknown): Promise<never> {
  await learnProblems();
  throw error;
}

/** A refusal as the client would throw it. */
export function refusal(code: PortalErrorCode, detail = 'No.', facts: Partial<Problem> = {}): PortalError {
  return new PortalError(code, detail, facts);
}

/** A promise that is settled by hand: what is shown meanwhile can be looked at. */
export function pending<T>(): { readonly promise: Promise<T>; resolve(value: T): void; reject(error: unknown): void } {
  return Promise.withResolvers<T>();
}
