import { problemOf, unreachable } from './portal-error.ts';
import type { RequestOptions } from './requests.ts';
import type { Access } from './signer.ts';

export interface Call {
  readonly access?: Access;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly json?: unknown;
  /** Sent as they are, in place of JSON: a part of a file. */
  readonly bytes?: Blob;
  readonly signal?: AbortSignal | undefined;
  /** A field that the answer must have to be the API's: something between may answer in its place. */
  readonly has?: string;
  /** Makes a POST safe to send again: the same key gets the same answer. */
  readonly idempotencyKey?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** In place of POST. One word here is less for every page to fetch than a verb of its own. */
  readonly method?: 'delete';
  /** Milliseconds for one attempt. */
  readonly timeout?: number;
}

/** Paths are relative to `/v1/`. Every failure is a {@link PortalError}, except an abort, which stays one. */
export interface Http {
  get<T>(path: string, call?: Call): Promise<T>;
  post<T>(path: string, call?: Call): Promise<T>;
  patch<T>(path: string, call?: Call): Promise<T>;
  blob(path: string, call?: Call): Promise<Blob>;
  /** An answer without end; the caller reads its body and aborts it. */
  stream(path: string, call: Call): Promise<Response>;
}

export interface HttpOptions extends RequestOptions {
  /** An answer that was asked for before this code had arrived. */
  readonly early?: ((url: string) => Promise<Response> | undefined) | undefined;
}

/**
 * Fetches what makes requests (half of the client's weight) beside the first screen, not before it: the first answer
 * was asked for by the loader and needs none of it.
 */
export function createHttp({ early, ...options }: HttpOptions): Http {
  const { apiUrl, signer } = options;
  let loading: Promise<Http> | undefined;

  function requests(): Promise<Http> {
    loading ??= import('./requests.ts').then(({ createRequests }) => createRequests(options), (error: unknown) => {
      loading = undefined;
      throw unreachable(error);
    });
    return loading;
  }

  /** Undefined where nothing was asked early, or nothing good came of it: then it is asked again, properly. */
  async function earlyAnswer<T>(path: string, has: string | undefined): Promise<T | undefined> {
    const response = await early?.(`${apiUrl}/v1/${path}`)?.catch(() => undefined);
    if (!response?.ok) return undefined;
    signer.learn(response);
    const answer: unknown = await response.json().catch(() => undefined);
    return isOurs(answer, has) ? answer as T : undefined;
  }

  // Not before the first screen is drawn, where the browser can tell. Safari cannot.
  (globalThis.requestIdleCallback ?? setTimeout)(() => void requests().catch(() => undefined));
  return {
    async get<T>(path: string, call: Call = {}) {
      const early = await earlyAnswer<T>(path, call.has);
      call.signal?.throwIfAborted();
      const answer = early ?? await (await requests()).get<T>(path, call);
      if (!isOurs(answer, call.has)) throw problemOf(answer, 502);
      return answer;
    },
    post: async (path, call) => (await requests()).post(path, call),
    patch: async (path, call) => (await requests()).patch(path, call),
    blob: async (path, call) => (await requests()).blob(path, call),
    stream: async (path, call) => (await requests()).stream(path, call),
  };
}

function isOurs(answer: unknown, has: string | undefined): boolean {
  return has === undefined || (typeof answer === 'object' && answer !== null && has in answer);
}
