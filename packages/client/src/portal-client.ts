import type { BusinessPage } from '@portico/contract/business.ts';
import type { AuthApi } from './auth.ts';
import { bookingsApi } from './bookings.ts';
import type { BookingsApi } from './bookings.ts';
import type { DocumentsApi } from './documents.ts';
import { createHttp } from './http.ts';
import type { Http } from './http.ts';
import type { InvoicesApi } from './invoices.ts';
import { openKeyStore } from './key-store.ts';
import type { KeyStore } from './key-store.ts';
import { lateCalls } from './late-calls.ts';
import { lateLive } from './late-live.ts';
import type { LiveApi } from './live.ts';
import type { MeApi } from './me.ts';
import type { PlansApi } from './plans.ts';
import { createSession } from './session.ts';
import type { PortalSession } from './session.ts';
import { createSigner } from './signer.ts';

/** Everything that a page can do with one business, without any look. */
export interface PortalClient {
  /** The business's key: `river-physio`. */
  readonly business: string;
  /** Where the API lives, without a slash at the end: `https://portal.example`. */
  readonly apiUrl: string;
  readonly session: PortalSession;
  readonly bookings: BookingsApi;
  readonly invoices: InvoicesApi;
  readonly plans: PlansApi;
  readonly documents: DocumentsApi;
  readonly auth: AuthApi;
  readonly me: MeApi;
  readonly live: LiveApi;
  /** Name, logo, accent, words, where to sign in. Asked once per client. */
  page(): Promise<BusinessPage>;
}

export interface PortalClientOptions {
  readonly apiUrl: string;
  readonly business: string;
  readonly fetch?: typeof globalThis.fetch;
  /** Where the page's key and sign-in are kept; IndexedDB when left out. */
  readonly storage?: KeyStore;
  /** An answer to this address that was asked for before this code had arrived. */
  readonly early?: (url: string) => Promise<Response> | undefined;
  /** What has to be there when a call says that the API refused it: the words for it. */
  readonly beforeRefusal?: () => Promise<void>;
  /** Milliseconds before the n-th try again. */
  readonly backOff?: (attempt: number) => number;
}

/** Nothing is asked of the network until something is called. */
export function createPortalClient(options: PortalClientOptions): PortalClient {
  const { business, early, beforeRefusal, backOff } = options;
  const apiUrl = options.apiUrl.replace(/\/+$/, '');
  const name = `portico:${apiUrl}:${business}`;
  const storage = options.storage ?? openKeyStore(`${apiUrl} ${business}`);
  const fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const session = createSession({ name, business, store: storage, http: () => http });
  const signer = createSigner({ fetch, credentials: session });
  const http: Http = createHttp({ apiUrl, signer, early, beforeRefusal, backOff });
  let page: Promise<BusinessPage> | undefined;

  return Object.freeze({
    business,
    apiUrl,
    session,
    bookings: bookingsApi(http, apiUrl, business),
    invoices: lateCalls(async () => (await import('./invoices.ts')).invoicesApi(http)),
    plans: lateCalls(async () => (await import('./plans.ts')).plansApi(http)),
    documents: lateCalls(async () => (await import('./documents.ts')).documentsApi(http, backOff)),
    auth: lateCalls(async () => (await import('./auth.ts')).authApi(http, business, session)),
    me: lateCalls(async () => (await import('./me.ts')).meApi(http, session)),
    live: lateLive({ name, business, http, session, backOff }),
    page() {
      page ??= http.get<BusinessPage>(`businesses/${business}`, { has: 'name' }).catch((error: unknown) => {
        page = undefined;
        throw error;
      });
      return page;
    },
  });
}
